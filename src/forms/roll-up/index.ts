export { copyOf, type FormCopy, type FormShape } from "./copy";
export { addForms, emptyForms, filledCells, type FormHeap, type Placed, type UnitForms } from "./heap";
export { NOTE_CODES, columnName as formColumnName, lineName as formLineName, tableName, type FormNote, type SaidUnit } from "./notes";
export type { PlacedRule, SumCell } from "./cells";
export { sumForms, unitsIn, type ExtraLine, type FormsResult, type FormTotal, type WordsApart } from "./result";
export { bareKey as lineKey } from "../wording";
