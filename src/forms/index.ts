export type { CellChange, ChangeKind, VersionCell } from "./change";
export {
  comparing, differencesOf, isSameTable, isUnchanged, type Differences, type Renamed, type TableDifferences,
} from "./differences";
export type { Cause, TotalChange } from "./explain";
export type { FormColumn } from "./match-columns";
