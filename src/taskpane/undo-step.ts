import type { Loaded } from "./checker";
import { isFailure, isFinal } from "./failure";
import type { Event, UndoStep } from "./state";

/**
 * Takes an action back. What can never be taken back any more says so once, and makes way for the step before it. Throws what the use case
 * throws.
 */
export async function undoStep({ work, workbook }: Loaded, step: UndoStep, dispatch: (event: Event) => void): Promise<void> {
  try {
    await work.takeBack(workbook, step.undo, step.warned ? "accepted" : undefined);
  } catch (error) {
    if (isFinal(error)) dispatch({ type: "forgotten", id: step.id });
    if (isFailure(error, "notes-unseen")) dispatch({ type: "warned", id: step.id });
    throw error;
  }
  dispatch({ type: "undone", step });
}
