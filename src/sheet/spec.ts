import type { Area, Cell } from "./address";
import type { Side } from "./looks";

/** A formula in A1 notation, English function names, comma separators, starting with "=". */
export interface FormulaInput {
  readonly formula: string;
  /** An array formula of this cell alone: without that mark Excel takes one value of each of its areas. Only the file side writes it. */
  readonly array?: true;
}

/** What goes into a cell. A string is always text: "=1+1", "1.10" and "-" stay the characters that they are. */
export type CellInput = number | string | boolean | null | FormulaInput;

/** Only what is set is changed; styles of later blocks go over earlier ones. */
export interface CellStyle {
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** "#RRGGBB". */
  readonly color?: string;
  /** "#RRGGBB". */
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly valign?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Characters of left indent. */
  readonly indent?: number;
  /** Thin lines round every cell of the area. */
  readonly border?: boolean;
  /** English codes as Excel stores them: "#,##0.###", "@", "0.0%". */
  readonly numberFormat?: string;
  /** False where people type; takes effect when somebody protects the sheet. */
  readonly locked?: boolean;
  /** What follows only the file side writes. */
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** Degrees as .xlsx has them: 1 to 90 upwards, 91 to 180 by one to ninety downwards, 255 for letters below each other. */
  readonly turn?: number;
  /** Lines at single sides in the place of `border`. */
  readonly lines?: Readonly<Partial<Record<Side, LineStyle>>>;
}

