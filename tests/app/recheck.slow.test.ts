import { afterEach, beforeEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkWorkbook, recheck, type CheckResult } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { toA1, type SheetSnapshot } from "../../src/sheet";
import { DEFAULT_CHOICES, budgetTable } from "../../src/templates";
import type { Workbook, WorkbookChange } from "../../src/workbook/port";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { bigPlan } from "../support/big-plan";
import { today } from "../support/context";
import { makeTables, options } from "../support/make-tables";

const words = wordsOf("vi");

let opened: OpenedWorkbook;
beforeEach(() => {
  opened = openExcelWorkbook();
});
afterEach(() => opened.dispose());

/** The same workbook, with what its readings answer. */
function listened(answers: SheetSnapshot[]): Workbook {
  const { workbook } = opened;
  return {
    outline: () => workbook.outline(),
    addSheets: (specs, course) => workbook.addSheets(specs, course),
    read: async (areas, rest) => {
      const read = await workbook.read(areas, rest);
      answers.push(...read);
      return read;
    },
  };
}

const told = ({ findings, agreements, failures, statuses }: CheckResult) => ({ findings, agreements, failures, statuses });
const changeOf = (result: CheckResult, sheet: string, row: number, col: number): WorkbookChange => ({
  sheetId: result.workbook.sheets.find(({ name }) => name === sheet)?.id ?? "",
  area: { row, col, rows: 1, cols: 1 },
  source: "local",
});

test("what is typed, be it a number, words or a formula, is checked again as a whole check does it", async () => {
  await makeTables(opened.workbook, options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"] }), words);
  let before = await checkWorkbook(opened.workbook, today);
  const edit = fc.record({
    table: fc.nat({ max: before.outlines.length - 1 }),
    down: fc.nat(200),
    right: fc.nat(200),
    value: fc.oneof(
      fc.integer({ min: -10, max: 300_000 }),
      fc.constantFrom("", "12,5%", "abc", "=1/0", "=SUM(C9:C12)", "=C10", "=$C$9*2", "=D10+E10"),
    ),
  });
  await fc.assert(
    fc.asyncProperty(edit, async ({ table, down, right, value }) => {
      const outline = before.outlines[table];
      if (!outline) throw new Error("no table");
      const { sheet, reach: area } = outline;
      const [row, col] = [area.row + (down % area.rows), area.col + (right % area.cols)];
      await opened.type(sheet, toA1({ row, col }), value);
      const after = await recheck(opened.workbook, before, [changeOf(before, sheet, row, col)], today);
      if (!after) throw new Error("not touched");
      expect(told(after)).toEqual(told(await checkWorkbook(opened.workbook, today)));
      before = after;
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

test("a line typed below a table is told at once, in one message, and gone when it is cleared", async () => {
  await makeTables(opened.workbook, options({ plan: "lai-chau-2021-2025", kinds: ["budget"] }), words);
  const before = await checkWorkbook(opened.workbook, today);
  const last = (before.outlines[0]?.body.to ?? 0) + 1;
  await opened.type("Biểu kinh phí", `B${last + 1}`, "Chi khác");
  await opened.type("Biểu kinh phí", `C${last + 1}`, 1500);
  const sent = opened.messages().length;
  const typed = { ...changeOf(before, "Biểu kinh phí", last, 1), area: { row: last, col: 1, rows: 1, cols: 2 } };
  const after = await recheck(opened.workbook, before, [typed], today);
  expect(opened.messages().length - sent).toBe(1);
  expect(after?.findings.filter(({ code }) => code === "rows-outside")).toMatchObject([
    { at: { row: last, col: 1 }, data: { rows: [{ label: "Chi khác" }] } },
  ]);
  await opened.type("Biểu kinh phí", `B${last + 1}`, "");
  await opened.type("Biểu kinh phí", `C${last + 1}`, "");
  expect((await recheck(opened.workbook, after ?? before, [typed], today))?.findings.map(({ code }) => code)).not.toContain("rows-outside");
});

test("of a long table the row that was typed into is read, and those whose sums follow from it", async () => {
  const plan = bigPlan(400);
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  await opened.workbook.addSheets([
    budgetTable(plan, budget, { table: "budget1", sheet: "Biểu kinh phí" }, DEFAULT_CHOICES, words.templates),
  ]);
  const all: SheetSnapshot[] = [];
  const before = await checkWorkbook(listened(all), today);
  await opened.type("Biểu kinh phí", "C100", 7);
  const few: SheetSnapshot[] = [];
  const sent = opened.messages().length;
  const after = await recheck(listened(few), before, [changeOf(before, "Biểu kinh phí", 99, 2)], today);
  expect(opened.messages().length - sent).toBe(1);
  // the row, and the sum of its breakdown
  expect(few.flatMap(({ area }) => Array.from({ length: area.rows }, (_, index) => area.row + index))).toEqual([8, 99]);
  expect(JSON.stringify(few).length).toBeLessThan(JSON.stringify(all).length / 50);
  expect(after?.findings.map(({ code }) => code)).toContain("sum-mismatch");
  expect(after && told(after)).toEqual(told(await checkWorkbook(opened.workbook, today)));
});
