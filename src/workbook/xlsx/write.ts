import { strToU8, zipSync } from "fflate";
import type { Area, CellValue, SheetSpec } from "../../sheet";
import { areaToAbsoluteA1, columnLetters, formulaTokens, quoteSheet } from "../../sheet";
import { WorkbookFailure, type Course } from "../port";
import type { FormulaValues } from "./calculate";
import { calculate } from "./calculate";
import type { CellsOf } from "./chart-part";
import { chartPart } from "./chart-part";
import { drawingPart } from "./drawing-part";
import { fitted } from "./fitting";
import { noteBoxesPart, notesPart } from "./note-parts";
import { paced } from "./paced";
import type { SharedParts } from "./sheet-part";
import { sheetPart } from "./sheet-part";
import { storedBook } from "./spec-book";
import { cellKey, type StoredName } from "./stored";
import { StyleSheet } from "./style-sheet";
import { element, escapeText, escapeXstring, MAIN, protect, RELATIONS, XML_HEAD } from "./xml";

export interface WriteOptions {
  /** The title among the document's properties. */
  readonly title?: string;
  /** When it was made, among the document's properties; left out where it is not given. */
  readonly created?: Date;
  /** Names beside those of the sheets: of a sheet's own, or for any formula. */
  readonly names?: readonly StoredName[];
  /** Whoever opens the file calculates when he is asked to. */
  readonly byHand?: boolean;
}

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "application/vnd.openxmlformats-officedocument";
const PARTS = `${OFFICE}.spreadsheetml`;
/** The first day that a zip can name: the same specs give the same bytes. */
const ZIP_DATE = new Date(1980, 0, 1);

/**
 * Writes a new .xlsx with these sheets, in order, and the results of their formulas; what Excel would not take is cut to its limits
 * (see `fitted`). The same specs and options give the same bytes.
 * Throws WorkbookFailure "name-taken" for a sheet or defined name that comes twice, "not-supported" for a list validation that Excel cannot
 * hold, "stopped" where the course asks for that before a sheet, and RangeError for a value or colour that is none.
 */
