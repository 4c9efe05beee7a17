import type { PageSpec, PrintSpec } from "../../sheet";
import type { PageRecord } from "../records";

/** The numbers that .xlsx has for sizes of paper (ECMA-376 part 1, 18.3.1.63) under the names of Excel's API. */
const PAPERS: Readonly<Record<string, number>> = {
  Letter: 1, Tabloid: 3, Ledger: 4, Legal: 5, Statement: 6, Executive: 7, A3: 8, A4: 9, A4Small: 10, A5: 11, B4: 12, B5: 13, Folio: 14,
  Quatro: 15,
};

/** The recorded print set-up. A sheet that nobody set up is printed one page wide. */
export function printSpec(page: PageRecord): PrintSpec {
  const { top, bottom, left, right } = page.margins;
  const breaks = page.columnBreaks.filter((col) => col > 0);
  const rows = page.rowBreaks.filter((row) => row > 0);
  const { scale } = page.zoom;
  return {
    orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
    pagesWide: page.zoom.horizontalFitToPages ?? 1,
    ...(scale !== undefined && (page.ofFile || breaks.length + rows.length > 0) ? { percent: scale } : {}),
    ...(page.titleRows ? { titleRows: page.titleRows } : {}),
    ...(page.titleColumns ? { titleCols: page.titleColumns } : {}),
    margins: { top: millimetres(top), bottom: millimetres(bottom), left: millimetres(left), right: millimetres(right) },
    ...(page.printArea ? { area: page.printArea } : {}),
    ...(breaks.length > 0 ? { pageBreakCols: breaks } : {}),
    ...(rows.length > 0 ? { pageBreakRows: rows } : {}),
    ...(page.ofFile ? { page: pageSpec(page, page.ofFile.paper) } : {}),
  };
}

function pageSpec({ paperSize, zoom, margins, headersFooters, ...page }: PageRecord, paper: number | null): PageSpec {
  const { texts, state, keepsSize, keepsMargins } = headersFooters;
  return {
    paper: paperSize === null ? paper : (PAPERS[paperSize] ?? paper),
    pagesHigh: zoom.verticalFitToPages ?? 0,
    header: joined(texts, "Header"),
    footer: joined(texts, "Footer"),
    firstDiffers: state === "FirstAndDefault",
    firstNumber: page.firstPageNumber,
    headerMargin: millimetres(margins.header),
    footerMargin: millimetres(margins.footer),
    centredAcross: page.centerHorizontally,
    centredDown: page.centerVertically,
    ...(keepsSize ? { headerKeepsSize: true } : {}),
    ...(keepsMargins ? { headerKeepsMargins: true } : {}),
  };
}

const PLACES = { L: "Left", C: "Center", R: "Right" } as const;
type Place = keyof typeof PLACES;

function joined(texts: Readonly<Record<string, string>>, end: "Header" | "Footer"): string {
  return (["L", "C", "R"] as const).map((place) => ({ place, text: texts[PLACES[place] + end] ?? "" }))
    .map(({ place, text }) => (text === "" ? "" : `&${place}${text}`)).join("");
}

/** The texts of a head or foot by their places; what stands before the first place is in the middle. */
function parted(said: string, end: "Header" | "Footer"): Record<string, string> {
  const texts: Record<string, string> = {};
  let place: Place = "C";
  // a font between quotes, or two signs that are one, are no places
  for (const [piece] of said.matchAll(/&"[^"]*"?|&[\s\S]|[^&]+|&$/g)) {
    if (/^&[LCR]$/i.test(piece)) place = piece.slice(1).toUpperCase() as Place;
    else texts[PLACES[place] + end] = (texts[PLACES[place] + end] ?? "") + piece;
  }
  return texts;
}

/** What is recorded of the pages of a sheet of a file. */
export function pageRecord(print: PrintSpec, page: PageSpec): PageRecord {
  const { margins, percent } = print;
  const paperSize = Object.keys(PAPERS).find((name) => PAPERS[name] === page.paper) ?? null;
  return {
    orientation: print.orientation === "landscape" ? "Landscape" : "Portrait",
    firstPageNumber: page.firstNumber,
    paperSize,
    zoom: percent === undefined ? { horizontalFitToPages: print.pagesWide, verticalFitToPages: page.pagesHigh } : { scale: percent },
    margins: {
      top: points(margins.top), bottom: points(margins.bottom), left: points(margins.left), right: points(margins.right),
      header: points(page.headerMargin), footer: points(page.footerMargin),
    },
    centerHorizontally: page.centredAcross,
    centerVertically: page.centredDown,
    printArea: print.area ?? null,
    titleRows: print.titleRows ?? null,
    titleColumns: print.titleCols ?? null,
    headersFooters: {
      state: page.firstDiffers ? "FirstAndDefault" : "Default",
      texts: { ...parted(page.header, "Header"), ...parted(page.footer, "Footer") },
      ...(page.headerKeepsSize ? { keepsSize: true } : {}),
      ...(page.headerKeepsMargins ? { keepsMargins: true } : {}),
    },
    rowBreaks: print.pageBreakRows ?? [],
    columnBreaks: print.pageBreakCols ?? [],
    ofFile: { paper: page.paper },
  };
}

/** Points → millimetres, to a hundredth. */
function millimetres(points: number): number {
  return Math.round((points * 2540) / 72) / 100;
}

/** Millimetres → points, to a hundredth. */
function points(millimetres: number): number {
  return Math.round((millimetres * 7200) / 25.4) / 100;
}
