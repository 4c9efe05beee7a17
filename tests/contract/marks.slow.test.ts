import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { savedWorkbook } from "../../src/host/files/sheet-specs";
import { parseAreaA1, type SheetArea } from "../../src/sheet";
import type { CellMark, LiveWorkbook } from "../../src/workbook/port";
import { type OpenedWorkbook, openExcelWorkbook } from "./excel-workbook";
import { failureOf } from "./failure-of";
import { budgetSheet, plainSheet } from "./sheets";

const RED = "#FFC7CE";
const YELLOW = "#FFEB9C";
const OURS = '=LEN("PT_MARK")>0';

let opened: OpenedWorkbook;
let workbook: LiveWorkbook;

beforeEach(async () => {
  opened = openExcelWorkbook();
  workbook = opened.workbook;
  await workbook.addSheets([budgetSheet("Kinh phí"), plainSheet("Chỉ tiêu", [[1, 2], [3, 4]])]);
});

afterEach(() => opened.dispose());

const at = (sheet: string, address: string): SheetArea => {
  const area = parseAreaA1(address);
  if (!area) throw new Error(address);
  return { sheet, area };
};
const mark = (sheet: string, address: string, fill = RED): CellMark => ({ at: at(sheet, address), fill });
const ours = (cells: string, fill = RED) => ({ formula: OURS, fill, cells });
const theirs = { formula: "=ABS(N(C10))>0", fill: "#FFC7CE", cells: "C10" };

const messages = (work: () => Promise<unknown>): Promise<number> => opened.sent(work);

