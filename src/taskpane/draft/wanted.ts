import { DEFAULT_OPTIONS, kindsOf, type CreateOptions } from "../../app";
import type { DraftState } from "./draft-state";

/** What is to be made of the plan in front; null where there is none. */
export function draftOptions({ plan: read, kinds, unit, layout }: DraftState): CreateOptions | null {
  return read && { ...DEFAULT_OPTIONS, plan: read.plan, kinds: kinds ?? kindsOf(read.plan), unit, layout };
}