export async function writeXlsx(sheets: readonly SheetSpec[], options: WriteOptions = {}, course?: Course): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError("a workbook has at least one sheet");
  const { names: others = [], byHand = false } = options;
  refuseTwice(sheets, others);
  const specs = sheets.map(fitted);
  const book = storedBook(specs, others);
  const values = await calculate(book);
  const isYoung = await youngFunctions(specs, others.length > 0);
  const parts = new Map<string, string>();
  const types: string[] = [];
  const add = (name: string, type: string, xml: string): void => {
    parts.set(name, xml);
    types.push(element("Override", { PartName: `/${name}`, ContentType: type }));
  };

  const strings = new Map<string, number>();
  let uses = 0;
  const shared: SharedParts = {
    styles: new StyleSheet(),
    string(text) {
      uses++;
      const known = strings.get(text);
      if (known !== undefined) return known;
      strings.set(text, strings.size);
      return strings.size - 1;
    },
    formula: (text) => storedFormula(text, isYoung),
  };

  add("xl/workbook.xml", `${PARTS}.sheet.main+xml`, workbookXml(specs, others.map(storedName(specs, shared)), byHand));
  let charts = 0;
  const addSheet = (spec: SheetSpec, i: number): void => {
    const results = values[i] ?? new Map<number, CellValue>();
    const { charts: ofSheet, notes = [] } = spec;
    const targets = new Map<string, string>([
      ...(ofSheet.length > 0 ? [["drawing", `../drawings/drawing${i + 1}.xml`] as const] : []),
      ...(notes.length > 0
        ? [["vmlDrawing", `../drawings/vmlDrawing${i + 1}.vml`] as const, ["comments", `../comments${i + 1}.xml`] as const]
        : []),
    ]);
    const relation = (type: string): string | null => (targets.has(type) ? `rId${[...targets.keys()].indexOf(type) + 1}` : null);
    add(
      `xl/worksheets/sheet${i + 1}.xml`, `${PARTS}.worksheet+xml`,
      sheetPart(spec, results, shared, {
        active: i === shownFirst(specs), drawing: relation("drawing"), noteBoxes: relation("vmlDrawing"),
      }),
    );
    if (targets.size > 0) parts.set(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relationsXml([...targets]));
    if (notes.length > 0) {
      parts.set(`xl/drawings/vmlDrawing${i + 1}.vml`, noteBoxesPart(notes));
      add(`xl/comments${i + 1}.xml`, `${PARTS}.comments+xml`, notesPart(notes));
    }
    if (ofSheet.length === 0) return;
    add(`xl/drawings/drawing${i + 1}.xml`, `${OFFICE}.drawing+xml`, drawingPart(ofSheet));
    const numbers = ofSheet.map((chart) => {
      charts++;
      add(`xl/charts/chart${charts}.xml`, `${OFFICE}.drawingml.chart+xml`, chartPart(spec.name, chart, cellsOf(spec, results)));
      return charts;
    });
    parts.set(
      `xl/drawings/_rels/drawing${i + 1}.xml.rels`,
      relationsXml(numbers.map((number) => ["chart", `../charts/chart${number}.xml`])),
    );
  };
  await paced(specs, addSheet, course);
  add("xl/styles.xml", `${PARTS}.styles+xml`, shared.styles.xml());
  const items = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXstring(text)}</t></si>`).join("");
  add(
    "xl/sharedStrings.xml", `${PARTS}.sharedStrings+xml`,
    XML_HEAD + element("sst", { xmlns: MAIN, count: uses, uniqueCount: strings.size }, items),
  );
  const targets = specs.map((_, i): [string, string] => ["worksheet", `worksheets/sheet${i + 1}.xml`]);
  parts.set("xl/_rels/workbook.xml.rels", relationsXml([...targets, ["styles", "styles.xml"], ["sharedStrings", "sharedStrings.xml"]]));
  add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", coreXml(options));
  return pack(parts, types);
}

/** Throws "name-taken" for the first sheet or defined name that comes twice: Excel would not open such a file whole. */
function refuseTwice(specs: readonly SheetSpec[], others: readonly StoredName[]): void {
  const [sheets, names] = [new Set<string>(), new Set<string>()];
  const take = (taken: Set<string>, name: string): void => {
    const key = name.toLocaleLowerCase("vi");
    if (taken.has(key)) throw new WorkbookFailure("name-taken", { name });
    taken.add(key);
  };
  for (const spec of specs) {
    take(sheets, spec.name);
    for (const { name } of spec.names) take(names, name);
  }
  // a sheet's own name may be one of the workbook, too
  for (const { name, scope } of others) take(names, scope === null ? name : `${scope}!${name}`);
}

function pack(parts: ReadonlyMap<string, string>, types: readonly string[]): Uint8Array {
  const defaults = `${element("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" })}${element("Default", { Extension: "xml", ContentType: "application/xml" })}${[...parts.keys()].some((name) => name.endsWith(".vml")) ? element("Default", { Extension: "vml", ContentType: `${OFFICE}.vmlDrawing` }) : ""}`;
  const main = element("Relationship", { Id: "rId1", Type: `${RELATIONS}/officeDocument`, Target: "xl/workbook.xml" });
  const core = element("Relationship", {
    Id: "rId2",
    Type: `${PACKAGE}/relationships/metadata/core-properties`,
    Target: "docProps/core.xml",
  });
  const files = {
    // Some readers look at the first entry to learn what the file is.
    "[Content_Types].xml": XML_HEAD + element("Types", { xmlns: `${PACKAGE}/content-types` }, defaults + types.join("")),
    "_rels/.rels": XML_HEAD + element("Relationships", { xmlns: `${PACKAGE}/relationships` }, main + core),
    ...Object.fromEntries(parts),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])), { mtime: ZIP_DATE, level: 6 });
}

/** The sheet that is looked at first; Excel opens no workbook all of whose sheets are hidden. */
function shownFirst(specs: readonly SheetSpec[]): number {
  return Math.max(0, specs.findIndex(({ hidden }) => hidden !== true));
}

/** A name of any kind as an element; one of a sheet that is not there stands for the workbook. */
function storedName(specs: readonly SheetSpec[], shared: SharedParts): (name: StoredName) => string {
  return ({ name, scope, refersTo }) => {
    const sheet = specs.findIndex((spec) => spec.name === scope);
    return nameXml(name, shared.formula(refersTo), sheet < 0 ? null : sheet);
  };
}

function workbookXml(specs: readonly SheetSpec[], others: readonly string[], byHand: boolean): string {
  const sheets = specs
    .map(({ name, hidden }, i) => {
      const state = hidden && i !== shownFirst(specs) ? "hidden" : null;
      return element("sheet", { name: protect(name), sheetId: i + 1, state, "r:id": `rId${i + 1}` });
    })
    .join("");
  const ofSheets = specs.flatMap((spec, i) => {
    const onSheet = (address: string): string => `${quoteSheet(spec.name)}!${address}`;
    const { area, titleRows, titleCols } = spec.print;
    const titles = [
      ...(titleCols ? [onSheet(`$${columnLetters(titleCols.from)}:$${columnLetters(titleCols.to)}`)] : []),
      ...(titleRows ? [onSheet(`$${titleRows.from + 1}:$${titleRows.to + 1}`)] : []),
    ];
    return [
      ...(area ? [nameXml("_xlnm.Print_Area", onSheet(areaToAbsoluteA1(area)), i)] : []),
      ...(titles.length > 0 ? [nameXml("_xlnm.Print_Titles", titles.join(","), i)] : []),
      ...spec.names.map((name) => nameXml(name.name, onSheet(areaToAbsoluteA1(name.area)), null)),
    ];
  });
  const names = [...ofSheets, ...others];
  return (
    XML_HEAD +
    element(
      "workbook",
      { xmlns: MAIN, "xmlns:r": RELATIONS },
      '<workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"' +
      `${shownFirst(specs) > 0 ? ` activeTab="${shownFirst(specs)}"` : ""}/></bookViews>` +
        element("sheets", {}, sheets) +
        (names.length > 0 ? element("definedNames", {}, names.join("")) : "") +
        // Whoever opens the file computes for himself; the results in it are for those who only show it.
        element("calcPr", { calcId: 191029, calcMode: byHand ? "manual" : null, fullCalcOnLoad: true }),
    )
  );
}

function nameXml(name: string, refersTo: string, sheet: number | null): string {
  return element("definedName", { name, localSheetId: sheet }, escapeXstring(refersTo));
}

function relationsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  return (
    XML_HEAD +
    element(
      "Relationships", { xmlns: `${PACKAGE}/relationships` },
      targets
        .map(([type, target], i) => element("Relationship", { Id: `rId${i + 1}`, Type: `${RELATIONS}/${type}`, Target: target }))
        .join(""),
    )
  );
}

function coreXml({ title, created }: WriteOptions): string {
  const date =
    created === undefined ? "" : `<dcterms:created xsi:type="dcterms:W3CDTF">${created.toISOString().slice(0, 19)}Z</dcterms:created>`;
  return (
    XML_HEAD +
    element(
      "cp:coreProperties",
      {
        "xmlns:cp": `${PACKAGE}/metadata/core-properties`,
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      },
      (title === undefined ? "" : `<dc:title>${escapeText(title)}</dc:title>`) + "<dc:creator>Plan Tables</dc:creator>" + date,
    )
  );
}

/** The cells of an area, row by row, formulas as their results. */
function cellsOf(spec: SheetSpec, values: FormulaValues): CellsOf {
  const book = storedBook([spec]).sheets[0];
  return ({ row, col, rows, cols }: Area) =>
    Array.from({ length: rows * cols }, (_, i) => {
      const key = cellKey(row + Math.floor(i / cols), col + (i % cols));
      return values.get(key) ?? book?.cells.get(key)?.value ?? null;
    });
}

/** Knows the functions that a file has to mark; the engine that has the list is loaded only where there are formulas. */
async function youngFunctions(specs: readonly SheetSpec[], others: boolean): Promise<(name: string) => boolean> {
  const any = others || specs.some(
    ({ conditionalFormats, otherValidations = [], cells }) =>
      conditionalFormats.length + otherValidations.length > 0 ||
      cells.some((row) => row.some((cell) => typeof cell === "object" && cell !== null)),
  );
  return any ? (await import("./engine")).isYoungFunction : () => false;
}

/** "=NUMBERVALUE(A1)" → "_xlfn.NUMBERVALUE(A1)": without the mark Excel shows #NAME? until somebody edits the cell. */
function storedFormula(formula: string, isYoung: (name: string) => boolean): string {
  return formulaTokens(formula.replace(/^=/, ""))
    .map((token) => (token.kind === "function" && isYoung(token.name.toUpperCase()) ? `_xlfn.${token.text}` : token.text))
    .join("");
}
