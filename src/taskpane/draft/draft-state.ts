import type { BudgetLayout, Plan, PlanFault, TableKind } from "../../app";
import type { MoneyUnit } from "../../quantity";

/** Where a text comes from. */
export interface TextSource {
  readonly pasted: string;
  readonly file: File | null;
}

export interface DraftState {
  /** Which part is unfolded. */
  readonly shown: "plan" | null;
  readonly planSource: TextSource;
  readonly plan: { readonly name: string | null; readonly plan: Plan } | null;
  /** What is wrong with the plan file. */
  readonly planFault: PlanFault | null;
  /** Why the plan file could not be opened at all. */
  readonly planUnread: { readonly error: unknown } | null;
  /** Which tables are made, null: all that there are facts for. */
  readonly kinds: readonly TableKind[] | null;
  readonly unit: MoneyUnit | null;
  readonly layout: BudgetLayout;
}

const NO_SOURCE: TextSource = { pasted: "", file: null };

export const FIRST_DRAFT: DraftState = {
  shown: null,
  planSource: NO_SOURCE,
  plan: null,
  planFault: null,
  planUnread: null,
  kinds: null,
  unit: null,
  layout: "both",
};
