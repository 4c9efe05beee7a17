import type { Rule, Today } from "../../src/checks";
import type { Finding } from "../../src/findings";
import type { Table } from "../../src/tables";

/** A day on which everything that ends before 2026 is over. */
export const today: Today = { year: 2026, month: 11, day: 22 };

/** What a rule finds in a table of a workbook that holds no other. */
export function found(rule: Rule, table: Table, day: Today = today): Finding[] {
  return declared(rule, rule.check(table, { today: day, tables: [table] }));
}

/** Findings of a rule; throws where one has a code or a severity that the rule does not say of itself. */
export function declared(rule: Rule, findings: Finding[]): Finding[] {
  for (const { code, severity } of findings)
    if (!rule.codes.includes(code) || !rule.severities.includes(severity))
      throw new Error(`${rule.name} does not say that it gives ${code} as ${severity}`);
  return findings;
}