/** How a line round a cell is drawn, under the names of .xlsx. */
export const LINE_KINDS = [
  "thin", "hair", "dotted", "dashed", "dashDot", "dashDotDot", "double", "medium", "mediumDashed", "mediumDashDot", "mediumDashDotDot",
  "slantDashDot", "thick",
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface LineStyle {
  readonly kind: LineKind;
  /** "#RRGGBB"; black where it is absent. */
  readonly color?: string;
}

export interface StyledArea {
  readonly area: Area;
  readonly style: CellStyle;
}

export interface NameSpec {
  readonly name: string;
  readonly area: Area;
}

/** Native data validation of an area. Blanks are always allowed. */
export interface ValidationSpec {
  readonly area: Area;
  readonly rule:
    | { readonly kind: "decimal"; readonly min: number; readonly max: number }
    | { readonly kind: "list"; readonly values: readonly string[] };
  /** "stop" refuses, "warning" asks. */
  readonly alert: "stop" | "warning";
  readonly errorTitle: string;
  readonly errorMessage: string;
  readonly promptTitle?: string;
  readonly promptMessage?: string;
}

/** A native conditional format: the formula is written for the top-left cell of the area. */
export interface ConditionalFormatSpec {
  readonly area: Area;
  readonly formula: string;
  readonly style: {
    readonly fill?: string;
    readonly color?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly strike?: boolean;
  };
  /** Where it holds, those after it do not count. Italics, lines and this only the file side writes. */
  readonly stops?: true;
}

/** A rule of validation of somebody else's, of any kind that .xlsx has; only the file side writes them. */
export interface OtherValidation {
  readonly areas: readonly Area[];
  readonly type: "none" | "whole" | "decimal" | "list" | "date" | "time" | "textLength" | "custom";
  readonly operator:
    | "between" | "notBetween" | "equal" | "notEqual" | "lessThan" | "lessThanOrEqual" | "greaterThan" | "greaterThanOrEqual";
  /** Formulas without "=", written for the first cell of the areas; "" for none. A list may be the text of its values: `"a,b"`. */
  readonly first: string;
  readonly second: string;
  readonly alert: "stop" | "warning" | "information";
  readonly allowsBlank: boolean;
  /** Whether it says anything of what does not fit, and of a cell that is selected. */
  readonly showsError: boolean;
  readonly showsPrompt: boolean;
  /** A list without the arrow that opens it. */
  readonly hidesArrow: boolean;
  readonly errorTitle: string;
  readonly errorMessage: string;
  readonly promptTitle: string;
  readonly promptMessage: string;
}

/** A page number as headers hold it, set like the text (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.6). */
export const PAGE_NUMBER = '&"Times New Roman,Regular"&13&P';

export interface PrintSpec {
  readonly orientation: "portrait" | "landscape";
  /** Pages across; the height follows. The paper is A4. */
  readonly pagesWide: number;
  /** Scale instead of `pagesWide`, 10 to 400: page breaks need it, since Excel passes over them where it fits to pages. */
  readonly percent?: number;
  /** Rows repeated at the top of each page, 0-based, both included. */
  readonly titleRows?: { readonly from: number; readonly to: number };
  /** Columns repeated at the left of each page, 0-based, both included. */
  readonly titleCols?: { readonly from: number; readonly to: number };
  /** Millimetres. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly area?: Area;
  /** Columns that begin a new page, 0-based. */
  readonly pageBreakCols?: readonly number[];
  /** Rows that begin a new page, 0-based. */
  readonly pageBreakRows?: readonly number[];
  /** Absent for a page of ours: A4, its number in the head of all but the first, counted from 1. Only the file side writes it. */
  readonly page?: PageSpec;
}

/** What a page of somebody else has that is the same on all of ours. */
export interface PageSpec {
  /** The number that .xlsx has for the size of its paper; null where the file leaves it to the printer. */
  readonly paper: number | null;
  /** Pages down where it fits to pages, 0 for as many as are needed. */
  readonly pagesHigh: number;
  /** With the codes of Excel: "&CTrang &P". */
  readonly header: string;
  readonly footer: string;
  /** The first page has neither. */
  readonly firstDiffers: boolean;
  /** Null: counted on from the sheet before. */
  readonly firstNumber: number | null;
  /** Millimetres. */
  readonly headerMargin: number;
  readonly footerMargin: number;
  readonly centredAcross: boolean;
  readonly centredDown: boolean;
  /** Head and foot do not shrink with the sheet, or do not follow its margins. */
  readonly headerKeepsSize?: true;
  readonly headerKeepsMargins?: true;
}

export interface ChartSeries {
  readonly name: string;
  /** Cells of this sheet. */
  readonly values: Area;
}

export interface ChartSpec {
  /** Unique in the sheet; how a chart of ours is found again. */
  readonly name: string;
  readonly kind: "bar" | "column" | "stacked-bar" | "stacked-column" | "doughnut" | "pie" | "line";
  readonly title: string;
  readonly categories: Area;
  readonly series: readonly ChartSeries[];
  /** The cells that the chart covers. */
  readonly at: Area;
  /** Alternative text; a side that cannot hold it leaves it out. */
  readonly alt: string;
}

/** What somebody has noted on a cell. */
export interface NoteSpec {
  readonly at: Cell;
  /** Lines are parted by "\n". */
  readonly text: string;
}

/** A sheet to be written, whole, from A1. */
export interface SheetSpec {
  /** At most 31 characters, none of []:*?/\ (see `sheetName`). */
  readonly name: string;
  /** Dense, from A1; every row has as many entries as `columns`. */
  readonly cells: readonly (readonly CellInput[])[];
  /** Width in characters of the default font, for each column. */
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  /** Row heights in points where they differ from the default, by 0-based row. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  readonly styles: readonly StyledArea[];
  readonly merges: readonly Area[];
  readonly names: readonly NameSpec[];
  readonly freeze: { readonly rows: number; readonly cols: number };
  readonly validations: readonly ValidationSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly print: PrintSpec;
  readonly charts: readonly ChartSpec[];
  /** Notes that people have put on cells, one on a cell; only the file side writes them. */
  readonly notes?: readonly NoteSpec[];
  /**
   * 0-based rows that nobody sees, that nobody sees the sheet, and that it is protected without a password; only the file side writes them.
   */
  readonly hiddenRows?: readonly number[];
  readonly otherValidations?: readonly OtherValidation[];
  readonly hidden?: boolean;
  readonly isProtected?: boolean;
  /** What .xlsx has of the password of the protection: four signs of 0 to 9 and A to F. */
  readonly passwordVerifier?: string;
}

/** The whole area that a spec writes. */
export function specArea(spec: SheetSpec): Area {
  return { row: 0, col: 0, rows: Math.max(1, spec.cells.length), cols: Math.max(1, spec.columns.length) };
}

/** Excel keeps this name for the changes of a shared workbook. */
const RESERVED = "history";

/**
 * A sheet name that Excel takes and that is free: forbidden characters become spaces, at most 31 characters,
 * " (2)", " (3)" … where the name is taken (Excel compares names without case) or kept for Excel itself.
 */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set([RESERVED, ...taken.map((name) => name.toLocaleLowerCase("vi"))]);
  const clean = trimmed(wanted.normalize("NFC").replace(/[[\]:*?/\\\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ").replace(/\s+/g, " ")) || "Sheet";
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : ` (${n})`;
    const name = (trimmed(clean.slice(0, 31 - suffix.length)) || "Sheet") + suffix;
    if (!used.has(name.toLocaleLowerCase("vi"))) return name;
  }
}

/** Excel takes no apostrophe at either end of a name; a cut may have left half a pair of signs. */
function trimmed(name: string): string {
  return name.replace(/^[\s'\p{Cs}]+|[\s'\p{Cs}]+$/gu, "");
}
