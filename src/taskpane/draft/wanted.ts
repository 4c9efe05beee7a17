import { DEFAULT_OPTIONS, kindsOf, planOf, type CreateOptions, type Plan } from "../../app";
import type { Words } from "../../i18n";
import type { DraftState } from "./draft-state";
import { readHead } from "./head-fields";

/** A plan, and what of its draft is not in it or not as it was drafted, in words. */
export interface ShownPlan {
  readonly plan: Plan;
  readonly left: readonly string[];
}

/** The plan that the part in front has; null where it has none, and while something is missing in the head of its document. */
export function shownPlan({ shown, read, plan }: DraftState, words: Words): ShownPlan | null {
  if (shown === "plan") return plan && { plan: plan.plan, left: [] };
  if (!read) return null;
  const head = readHead(read.head);
  if ("faults" in head) return null;
  const drafted = planOf({ ...read.now.draft, head }, read.document, {}, words);
  return { plan: drafted.plan, left: drafted.left.map(({ text }) => text) };
}

/** What is to be made of the plan in front; null where it is not ready. */
export function draftOptions(draft: DraftState, words: Words): (CreateOptions & Pick<ShownPlan, "left">) | null {
  const shown = shownPlan(draft, words);
  return shown && { ...DEFAULT_OPTIONS, ...shown, kinds: draft.kinds ?? kindsOf(shown.plan), unit: draft.unit, layout: draft.layout };
}
