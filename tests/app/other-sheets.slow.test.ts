import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkWorkbook, recheck, type CheckResult } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import type { Area } from "../../src/sheet";
import type { WorkbookChange } from "../../src/workbook/port";
import { openExcelWorkbook } from "../contract/excel-workbook";
import { makeTables, options } from "../support/make-tables";
import { plainSheet, SPENDING } from "../support/plain-sheet";

const today = { year: 2026, month: 11, day: 22 };
let opened: ReturnType<typeof openExcelWorkbook>;
beforeEach(() => void (opened = openExcelWorkbook()));
afterEach(() => opened.dispose());

const told = ({ findings, failures, others }: CheckResult) =>
  ({ findings, failures, areas: others.map(({ sheet, area }) => ({ sheet, area })) });
const changeOf = (result: CheckResult, sheet: string, area: Area): WorkbookChange => ({
  sheetId: result.workbook.sheets.find(({ name }) => name === sheet)?.id ?? "", area, source: "local",
});
const cell = (row: number, col: number): Area => ({ row, col, rows: 1, cols: 1 });

/** What a work gives, and how many messages it sent. */
async function counted<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const before = opened.messages().length;
  const result = await work();
  return [result, opened.messages().length - before];
}

describe("sheets that hold more than tables of ours", () => {
  test("are read with one message more, and not at all where only ours are asked for", async () => {
    await opened.workbook.addSheets([plainSheet("Chi", SPENDING), plainSheet("Chi khác", SPENDING)]);
    const [all, messages] = await counted(() => checkWorkbook(opened.workbook, today));
    expect(all.others.map(({ sheet }) => sheet)).toEqual(["Chi", "Chi khác"]);
    expect(messages).toBe(3);
    const [own, fewer] = await counted(() => checkWorkbook(opened.workbook, today, { own: true }));
    expect(own.others).toEqual([]);
    expect(fewer).toBe(2);
    const sheet = { kind: "sheet", at: { sheet: "Chi khác", area: cell(0, 0) } } as const;
    expect((await checkWorkbook(opened.workbook, today, { scope: sheet })).others.map((one) => one.sheet)).toEqual(["Chi khác"]);
  });

  test("what is typed into one is checked in one message as a whole check does it", async () => {
    await makeTables(opened.workbook, options({ plan: "lai-chau-2021-2025", kinds: ["budget"] }), wordsOf("vi"));
    await opened.workbook.addSheets([plainSheet("Chi", SPENDING), plainSheet("Trống", [])]);
    let before = await checkWorkbook(opened.workbook, today);
    const type = async (sheet: string, at: string, value: string | number, area: Area): Promise<CheckResult> => {
      await opened.type(sheet, at, value);
      const [after, messages] = await counted(() => recheck(opened.workbook, before, [changeOf(before, sheet, area)], today));
      expect(messages).toBe(1);
      if (!after) throw new Error("not touched");
      expect(told(after)).toEqual(told(await checkWorkbook(opened.workbook, today)));
      return (before = after);
    };
    expect((await type("Chi", "D12", 232, cell(11, 3))).findings.map(({ at }) => at)).toContainEqual({ sheet: "Chi", row: 11, col: 3 });
    expect((await type("Chi", "D12", 223, cell(11, 3))).findings).toEqual([]);
    // right below, and beside
    await type("Chi", "B15", "Chi khác", cell(14, 1));
    await type("Chi", "C15", 12, cell(14, 2));
    await type("Chi", "F5", 12, cell(4, 5));
    // where nothing was
    await type("Trống", "B2", "Nội dung", cell(1, 1));
    await type("Trống", "C2", "Số tiền", cell(1, 2));
    await type("Trống", "C3", 5, cell(2, 2));
    // a table of ours is not theirs
    expect((await type("Biểu kinh phí", "C10", 7, cell(9, 2))).sheets.map(({ sheet }) => sheet)).toEqual(["Chi", "Trống"]);
  });

  test("what is typed into one leaves the tables of the others as they were read", async () => {
    await opened.workbook.addSheets([plainSheet("Chi", SPENDING), plainSheet("Chi khác", SPENDING)]);
    const before = await checkWorkbook(opened.workbook, today);
    await opened.type("Chi", "D12", 232);
    const [after, messages] = await counted(() => recheck(opened.workbook, before, [changeOf(before, "Chi", cell(11, 3))], today));
    expect(messages).toBe(1);
    const tableOn = (result: CheckResult | null, sheet: string) => result?.others.find((one) => one.sheet === sheet);
    expect(tableOn(after, "Chi khác")).toBe(tableOn(before, "Chi khác"));
    expect(tableOn(after, "Chi")).not.toBe(tableOn(before, "Chi"));
  });

  test("the reading is followed, and stops when asked", async () => {
    await opened.workbook.addSheets([plainSheet("Chi", SPENDING), plainSheet("Chi khác", SPENDING)]);
    const shares: number[] = [];
    let rests = 0;
    await checkWorkbook(opened.workbook, today, {
      course: { progress: (share) => shares.push(share), rest: () => Promise.resolve(void rests++) },
    });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    let asked = 0;
    const stopping = checkWorkbook(opened.workbook, today, { course: { stopped: () => ++asked > 1 } });
    await expect(stopping).rejects.toMatchObject({ code: "stopped" });
  });
});
