import type { Question } from "../question";
import { doubles, formulaNotation, rowsOfNothing, textInput } from "./cells";
import { defaultSizes, hiddenAndSelected, pageSetup, refusals } from "./sheets";
import { events, large, manualCalculation, nullObjects, page, undo } from "./work";

/** The questions, in the order in which they are asked: what may disturb the others comes last. */
export const QUESTIONS: readonly Question[] = [
  textInput, doubles, rowsOfNothing, formulaNotation, pageSetup, manualCalculation, defaultSizes, hiddenAndSelected, events, undo, large,
  nullObjects, page, refusals,
];
