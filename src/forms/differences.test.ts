import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { budgetRows, formulaTable, type Rows } from "../../tests/support/other-tables";
import { toA1 } from "../sheet";
import { differencesOf, isUnchanged, type TableDifferences } from "./differences";

const between = (old: Rows, now: Rows): TableDifferences => {
  const { tables: [table], came, went } = differencesOf([formulaTable(old)], [formulaTable(now)]);
  if (!table || came.length + went.length > 0) throw new Error("not one table in both");
  return table;
};
const told = ({ changes }: TableDifferences): string[] =>
  changes.map(({ kind, new: { at }, gap }) => `${toA1(at)} ${kind}${gap === null ? "" : ` ${gap}`}`);
const reasons = ({ totals }: TableDifferences): Record<string, string> =>
  Object.fromEntries(
    totals.map(({ change, causes, rest }) => {
      const named = causes.map(({ line, gap, state }) => `${line.label} ${gap} ${state}`);
      return [toA1(change.new.at), [...named, ...(rest === 0 ? [] : [`rest ${rest}`])].join(", ")];
    }),
  );

/** The rows with another one put in before a row; formulas below are those that a spreadsheet would show. */
const inserted: Rows = [
  ["STT", "Nội dung", "Chi đầu tư", "Chi thường xuyên", "Tổng số"],
  ["1", "Giáo dục", 2310, 6245, "=C2+D2"],
  ["2", "Y tế", 1450, 2318, "=C3+D3"],
  ["3", "Môi trường", 200, 40, "=C4+D4"],
  ["4", "Văn hóa", 610, 845, "=C5+D5"],
  ["5", "Giao thông", 3120, 912, "=C6+D6"],
  ["6", "Thủy lợi", 420, 388, "=C7+D7"],
  [null, "Cộng", "=SUM(C2:C7)", "=SUM(D2:D7)", "=SUM(E2:E7)"],
];

