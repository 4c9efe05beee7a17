import { generateRandomId, type Worksheet } from "@univerjs/core";
import { IDefinedNamesService, RemoveDefinedNameMutation, SetDefinedNameMutation } from "@univerjs/engine-formula";
import {
  InsertSheetMutation, RemoveSheetMutation, SCOPE_WORKBOOK_VALUE_DEFINED_NAME, SetWorksheetNameMutation,
} from "@univerjs/sheets";
import { AddDataValidationMutation } from "@univerjs/data-validation";
import { AddConditionalRuleMutation } from "@univerjs/sheets-conditional-formatting";
import { UpdateNoteMutation } from "@univerjs/sheets-note";
import type { WholeBook, WholeSheet } from "../../workbook/files";
import { RECORD_MUTATION } from "../record-mutations";
import type { Engine } from "../engine";
import { engineStyle } from "./cell-data";
import { chartRecord } from "./chart-records";
import { engineFormat } from "./conditional-rules";
import { pageRecord } from "./page-records";
import { sheetData } from "./sheet-data";
import { engineRule } from "./validation-rules";

/** The size of a note, in pixels. */
const NOTE = { width: 160, height: 100 } as const;

/**
 * Puts the sheets of a file in the place of those that are there: one mutation a sheet with all of its cells, whose values are those that
 * were read, and are not calculated again. Nothing can take it back; where a sheet cannot be put in, the workbook is as it was and the
 * cause is thrown.
 */
export function showBook(engine: Engine, book: WholeBook): void {
  const { workbook } = engine;
  // formulas that go have to be told to the engine: it keeps what they hang on
  const formulas = workbook.getSheets().some((sheet) => holdsFormulas(sheet.getSheet()));
  if (formulas) replaceSheets(engine, book, (work) => engine.calculation.trusting(work));
  else engine.calculation.trusting(() => replaceSheets(engine, book, (work) => work()));
}

function holdsFormulas(sheet: Worksheet): boolean {
  let found = false;
  sheet.getCellMatrix().forValue((_row, _col, cell) => {
    found = Boolean(cell?.f ?? cell?.si);
    return !found;
  });
  return found;
}

/** `quietly` does what brings in sheets and names. */
function replaceSheets(engine: Engine, book: WholeBook, quietly: (work: () => void) => void): void {
  const { workbook } = engine;
  const unitId = workbook.getId();
  const mutate = (id: string, params: object): void => {
    if (!engine.commands.syncExecuteCommand(id, { unitId, ...params }, { fromCollab: true })) throw new Error(`the engine refuses ${id}`);
  };
  const old = workbook.getSheets().map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getSheetName() }));
  const registry = workbook.getWorkbook().getStyles();
  const styles = book.styles.map((dress) => ({ id: registry.setValue(engineStyle(dress)) ?? "", open: dress.locked === false }));
  const added: string[] = [];
  // formulas find sheets by their names, and the new ones may be called as the old
  const rename = (id: string, name: string): void => mutate(SetWorksheetNameMutation.id, { subUnitId: id, name });
  try {
    for (const { id } of old) rename(id, generateRandomId(20));
    for (const sheet of book.sheets) {
      const id = generateRandomId(8);
      added.push(id);
      const index = old.length + added.length - 1;
      quietly(() => mutate(InsertSheetMutation.id, { index, sheet: sheetData(id, sheet, styles) }));
    }
  } catch (cause) {
    for (const id of added.filter((one) => workbook.getSheetBySheetId(one))) mutate(RemoveSheetMutation.id, { subUnitId: id });
    for (const { id, name } of old) rename(id, name);
    throw cause;
  }
  const names = engine.injector.get(IDefinedNamesService);
  for (const { id, name } of Object.values(names.getDefinedNameMap(unitId) ?? {})) mutate(RemoveDefinedNameMutation.id, { id, name });
  const first = workbook.getSheetBySheetId(added[book.sheets.findIndex(({ visible }) => visible)] ?? added[0] ?? "");
  if (first) workbook.setActiveSheet(first);
  for (const { id } of old) mutate(RemoveSheetMutation.id, { subUnitId: id });
  for (const { name, scope, refersTo } of book.names) {
    const sheet = scope === null ? -1 : book.sheets.findIndex((one) => one.name === scope);
    const params = {
      id: generateRandomId(10), name,
      formulaOrRefString: /^[^()&+*/^=<>"]*![^()&+*/^=<>"]*$/.test(refersTo) ? refersTo : `=${refersTo}`,
      comment: "", hidden: false,
      localSheetId: added[sheet] ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
    };
    quietly(() => mutate(SetDefinedNameMutation.id, params));
  }
  mutate(RECORD_MUTATION.book, { book: { byHand: book.byHand, title: book.title } });
  for (const [index, sheet] of book.sheets.entries()) dressSheet(added[index] ?? "", sheet, mutate);
}

function dressSheet(subUnitId: string, { dress }: WholeSheet, mutate: (id: string, params: object) => void): void {
  for (const { at, text } of dress.notes) {
    const note = { id: generateRandomId(6), ...at, ...NOTE, note: text, show: false };
    mutate(UpdateNoteMutation.id, { sheetId: subUnitId, ...at, note });
  }
  for (const validation of dress.validations)
    mutate(AddDataValidationMutation.id, { subUnitId, rule: engineRule(validation), source: "patched" });
  // the engine puts each before those that are there
  for (const format of [...dress.formats].reverse()) mutate(AddConditionalRuleMutation.id, { subUnitId, rule: engineFormat(format) });
  for (const chart of dress.charts) mutate(RECORD_MUTATION.chart, { subUnitId, chart: chartRecord(chart, subUnitId) });
  const { print } = dress.page ?? {};
  if (print?.page) mutate(RECORD_MUTATION.page, { subUnitId, page: pageRecord(print, print.page) });
  if (dress.isProtected) mutate(RECORD_MUTATION.protection, { subUnitId, protection: { verifier: dress.passwordVerifier } });
}
