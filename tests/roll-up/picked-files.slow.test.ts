import { beforeAll, describe, expect, test } from "@jest/globals";
import { WorkbookFailure, emptyRollUp, gatherFiles, isAmiss, rollUpFileSpecs, type RollUpDraft, type UnitFile } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { paneWordsOf } from "../../src/i18n/pane";
import { rollUpView } from "../../src/taskpane/roll-up-view";
import { copyOfSheet, openWhole } from "../../src/workbook/files";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { today } from "../support/context";
import { template, type Fill } from "./filled-template";
import { provincePlan } from "./plan";

const words = wordsOf("vi");
const choices = { unit: "trieu-dong", layout: "both", years: [2022], reportingUnits: [], disbursed: false } as const;
let fill: Fill;
let other: Fill;
beforeAll(async () => {
  fill = (await template(provincePlan(), choices, words)).fill;
  other = (await template(provincePlan(["luot"]), choices, words)).fill;
});

const unit = (name: string, bytes: () => Uint8Array, file = `${name}.xlsx`): UnitFile => ({
  unit: name,
  file,
  open: async () => openXlsx(bytes()),
  sheet: async (of) => copyOfSheet(await openWhole(bytes(), file), of),
});
const filled = (value: number) => () => fill(new Map([["indicators/luot/actual2022", value], ["budget/A.1/y2022", value]]));
const gather = (files: readonly UnitFile[], more: Partial<Parameters<typeof gatherFiles>[1]> = {}): Promise<RollUpDraft> =>
  gatherFiles(files, { today, expected: [], ...more }, words);
const value = ({ result }: RollUpDraft, kind: string, key: string, column: string) =>
  result.sections.find((one) => one.kind === kind)?.lines.find((line) => line.key === key)?.figures.get("")?.get(column)?.value;

describe("workbooks that somebody picked", () => {
  test("are added up; a broken one is named and left out, the rest goes on", async () => {
    const draft = await gather([unit("Xã A", filled(10)), unit("Xã B", () => new Uint8Array([1, 2, 3])), unit("Xã C", filled(30))], {
      expected: ["Xã D"],
    });
    expect(draft.units.map(({ unit: name, file, state }) => [name, file, state])).toEqual([
      ["Xã A", "Xã A.xlsx", "read"], ["Xã B", "Xã B.xlsx", "broken"], ["Xã C", "Xã C.xlsx", "read"], ["Xã D", "", "missing"],
    ]);
    expect(draft.units[1]?.reason).toMatch(/không phải sổ làm việc/);
    expect([value(draft, "indicators", "luot", "2022"), value(draft, "budget", "A.1", "y2022")]).toEqual([40, 40]);
    expect(draft.sources?.map(({ file }) => file)).toEqual(expect.arrayContaining(["Xã A.xlsx", "Xã C.xlsx"]));
    expect(isAmiss(draft)).toBe(true);
  });

  test("with another form are told apart by what they lack", async () => {
    const draft = await gather([unit("Xã A", filled(10)), unit("Xã B", filled(20)), unit("Xã C", () => other(new Map()))]);
    expect(draft.result.mismatches).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: "missing-lines", units: { count: 1, first: ["Xã C"] } })]),
    );
    expect(value(draft, "indicators", "luot", "2022")).toBe(30);
  });

  test("of one unit are taken together, whatever stands between them, and each figure knows its file", async () => {
    const draft = await gather([unit("Xã A", filled(10), "một.xlsx"), unit("Xã B", filled(5)), unit("Xã A", filled(99), "hai.xlsx")]);
    expect(draft.units.map(({ unit: name, file }) => [name, file])).toEqual([["Xã A", "một.xlsx, hai.xlsx"], ["Xã B", "Xã B.xlsx"]]);
    expect(value(draft, "indicators", "luot", "2022")).toBe(15);
    expect(draft.result.mismatches.map(({ code, units }) => [code, units.first])).toEqual(
      expect.arrayContaining([["twice", expect.arrayContaining(["Xã A"])]]),
    );
    expect(draft.sources?.filter(({ unit: name }) => name === "Xã A").every(({ file }) => file === "một.xlsx")).toBe(true);
  });

  test("that were made of tables are no units, and are told", async () => {
    const specs = rollUpFileSpecs(emptyRollUp(), { forms: null, units: [], sources: null, passed: [], date: "22/11/2026" }, words);
    const made = await writeXlsx(specs);
    const draft = await gather([unit("Xã A", filled(10)), unit("Xã B", filled(5)), unit("Tổng", () => made)]);
    expect([draft.units.map(({ unit: name }) => name), draft.passed, isAmiss(draft)]).toEqual([["Xã A", "Xã B"], ["Tổng.xlsx"], false]);
    expect(rollUpView(draft, words, paneWordsOf("vi").rollUp).counts).toContain("Tổng.xlsx");
  });

  test("are read one after the other, and no further once somebody asks to stop", async () => {
    const opened: string[] = [];
    const shares: number[] = [];
    const files = ["Xã A", "Xã B", "Xã C"].map((name) => ({
      ...unit(name, filled(1)),
      open: async () => { opened.push(name); return openXlsx(filled(1)()); },
    }));
    await expect(
      gather(files, { course: { progress: (share) => shares.push(share), stopped: () => opened.length === 2 } }),
    ).rejects.toEqual(new WorkbookFailure("stopped", {}));
    expect([opened, shares]).toEqual([["Xã A", "Xã B"], [1 / 3, 2 / 3]]);
  });
});