describe("what changed in a table", () => {
  test("nothing, with itself", () => {
    const table = formulaTable(budgetRows());
    expect(isUnchanged(differencesOf([table], [table]))).toBe(true);
  });

  test("a number, the totals that follow from it, and why", () => {
    const now = between(budgetRows(), budgetRows({ C3: 1500 }));
    expect(told(now)).toEqual(["C3 value 50", "E3 computed 50", "C7 computed 50", "E7 computed 50"]);
    expect(reasons(now)).toEqual({ E3: "Y tế 50 changed", C7: "Y tế 50 changed", E7: "Y tế 50 changed" });
  });

  test("a line that came: formulas that moved along are the same", () => {
    const now = between(budgetRows(), inserted);
    expect(now.came.lines.map(({ label }) => label)).toEqual(["Môi trường"]);
    expect(told(now)).toEqual(["C8 computed 200", "D8 computed 40", "E8 computed 240"]);
    expect(reasons(now)["E8"]).toBe("Môi trường 240 came");
  });

  test("the same backwards", () => {
    const now = between(inserted, budgetRows());
    expect(now.went.lines.map(({ label }) => label)).toEqual(["Môi trường"]);
    expect(reasons(now)["C7"]).toBe("Môi trường -200 went");
  });

  test("a total typed over its formula, of which the parts do not tell all", () => {
    const now = between(budgetRows(), budgetRows({ C2: 2320, C7: 8000 }));
    expect(told(now)).toContain("C7 typed-over 90");
    expect(told(now)).toContain("E2 computed 10");
  });

  test("another formula with the same value", () => {
    const now = between(budgetRows(), budgetRows({ E2: "=SUM(C2:D2)", D7: "=D2+D3+D4+D5+D6" }));
    expect(told(now)).toEqual(["E2 formula", "D7 formula"]);
  });

  test("a blank that was filled, one that was cleared, a zero that is none", () => {
    expect(told(between(budgetRows({ C4: null }), budgetRows({ D4: null, C4: 0 })))).toEqual([
      "C4 filled", "D4 cleared", "E4 computed -845", "D7 computed -845", "E7 computed -845",
    ]);
  });

  test("words in other capitals and spellings are none, other words are", () => {
    const words: Rows = [
      ["STT", "Nội dung", "Số tiền", "Ghi chú"],
      ["1", "Y tế", 310, "Đã giao"],
      ["2", "Văn hóa", 145, "Chưa giao"],
      ["3", "Giao thông", 230, null],
    ];
    const other = words.map((row, at) => (at === 1 ? ["1", "Y TẾ", 310, "đã  giao."] : at === 2 ? ["2", "Văn hoá", 145, "Đã giao"] : row));
    const now = between(words, other);
    expect(told(now)).toEqual(["D3 words"]);
    expect(now.renamed.lines).toEqual([]);
  });

  test("another unit of money and what it was rounded to is no change", () => {
    const dong: Rows = [
      [null, null, "Đơn vị: đồng"],
      ["STT", "Nội dung", "Số tiền"],
      ["1", "Giáo dục", 2_310_400_000],
      ["2", "Y tế", 1_450_300_000],
      ["3", "Văn hóa", 610_300_000],
      [null, "Cộng", 4_371_000_000],
    ];
    const million: Rows = [
      [null, null, "Đơn vị: triệu đồng"],
      ["STT", "Nội dung", "Số tiền"],
      ["1", "Giáo dục", 2310],
      ["2", "Y tế", 1460],
      ["3", "Văn hóa", 610],
      [null, "Cộng", 4371],
    ];
    const now = between(dong, million);
    expect(now.units).toEqual({ old: "dong", new: "trieu-dong", factor: 1e-6, stated: true });
    expect(told(now)).toEqual(["C4 value 9.7"]);
  });

  test("a column that moved, and one whose head was typed anew over the same numbers", () => {
    const swapped = budgetRows().map((row) => [row[0] ?? null, row[1] ?? null, row[3] ?? null, row[2] ?? null]);
    const typed = budgetRows().map((row, at) => [row[0] ?? null, row[1] ?? null, at === 0 ? "Vốn ĐTPT" : (row[2] ?? null), row[3] ?? null]);
    const plain = budgetRows().map((row) => row.slice(0, 4));
    expect(told(between(plain.slice(0, 6), swapped.slice(0, 6)))).toEqual([]);
    const now = between(plain.slice(0, 6), typed.slice(0, 6));
    expect(told(now)).toEqual([]);
    expect(now.renamed.columns.map(({ old, new: to }) => `${old.text} → ${to.text}`)).toEqual(["Chi đầu tư → Vốn ĐTPT"]);
  });

  test("last year's form: the years of its heads moved on", () => {
    const year = (from: number): Rows => [
      ["STT", "Nội dung", `Dự toán năm ${from}`, `Dự toán năm ${from + 1}`],
      ["1", "Giáo dục", 2310, 2400],
      ["2", "Y tế", 1450, 1500],
      ["3", "Văn hóa", 610, from === 2024 ? 640 : 700],
    ];
    const now = between(year(2024), year(2026));
    expect(now.years).toBe(2);
    expect(told(now)).toEqual(["D4 value 60"]);
    expect(now.renamed.columns).toEqual([]);
  });

  test("lines that changed places", () => {
    const now = between(budgetRows().slice(0, 6), [0, 1, 3, 2, 4, 5].map((at) => budgetRows()[at] ?? []));
    expect(now.moved).toHaveLength(1);
  });

  test("backwards each change is its opposite", () => {
    const cells = fc.dictionary(fc.constantFrom("C2", "C3", "C4", "D2", "D5", "D6"), fc.integer({ min: 1, max: 9999 }));
    const gaps = ({ changes }: TableDifferences, sign: number): string[] =>
      changes.map(({ new: { at }, gap }) => `${toA1(at)} ${sign * (gap ?? 0)}`);
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const [there, back] = [between(budgetRows(a), budgetRows(b)), between(budgetRows(b), budgetRows(a))];
        expect(gaps(back, -1)).toEqual(gaps(there, 1));
        for (const { rest } of there.totals) expect(rest).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

test("tables of other lines are two, whatever their heads", () => {
  const named = (at: number): string => `Xã thứ ${["A", "B", "C", "D", "E", "G"][at - 1] ?? ""}`;
  const other = budgetRows().map((row, at) => [row[0] ?? null, at === 0 ? (row[1] ?? null) : named(at), ...row.slice(2, 4)]);
  const { tables, came, went } = differencesOf([formulaTable(budgetRows())], [formulaTable(other)]);
  expect([tables.length, came.length, went.length]).toEqual([0, 1, 1]);
});

describe("versions of two years, one after the other", () => {
  const labels = ["Xây dựng", "Giáo dục", "Y tế", "Văn hóa", "Quản lý", "An ninh", "Môi trường"];
  const year = (of: number, value: (label: string, at: number) => number): Rows => [
    [`CHI NGÂN SÁCH NĂM ${of}`],
    ["STT", "Nội dung", `Dự toán năm ${of}`],
    ...labels.map((label, at) => [`${at + 1}`, label, value(label, at)]),
  ];
  const last = (_: string, at: number): number => 12_340 + 1110 * at;
  const grown = (label: string, at: number): number => Math.round(last(label, at) * 1.05);
  const slips = (old: Rows, now: Rows) =>
    between(old, now).slips.map(({ cell, to, off }) => [toA1(cell.at), to, off?.factor ?? null]);

  test("a figure ten times last year's is told with what it may have been", () => {
    const ten = (label: string, at: number): number => grown(label, at) * (label === "Y tế" ? 10 : 1);
    expect(slips(year(2025, last), year(2026, ten))).toEqual([["C5", grown("Y tế", 2), 10]]);
    expect(slips(year(2025, last), year(2026, grown))).toEqual([]);
  });

  test("two versions of one year tell no slips: the second may have mended one", () => {
    const ten = (label: string, at: number): number => last(label, at) * (label === "Y tế" ? 10 : 1);
    expect(slips(year(2026, last), year(2026, ten))).toEqual([]);
    expect(slips(year(2024, last), year(2026, ten))).toEqual([]);
  });
});
