/** What a file has that no page of ours shows, by the words that tell it; in the order in which it is told. */
export const LEFT_KINDS = [
  "macros", "sheets", "pictures", "shapes", "charts", "chartLooks", "sparklines", "pivots", "slicers", "tables", "filters", "conditional",
  "validations", "formulas", "links", "names", "connections", "hyperlinks", "comments", "groups", "protection", "veryHidden", "looks",
  "cellLooks", "lineLooks", "richText", "view", "print", "calculation", "properties", "other",
] as const;
export type LeftBehind = (typeof LEFT_KINDS)[number];

/** A kind of what is not shown, with the sheets that have it, in their order; none where it is the file's as a whole. */
export interface LeftPart {
  readonly kind: LeftBehind;
  readonly sheets: readonly string[];
}

/** Gathers what is left behind, each kind once. */
export class LeftParts {
  private readonly found = new Map<LeftBehind, Set<string>>();

  /** `sheet` is null for what is the file's as a whole. */
  add(kind: LeftBehind, sheet: string | null = null): void {
    const sheets = this.found.get(kind) ?? new Set();
    if (sheet !== null) sheets.add(sheet);
    this.found.set(kind, sheets);
  }

  addAll(parts: readonly LeftPart[]): this {
    for (const { kind, sheets } of parts) {
      this.add(kind);
      for (const sheet of sheets) this.add(kind, sheet);
    }
    return this;
  }

  list(): LeftPart[] {
    return LEFT_KINDS.flatMap((kind) => {
      const sheets = this.found.get(kind);
      return sheets ? [{ kind, sheets: [...sheets] }] : [];
    });
  }
}

/** Elements of a worksheet that are read, or of which nothing is seen (ECMA-376 part 1, 18.3.1.99). */
const TAKEN: ReadonlySet<string> = new Set([
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "mergeCells", "phoneticPr",
  "conditionalFormatting", "dataValidations", "pageMargins", "ignoredErrors", "drawing", "legacyDrawing", "extLst", "AlternateContent",
  "Choice", "Fallback", "printOptions", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
]);

const ELEMENTS: ReadonlyMap<string, LeftBehind> = new Map([
  ["protectedRanges", "protection"], ["autoFilter", "filters"], ["sortState", "filters"], ["customSheetViews", "view"],
  ["hyperlinks", "hyperlinks"], ["legacyDrawingHF", "pictures"], ["picture", "pictures"], ["oleObjects", "shapes"],
  ["controls", "shapes"], ["tableParts", "tables"],
]);

/** What an element that stands right in a worksheet says is left behind; null for none. */
export function leftByElement(tag: string): LeftBehind | null {
  return TAKEN.has(tag) ? null : (ELEMENTS.get(tag) ?? "other");
}

/** Later additions to the format stand in lists of extensions, by the names of what they hold. */
const EXTENSIONS: ReadonlyMap<string, LeftBehind | null> = new Map<string, LeftBehind | null>([
  ["conditionalFormattings", "conditional"], ["dataValidations", null], ["sparklineGroups", "sparklines"], ["slicerList", "slicers"],
  ["timelineRefs", "slicers"], ["protectedRanges", "protection"], ["ignoredErrors", null],
]);

/** The same of what stands in an extension (`ext`) of a worksheet. */
export function leftByExtension(tag: string): LeftBehind | null {
  const known = EXTENSIONS.get(tag);
  return known === undefined ? "other" : known;
}

/** What the relations of a sheet lead to. */
const OF_SHEET: ReadonlyMap<string, LeftBehind | null> = new Map<string, LeftBehind | null>([
  ["pivotTable", "pivots"], ["threadedComment", "comments"], ["slicer", "slicers"], ["timeline", "slicers"], ["queryTable", "connections"],
  ["table", "tables"], ["oleObject", "shapes"], ["package", "shapes"], ["control", "shapes"], ["ctrlProp", "shapes"], ["image", "pictures"],
  ["drawing", null], ["vmlDrawing", null], ["comments", null], ["printerSettings", null],
]);

export function leftBySheetRelation(type: string): LeftBehind | null {
  const known = OF_SHEET.get(type);
  return known === undefined ? "other" : known;
}

const OF_BOOK: ReadonlyMap<string, LeftBehind | null> = new Map<string, LeftBehind | null>([
  ...["worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet", "styles", "theme", "sharedStrings", "calcChain",
    "externalLink", "sheetMetadata", "person", "pivotCacheDefinition"].map((type) => [type, null] as const),
  ["vbaProject", "macros"], ["customXml", "properties"], ["connections", "connections"], ["powerPivotData", "connections"],
  ["slicerCache", "slicers"], ["timelineCache", "slicers"],
]);

export function leftByBookRelation(type: string): LeftBehind | null {
  const known = OF_BOOK.get(type);
  return known === undefined ? "other" : known;
}
