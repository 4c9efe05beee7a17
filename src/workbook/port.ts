import { overlap } from "../sheet";
import type {
  Cell, CellInput, CellRef, CellState, CellValue, Area, LookPart, RowOrigins, SheetArea, SheetInfo, SheetSnapshot, SheetSpec,
  WorkbookOutline,
} from "../sheet";

/**
 * What could not be done of a work that is done all the same: how a sheet prints, which rows of it stay in sight, that it is shown;
 * `calculation`: Excel has not calculated every formula that was read; `windows-1258` and `windows-1252`: a text that is not Unicode was
 * read as that; `not-whole`: of a sheet that is used too far only an area was read; `picture`: a sheet holds pictures or charts and no
 * figures; `unread`: rows of figures stand there of which no table was read; `pivot`: a sheet has a pivot table, whose figures are as old
 * as its last refresh; `answer`: answers of the record, which is that sheet, count for nothing any more.
 */
export interface Notice {
  readonly kind:
    | "page" | "freeze" | "show" | "calculation" | "windows-1258" | "windows-1252" | "not-whole" | "picture" | "unread" | "pivot"
    | "answer" | "rule" | "plan";
  readonly sheet: string;
  /**
   * Of "not-whole": what was read; of "unread": where the first of them stand; of "answer" and "rule": from the first to the last of their
   * rows. "plan": what the sheet kept of a plan cannot be read any more.
   */
  readonly area?: Area;
}

/** How a long work is followed: told how far it is, asked whether to go on. */
export interface Course {
  /** From 0 to 1, after each part that is done. */
  readonly progress?: (share: number) => void;
  /** Asked before each part; true ends the work with "stopped" and takes back what was written. */
  readonly stopped?: () => boolean;
  /** Told after the work. */
  readonly notice?: (notice: Notice) => void;
  /** Lets others run, between slices of work in this thread; where it is absent nobody waits. */
  readonly rest?: () => Promise<void>;
}

export interface AddOptions extends Course {
  /** False: the person stays where they are. */
  readonly show?: boolean;
}

/** What is told of cells beside their values and formulas, and what nobody needs of them. */
export interface Wanted {
  /**
   * Only how far the area is used by cells that hold anything: the snapshot has that area, of no rows where there is none, no cells; and
   * whether the sheet holds pictures or charts, see `drawn`.
   */
  readonly place?: boolean;
  /** Hidden rows and columns and merged cells: in the same round trip, with some 25 bytes more for each row. */
  readonly layout?: boolean;
  /** Which numbers show as dates: in the same answer, with some 12 bytes more for each cell. */
  readonly dates?: boolean;
  /** How the cells look, see `Looks`: in the same answer; borders take some 350 bytes for each cell, each other part 12 to 40. */
  readonly looks?: readonly LookPart[];
  /**
   * Cells whose formulas nobody needs, such as columns of a status that are for the eye: a formula there comes as a blank and is not
   * calculated where this side would have to; what was typed there is told as it stands.
   */
  readonly without?: readonly SheetArea[];
}

/** An area to be read. */
export interface ReadArea extends SheetArea {
  /** Where it is known the sheet is found by it, and the snapshot has the name that it has by now. */
  readonly id?: string;
  /** What is wanted of this area otherwise than of all that are read with it. */
  readonly wanted?: Wanted;
}

/** What is wanted of the areas of a read, and how it is followed. */
export interface ReadOptions extends Course, Wanted {
  /**
   * Formulas are calculated first, also where Excel calculates by hand only: what they show then is of an earlier time. Where that does not
   * end the course gets the notice "calculation". A file calculates in any case.
   */
  readonly calculated?: boolean;
}

/** What is wanted of one area; `without` holds areas of its sheet. */
export interface AreaWanted extends Required<Omit<Wanted, "without">> {
  readonly without: readonly Area[];
}

/** An area's own wishes, else those of the whole read. */
export function wantedOf(at: ReadArea, options: ReadOptions): AreaWanted {
  const { place = false, layout = false, dates = false, looks = [], without = [] } = { ...options, ...at.wanted };
  if (place) return { place, layout: false, dates: false, looks: [], without: [] };
  return {
    place, layout, dates, looks,
    without: without.flatMap(({ sheet, area }) => (sheet === at.sheet && overlap(area, at.area) ? [area] : [])),
  };
}