describe("mark", () => {
  test("colours cells over the formats that are there, and takes earlier marks away wherever they are", async () => {
    expect(
      await workbook.mark([mark("Kinh phí", "C5"), mark("Chỉ tiêu", "A1:B1"), mark("Kinh phí", "D6", YELLOW), mark("Kinh phí", "C10")]),
    ).toEqual({ refused: [] });
    expect(opened.formats("Kinh phí")).toEqual([ours("C5,C10"), ours("D6", YELLOW), theirs]);
    expect(opened.formats("Chỉ tiêu")).toEqual([ours("A1:B1")]);
    await workbook.mark([mark("Kinh phí", "E7", YELLOW)]);
    expect(opened.formats("Kinh phí")).toEqual([ours("E7", YELLOW), theirs]);
    expect(opened.formats("Chỉ tiêu")).toEqual([]);
  });

  test("with nothing leaves nothing of ours, and all that is somebody else's", async () => {
    await opened.run(async (context) => {
      const { custom } = context.workbook.worksheets.getItem("Chỉ tiêu").getRange("A1:A2").conditionalFormats.add("Custom");
      custom.rule.formula = "=A1>2";
      custom.format.fill.color = YELLOW;
      await context.sync();
    });
    const sheet = opened.engine.workbook.getSheetByName("Chỉ tiêu");
    const range = sheet?.getRange("B1:B2").getRange();
    if (!sheet || !range) throw new Error("no sheet");
    sheet.addConditionalFormattingRule(
      sheet.newConditionalFormattingRule().whenNumberGreaterThan(3).setBackground(RED).setRanges([range]).build(),
    );
    sheet.addConditionalFormattingRule(sheet.newConditionalFormattingRule().whenCellNotEmpty().setItalic(true).setRanges([range]).build());
    const before = ["Kinh phí", "Chỉ tiêu"].map((name) => opened.formats(name));
    await workbook.mark([mark("Kinh phí", "C5:D6"), mark("Chỉ tiêu", "A1:B2")]);
    expect(opened.formats("Chỉ tiêu")).toHaveLength((before[1]?.length ?? 0) + 1);
    expect(await workbook.mark([])).toEqual({ refused: [] });
    expect(["Kinh phí", "Chỉ tiêu"].map((name) => opened.formats(name))).toEqual(before);
  });

  test("of two fills on one cell the first of the list is seen, and a format has each cell once", async () => {
    await workbook.mark([
      mark("Chỉ tiêu", "A1:B1", RED), mark("Chỉ tiêu", "A1:A3", YELLOW), mark("Chỉ tiêu", "B1", RED), mark("Chỉ tiêu", "A2:B2", "#ffeb9c"),
      mark("chỉ tiêu", "B3", YELLOW), mark("Chỉ tiêu", "B3", YELLOW),
    ]);
    expect(opened.formats("Chỉ tiêu")).toEqual([ours("A1:B1"), ours("A1:A3,B2,B3", YELLOW)]);
  });

  test("marks are taken away from a sheet that was renamed, too", async () => {
    await workbook.mark([mark("Chỉ tiêu", "A2")]);
    opened.rename("Chỉ tiêu", "Chỉ tiêu 2025");
    await workbook.mark([]);
    expect(opened.formats("Chỉ tiêu 2025")).toEqual([]);
  });

  test("takes two messages, three where marks stood on sheets that get none now", async () => {
    const marks = [mark("Kinh phí", "C5"), mark("Chỉ tiêu", "A1")];
    expect(await messages(() => workbook.mark([]))).toBe(2);
    expect(await messages(() => workbook.mark(marks))).toBe(2);
    expect(await messages(() => workbook.mark(marks))).toBe(2);
    expect(await messages(() => workbook.mark(marks.slice(0, 1)))).toBe(3);
    expect(await messages(() => workbook.mark([]))).toBe(3);
  });

  test("three thousand cells far apart are a few formats and two small messages", async () => {
    const marks = Array.from({ length: 3000 }, (_, i): CellMark => ({
      at: { sheet: "Chỉ tiêu", area: { row: 2 * i, col: (i * 7) % 40, rows: 1, cols: 1 } },
      fill: i % 3 ? RED : YELLOW,
    }));
    const from = opened.messages().length;
    await workbook.mark(marks);
    const sent = opened.messages().slice(from);
    expect(sent).toHaveLength(2);
    expect(Math.max(...sent)).toBeLessThan(40_000);
    expect(opened.formats("Chỉ tiêu").length).toBeLessThan(8);
    await workbook.mark([]);
    expect(opened.formats("Chỉ tiêu")).toEqual([]);
  });

  test("a protected sheet stays as it is and is named; the others are marked, and a sheet that is gone is passed over", async () => {
    await workbook.mark([mark("Kinh phí", "C5")]);
    await opened.protect("Kinh phí");
    expect(await workbook.mark([mark("Kinh phí", "C6"), mark("Chỉ tiêu", "A1"), mark("Không có", "A1")])).toEqual({
      refused: ["Kinh phí"],
    });
    expect(opened.formats("Kinh phí")).toEqual([ours("C5"), theirs]);
    expect(opened.formats("Chỉ tiêu")).toEqual([ours("A1")]);
    expect(await workbook.mark([])).toEqual({ refused: ["Kinh phí"] });
    expect(opened.formats("Chỉ tiêu")).toEqual([]);
  });

  test("a protected sheet without marks is not spoken of", async () => {
    await opened.protect("Kinh phí");
    expect(await workbook.mark([mark("Chỉ tiêu", "A1")])).toEqual({ refused: [] });
  });

  test("a sheet whose formats Excel cannot list stays as it is and is named; the others are marked", async () => {
    const { sheets } = await workbook.outline();
    const id = sheets.find(({ name }) => name === "Chỉ tiêu")?.id ?? "";
    opened.fail("ItemNotFound", { from: 1, about: id });
    expect(await workbook.mark([mark("Kinh phí", "C5")])).toEqual({ refused: ["Chỉ tiêu"] });
    expect(opened.formats("Kinh phí")).toEqual([ours("C5"), theirs]);
  });

  test("Excel is busy: that is said, and nothing is changed", async () => {
    await workbook.mark([mark("Kinh phí", "C5")]);
    opened.fail("InvalidOperationInCellEditMode", { from: 2 });
    expect(await failureOf(workbook.mark([mark("Kinh phí", "C6")]))).toEqual({ code: "busy", data: {} });
    expect(opened.formats("Kinh phí")).toEqual([ours("C5"), theirs]);
  });

  test("a saved workbook keeps the marks", async () => {
    await workbook.mark([mark("Chỉ tiêu", "A1"), mark("Chỉ tiêu", "B2")]);
    const { specs, left } = savedWorkbook(opened.engine);
    expect(left).toEqual([]);
    expect(specs.find(({ name }) => name === "Chỉ tiêu")?.conditionalFormats).toEqual(
      ["A1", "B2"].map((cell) => ({ area: at("", cell).area, formula: OURS, style: { fill: RED } })),
    );
  });
});

describe("selection", () => {
  test("is the area that is selected, of several all of them in their order", async () => {
    opened.select("Chỉ tiêu", "B2");
    expect((await workbook.selection())[0]).toEqual(at("Chỉ tiêu", "B2"));
    opened.select("Kinh phí", "C5:D7", "A1", "E9:E10");
    const all = ["C5:D7", "A1", "E9:E10"].map((area) => at("Kinh phí", area));
    expect(await messages(async () => expect(await workbook.selection()).toEqual(all))).toBe(1);
    opened.select("Kinh phí", "A1");
    expect((await workbook.selection())[0]).toEqual(at("Kinh phí", "A1"));
  });

  test("is what is used of the sheet where a chart is selected, its first cell where nothing is", async () => {
    opened.select("Chỉ tiêu", "A1");
    opened.fail("InvalidSelection", { from: 1, times: 1 });
    expect((await workbook.selection())[0]).toEqual(at("Chỉ tiêu", "A1:B2"));
    await workbook.addSheets([plainSheet("Trống", [])]);
    opened.select("Trống", "C3");
    opened.fail("InvalidSelection", { from: 1, times: 1 });
    expect((await workbook.selection())[0]).toEqual(at("Trống", "A1"));
  });

  test("is not known while Excel is busy", async () => {
    opened.fail("InvalidOperationInCellEditMode", { from: 1 });
    expect((await failureOf(workbook.selection())).code).toBe("busy");
  });
});
