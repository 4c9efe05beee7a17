import { readPlanFile } from "../../app";
import type { DraftState, TextSource } from "./draft-state";

/** What becomes of the state when a plan file is read: the plan, or what is wrong with it. */
export async function readPlanSource(source: TextSource): Promise<Partial<DraftState>> {
  const { file, pasted } = source;
  const none = { planSource: source, plan: null, planFault: null, planUnread: null };
  let text = pasted;
  try {
    if (file) text = await file.text();
  } catch (error) {
    return { ...none, planUnread: { error } };
  }
  const read = readPlanFile(text);
  if ("fault" in read) return { ...none, planFault: read.fault };
  return { ...none, plan: { name: file?.name ?? null, plan: read.plan }, kinds: null };
}
