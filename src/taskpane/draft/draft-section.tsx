import { useSession } from "../use-session";
import { PlanPart } from "./plan-part";
import { TextPart } from "./text-part";

/** A plan out of a text or out of a plan file. */
export default function DraftSection() {
  const { state } = useSession();
  return state.draft.shown === "plan" ? <PlanPart /> : <TextPart />;
}
