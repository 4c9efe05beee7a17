import { allSteps } from "../base";
import type { Table } from "../tables";
import { acrossTables } from "./across-tables";
import { assessments } from "./assessments";
import { budgetShares } from "./budget-shares";
import { withDocument } from "./by-document";
import { calculationSettings } from "./calculation-settings";
import { cellErrors } from "./cell-errors";
import { columns } from "./columns";
import { directions } from "./directions";
import { disbursement } from "./disbursement";
import { duplicateTargets } from "./duplicate-targets";
import { doubleCounts } from "./double-counts";
import { formRules } from "./form-rules";
import { formulaNumbers } from "./formula-numbers";
import { formulaParts } from "./formula-parts";
import { formulaReplaced } from "./formula-replaced";
import { formulaReferences } from "./formula-references";
import { formulaRuns } from "./formula-runs";
import { hiddenParts } from "./hidden-parts";
import { jumps } from "./jumps";
import { linkedValues } from "./linked-values";
import { lostTables } from "./lost-tables";
import { mergedInputs } from "./merged-inputs";
import { missingActuals } from "./missing-actuals";
import { numberText } from "./number-text";
import { outlineNumbers } from "./outline-numbers";
import { outsideEntries } from "./outside-entries";
import { perMille } from "./per-mille";
import { percentSlips } from "./percent-slips";
import { products } from "./products";
import { reportedResults } from "./reported-results";
import { reportedTasks } from "./reported-tasks";
import type { Context, Rule, Today } from "./rule";
import { runRules, type Checked } from "./run-rules";
import { sameAmount } from "./same-amount";
import { shares } from "./shares";
import { shortRanges } from "./short-ranges";
import { signs } from "./signs";
import { sums } from "./sums";
import { tableQuestions } from "./table-questions";
import { tableUnits } from "./table-units";
import { targetOrder } from "./target-order";
import { targets } from "./targets";
import { taskLeads } from "./task-leads";
import { taskStatus } from "./task-status";
import { taskTimes } from "./task-times";
import { unitLimits } from "./unit-limits";
import { unitSlips } from "./unit-slips";
import { unseenNumbers } from "./unseen-numbers";
import { unreadableTargets } from "./unreadable-targets";
import { veryHidden } from "./very-hidden";
import { wrongDays } from "./wrong-days";

export { lostIdPart } from "./lost-tables";
export { findingId, tableIdPart, type Context, type Rule, type Today } from "./rule";
export { agreements, type Agreement } from "./agreements";
export type { Checked, RuleFailure } from "./run-rules";

/** Every rule, once. */
export const rules: readonly Rule[] = [
  sums, products, formulaReplaced, formulaParts, sameAmount, unitSlips, tableUnits, signs, disbursement, hiddenParts, numberText,
  cellErrors, doubleCounts, shortRanges, formulaRuns, formulaNumbers, formulaReferences, linkedValues, veryHidden, unseenNumbers,
  calculationSettings, unreadableTargets, directions, targets, unitLimits, percentSlips, perMille, shares, targetOrder, jumps,
  duplicateTargets, budgetShares, missingActuals, assessments, reportedResults, lostTables, columns, outsideEntries, mergedInputs,
  outlineNumbers, taskTimes, wrongDays, taskStatus, taskLeads, reportedTasks, acrossTables, formRules, tableQuestions,
];

const NONE: ReadonlySet<string> = new Set();

/**
 * Runs every rule over every table, but those whose names are in `off`; `beside`: see `Context`. Never throws: a rule that
 * fails is told in `failures`.
 */
export function check(
  tables: readonly Table[], today: Today, off: ReadonlySet<string> = NONE, beside: Pick<Context, "lost" | "sheets" | "calculation"> = {},
): Checked {
  return allSteps(checkSteps({ tables, today, ...beside }, off));
}

/** `check` in steps, between which others may run. */
export function* checkSteps(context: Context, off: ReadonlySet<string>): Generator<void, Checked> {
  const { findings, failures } = yield* runRules(rules, context, off);
  return { findings: withDocument(findings, context.tables), failures };
}
