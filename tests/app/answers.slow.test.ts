import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  answerQuestion, checkWorkbook, correctTable, describeTableAt, keepRecord, readVersion, recheck, takeBack, writeRecord, type CheckResult,
  type Saying,
} from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { savable } from "../../src/host/files/save";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { today } from "../support/context";
import { HEADINGS } from "../support/headings";
import { makeTables, options as planOptions } from "../support/make-tables";
import { openFile } from "../support/open-file";

const words = wordsOf("vi");
const options = { today, words };
const SHEET = "Chi xã";
const RECORD = "Kết quả kiểm tra";
const ANSWER = { so: true, who: "Nguyễn Văn An" };

let opened: OpenedWorkbook;
beforeEach(async () => {
  opened = openExcelWorkbook();
  await opened.run(async (context) => {
    const sheet = context.workbook.worksheets.add(SHEET);
    sheet.getRange("A1:F7").values = HEADINGS.map((row) => [...row]);
    await context.sync();
  });
});
afterEach(() => opened.dispose());

const check = (): Promise<CheckResult> => checkWorkbook(opened.workbook, today);
const questions = ({ findings }: CheckResult) => findings.filter(({ code }) => code === "table-question");
const wrong = ({ findings }: CheckResult) =>
  findings.filter(({ severity }) => severity !== "info").map(({ at, severity }) => [at.row + 1, severity]);
async function names(): Promise<string[]> {
  const { names: all } = await opened.workbook.outline();
  return all.filter(({ name }) => name.includes("answer")).map(({ name, refersTo }) => `${name} ${JSON.stringify(refersTo.area)}`);
}
const ask = async (so: boolean) => {
  const result = await check();
  const [first] = questions(result);
  if (!first) throw new Error("nothing is asked");
  return { id: first.id, done: await answerQuestion(opened.workbook, result, first.id, { ...ANSWER, so }, options) };
};
/** The row of the answer as people read it. */
async function row(): Promise<unknown[] | undefined> {
  const [snapshot] = await opened.workbook.read([{ sheet: RECORD, area: { row: 4, col: 0, rows: 40, cols: 9 } }]);
  return snapshot?.values.find((cells) => String(cells[8]).startsWith("answer:"))?.slice(0, 8);
}

