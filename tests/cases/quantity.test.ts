import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { parsePhrase } from "../../src/cli/parse-phrases";
import { CASES, findingsOfCase as check, there, type Found } from "../support/cases";

const codes = (found: readonly Found[]): string[] => found.map(({ code }) => code);

there("what offices write in targets and captions", () => {
  test("phrases.tsv: every phrase is read as it is meant, or said to be unreadable", () => {
    const rows = readFileSync(resolve(CASES, "phrases.tsv"), "utf8")
      .split("\n")
      .slice(1)
      .filter((line) => line !== "")
      .map((line) => line.split("\t"));
    const wrong = rows.filter(([phrase = "", , right = ""]) => {
      const { kind, comparator, value, unit } = parsePhrase(phrase);
      return (
        !right.startsWith([...(comparator === "=" ? [] : [comparator]), value, unit].join(" ")) &&
        !(kind === "unreadable" && right.includes("unreadable"))
      );
    });
    expect([rows.length, wrong]).toEqual([8, []]);
  });

  test("a14, a17: targets in TCVN3 letters are judged by what they say", async () => {
    expect(codes(await check("a14-target-low-tcvn3")).filter((code) => code.startsWith("target"))).toEqual([]);
    expect(codes(await check("a17-target-khongqua-tcvn")).filter((code) => code.startsWith("target"))).toEqual([]);
  });

  test("u09, u11: a unit that cannot be read is told, one in TCVN3 letters is read", async () => {
    expect((await check("u09-caption")).find(({ code }) => code === "table-unit-unread")).toMatchObject({
      severity: "warning",
      cell: "Biểu kinh phí!A4",
    });
    expect((await check("u11-caption")).find(({ code }) => code === "sum-mismatch")?.message).toContain("275.556 triệu đồng");
  });

  test("d01: the days of a workbook that counts from 1904 are those that it shows", async () => {
    const late = async (day: number) =>
      (await check("d01-1904", { year: 2026, month: 11, day })).filter(({ code }) => code === "task-late").map(({ message }) => message);
    expect(await late(28)).toEqual([]);
    expect(await late(29)).toEqual([expect.stringContaining("28/11/2026")]);
  });

  test("v04: a month that Excel made a day of is due at its end, and shown as it was typed", async () => {
    expect(codes(await check("v04-month-date", { year: 2026, month: 5, day: 15 }))).not.toContain("task-late");
    expect((await check("v04-month-date", { year: 2026, month: 6, day: 1 })).find(({ code }) => code === "task-late")?.message).toContain(
      "“5/2026” (hạn cuối 31/05/2026)",
    );
  });

  test("p14, p21: a value that is not known is missing, and words answer a target in words", async () => {
    expect((await check("p14-kocosl")).map(({ severity }) => severity)).not.toContain("error");
    expect(codes(await check("p21-words-target-dat"))).not.toContain("text-for-number");
  });

  test("k20: a state is known in other words than those of the list", async () => {
    expect(codes(await check("k20-hoanthanh"))).not.toContain("task-status-unknown");
  });

  test("v03: the first value that is typed leaves one line of what is missing", async () => {
    expect(codes(await check("v03-one-value")).filter((code) => code.startsWith("actual"))).toEqual(["actuals-missing"]);
  });

  test("own-poverty: a poverty rate that fell below its target has met it, whatever direction was preset", async () => {
    expect(codes(await check("own-poverty"))).not.toContain("target-not-met");
  });
});