/** A workbook, in Excel or in a file. Every failure is a `WorkbookFailure`. */
export interface Workbook {
  /** The sheets and the defined names: one round trip. */
  outline(): Promise<WorkbookOutline>;
  /**
   * One snapshot for each area, in the same order: one round trip for each 5 MB. An area that reaches the last row or column is cut
   * to the cells in use. Throws "sheet-gone" where a sheet is not there, "stopped" where the course asks for that.
   */
  read(areas: readonly ReadArea[], options?: ReadOptions): Promise<SheetSnapshot[]>;
  /**
   * Adds new sheets at the end, all or none: what was written is taken back when a later part fails. Where there is a screen, the first of
   * them is shown. Throws "name-taken" where a sheet or a defined name of that name is there already.
   */
  addSheets(specs: readonly SheetSpec[], options?: AddOptions): Promise<SheetInfo[]>;
}

/** A cell to be written. */
export interface CellChange {
  readonly at: CellRef;
  /** The sheet's id, where it is known: the sheet is found by it, whatever it is called by then. */
  readonly sheetId?: string;
  readonly to: CellInput;
  /**
   * What has to stand there now, else nothing is written and "cell-changed" is thrown: a value, whatever it comes from, or a cell as it
   * stood.
   */
  readonly expect?: CellValue | CellState;
}

/** A sheet that an action of ours has made, and what it has written into it. */
export interface MadeSheet {
  readonly id: string;
  readonly spec: SheetSpec;
}

/** What somebody has put into a sheet of ours, or made of it, since we wrote it. */
export type Entry =
  /** `at` may be on another sheet: a formula there that needs this one. */
  | { readonly kind: "cell" | "remark" | "formula"; readonly at: CellRef }
  | { readonly kind: "chart" | "name"; readonly name: string };

/** What somebody changed: other people, the person in front of the screen, or an action of ours ("local"). */
export interface WorkbookChange {
  /** The sheet's id. */
  readonly sheetId: string;
  /** Null when rows, columns or sheets came, went or moved: what was known of addresses no longer holds. */
  readonly area: Area | null;
  readonly source: "local" | "remote";
}

/** Cells to be coloured; `fill` is "#RRGGBB". */
export interface CellMark {
  readonly at: SheetArea;
  /** The sheet's id, where it is known: the sheet is found by it, whatever it is called by then. */
  readonly sheetId?: string;
  readonly fill: string;
}

/** Cells and their defined name of the workbook; the sheet is found by its id where that is known. */
export interface NamedArea {
  readonly name: string;
  readonly at: SheetArea;
  readonly sheetId?: string;
}

/** What is known of the sheet that is written again. */
export interface Standing {
  /**
   * The cells of the old area, as the new sheet was made of them; where others stand there nothing is written and "cell-changed" is thrown.
   */
  readonly expect?: readonly (readonly CellInput[])[];
  /**
   * Where the rows of the new sheet stand now. Rows are then inserted and deleted whole, as a person does, so that everything in
   * them and below them goes with them: comments and notes, words beside, heights, other people's tables. Rows of the old area and above
   * it that are not named go.
   */
  readonly origins?: RowOrigins;
  /**
   * The sheet as it was written the last time, with the cells that stand there now, from A1: then only what differs is written, and the
   * looks that people gave the rest stay.
   */
  readonly before?: SheetSpec;
}

/** What only a workbook that is open in Excel can do. */
export interface LiveWorkbook extends Workbook {
  /** Shows the sheet, which is found by its id where that is known, and selects the cell. Throws "hidden" where the sheet is. */
  goTo(at: CellRef, sheetId?: string): Promise<void>;
  /**
   * The areas that are selected, in the order in which they were. Where no cells are (a chart, a picture), what is used of the sheet that
   * is shown, or its first cell.
   */
  selection(): Promise<readonly [SheetArea, ...SheetArea[]]>;
  /**
   * Colours cells over all other formats and takes every earlier mark of ours away, in the whole workbook; nothing of anybody
   * else's is touched, and `mark([])` leaves nothing of ours. Where two marks share a cell, the fill that comes first in the list
   * is seen. Sheets that are not there are passed over; sheets that are protected, or whose formats Excel cannot list, stay as they
   * are and are named in `refused`. Two round trips: three where earlier marks stand on sheets that get none now.
   */
  mark(marks: readonly CellMark[]): Promise<{ readonly refused: readonly string[] }>;
  /**
   * Writes cells, all or none; returns the changes that take it back, each with what has to stand there then. Two round trips for each
   * 5 MB, however many cells. What stands in a cell right before it is written is read in the same message: where somebody has come in
   * between, theirs is put back, all else too, and "cell-changed" is thrown.
   */
  change(changes: readonly CellChange[]): Promise<CellChange[]>;
  /**
   * Gives cells names of the workbook, all or none: two round trips. Throws "name-taken" where there is such a name; one whose cells are
   * gone makes way.
   */
  nameAreas(names: readonly NamedArea[]): Promise<void>;
  /** Takes names of the workbook away; returns those that stood for cells, and for which. Two round trips. */
  removeNames(names: readonly string[]): Promise<NamedArea[]>;
  /**
   * Removes sheets that hold what we wrote into them and nothing else; those that are gone already are passed over. Throws
   * "sheet-has-entries" with nothing removed where somebody has put anything into one of them, on it or beside, or needs it elsewhere;
   * "notes-unseen" where this Excel cannot list notes, unless that is `accepted`.
   */
  removeSheets(sheets: readonly MadeSheet[], notesUnseen?: "accepted"): Promise<void>;
  /** How a sheet prints and which rows and columns of it stay in sight: one round trip. Throws "sheet-gone". */
  page(sheet: string): Promise<Pick<SheetSpec, "print" | "freeze">>;
  /** The cells of a sheet on which people have put comments or notes; null where this Excel cannot list both. At most two round trips. */
  remarks(sheet: string): Promise<readonly Cell[] | null>;
  /**
   * Writes a sheet of ours again: `old` is the area that it had. Content outside of `old` is not touched, but goes with its rows where
   * `standing` moves them; throws "would-overwrite" when the new content needs cells there that are not empty, and when a row that goes
   * has a comment, a note or anything outside of `old`; "not-supported" when rows go and `remarks` could not tell; "cell-changed" where
   * `standing` expects something else.
   */
  rewriteSheet(id: string, old: Area, spec: SheetSpec, standing?: Standing, course?: Pick<Course, "notice">): Promise<void>;
  /**
   * What the workbook that `work` gets writes is one step of Excel's own undo, where Excel has such steps. What deletes sheets is none: it
   * empties the person's undo list.
   */
  together<T>(work: (workbook: LiveWorkbook) => Promise<T>): Promise<T>;
  /** Calls the listener after each change of cells; the returned function stops it. */
  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
}

