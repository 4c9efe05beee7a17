import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { calculated, type Typed } from "../../tests/support/formula-grids";
import { findingSentence, wordsOf } from "../i18n";
import type { BudgetTable } from "../tables";
import { disbursement } from "./disbursement";
import { unitSlips } from "./unit-slips";

/** Amounts and what was disbursed of two items and two sources, in 2025 and 2026 with their sums. */
const LINES: readonly (readonly Typed[])[] = [
  ["", "Tổng", 900, 400, 500, "=SUM(D2:E2)", 300, 200, "=SUM(G2:H2)", "T"],
  [
    "A", "Phân theo nội dung chi", "=SUM(C4:C5)", "=SUM(D4:D5)", "=SUM(E4:E5)", "=SUM(D3:E3)", "=SUM(G4:G5)", "=SUM(H4:H5)", "=SUM(G3:H3)",
    "T:item",
  ],
  ["1", "Xây dựng", 600, 300, 300, "=SUM(D4:E4)", 200, 150, "=SUM(G4:H4)", "A.1"],
  ["2", "Đào tạo", 300, 100, 200, "=SUM(D5:E5)", 100, 50, "=SUM(G5:H5)", "A.2"],
  [
    "B", "Phân theo nguồn vốn", "=SUM(C7:C8)", "=SUM(D7:D8)", "=SUM(E7:E8)", "=SUM(D6:E6)", "=SUM(G7:G8)", "=SUM(H7:H8)", "=SUM(G6:H6)",
    "T:source",
  ],
  ["1", "Ngân sách tỉnh", 500, 250, 250, "=SUM(D7:E7)", 180, 120, "=SUM(G7:H7)", "B.1"],
  ["2", "Ngân sách xã", 400, 150, 250, "=SUM(D8:E8)", 120, 80, "=SUM(G8:H8)", "B.2"],
];

function table(typed: Readonly<Record<string, Typed>> = {}): BudgetTable {
  const at = (row: number, col: number): string => `${"ABCDEFGHIJ".charAt(col)}${row + 2}`;
  return calculated(
    ["number", "label", "amount", "y2025", "y2026", "years", "d2025", "d2026", "dyears", "key"],
    LINES.map((cells, row) => cells.map((cell, col) => (at(row, col) in typed ? (typed[at(row, col)] ?? null) : cell))),
  );
}

const lines = (rows: readonly (readonly [amount: Typed, disbursed: Typed])[]): BudgetTable =>
  calculated(
    ["number", "label", "amount", "disbursed", "key"],
    [
      ["", "Tổng", null, null, "T"],
      ["A", "Phân theo nội dung chi", `=SUM(C4:C${rows.length + 3})`, `=SUM(D4:D${rows.length + 3})`, "T:item"],
      ...rows.map(([amount, disbursed], index): Typed[] => [
        String(index + 1), `Nội dung ${index + 1}`, amount, disbursed, `A.${index + 1}`,
      ]),
    ],
  );

const said = (one: BudgetTable, year = 2026) => found(disbursement, one, { year, month: 11, day: 22 });
const brief = (one: BudgetTable, year = 2026) =>
  said(one, year).map(({ code, severity, at }) => [code, severity, `${"ABCDEFGHIJ".charAt(at.col)}${at.row + 1}`]);

describe("disbursement", () => {
  test("within the plan, all of it, nothing at all and blanks are quiet", () => {
    expect(said(table())).toEqual([]);
    expect(said(table({ G4: 300, H4: 300 }))).toEqual([]);
    expect(said(table(Object.fromEntries(["G", "H"].flatMap((col) => [2, 4, 5, 7, 8].map((row) => [`${col}${row}`, null])))))).toEqual([]);
    expect(said(lines([[100, 0], [null, 50], [100, 100]]))).toEqual([]);
  });

  test("a table without such columns is none of its matter", () => {
    expect(said(calculated(["number", "label", "amount", "key"], [["", "Tổng", 5, "T"]]))).toEqual([]);
  });

  test("a line over its plan is a warning with the rate; the sums above it are not told again", () => {
    const over = table({ G4: 700, H4: 300 });
    expect(brief(over)).toEqual([["disbursed-over", "warning", "I4"]]);
    expect(said(over)[0]).toMatchObject({
      data: { planned: { value: 600 }, disbursed: { value: 1000 }, over: 400, rate: 166.7, unit: "trieu-dong" },
    });
    expect(brief(lines([[0, 5], [100, 50]]))).toEqual([["disbursed-over", "warning", "D4"]]);
    expect(said(lines([[0, 5], [100, 50]]))[0]).toMatchObject({ data: { rate: null } });
  });

  test("a sum that is over without any of its lines is told itself", () => {
    expect(brief(lines([[null, 80], [100, 90]]))).toEqual([["disbursed-over", "warning", "D3"]]);
  });

  test("a year over its plan is information where the line is within its whole", () => {
    expect(brief(table({ H4: 310, G4: 0 }))).toEqual([["disbursed-over-year", "info", "H4"]]);
    expect(said(table({ H4: 310, G4: 0 }))[0]).toMatchObject({
      data: { years: [{ year: 2026, planned: { value: 300 }, disbursed: { value: 310 } }] },
    });
  });

  test("a year that has not begun is told once, with its lines; this year is not", () => {
    expect(brief(table(), 2025)).toEqual([["disbursed-early", "warning", "H2"]]);
    expect(said(table({ H2: null }), 2025)[0]).toMatchObject({
      data: { year: 2026, lines: [{ label: "Xây dựng", value: 150 }, { value: 50 }, { value: 120 }, { value: 80 }] },
    });
    expect(brief(table({ H2: 0, H4: 0, H5: 0, H7: 0, H8: 0 }), 2025)).toEqual([]);
  });

  test("a column in another unit is told once, with the unit; one cell of it by the slips of units alone", () => {
    const all = lines([[600, 350_000], [300, 150_000], [100, 2000]]);
    expect(brief(all)).toEqual([["disbursed-unit", "warning", "D4"]]);
    expect(said(all)[0]).toMatchObject({ data: { to: "nghin-dong", factor: 1000, lines: 3 } });
    expect(found(unitSlips, all)).toEqual([]);
    expect(said(lines([[600, 350_000_000], [300, 250_000_000]]))[0]).toMatchObject({ data: { to: "dong", factor: 1_000_000 } });
    const one = lines([[600, 350_000], [300, 150], [100, 2]]);
    expect(brief(one)).toEqual([]);
    expect(found(unitSlips, one)).toMatchObject([
      { code: "unit-slip", data: { against: "planned", factor: 1000, correction: { from: 350_000, to: 350 } } },
    ]);
  });

  test("each has a sentence in both languages that names the cell and the amounts", () => {
    const cases = [
      said(table({ G4: 700, H4: 300 })), said(table({ H4: 310, G4: 0 })), said(table(), 2025),
      said(lines([[600, 350_000], [300, 150_000]])),
    ].flat();
    expect(cases.map(({ code }) => code)).toEqual([...disbursement.codes]);
    for (const lang of ["vi", "en"] as const)
      for (const one of cases) expect(findingSentence(one, wordsOf(lang))).toContain(`${"ABCDEFGHIJ".charAt(one.at.col)}${one.at.row + 1}`);
  });
});
