import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { Refusal, createSpecs, takeBack, writeSummary } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { comparisonSheet } from "../../src/summaries";
import { toA1, type CellValue } from "../../src/sheet";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { today } from "../support/context";
import { cellOf, makeTables, options } from "../support/make-tables";

const words = wordsOf("vi");
const SHEET = "Tổng hợp";
const COMPARISON = "So sánh kế hoạch";
const [first, later] = [{ today, date: "22/11/2026" }, { today, date: "25/11/2026" }];
const both = options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"] });
const DEGREE = "trình độ đại học trở lên";
/** Of the target in words. */
const INSURED = "tham gia bảo hiểm y tế";
/** Of a row: the cell for what people think of it. */
const OPINION = 9;
/** Right of everything that is ours. */
const BESIDE = 22;

let opened: OpenedWorkbook;
beforeEach(() => {
  opened = openExcelWorkbook();
});
afterEach(() => opened.dispose());

const values = async (sheet: string): Promise<readonly (readonly CellValue[])[]> =>
  (await opened.workbook.read([{ sheet, area: { row: 0, col: 0, rows: 1_048_576, cols: 40 } }]))[0]?.values ?? [];
const rowOf = async (words: string, sheet = SHEET): Promise<number> => {
  const row = (await values(sheet)).findIndex((cells) => String(cells[1] ?? "").includes(words));
  if (row === -1) throw new Error(words);
  return row;
};
const sentence = async (): Promise<CellValue> => (await values(SHEET))[6]?.[0] ?? null;
const texts = async (): Promise<string[]> => (await values(SHEET)).flat().filter((value) => typeof value === "string");
const sheets = async (): Promise<string[]> => (await opened.workbook.outline()).sheets.map(({ name }) => name);
const typeActual = (value: number): Promise<void> =>
  opened.type("Biểu chỉ tiêu", cellOf(createSpecs(both, words)[0], "actual2025", DEGREE), value);
/** What a person sees and has to find again: cells, merged cells, charts, pages. */
const whole = async () => ({
  values: await values(SHEET),
  merges: [...opened.merges(SHEET)].sort((a, b) => a.row - b.row || a.col - b.col),
  charts: opened.record(SHEET).charts.map(({ name, title, at, series }) => ({
    name, title, at,
    // a series that is made again has another id
    series: series.map(({ id: _, ...shown }) => shown),
  })),
  breaks: [...opened.record(SHEET).page.rowBreaks],
});

const comment = (...cells: readonly string[]): Promise<void> =>
  opened.run(async (context) => {
    for (const cell of cells) context.workbook.worksheets.getItem(SHEET).comments.add(cell, `xem ${cell}`);
    await context.sync();
  });
const comments = async (): Promise<string[]> => ((await opened.workbook.remarks(SHEET)) ?? []).map(toA1);

test("without tables it is refused", async () => {
  await expect(writeSummary(opened.workbook, first, words)).rejects.toThrow(Refusal);
});

