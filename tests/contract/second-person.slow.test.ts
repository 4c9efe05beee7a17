import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { toA1, type CellInput, type CellValue } from "../../src/sheet";
import type { CellChange, LiveWorkbook } from "../../src/workbook/port";
import { openExcelWorkbook, type OpenedWorkbook } from "./excel-workbook";
import { failureOf } from "./failure-of";
import { plainSheet } from "./sheets";

const SHEET = "Chung";

let opened: OpenedWorkbook;
let workbook: LiveWorkbook;

beforeEach(() => {
  opened = openExcelWorkbook();
  workbook = opened.workbook;
});

afterEach(() => opened.dispose());

const at = (row: number, col = 0) => ({ sheet: SHEET, row, col });
const cells = async () => (await workbook.read([{ sheet: SHEET, area: { row: 0, col: 0, rows: 6, cols: 1 } }]))[0];
/** What a colleague types, without an event that anybody waits for. */
const typed = (row: number, value: number | string) => (): void =>
  void opened.engine.workbook.getSheetByName(SHEET)?.getRange(toA1({ row, col: 0 })).setValue(value);

describe("somebody who writes between our messages", () => {
  test("loses nothing: their value is put back, the rest is taken back, and the cell is named", async () => {
    await workbook.addSheets([plainSheet(SHEET, [[1], [2], [{ formula: "=A1+A2" }]])]);
    opened.meanwhile(2, typed(1, 20));
    const changes: CellChange[] = [{ at: at(0), to: 10, expect: 1 }, { at: at(1), to: 11, expect: 2 }, { at: at(2), to: 5 }];
    expect(await failureOf(workbook.change(changes))).toEqual({ code: "cell-changed", data: { at: at(1) } });
    const now = await cells();
    expect([now?.values.flat().slice(0, 3), now?.formulas.flat().slice(0, 3)]).toEqual([[1, 20, 21], [null, null, "=A1+A2"]]);
  });

  test("a formula typed in between is put back as a formula, over one of ours too", async () => {
    await workbook.addSheets([plainSheet(SHEET, [[1], [2], [3]])]);
    opened.meanwhile(2, () => void opened.engine.workbook.getSheetByName(SHEET)?.getRange("A1").setFormula("=A2*2"));
    expect((await failureOf(workbook.change([{ at: at(0), to: { formula: "=A2+A3" }, expect: 1 }]))).code).toBe("cell-changed");
    expect((await cells())?.formulas[0]).toEqual(["=A2*2"]);
  });

  test("while theirs is put back, what they type then stays", async () => {
    await workbook.addSheets([plainSheet(SHEET, [[1], [2]])]);
    opened.meanwhile(2, typed(0, 20));
    opened.meanwhile(3, typed(0, 30));
    expect(
      (await failureOf(workbook.change([{ at: at(0), to: 10, expect: 1 }, { at: at(1), to: 11, expect: 2 }]))).code,
    ).toBe("cell-changed");
    expect((await cells())?.values.flat().slice(0, 2)).toEqual([30, 2]);
  });

  test("a formula whose value moves with their edit is not theirs", async () => {
    await workbook.addSheets([plainSheet(SHEET, [[1], [{ formula: "=A1*2" }]])]);
    opened.meanwhile(2, typed(0, 5));
    const undo = await workbook.change([{ at: at(1), to: 7 }]);
    await workbook.change(undo);
    expect((await cells())?.values.flat().slice(0, 2)).toEqual([5, 10]);
  });

  const input = fc.oneof<fc.Arbitrary<CellInput>[]>(
    fc.integer({ min: 0, max: 9 }), fc.constantFrom("a", "=b", "007"),
    fc.constantFrom({ formula: "=1+1" }, { formula: "=SUM(B1:B2)" }),
  );

  test("whatever is written, whenever they come: a change is whole with an undo that knows, or nothing of ours is left", async () => {
    await workbook.addSheets([plainSheet(SHEET, [[null]])]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(input, { minLength: 6, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), input), { minLength: 1, maxLength: 4 }),
        fc.nat(5), fc.integer({ min: 100, max: 105 }), fc.integer({ min: 1, max: 3 }),
        async (stood, wanted, row, theirs, message) => {
          await workbook.change(stood.map((to, index) => ({ at: at(index), to })));
          const before = await cells();
          const expectOf = (index: number): CellValue => before?.values[index]?.[0] ?? null;
          const changes = [...new Map(wanted).entries()].map(([index, to]): CellChange => ({ at: at(index), to, expect: expectOf(index) }));
          opened.meanwhile(message, typed(row, theirs));
          const undo = await workbook.change(changes).catch(() => null);
          // the act may be left for a message that did not come
          opened.meanwhile(1, () => undefined);
          const done = await cells();
          const ours = new Map(changes.map(({ at: { row: index } }) => [index, index]));
          if (!undo) {
            expect(done?.values[row]?.[0]).toBe(theirs);
            for (let index = 0; index < 6; index++)
              if (index !== row)
                expect([index, done?.formulas[index]?.[0], done?.formulas[index]?.[0] ? null : done?.values[index]?.[0]]).toEqual([
                  index,
                  before?.formulas[index]?.[0],
                  before?.formulas[index]?.[0] ? null : before?.values[index]?.[0],
                ]);
            return;
          }
          await workbook.change(undo);
          const back = await cells();
          for (const index of ours.keys())
            expect([back?.formulas[index]?.[0], back?.formulas[index]?.[0] ? null : back?.values[index]?.[0]]).toEqual([
              before?.formulas[index]?.[0],
              before?.formulas[index]?.[0] ? null : before?.values[index]?.[0],
            ]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("a sheet that is removed", () => {
  test("with words that came in between is there again with them", async () => {
    const spec = plainSheet(SHEET, [[1], [2], [{ formula: "=A1+A2" }]], {
      names: [{ name: "pt_x", area: { row: 0, col: 0, rows: 1, cols: 1 } }],
    });
    const [info] = await workbook.addSheets([spec]);
    const made = [{ id: info?.id ?? "", spec }];
    // learn, read, comments, list: the next deletes
    opened.meanwhile(5, typed(3, "của tôi"));
    expect(await failureOf(workbook.removeSheets(made))).toEqual({
      code: "sheet-has-entries",
      data: { sheet: SHEET, found: { kind: "cell", at: at(3) } },
    });
    const now = await cells();
    expect([now?.values.flat(), now?.formulas[2]]).toEqual([[1, 2, 3, "của tôi", null, null], ["=A1+A2"]]);
    expect((await workbook.outline()).names.map(({ name }) => name)).toEqual(["pt_x"]);
  });
});
