export type { CellChange, ChangeKind, VersionCell } from "./change";
export { comparing, differencesOf, isSameTable, isUnchanged, type Differences, type Renamed, type TableDifferences } from "./differences";
export type { Cause, TotalChange } from "./explain";
export { formColumns, matchColumns, type ColumnMatching, type FormColumn } from "./match-columns";
export { matchLines, type Matching } from "./match-lines";
export { matchTables, type TableMatching, type TablePair } from "./match-tables";
export type { Pair } from "./pairing";
export { bareKey, nearness, numberKey, wordingKey, type Likeness } from "./wording";