/** What of a file is beyond our limits, and what of it is broken. */
export type FileFault =
  | "size" | "entries" | "unpacked" | "packing" | "cells" | "rows" | "columns" | "time" | "memory"
  | "zip" | "part-twice" | "part-missing" | "xml" | "doctype" | "nesting" | "sheet-unnamed" | "sheet-missing" | "sheet-twice" | "row"
  | "cell" | "string" | "number" | "date" | "cell-type" | "content";

/** Where the fault is: the part of the package (""), and what stands there or what the limit is (""). */
export interface FaultAt {
  readonly part: string;
  readonly what: string;
}

/** What can go wrong with a workbook, and what a sentence about it needs. */
export interface FailureData {
  /** Excel is in cell edit mode or has a dialog open. */
  readonly busy: Record<never, never>;
  readonly protected: { readonly sheet: string | null };
  /** Excel refuses what needs the window of this workbook: another one may have the focus. */
  readonly unfocused: Record<never, never>;
  /** A sheet that nobody sees cannot be shown. */
  readonly hidden: { readonly sheet: string };
  readonly "sheet-gone": { readonly sheet: string };
  readonly "name-taken": { readonly name: string };
  readonly "cell-changed": { readonly at: CellRef };
  /** A sheet that was to be removed is in use. */
  readonly "sheet-has-entries": { readonly sheet: string; readonly found: Entry };
  /** Sheets that were to be removed may have notes: this Excel cannot list them. */
  readonly "notes-unseen": { readonly sheets: readonly string[] };
  readonly "would-overwrite": { readonly sheet: string; readonly area: string };
  /** A request or an answer over what Excel takes (5 MB on the web). */
  readonly "too-large": { readonly what: string };
  /** Zip or XML beyond our limits, not a workbook, broken. */
  readonly "unreadable-file": {
    readonly reason:
      | "not-a-workbook" | "not-text" | "empty" | "old-format" | "too-large" | "encrypted" | "broken"
      /** Excel takes it for a workbook, but it is a page or a text of XML. */
      | "markup"
      /** Macros, charts or dialogs are all that it holds. */
      | "no-sheets";
    readonly fault: FileFault | null;
  } & FaultAt;
  /** Somebody asked to stop; nothing was changed. */
  readonly stopped: Record<never, never>;
  /** This Excel lacks a part of the API. */
  readonly "not-supported": { readonly what: string };
  /** Half of the work was done and could not be taken back: the person has to know what is left. */
  readonly "left-over": { readonly sheets: readonly string[] };
  /** Anything else, with Excel's own code and message. */
  readonly unknown: { readonly code: string; readonly message: string };
}

export type FailureCode = keyof FailureData;

/** Thrown by every side of the workbook; words for it are in i18n. */
export class WorkbookFailure<C extends FailureCode = FailureCode> extends Error {
  override readonly name = "WorkbookFailure";
  constructor(
    readonly code: C,
    readonly data: FailureData[C],
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(data)}`, options);
  }
}
