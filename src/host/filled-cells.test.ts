import { afterAll, expect, it } from "@jest/globals";
import { DataValidationOperator, DataValidationStatus, DataValidationType, type IRange } from "@univerjs/core";
import { AddWorksheetMergeMutation } from "@univerjs/sheets";
import { AddSheetDataValidationCommand, DataValidationCacheService, SheetDataValidationModel } from "@univerjs/sheets-data-validation";
import fc from "fast-check";
import { createEngine, type Engine } from "./engine";

const engines: Engine[] = [];

afterAll(() => {
  for (const engine of engines) engine.dispose();
});

const AREA: IRange = { startRow: 1, endRow: 6, startColumn: 1, endColumn: 2 };

/** A sheet with a rule (whole numbers from 0 to 9) for the area; the merge is within it. */
function sheetWithRule(allowBlank: boolean, merge: IRange | null) {
  const engine = createEngine({ name: "x", sheets: ["Một"] });
  engines.push(engine);
  const sheet = engine.workbook.getActiveSheet();
  const of = { unitId: engine.workbook.getId(), subUnitId: sheet.getSheetId() };
  if (merge) engine.commands.syncExecuteCommand(AddWorksheetMergeMutation.id, { ...of, ranges: [merge] });
  engine.commands.syncExecuteCommand(AddSheetDataValidationCommand.id, {
    ...of,
    rule: {
      uid: "r", ranges: [AREA], type: DataValidationType.WHOLE, operator: DataValidationOperator.BETWEEN, formula1: "0", formula2: "9",
      allowBlank,
    },
  });
  const marks = engine.injector.get(DataValidationCacheService);
  return {
    sheet,
    invalid: (row: number, col: number) => marks.getValue(of.unitId, of.subUnitId, row, col) === DataValidationStatus.INVALID,
    drawn: engine.injector.get(SheetDataValidationModel).validStatusChange$,
  };
}

/** Rules are held against cells a moment after a change. */
const told = () => new Promise((done) => setTimeout(done, 60));

const value = fc.constantFrom<string | number>("", "", "", "", 5, 42, "chữ");

it.each([
  { allowBlank: true, merge: null },
  { allowBlank: false, merge: null },
  { allowBlank: true, merge: { startRow: 2, endRow: 4, startColumn: 1, endColumn: 1 } },
])("marks the cells that break their rule, blanks where it forbids them ($allowBlank, $merge)", async ({ allowBlank, merge }) => {
  const { sheet, invalid } = sheetWithRule(allowBlank, merge);
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 16, maxLength: 16 }), async (values) => {
      sheet.getRange(0, 1, 8, 2).setValues(Array.from({ length: 8 }, (_, row) => values.slice(row * 2, row * 2 + 2)));
      await told();
      for (let row = 0; row < 8; row++) {
        for (let col = 1; col <= 2; col++) {
          const within = row >= AREA.startRow && row <= AREA.endRow;
          const merged = merge !== null && col === merge.startColumn && row >= merge.startRow && row <= merge.endRow;
          const [shown] = merged ? [sheet.getRange(merge.startRow, col).getRawValue()] : [sheet.getRange(row, col).getRawValue()];
          const blank = shown === null || shown === undefined || shown === "";
          const breaks = blank ? !allowBlank : typeof shown !== "number" || shown > 9;
          if (!(merged && row > merge.startRow)) expect([row, col, invalid(row, col)]).toEqual([row, col, within && breaks]);
        }
      }
    }),
    { numRuns: 12 },
  );
});

it("has the screen drawn anew where a rule comes to blank cells", async () => {
  const { sheet, drawn } = sheetWithRule(true, null);
  let times = 0;
  const watched = drawn.subscribe(() => void times++);
  await told();
  watched.unsubscribe();
  expect(sheet.getRange("B2").getRawValue() ?? null).toBeNull();
  expect(times).toBe(1);
});