describe("of one plan", () => {
  beforeEach(async () => {
    await makeTables(opened.workbook, both, words);
    await typeActual(28);
    expect((await writeSummary(opened.workbook, first, words)).result).toEqual({ sheet: SHEET, created: true });
  });

  test("made again in its own sheet; it says what became different", async () => {
    expect(opened.record(SHEET).page.rowBreaks.length).toBeGreaterThan(2);
    expect(await sentence()).toMatch(/^0\/19 chỉ tiêu đạt và vượt; 1 chưa đạt; 18 chưa có số liệu; ngoài ra 2 chỉ tiêu định tính/);
    await typeActual(31);
    expect((await writeSummary(opened.workbook, later, words)).result).toEqual({ sheet: SHEET, created: false });
    expect(await sentence()).toMatch(/^1\/19 chỉ tiêu đạt và vượt \(trong đó 1 vượt\); 18 chưa có số liệu/);
    expect(await texts()).toContain(
      "So với lần trước (ngày 22/11/2026): 1 chỉ tiêu chuyển sang “đạt”: Tỷ lệ nhân lực chuyên môn y tế có trình độ đại học trở lên.",
    );
    await writeSummary(opened.workbook, later, words);
    expect(await texts()).toContain("So với lần trước (ngày 25/11/2026): không có thay đổi về đánh giá chỉ tiêu.");
    expect(await sheets()).toEqual(["Sheet1", "Biểu chỉ tiêu", "Biểu kinh phí", SHEET]);
  });

  test("what people wrote goes with its row: opinions, words beside, rows of their own, signatures", async () => {
    const row = await rowOf(DEGREE);
    await opened.type(SHEET, toA1({ row, col: OPINION }), "Xem lại số liệu");
    await opened.type(SHEET, toA1({ row, col: BESIDE }), "Hỏi Sở Nội vụ");
    await opened.type(SHEET, "A2", "SỞ Y TẾ");
    const sign = (await values(SHEET)).findIndex((cells) => cells[6] === words.summary.letter.signer);
    await opened.type(SHEET, toA1({ row: sign + 6, col: 6 }), "Nguyễn Văn A");
    opened.insertRow(SHEET, row + 1);
    await opened.type(SHEET, toA1({ row: row + 1, col: 1 }), "Dòng của tôi");
    const before = await whole();
    await typeActual(31);
    const { undo } = await writeSummary(opened.workbook, later, words);

    const now = await values(SHEET);
    const found = await rowOf(DEGREE);
    expect(found).not.toBe(row);
    expect([now[found]?.[OPINION], now[found]?.[BESIDE], now[found + 1]?.[1]]).toEqual([
      "Xem lại số liệu", "Hỏi Sở Nội vụ", "Dòng của tôi",
    ]);
    expect(now[1]?.[0]).toBe("SỞ Y TẾ");
    expect(now.flat().filter((value) => value === "Nguyễn Văn A")).toHaveLength(1);
    expect(now.flat().filter((value) => value === "Hỏi Sở Nội vụ")).toHaveLength(1);

    await takeBack(opened.workbook, undo);
    expect(await whole()).toEqual(before);
  });

  test("a column that people have inserted among ours costs nobody a word", async () => {
    const row = await rowOf(DEGREE);
    await opened.type(SHEET, toA1({ row, col: OPINION }), "Xem lại số liệu");
    opened.engine.workbook.getSheetByName(SHEET)?.insertColumns(4, 1);
    await opened.type(SHEET, toA1({ row, col: 4 }), "Cột của tôi");
    // right of the hidden columns, where what stood in the column of theirs comes
    await opened.type(SHEET, toA1({ row, col: BESIDE - 1 }), "Hỏi Sở Nội vụ");
    await writeSummary(opened.workbook, later, words);
    const now = await values(SHEET);
    const found = await rowOf(DEGREE);
    expect(now[found]?.[OPINION]).toBe("Xem lại số liệu");
    expect(now[found]?.slice(OPINION + 1)).toEqual(expect.arrayContaining(["Cột của tôi", "Hỏi Sở Nội vụ"]));
    expect(now.flat().filter((value) => value === "Cột của tôi")).toHaveLength(1);
  });

  test("what was written into a row that is gone stands at the end, also the next time", async () => {
    const row = await rowOf(DEGREE);
    await opened.type(SHEET, toA1({ row, col: OPINION }), "Xem lại số liệu");
    const table = createSpecs(both, words)[0];
    await opened.type("Biểu chỉ tiêu", cellOf(table, "target2025", DEGREE), "");
    for (let time = 0; time < 2; time++) {
      await writeSummary(opened.workbook, later, words);
      const now = await values(SHEET);
      const kept = now.findIndex((cells) => cells[4] === "Xem lại số liệu");
      expect(now[kept]?.[1]).toMatch(DEGREE);
    }
  });

  test("comments go with their rows, words below stay below; a row that is gone stays where somebody has commented on it", async () => {
    const [row, other] = [await rowOf(DEGREE), await rowOf(INSURED)];
    const last = (await values(SHEET)).length;
    await opened.type(SHEET, toA1({ row: last + 2, col: 0 }), "Tính thêm ở dưới");
    await comment(toA1({ row, col: 5 }), toA1({ row: other, col: 0 }), toA1({ row: last + 2, col: 0 }));
    const before = await whole();
    await typeActual(31);
    await opened.type("Biểu chỉ tiêu", cellOf(createSpecs(both, words)[0], "target2025", INSURED), "");
    const done = await writeSummary(opened.workbook, later, words);
    const now = await values(SHEET);
    const found = await rowOf(DEGREE);
    const kept = now.findIndex((cells) => String(cells[1]).startsWith(words.summary.keptRow("")));
    const below = now.findIndex((cells) => cells[0] === "Tính thêm ở dưới");
    expect(now[kept]?.[1]).toMatch(INSURED);
    expect(await comments()).toEqual([toA1({ row: found, col: 5 }), toA1({ row: kept, col: 0 }), toA1({ row: below, col: 0 })]);
    expect(below).toBe(now.length - 1);
    expect(await sentence()).toMatch(/^1\/19 .*ngoài ra 1 chỉ tiêu định tính/);
    await takeBack(opened.workbook, done.undo);
    expect(await whole()).toEqual(before);
    expect(await comments()).toEqual([toA1({ row, col: 5 }), toA1({ row: other, col: 0 }), toA1({ row: last + 2, col: 0 })]);
    for (let time = 0; time < 2; time++) await writeSummary(opened.workbook, later, words);
    expect((await values(SHEET)).filter((cells) => String(cells[1]).startsWith(words.summary.keptRow("")))).toHaveLength(1);
    expect(await comments()).toHaveLength(3);
  });

  test("charts of earlier times do not stay behind", async () => {
    const before = opened.record(SHEET).charts.length;
    expect(before).toBeGreaterThan(1);
    for (const one of ["C9", "C10", "C11", "C12", "C13", "C14", "C15", "C16", "C17", "C18", "C19"])
      await opened.type("Biểu kinh phí", one, "");
    await writeSummary(opened.workbook, later, words);
    expect(opened.record(SHEET).charts.length).toBeLessThan(before);
  });
});

