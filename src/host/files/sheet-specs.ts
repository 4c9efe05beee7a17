import { addTo } from "../../base";
import {
  BooleanNumber, type IBorderData, type ICellData, type IWorksheetData, type Nullable, type Styles, type Worksheet,
} from "@univerjs/core";
import { IDefinedNamesService } from "@univerjs/engine-formula";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { parseSheetArea, type CellInput, type NameSpec, type SheetSpec } from "../../sheet";
import { areaOf } from "../bridge/address";
import { sharedFormulas } from "../bridge/cells";
import type { Engine } from "../engine";
import type { StoredName } from "../../workbook/xlsx";
import { LeftParts, type LeftPart } from "../../workbook/xlsx/dress/left-behind";
import { numbered } from "../numbered";
import { recordOf } from "../record-mutations";
import { cellInput } from "./cell-values";
import { cellStyle, isPlainLine, styledAreas, type StyleAt } from "./cell-styles";
import { chartSpec } from "./chart-records";
import { printSpec } from "./page-records";
import { conditionalFormatSpecs } from "./conditional-rules";
import { otherValidation, validationSpecs } from "./validation-rules";

/** The workbook as it stands, to be written into a file. */
export interface SavedWorkbook {
  readonly specs: readonly SheetSpec[];
  /** Names of a sheet's own, and those that stand for anything but one area. */
  readonly names: readonly StoredName[];
  /** Which rules and charts have no place in a SheetSpec and are missing from it. */
  readonly left: readonly LeftPart[];
}

/** Every sheet of the workbook, in order, with what the bridge recorded for it. */
export function savedWorkbook(engine: Engine): SavedWorkbook {
  const left = new LeftParts();
  const { bySheet, names } = definedNames(engine);
  const specs = engine.workbook.getSheets().map((sheet) => sheetSpec(engine, sheet, bySheet.get(sheet.getSheetName()) ?? [], left));
  return { specs, names, left: left.list() };
}

function sheetSpec(engine: Engine, sheet: FWorksheet, names: readonly NameSpec[], left: LeftParts): SheetSpec {
  const model = sheet.getSheet();
  const config = model.getConfig();
  const size = usedSize(sheet, config);
  const record = recordOf(engine.records, sheet.getSheetId());
  const rules = sheet.getDataValidations().map(({ rule }) => ({ own: validationSpecs(rule), other: otherValidation(rule) }));
  const validations = rules.map(({ own, other }) => own ?? other);
  const others = rules.flatMap(({ own, other }) => (own ? [] : (other ?? [])));
  const formats = sheet.getConditionalFormattingRules().map(conditionalFormatSpecs);
  const charts = record.charts.map((chart) => chartSpec(chart, sheet.getSheetId()));
  const notes = sheet
    .getNotes()
    .map(({ row, col, note }) => ({ at: { row, col }, text: note.replaceAll("\r\n", "\n").replaceAll("\r", "\n") }));
  const hiddenRows = numbered(config.rowData).flatMap(([row, data]) =>
    data?.hd === BooleanNumber.TRUE && row < size.rows ? [row] : [],
  );
  const lacking = { validations, conditional: formats, charts } as const;
  for (const kind of ["validations", "conditional", "charts"] as const)
    if (lacking[kind].some((found) => found === null)) left.add(kind, sheet.getSheetName());
  return {
    name: sheet.getSheetName(),
    cells: cellsOf(sheet, size),
    columns: Array.from({ length: size.cols }, (_, col) => ({
      width: characters(model.getColumnWidth(col)),
      ...(config.columnData[col]?.hd === BooleanNumber.TRUE ? { hidden: true } : {}),
    })),
    rowHeights: numbered(config.rowData).flatMap(([row, data]) => {
      // A row that fits its content by itself does so in Excel, too.
      const pixels = data?.ia === BooleanNumber.TRUE ? 0 : data?.h;
      return pixels && row < size.rows ? [{ row, height: (pixels * 72) / 96 }] : [];
    }),
    styles: styledAreas(size.rows, size.cols, styleReader(model, engine.workbook.getWorkbook().getStyles())),
    merges: config.mergeData.map(areaOf),
    names,
    freeze: { rows: Math.max(0, config.freeze.ySplit), cols: Math.max(0, config.freeze.xSplit) },
    validations: rules.flatMap(({ own }) => own ?? []),
    ...(others.length > 0 ? { otherValidations: others } : {}),
    conditionalFormats: formats.flatMap((found) => found ?? []),
    print: printSpec(record.page),
    charts: charts.filter((found) => found !== null),
    ...(notes.length > 0 ? { notes } : {}),
    ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
    ...(sheet.isSheetHidden() ? { hidden: true } : {}),
    ...(record.protection ? { isProtected: true } : {}),
    ...(record.protection?.verifier ? { passwordVerifier: record.protection.verifier } : {}),
  };
}

