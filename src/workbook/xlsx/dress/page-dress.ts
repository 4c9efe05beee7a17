import { columnIndex, parseSheetArea, type PageSpec, type PrintSpec } from "../../../sheet";
import type { StoredName } from "../stored";
import { isTrue, unescapeText, type Attributes } from "../xml-events";

/** How a sheet prints. */
export interface PageDress {
  readonly print: PrintSpec;
  /** The part or its names say more than `print` holds. */
  readonly more: boolean;
}

/** Reads what a worksheet part says of its pages (ECMA-376 part 1, 18.3.1.62 to 18.3.1.64, 18.3.1.70, 18.3.1.46). */
export interface PageReader {
  /** True where the element is one of the page's. */
  open(tag: string, attributes: Attributes): boolean;
  text(piece: string): void;
  close(tag: string): void;
  page(): PageDress;
}

const MM_PER_INCH = 25.4;
/** Inches of the margins that Excel gives a new sheet. */
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 } as const;
const TEXTS: ReadonlySet<string> = new Set(["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"]);
const ELEMENTS: ReadonlySet<string> = new Set([
  "pageSetUpPr", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "brk", ...TEXTS,
]);

export function pageReader(): PageReader {
  const said: Record<string, Attributes> = {};
  const texts: Record<string, string> = {};
  const breaks: Record<"row" | "col", number[]> = { row: [], col: [] };
  let axis: "row" | "col" = "row";
  let inText: string | null = null;
  return {
    open(tag, attributes) {
      if (!ELEMENTS.has(tag)) return false;
      if (tag === "brk" && isTrue(attributes.man)) breaks[axis].push(Number(attributes.id));
      else if (tag === "rowBreaks" || tag === "colBreaks") axis = tag === "rowBreaks" ? "row" : "col";
      else if (TEXTS.has(tag)) inText = tag;
      else said[tag] = attributes;
      return true;
    },
    text(piece) {
      if (inText !== null) texts[inText] = (texts[inText] ?? "") + piece;
    },
    close(tag) {
      if (tag === inText) inText = null;
    },
    page: () => pageOf(said, texts, breaks),
  };
}

function pageOf(said: Record<string, Attributes>, texts: Record<string, string>, breaks: Record<"row" | "col", number[]>): PageDress {
  const { printOptions = {}, pageMargins = {}, pageSetup = {}, headerFooter = {}, pageSetUpPr = {} } = said;
  const text = (name: string): string => unescapeText(texts[name] ?? "");
  const margin = (side: keyof typeof MARGINS): number => {
    const inches = Number(pageMargins[side] ?? MARGINS[side]);
    return Math.round((inches >= 0 && inches < 49 ? inches : MARGINS[side]) * MM_PER_INCH * 100) / 100;
  };
  const whole = (value: string | undefined, usual: number, least: number, most: number): number => {
    const number = Number(value ?? usual);
    return Number.isInteger(number) && number >= least && number <= most ? number : usual;
  };
  const page: PageSpec = {
    paper: pageSetup.paperSize === undefined ? null : whole(pageSetup.paperSize, 1, 1, 118),
    pagesHigh: whole(pageSetup.fitToHeight, 1, 0, 32_767),
    header: text("oddHeader"),
    footer: text("oddFooter"),
    firstDiffers: isTrue(headerFooter.differentFirst),
    firstNumber: isTrue(pageSetup.useFirstPageNumber) ? whole(pageSetup.firstPageNumber, 1, 1, 32_767) : null,
    headerMargin: margin("header"),
    footerMargin: margin("footer"),
    centredAcross: isTrue(printOptions.horizontalCentered),
    centredDown: isTrue(printOptions.verticalCentered),
    ...(isTrue(headerFooter.scaleWithDoc ?? "1") ? {} : { headerKeepsSize: true as const }),
    ...(isTrue(headerFooter.alignWithMargins ?? "1") ? {} : { headerKeepsMargins: true as const }),
  };
  const { pageOrder = "downThenOver", cellComments = "none", errors = "displayed", blackAndWhite, draft } = pageSetup;
  const more =
    isTrue(printOptions.gridLines) || isTrue(printOptions.headings) || isTrue(headerFooter.differentOddEven) ||
    text("firstHeader") + text("firstFooter") !== "" || pageOrder !== "downThenOver" || cellComments !== "none" ||
    errors !== "displayed" || isTrue(blackAndWhite) || isTrue(draft);
  const lines = (axis: "row" | "col"): number[] => breaks[axis].filter((at) => Number.isInteger(at) && at > 0);
  const [rows, cols] = [lines("row"), lines("col")];
  const print: PrintSpec = {
    orientation: pageSetup.orientation === "landscape" ? "landscape" : "portrait",
    pagesWide: whole(pageSetup.fitToWidth, 1, 0, 32_767),
    ...(isTrue(pageSetUpPr.fitToPage) ? {} : { percent: whole(pageSetup.scale, 100, 10, 400) }),
    margins: { top: margin("top"), bottom: margin("bottom"), left: margin("left"), right: margin("right") },
    ...(cols.length > 0 ? { pageBreakCols: cols } : {}),
    ...(rows.length > 0 ? { pageBreakRows: rows } : {}),
    page,
  };
  return { print, more };
}

/** The page with what names of its sheet say of it: Excel keeps the printed area and the rows and columns that repeat as such. */
export function withPrintNames({ print, more }: PageDress, sheet: string, names: readonly StoredName[]): PageDress {
  const refersTo = (name: string): string | null =>
    names.find((one) => one.scope === sheet && one.name.toLowerCase() === `_xlnm.${name}`)?.refersTo ?? null;
  const [named, titled] = [refersTo("print_area"), refersTo("print_titles")];
  const area = named === null ? null : parseSheetArea(named);
  const titles = titled === null ? {} : titlesOf(titled);
  return {
    print: { ...print, ...titles, ...(area ? { area: area.area } : {}) },
    more: more || (named !== null && area === null) || titles === null,
  };
}

/** "Biểu!$A:$B,Biểu!$3:$4" as columns and rows; null where it is anything else. */
function titlesOf(refersTo: string): Pick<PrintSpec, "titleRows" | "titleCols"> | null {
  let found: Pick<PrintSpec, "titleRows" | "titleCols"> = {};
  // no name of a sheet holds a colon
  const parts = refersTo.match(/\$[A-Z]+:\$[A-Z]+|\$\d+:\$\d+/g) ?? [];
  if (parts.length === 0 || parts.length > 2 || parts.length !== (refersTo.match(/:/g)?.length ?? 0)) return null;
  for (const part of parts) {
    const [from = "", to = ""] = part.replaceAll("$", "").split(":");
    const [first, last] = [columnIndex(from), columnIndex(to)];
    if (first === null || last === null) found = { ...found, titleRows: { from: Number(from) - 1, to: Number(to) - 1 } };
    else found = { ...found, titleCols: { from: first, to: last } };
  }
  return found;
}
