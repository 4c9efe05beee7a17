import { sortFindings, type Finding } from "../findings";
import type { Table } from "../reading";
import { cellErrors } from "./cell-errors";
import { missingActuals } from "./missing-actuals";
import { numberText } from "./number-text";
import type { Rule, Today } from "./rule";
import { sums } from "./sums";
import { targets } from "./targets";
import { unreadableTargets } from "./unreadable-targets";

export type { Rule, Today } from "./rule";
export { agreements, type Agreement } from "./agreements";

/** Every rule, once. */
export const rules: readonly Rule[] = [sums, numberText, cellErrors, unreadableTargets, targets, missingActuals];

/** Runs every rule over every table; findings in the order in which they are shown. */
export function check(tables: readonly Table[], today: Today): Finding[] {
  return sortFindings(tables.flatMap((table) => rules.flatMap((rule) => rule.check(table, today))));
}