describe("an answer to a question", () => {
  test("counts where versions are compared: the version's own record says how its tables are read", async () => {
    const read = async (): Promise<number> => {
      const { tables } = await readVersion({ workbook: opened.workbook, sheet: SHEET });
      return tables.flatMap(({ questions: asked }) => asked).length;
    };
    const before = await read();
    expect(before).toBeGreaterThan(0);
    await ask(true);
    expect(await read()).toBeLessThan(before);
  });

  test("yes: what was asked is certain, and not asked again", async () => {
    const before = await check();
    expect(questions(before).length).toBeGreaterThan(0);
    const { id } = await ask(true);
    const after = await check();
    expect(questions(after).map((one) => one.id)).not.toContain(id);
    expect(after.findings.filter(({ severity }) => severity === "error").length).toBeGreaterThan(
      before.findings.filter(({ severity }) => severity === "error").length,
    );
    expect(await row()).toMatchObject({ 1: "Trả lời", 4: "Phải", 6: "Nguyễn Văn An" });
  });

  test("no: neither asked nor judged", async () => {
    const before = await check();
    const { id } = await ask(false);
    const after = await check();
    expect(questions(after).map((one) => one.id)).not.toContain(id);
    expect(wrong(after)).toEqual(wrong(before));
    expect(await row()).toMatchObject({ 1: "Trả lời", 4: "Không phải" });
  });

  test("goes with its cells when rows are inserted, and its row says where they are", async () => {
    const { id } = await ask(false);
    const [first] = await names();
    opened.insertRow(SHEET, 0);
    opened.insertRow(SHEET, 0);
    expect((await names())[0]).not.toBe(first);
    const after = await check();
    expect(questions(after).map((one) => one.id)).not.toContain(id);
    const told = await row();
    await keepRecord(opened.workbook, after, today);
    const now = await row();
    expect(now?.[2]).not.toBe(told?.[2]);
    expect(now?.[3]).not.toBe(told?.[3]);
    expect(now?.[4]).toBe("Không phải");
  });

  test("whose cells are deleted is said to be gone, and is passed over", async () => {
    await ask(true);
    const gone = (await names()).find((name) => name.includes("_total1")) ?? "";
    const { row: at } = JSON.parse(gone.slice(gone.indexOf(" "))) as { row: number };
    // of a sheet that is not shown the engine forgets the names
    opened.select(SHEET, "A1");
    await opened.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).getRange(`${at + 1}:${at + 1}`).delete("Up");
      await context.sync();
    });
    const after = await check();
    expect(after.lostAnswers).toMatchObject({ sheet: RECORD, area: { rows: 1 } });
    expect(after.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    await keepRecord(opened.workbook, after, today);
    expect(String((await row())?.[3])).toMatch(/\(các ô này không còn\)$/);
    expect((await row())?.[4]).toBe("Phải");
    expect(await opened.sent(async () => void (await keepRecord(opened.workbook, await check(), today)))).toBeLessThan(5);
  });

  test("is taken back with its names, and the record that was made for it too", async () => {
    const { done, id } = await ask(true);
    expect((await names()).length).toBeGreaterThan(1);
    await takeBack(opened.workbook, done.undo);
    expect(await names()).toEqual([]);
    expect((await opened.workbook.outline()).sheets.map(({ name }) => name)).not.toContain(RECORD);
    expect(questions(await check()).map((one) => one.id)).toContain(id);
  });

  test("in a record that is there is a row below, and taken back leaves the others", async () => {
    await writeRecord(opened.workbook, await check(), options);
    const { done } = await ask(false);
    expect(done.result.created).toBe(false);
    expect(await row()).toBeDefined();
    await takeBack(opened.workbook, done.undo);
    expect(await row()).toBeUndefined();
    expect(await names()).toEqual([]);
  });

  test("is not half given: without names no row either", async () => {
    await writeRecord(opened.workbook, await check(), options);
    opened.refuseCall("NamedItemCollection.Add", "GeneralException", 1);
    await expect(ask(true)).rejects.toThrow();
    expect(await row()).toBeUndefined();
    expect(await names()).toEqual([]);
  });

  test("that is typed over in the record counts as typed; one that says neither counts for nothing", async () => {
    await writeRecord(opened.workbook, await check(), options);
    const { id } = await ask(false);
    const before = await check();
    const [at] = (before.record?.rows ?? []).filter(({ cells }) => String(cells.id).startsWith("answer:"));
    const cell = `E${(at?.row ?? 0) + 1}`;
    await opened.type(RECORD, cell, "phải");
    const area = { row: at?.row ?? 0, col: 4, rows: 1, cols: 1 };
    const again = await recheck(opened.workbook, before, [{ sheetId: before.record?.sheetId ?? "", area, source: "local" }], today);
    expect(again && wrong(again).length).toBeGreaterThan(wrong(before).length);
    await opened.type(RECORD, cell, "để xem");
    expect(questions(await check()).map((one) => one.id)).toContain(id);
  });

  test("given the other way changes its row and adds none", async () => {
    const first = await check();
    const [asked] = questions(first);
    if (!asked) throw new Error("nothing is asked");
    await answerQuestion(opened.workbook, first, asked.id, { ...ANSWER, so: false }, options);
    const known = await names();
    // a pane of somebody else that has not checked since
    await answerQuestion(opened.workbook, { ...first, ...pick(await check()) }, asked.id, ANSWER, options);
    expect(await names()).toEqual(known);
    expect((await row())?.[4]).toBe("Phải");
  });
});

/** A table with a line that adds up two others, which nothing but a person can tell: in one column alone it does. */
const ODD: readonly (readonly (string | number)[])[] = [
  ["BIỂU SỐ LIỆU XÃ"],
  ["Nội dung", "Dự toán", "Thực hiện", "Còn lại", "Mức chi"],
  ["Giáo dục", 120, 100, 17, 12],
  ["Y tế", 250, 200, 31, 25],
  ["Văn hóa", 175, 160, 23, 17],
  ["Hai ngành", 295, 206, 77, 31],
  ["Thể thao", 91, 55, 9, 9],
];
const ODD_SHEET = "Biểu lạ";

/** Saves what is open, and checks the file as the command line does. */
async function checkSaved(): Promise<CheckResult> {
  return checkWorkbook(await openFile(await (await savable(opened.engine)).content()), today);
}

