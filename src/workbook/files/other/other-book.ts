import type { StoredName, StoredSheet } from "../../xlsx";
import type { OtherKind } from "../kind";

/** A sheet as the library has read it. Plain data: it comes from a thread. */
export interface OtherSheet {
  readonly sheet: StoredSheet;
  /** Number formats of cells that hold anything, by `cellKey`; "General" is left out. */
  readonly formats: ReadonlyMap<number, string>;
  /** Characters by column, null for the usual width; null where the file does not tell. */
  readonly widths: readonly (number | null)[] | null;
}

export interface OtherBook {
  readonly sheets: readonly OtherSheet[];
  readonly names: readonly StoredName[];
  readonly from1904: boolean;
}

/** Reads a file of one of the other kinds. Rejects with WorkbookFailure "unreadable-file". */
export type ReadOther = (bytes: Uint8Array, kind: OtherKind) => Promise<OtherBook>;
