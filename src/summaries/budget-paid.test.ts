import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { calculated, type Typed } from "../../tests/support/formula-grids";
import { wordsOf } from "../i18n";
import type { CellInput, SheetSpec } from "../sheet";
import type { BudgetTable } from "../tables";
import { summarySheet } from ".";

const COLUMNS = ["number", "label", "amount", "dyears", "rate", "y2025", "y2026", "years", "d2025", "d2026", "key"] as const;

/** Two items and a source; the sums show what they come to. */
function table(paid: readonly [Typed, Typed, Typed, Typed, Typed, Typed] = [200, 150, 400, null, 300, 200]): BudgetTable {
  const row = (
    number: string, label: string, amount: Typed, at: number, years: readonly [Typed, Typed], given: readonly [Typed, Typed], key: string,
  ): Typed[] => [
    number, label, amount, `=IF(COUNT(I${at}:J${at})=0,"",SUM(I${at}:J${at}))`, null, ...years, `=SUM(F${at}:G${at})`, ...given, key,
  ];
  return calculated(COLUMNS, [
    row("", "Tổng kinh phí", 900, 2, [400, 500], ['=IF(COUNT(I3:I3)=0,"",SUM(I3:I3))', '=IF(COUNT(J3:J3)=0,"",SUM(J3:J3))'], "T"),
    row(
      "A", "Phân theo nội dung chi", "=SUM(C4:C5)", 3, ["=SUM(F4:F5)", "=SUM(G4:G5)"],
      ['=IF(COUNT(I4:I5)=0,"",SUM(I4:I5))', '=IF(COUNT(J4:J5)=0,"",SUM(J4:J5))'],
      "T:item",
    ),
    row("1", "Xây dựng", 600, 4, [300, 300], [paid[0], paid[1]], "A.1"),
    row("2", "Đào tạo", 300, 5, [100, 200], [paid[2], paid[3]], "A.2"),
    row(
      "B", "Phân theo nguồn vốn", "=SUM(C7:C7)", 6, ["=SUM(F7:F7)", "=SUM(G7:G7)"],
      ['=IF(COUNT(I7:I7)=0,"",SUM(I7:I7))', '=IF(COUNT(J7:J7)=0,"",SUM(J7:J7))'],
      "T:source",
    ),
    row("1", "Ngân sách tỉnh", 900, 7, [400, 500], [paid[4], paid[5]], "B.1"),
  ]);
}

const made = (one: BudgetTable, lang: "vi" | "en" = "vi"): SheetSpec =>
  summarySheet({ sheet: "Tổng hợp", tables: [one], today, date: "22/11/2026" }, wordsOf(lang));
const rowsUnder = (spec: SheetSpec, title: string): readonly (readonly CellInput[])[] => {
  const from = spec.cells.findIndex(([first]) => first === title);
  const rest = spec.cells.slice(from + 1);
  return from === -1 ? [] : rest.slice(0, rest.findIndex((row) => row.slice(0, 11).every((cell) => cell === null)));
};
const figures = (row: readonly CellInput[] | undefined): CellInput[] => [
  row?.[1] ?? null, row?.[2] ?? null, row?.[4] ?? null,
  typeof row?.[6] === "object" && row[6] !== null ? "formula" : (row?.[6] ?? null),
  row?.[7] ?? null,
];

describe("what was disbursed, in the summary", () => {
  test("stands by line beside the plan, with the rate as a formula, what is left, and the cell that it comes from", () => {
    const [sentence, head, ...rows] = rowsUnder(made(table()), "Giải ngân so với kinh phí kế hoạch");
    expect(sentence?.[0]).toBe("- Đã giải ngân 750/900 triệu đồng, đạt 83,3%; còn lại 150.");
    expect(head?.slice(0, 10)).toEqual([
      "STT", "Nội dung chi / Nguồn vốn", "Kinh phí (triệu đồng)", null, "Giải ngân (triệu đồng)", null, "Tỷ lệ giải ngân (%)", "Còn lại",
      null, "Ý kiến",
    ]);
    expect(rows.map(figures)).toEqual([
      ["Tổng kinh phí", 900, 750, "formula", 150],
      ["Phân theo nội dung chi", 900, 750, "formula", 150],
      ["Xây dựng", 600, 350, "formula", 250],
      ["Đào tạo", 300, 400, "formula", -100],
      ["Phân theo nguồn vốn", 900, 500, "formula", 400],
      ["Ngân sách tỉnh", 900, 500, "formula", 400],
    ]);
    expect(rows[2]?.[11]).toBe("Biểu thử!D4");
  });

  test("by year, with what is planned for it", () => {
    const [, ...rows] = rowsUnder(made(table()), "Giải ngân theo năm");
    expect(rows.map(figures)).toEqual([["Năm 2025", 400, 600, "formula", -200], ["Năm 2026", 500, 150, "formula", 350]]);
  });

  test("in a chart beside the plan", () => {
    const chart = made(table()).charts.find(({ title }) => title === "Kinh phí kế hoạch và giải ngân (triệu đồng)");
    expect(chart).toMatchObject({ kind: "bar", series: [{ name: "Kinh phí" }, { name: "Giải ngân" }] });
    expect(chart?.alt).toContain("Xây dựng: 600, 350");
  });

  test("lines without any are blank and not zero; where nobody has given any there is no such part", () => {
    const [, , ...rows] = rowsUnder(made(table([200, null, null, null, null, null])), "Giải ngân so với kinh phí kế hoạch");
    expect(rows.map(figures)[3]).toEqual(["Đào tạo", 300, null, null, null]);
    const empty = made(table([null, null, null, null, null, null]));
    expect(empty.cells.flat().filter((cell) => typeof cell === "string" && /giải ngân/i.test(cell))).toEqual([]);
  });

  test("speaks English", () => {
    expect(rowsUnder(made(table(), "en"), "Disbursed of the planned amounts")[0]?.[0]).toBe(
      "- Disbursed: 750 of 900 million dong, 83.3%; 150 left.",
    );
  });
});