describe("of several plans", () => {
  const INSURANCE = "bảo hiểm y tế";
  const [NAME, YEAR, TARGET, VERDICT, CODE] = [3, 5, 6, 7, 8] as const;
  beforeEach(async () => {
    for (const plan of ["kon-tum-2030", "bac-ninh-2018-2030"])
      await makeTables(opened.workbook, options({ plan, kinds: ["indicators"] }), words);
    expect((await writeSummary(opened.workbook, first, words)).result).toEqual({ sheet: SHEET, created: true, comparison: COMPARISON });
  });

  test("each has its part, and the same indicator stands side by side", async () => {
    expect((await texts()).filter((text) => /^[AB]\. Kế hoạch/.test(text))).toHaveLength(2);
    const insurance = (await values(COMPARISON)).filter((cells) => /dân số tham gia bảo hiểm y tế$/i.test(String(cells[NAME])));
    expect(insurance.map((cells) => [cells[YEAR], cells[TARGET], cells[CODE]])).toEqual([
      [2030, "> 95", "1"], [2025, "96", "1"], [2030, "98", "1"],
    ]);
    expect(insurance[2]?.[VERDICT]).toBe("Chặt hơn: tỉnh Kon Tum. Chặt nhất năm 2030");
  });

  test("what to do with the codes stands over them, whatever rows are in sight", async () => {
    expect((await values(COMPARISON))[1]?.[0]).toMatch(/gõ cùng một mã để ghép, xóa mã hoặc gõ mã riêng để tách.*bấm Tổng hợp lại/);
    expect(comparisonSheet(COMPARISON, { groups: [], alone: [], codes: new Map() }, words).freeze.rows).toBeGreaterThan(1);
  });

  test("a code that was deleted or is one's own parts, the same code joins; all are kept and taken back", async () => {
    const rows = await values(COMPARISON);
    const at = (wanted: string): number => rows.findIndex((cells) => String(cells[NAME]).includes(wanted));
    await opened.type(COMPARISON, toA1({ row: at(`tham gia ${INSURANCE}`), col: CODE }), "");
    await opened.type(COMPARISON, toA1({ row: at("Chiều cao trung bình của nam"), col: CODE }), "x");
    await opened.type(COMPARISON, toA1({ row: at("Chiều cao trung bình của nữ"), col: CODE }), "x");
    const [own, other] = rows.filter((cells) => cells[CODE] === "2").map((cells) => String(cells[NAME]));
    await opened.type(COMPARISON, toA1({ row: rows.findIndex((cells) => cells[CODE] === "2"), col: CODE }), "riêng");
    const before = await values(COMPARISON);
    const { undo } = await writeSummary(opened.workbook, later, words);
    for (let time = 0; time < 2; time++) {
      const now = await values(COMPARISON);
      const codes = (wanted: RegExp): unknown[] => now.filter((cells) => wanted.test(String(cells[NAME]))).map((cells) => cells[CODE]);
      expect(codes(/Chiều cao trung bình/)).toEqual(["x", "x", "x", "x"]);
      expect(codes(/dân số tham gia bảo hiểm y tế$/i)).toContain("-");
      expect(now.filter((cells) => cells[CODE] === "riêng").map((cells) => cells[NAME])).toEqual([own]);
      expect(now.filter((cells) => cells[NAME] === other).map((cells) => cells[CODE])).not.toContain("riêng");
      if (time === 0) {
        await takeBack(opened.workbook, undo);
        expect(await values(COMPARISON)).toEqual(before);
        await writeSummary(opened.workbook, later, words);
        await writeSummary(opened.workbook, later, words);
      }
    }
  });

  test.each([
    ["where Excel can list comments", 1.18], ["where it cannot", 1.17],
  ])("words beside the comparison go with their rows, %s; all of it is taken back", async (_, version) => {
    opened.conditions.excelApi = version;
    const rows = await values(COMPARISON);
    const at = (all: readonly (readonly CellValue[])[], wanted: string): number =>
      all.findIndex((cells) => String(cells[NAME]).includes(wanted));
    const name = String(rows.find((cells) => cells[CODE] === "2")?.[NAME]);
    const right = (rows[0]?.length ?? 0) + 2;
    await opened.type(COMPARISON, toA1({ row: at(rows, name), col: right }), "Hỏi Sở Y tế");
    // what was one group comes apart, so that rows above come and go
    await opened.type(COMPARISON, toA1({ row: at(rows, `tham gia ${INSURANCE}`), col: CODE }), "");
    const before = await values(COMPARISON);
    const { undo } = await writeSummary(opened.workbook, later, words);
    const now = await values(COMPARISON);
    expect(at(now, name)).not.toBe(at(rows, name));
    expect(now[at(now, name)]).toContain("Hỏi Sở Y tế");
    expect(now.flat().filter((value) => value === "Hỏi Sở Y tế")).toHaveLength(1);
    await takeBack(opened.workbook, undo);
    expect(await values(COMPARISON)).toEqual(before);
  });
});