describe("what a person puts right", () => {
  beforeEach(async () => {
    await opened.run(async (context) => {
      const sheet = context.workbook.worksheets.add(ODD_SHEET);
      ODD.forEach((row, index) => (sheet.getRangeByIndexes(index, 0, 1, row.length).values = [[...row]]));
      await context.sync();
    });
  });
  const at = (row: number, col: number) => ({ sheet: ODD_SHEET, row: row - 1, col });
  const cells = (...rows: readonly number[]) => rows.map((row) => ({ sheet: ODD_SHEET, area: { row: row - 1, rows: 1, col: 1, cols: 1 } }));
  const sayIt = async (saying: Saying) => correctTable(opened.workbook, await check(), saying, "Nguyễn Văn An", options);
  /** What is understood of the table, its rows counted from `moved` rows above. */
  const seen = ({ others, findings }: CheckResult, moved = 0) => {
    const table = others.find(({ sheet }) => sheet === ODD_SHEET);
    const row = (place: number) => place + 1 - moved;
    return {
      heads: table?.headRows.map(row),
      lines: table?.rows.map((line) => row(line.row)),
      uses: table?.columns.map(({ use }) => use),
      sums: table?.relations
        .filter(({ op, axis }) => op === "sum" && axis === "column")
        .map(({ total, parts, sure }) => `${row(total.at.row)}=${parts.map((part) => row(part.at.row)).join("+")} (${sure})`),
      wrong: findings
        .filter((one) => one.at.sheet === ODD_SHEET && one.severity === "error")
        .map((one) => `${one.code} ${row(one.at.row)} ${one.at.col}`),
    };
  };
  type Seen = ReturnType<typeof seen>;

  interface Case {
    readonly name: string;
    readonly saying: Saying;
    readonly told: RegExp;
    readonly changed: (before: Seen) => Partial<Seen>;
  }
  const [A, S, Q] = ["amount", "share", "quantity"] as const;
  const SAYINGS: readonly Case[] = [
    {
      name: "a total of lines that nobody believed",
      saying: { kind: "parts", axis: "column", at: at(6, 2), cells: cells(3, 5) },
      told: /^Dòng 6 chỉ là tổng của dòng 3 và 5$/,
      changed: () => ({ sums: Array<string>(4).fill("6=3+5 (1)"), wrong: [2, 3, 4].map((col) => `sum-mismatch 6 ${col}`) }),
    },
    {
      name: "a share",
      saying: { kind: "column", is: "share", at: at(4, 4) },
      told: /^Cột E là cột tỷ lệ$/,
      changed: () => ({ uses: [A, A, A, S] }),
    },
    {
      name: "a quantity",
      saying: { kind: "column", is: "quantity", at: at(4, 1) },
      told: /^Cột B là cột số lượng/,
      changed: () => ({ uses: [Q, A, A, A] }),
    },
    {
      name: "no number",
      saying: { kind: "column", is: "words", at: at(2, 4) },
      told: /^Cột E là cột không phải số liệu$/,
      changed: () => ({ uses: [A, A, A] }),
    },
    {
      name: "a head above",
      saying: { kind: "head", so: true, at: at(1, 0) },
      told: /^Dòng 1 là dòng đầu biểu$/,
      changed: () => ({ heads: [1, 2] }),
    },
    {
      name: "no head",
      saying: { kind: "head", so: false, at: at(2, 0) },
      told: /^Dòng 2 là dòng đầu biểu$/,
      changed: ({ lines = [] }) => ({ heads: [], lines: [2, ...lines] }),
    },
  ];

  test.each(SAYINGS)("$name: at once, in the saved file, with rows inserted above, and back with one undo", async (one) => {
    const { saying, told, changed } = one;
    const before = seen(await check());
    expect(before).toMatchObject({ heads: [2], uses: ["amount", "amount", "amount", "amount"], sums: [], wrong: [] });
    const done = await sayIt(saying);
    const wanted = { ...before, ...changed(before) };
    expect(seen(await check())).toMatchObject(wanted);
    expect(String((await row())?.[3])).toMatch(told);
    expect(seen(await checkSaved())).toMatchObject(wanted);
    opened.insertRow(ODD_SHEET, 0);
    opened.insertRow(ODD_SHEET, 0);
    expect(seen(await check(), 2)).toMatchObject(wanted);
    await takeBack(opened.workbook, done.undo);
    expect(seen(await check(), 2)).toMatchObject(before);
    expect(await names()).toEqual([]);
  });

  test("of a total that it is none", async () => {
    await sayIt({ kind: "parts", axis: "column", at: at(6, 2), cells: cells(3, 5) });
    await sayIt({ kind: "no-total", axis: "column", at: at(6, 2) });
    expect(seen(await check())).toMatchObject({ sums: [], wrong: [] });
    expect(seen(await checkSaved())).toMatchObject({ sums: [], wrong: [] });
    // the last word counts, also where the first was the same
    await sayIt({ kind: "parts", axis: "column", at: at(6, 2), cells: cells(3, 5) });
    expect(seen(await check()).wrong).toHaveLength(3);
    await sayIt({ kind: "parts", axis: "column", at: at(6, 2), cells: cells(3, 4) });
    expect(seen(await check()).sums).toEqual(Array<string>(4).fill("6=3+4 (1)"));
  });

  test("later of the same column counts, and is one row where nothing stands between", async () => {
    for (const is of ["share", "quantity", "share"] as const) await sayIt({ kind: "column", is, at: at(4, 4) });
    expect(seen(await check()).uses).toEqual(["amount", "amount", "amount", "share"]);
    const known = await names();
    await sayIt({ kind: "column", is: "share", at: at(4, 4) });
    expect(await names()).toEqual(known);
  });

  test("is refused where it says nothing, and nothing is written", async () => {
    const nothing: readonly (readonly [Saying, string])[] = [
      [{ kind: "parts", axis: "column", at: at(6, 2), cells: cells(6) }, "no-parts"],
      [{ kind: "parts", axis: "column", at: at(6, 2), cells: cells(3).map((one) => ({ ...one, sheet: SHEET })) }, "no-parts"],
      [{ kind: "parts", axis: "row", at: at(6, 2), cells: [{ sheet: ODD_SHEET, area: { row: 5, rows: 1, col: 0, cols: 1 } }] }, "no-parts"],
      [{ kind: "column", is: "share", at: at(60, 2) }, "table-gone"],
      [{ kind: "no-total", axis: "row", at: at(6, 30) }, "table-gone"],
      [{ kind: "head", so: true, at: at(60, 2) }, "table-gone"],
    ];
    for (const [saying, code] of nothing) await expect(sayIt(saying)).rejects.toMatchObject({ code });
    expect((await opened.workbook.outline()).sheets.map(({ name }) => name)).not.toContain(RECORD);
  });

  test("is described with it, of the first selected area that touches a table", async () => {
    await sayIt({ kind: "column", is: "share", at: at(4, 4) });
    const result = await check();
    const of = (...areas: readonly (readonly [row: number, col: number])[]) =>
      describeTableAt(result, areas.map(([line, col]) => ({ sheet: ODD_SHEET, area: { row: line - 1, col, rows: 1, cols: 1 } })));
    expect(of([40, 0], [4, 4], [2, 0])).toMatchObject({ at: { row: 3, col: 4 }, row: "line", use: "share" });
    expect(of([2, 0])).toMatchObject({ row: "head", use: "words" });
    expect(of([40, 0])).toBeNull();
  });

  test("is not for a table of ours: that is described, and nothing of it is put right", async () => {
    await makeTables(opened.workbook, planOptions({ plan: "lai-chau-2021-2025", kinds: ["budget"] }), words);
    const result = await check();
    const ours = result.tables[0];
    const cell = { sheet: ours?.sheet ?? "", row: ours?.rows[0]?.row ?? 0, col: ours?.area.col ?? 0 };
    const found = describeTableAt(result, [{ sheet: cell.sheet, area: { ...cell, rows: 1, cols: 1 } }]);
    expect(found).toMatchObject({ kind: "budget", use: null, row: null });
    expect(found?.rules.length).toBeGreaterThan(0);
    await expect(sayIt({ kind: "column", is: "share", at: cell })).rejects.toMatchObject({ code: "table-gone" });
  });

  test("that somebody made nonsense of is told in its row, counts for nothing and breaks nothing", async () => {
    const before = seen(await check());
    await sayIt({ kind: "column", is: "share", at: at(4, 4) });
    const { record } = await check();
    const line = (record?.rows.find(({ cells: { id } }) => String(id).startsWith("answer:"))?.row ?? 0) + 1;
    const id = String(record?.rows.find(({ row: own }) => own === line - 1)?.cells.id);
    for (const [cell, text] of [["I", "answer:x"], ["I", "answer:1/1/0 column row purple"], ["E", "có thể"]] as const) {
      await opened.type(RECORD, `${cell}${line}`, text);
      const after = await check();
      expect(seen(after)).toEqual(before);
      await keepRecord(opened.workbook, after, today);
      expect(String((await row())?.[3])).toMatch(/^Cột E là cột tỷ lệ \(không dùng được: .*\)$/);
      await opened.type(RECORD, `I${line}`, id);
      await opened.type(RECORD, `E${line}`, "Phải");
      await keepRecord(opened.workbook, await check(), today);
      expect((await row())?.[3]).toBe("Cột E là cột tỷ lệ");
    }
    expect(seen(await checkSaved()).uses).toEqual(["amount", "amount", "amount", "share"]);
  });
});

function pick({ record, workbook }: CheckResult): Pick<CheckResult, "record" | "workbook"> {
  return { record, workbook };
}
