import { afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { wordsOf } from "../../src/i18n";
import { paneWordsOf } from "../../src/i18n/pane";
import { changed, withPicked } from "../../src/taskpane/roll-up-form";
import { openSession } from "../../src/taskpane/session";
import type { Session } from "../../src/taskpane/session-acts";
import { readDocumentFile } from "../../src/documents";
import { copyOfSheet, openWhole } from "../../src/workbook/files";
import { openXlsx } from "../../src/workbook/xlsx";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { template, type Fill } from "../roll-up/filled-template";
import { provincePlan } from "../roll-up/plan";
import { makeTables, options } from "../support/make-tables";

const words = wordsOf("vi");
let fill: Fill;
let opened: OpenedWorkbook;
let session: Session;
/** The files that were opened. */
let read: number;
beforeAll(async () => {
  fill = (
    await template(provincePlan(), { unit: "trieu-dong", layout: "both", years: [2022], reportingUnits: [], disbursed: false }, words)
  ).fill;
});
beforeEach(() => {
  opened = openExcelWorkbook();
  read = 0;
  session = openSession({
    load: async () => ({
      work: await import("../../src/taskpane/work"),
      workbook: opened.workbook,
      selfTestSide: () => Promise.reject(new Error("Excel is not tried here")),
      fileSide: async () => ({
        open: async (file) => {
          read += 1;
          return openXlsx(new Uint8Array(await file.arrayBuffer()));
        },
        sheet: async (file, name) => copyOfSheet(await openWhole(new Uint8Array(await file.arrayBuffer()), file.name), name),
        document: async (file, course) => readDocumentFile(new Uint8Array(await file.arrayBuffer()), file.name, course),
      }),
    }),
    place: "summary",
    lang: "vi",
    notation: () => Promise.resolve(null),
    now: () => new Date(2026, 10, 22),
    timers: { set: (run, ms) => setTimeout(run, ms / 10), clear: (timer) => clearTimeout(timer as NodeJS.Timeout) },
    remember: () => undefined,
  });
});
afterEach(() => opened.dispose());

const sheets = async () => (await opened.workbook.outline()).sheets.map(({ name }) => name);
const form = () => session.state().rollUp;
const filled = (value: number): BlobPart => Uint8Array.from(fill(new Map([["indicators/luot/actual2022", value]])));
const pick = (...files: readonly (readonly [string, BlobPart])[]) =>
  session.fillRollUp(withPicked({ ...form(), from: "files" }, files.map(([name, content]) => new File([content], name))));
const figure = (key: string, column: string) =>
  session.state().rolledUp?.draft.result.sections[0]?.lines.find((line) => line.key === key)?.figures.get("")?.get(column)?.value;

describe("sheets of the workbook", () => {
  beforeEach(async () => {
    const budget = options({ plan: "lai-chau-2021-2025", kinds: ["budget"] });
    await makeTables(opened.workbook, budget, words);
    await makeTables(opened.workbook, budget, words);
    await session.listSheets();
  });

  test("are listed, added up and taken back", async () => {
    expect(form().sheets?.map(({ name, chosen }) => [name, chosen])).toEqual([["Biểu kinh phí", true], ["Biểu kinh phí (2)", true]]);
    const before = await sheets();
    await session.rollUp();
    expect(session.state()).toMatchObject({
      problem: null,
      running: null,
      rolledUp: { sheets: ["Tổng hợp kinh phí", "Đơn vị", "Không tổng hợp được", "Nguồn số liệu"] },
    });
    expect(figure("T", "amount")).toBe(551_112);
    await session.undo();
    expect(session.state()).toMatchObject({ rolledUp: null, steps: [], problem: null });
    expect(await sheets()).toEqual(before);
  });

  test("where something is amiss nothing is written; asked to do so all the same, the sheets are read as they are then", async () => {
    session.fillRollUp({ ...form(), expected: "Biểu kinh phí\nXã C\n" });
    const before = await sheets();
    await session.rollUp();
    expect(session.state().rolledUp).toMatchObject({
      sheets: null,
      draft: { units: [{ state: "read" }, { state: "read" }, { unit: "Xã C", state: "missing" }] },
    });
    expect([await sheets(), session.state().steps]).toEqual([before, []]);
    await opened.type("Biểu kinh phí", "D10", 7);
    await session.rollUp(true);
    expect(session.state().rolledUp?.sheets).toHaveLength(4);
    expect(figure("A.1", "y2021")).toBe(7);
  });

  test("the question is dropped when something else is chosen", async () => {
    session.fillRollUp({ ...form(), expected: "Xã C" });
    await session.rollUp();
    session.fillRollUp(changed(form(), () => ({ chosen: false })));
    expect(session.state().rolledUp).toBeNull();
  });

  test("one that is gone is told, and nothing is added", async () => {
    opened.rename("Biểu kinh phí (2)", "Xã B");
    await session.rollUp();
    expect(session.state()).toMatchObject({
      rolledUp: null,
      problem: { task: "roll-up", error: { code: "sheet-gone", data: { sheet: "Biểu kinh phí (2)" } } },
    });
  });

  test("the list waits while a cell is being edited", async () => {
    opened.fail("InvalidOperationInCellEditMode", { from: 1, times: 1 });
    opened.rename("Biểu kinh phí (2)", "Xã B");
    await session.listSheets();
    expect(form().sheets?.map(({ name }) => name)).toEqual(["Biểu kinh phí", "Xã B"]);
    expect(session.state().problem).toBeNull();
  });
});

describe("files", () => {
  test("are read once; what is amiss is told with its file, and then added without it", async () => {
    pick(["Xã A.xlsx", filled(10)], ["Xã B.xlsx", filled(20)], ["Xã C 2022.xlsx", "no workbook"]);
    session.fillRollUp(changed(form(), ({ name, unit }) => ({ unit: name.startsWith("Xã C") ? "Xã C" : unit })));
    await session.rollUp();
    const { work, rolledUp } = session.state();
    const view = work && rolledUp ? work.rollUpView(rolledUp.draft, words, paneWordsOf("vi").rollUp) : null;
    expect(view).toMatchObject({
      counts: "Có biểu: 2/3 đơn vị; 1 không đọc được.",
      lines: [{ what: "Không đọc được: Xã C 2022.xlsx" }],
      more: 0,
      empty: false,
    });
    expect(await sheets()).toEqual(["Sheet1"]);
    await session.rollUp(true);
    expect(read).toBe(3);
    expect(figure("luot", "2022")).toBe(30);
    expect(await sheets()).toEqual(["Sheet1", ...(session.state().rolledUp?.sheets ?? [])]);
    await session.undo();
    expect(await sheets()).toEqual(["Sheet1"]);
  });

  test("what lies in the nature of an indicator is no question: ranks stand on the sheets as not added", async () => {
    const rank = (value: number): BlobPart =>
      Uint8Array.from(fill(new Map([["indicators/hang/actual2022", value], ["indicators/luot/actual2022", value]])));
    pick(["Xã A.xlsx", rank(1)], ["Xã B.xlsx", rank(2)]);
    await session.rollUp();
    expect(session.state().rolledUp).toMatchObject({ draft: { result: { mismatches: [{ code: "not-added" }] } } });
    expect(session.state().rolledUp?.sheets).not.toBeNull();
  });

  test("of which none has a table: that is told, and nothing can be written", async () => {
    pick(["Xã A.xlsx", "no workbook"]);
    await session.rollUp();
    await session.rollUp(true);
    expect(session.state()).toMatchObject({ rolledUp: { sheets: null, draft: { result: { sections: [] } } }, steps: [] });
  });

  test("reading stops where it is asked to", async () => {
    pick(...Array.from({ length: 6 }, (_, index) => [`Xã ${index}.xlsx`, filled(index)] as const));
    const stop = session.subscribe(() => {
      if (read === 2 && session.state().running?.stopping === false) session.cancel();
    });
    await session.rollUp();
    stop();
    expect(session.state()).toMatchObject({ rolledUp: null, running: null, problem: null });
    expect(read).toBeLessThan(6);
    expect(await sheets()).toEqual(["Sheet1"]);
  });
});
