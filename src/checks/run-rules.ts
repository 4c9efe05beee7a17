import { causeText } from "../base";
import { sortFindings, type Finding } from "../findings";
import type { Context, Rule } from "./rule";

/** A rule that failed on at least one table: a fault of this program and never of a user's cell. */
export interface RuleFailure {
  /** The rule's name. */
  readonly rule: string;
  /** What was thrown, first. */
  readonly error: string;
}

export interface Checked {
  /** In the order in which they are shown. */
  readonly findings: readonly Finding[];
  /** One for each rule that failed; what it found on other tables is among the findings. */
  readonly failures: readonly RuleFailure[];
}

/**
 * Runs each rule over each table, and once beside them, but those whose names are in `off`: a step for each. A rule that throws takes
 * nothing from the others.
 */
export function* runRules(rules: readonly Rule[], context: Context, off: ReadonlySet<string>): Generator<void, Checked> {
  const failures = new Map<string, RuleFailure>();
  const ran = (rule: Rule, work: () => Finding[]): Finding[] => {
    if (off.has(rule.name)) return [];
    try {
      return work();
    } catch (cause) {
      if (!failures.has(rule.name))
        failures.set(rule.name, { rule: rule.name, error: causeText(cause) });
      return [];
    }
  };
  const findings: Finding[] = [];
  const run = (rule: Rule, work: () => Finding[]): void => {
    for (const found of ran(rule, work)) findings.push(found);
  };
  for (const table of context.tables) {
    for (const rule of rules) {
      run(rule, () => rule.check(table, context));
      yield;
    }
  }
  for (const rule of rules) if (rule.beside) run(rule, () => rule.beside?.(context) ?? []);
  return { findings: sortFindings(findings), failures: [...failures.values()] };
}
