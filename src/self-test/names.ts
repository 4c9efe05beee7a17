/** The cases of the contract. */
export type ContractId =
  | "nothing" | "new-sheets" | "numbers" | "texts" | "formulas" | "other-sheets" | "beyond" | "whole-sheet" | "long-list" | "budget-table"
  | "name-in-formula" | "sheet-gone" | "sheet-name-taken" | "defined-name-taken" | "two-of-one-name" | "hidden-and-merged" | "looks"
  | "left-out" | "stopped";

/** The questions that are asked of Excel. */
export type QuestionId =
  | "text-input" | "doubles" | "rows-of-nothing" | "formula-notation" | "page-setup" | "manual-calculation" | "default-sizes"
  | "hidden-and-selected" | "events" | "undo" | "large" | "refusals" | "null-objects" | "page";

/** How a case or a question came out: as the add-in rests on it, otherwise, or not at all. */
export type Outcome = "good" | "differs" | "failed";
