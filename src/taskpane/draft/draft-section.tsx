import { PlanPart } from "./plan-part";

/** A plan that was kept as a file. */
export default function DraftSection() {
  return <PlanPart />;
}