interface Size {
  readonly rows: number;
  readonly cols: number;
}

/** Down to the last cell that holds or looks like anything; at least one cell. */
function usedSize(sheet: FWorksheet, config: IWorksheetData): Size {
  let rows = Math.max(1, sheet.getLastRow() + 1);
  let cols = Math.max(1, sheet.getLastColumn() + 1);
  for (const [row, cells] of numbered(config.cellData)) {
    for (const [col, cell] of numbered(cells)) {
      if (!cell) continue;
      rows = Math.max(rows, row + 1);
      cols = Math.max(cols, col + 1);
    }
  }
  return { rows, cols };
}

function cellsOf(sheet: FWorksheet, { rows, cols }: Size): CellInput[][] {
  const model = sheet.getSheet();
  const shared = sharedFormulas(model.getCellMatrix());
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: cols }, (_col, col) => {
      const cell = model.getCellRaw(row, col);
      return cellInput(cell, cell?.f || (cell?.si && shared(cell.si, row, col)) || "");
    }),
  );
}

function styleReader(model: Worksheet, styles: Styles): StyleAt {
  const styleOf = (cell: Nullable<ICellData>) => (cell ? styles.getStyleByCell(cell) : null);
  const edge = (row: number, col: number, side: keyof IBorderData): boolean => {
    const line = row >= 0 && col >= 0 ? styleOf(model.getCellRaw(row, col))?.bd?.[side] : null;
    return line ? isPlainLine(line) : false;
  };
  // A line between two cells may be kept by either of them.
  const bordered = (row: number, col: number) =>
    (edge(row, col, "t") || edge(row - 1, col, "b")) && (edge(row, col, "b") || edge(row + 1, col, "t")) &&
    (edge(row, col, "l") || edge(row, col - 1, "r")) && (edge(row, col, "r") || edge(row, col + 1, "l"));
  return (row, col) => {
    const cell = model.getCellRaw(row, col);
    return cell ? cellStyle(styleOf(cell) ?? {}, cell, bordered(row, col)) : null;
  };
}

/** Pixels → characters of the default font: the other way round of ECMA-376 part 1, 18.3.1.13, with 7 pixels a digit. */
function characters(pixels: number): number {
  return Math.max(0, Math.round(((pixels - 5) / 7) * 100) / 100);
}

/** Names of the workbook that refer to one area, by the sheet of that area, and all others. */
function definedNames(engine: Engine): { bySheet: Map<string, NameSpec[]>; names: StoredName[] } {
  const bySheet = new Map<string, NameSpec[]>();
  const names: StoredName[] = [];
  const known = engine.injector.get(IDefinedNamesService).getDefinedNameMap(engine.workbook.getId()) ?? {};
  for (const { name, formulaOrRefString, localSheetId } of Object.values(known)) {
    const sheet = localSheetId ? engine.workbook.getSheetBySheetId(localSheetId) : null;
    const place = sheet ? null : parseSheetArea(formulaOrRefString);
    if (place && engine.workbook.getSheetByName(place.sheet)) addTo(bySheet, place.sheet, { name, area: place.area });
    else names.push({ name, scope: sheet?.getSheetName() ?? null, refersTo: formulaOrRefString.replace(/^=/, "") });
  }
  return { bySheet, names };
}
