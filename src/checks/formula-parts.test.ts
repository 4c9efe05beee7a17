import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { found } from "../../tests/support/context";
import { calculated, twoBreakdowns } from "../../tests/support/formula-grids";
import { budgetOf, tableOf } from "../../tests/support/grids";
import { formulaParts } from "./formula-parts";
import { sums } from "./sums";

const said = (table: Parameters<typeof found>[1]) =>
  found(formulaParts, table).flatMap((finding) => {
    if (finding.code !== "formula-parts") return [];
    const { missing, extra, twice, subtracted, constant, value, right, formula } = finding.data;
    const rows = (places: readonly { readonly at: { readonly row: number } }[]) => places.map(({ at }) => at.row + 1);
    return [
      {
        severity: finding.severity,
        at: finding.at.row + 1,
        missing: rows(missing),
        extra: extra.map(({ at, why }) => [at.row + 1, why]),
        twice: rows(twice),
        subtracted: rows(subtracted),
        constant, value, right,
        to: formula.to,
      },
    ];
  });
const NOTHING = { missing: [], extra: [], twice: [], subtracted: [], constant: 0 };

describe("formula-parts", () => {
  test("a row put in below the last one of its sum is left out: the sums do not say it again", () => {
    const table = twoBreakdowns({}, { 7: ["4", "Giám sát", 50, ""] });
    expect(said(table)).toEqual([{ ...NOTHING, severity: "error", at: 3, missing: [7], value: 600, right: 650, to: "=SUM(C4:C7)" }]);
    // with the new line the breakdown is over the total, which is another matter
    expect(found(sums, table)).toMatchObject([{ code: "sum-mismatch", data: { gap: -50, computed: { value: 650 } } }]);
    expect(said(twoBreakdowns({ C2: 650 }, { 7: ["4", "Giám sát", 50, ""] }))).toHaveLength(1);
  });

  test("left out and still blank: a warning", () => {
    expect(said(twoBreakdowns({}, { 7: ["4", "Giám sát", null, ""] }))).toEqual([
      { ...NOTHING, severity: "warning", at: 3, missing: [7], value: 600, right: 600, to: "=SUM(C4:C7)" },
    ]);
  });

  test.each([
    ["=C4+C6", { missing: [5] }],
    ["=SUM(C4:C6)+C5", { twice: [5] }],
    ["=SUM(C4:C6,C4:C5)", { twice: [4, 5] }],
    ["=C4+C5-C6", { subtracted: [6] }],
    ["=SUM(C4:C6)+45", { constant: 45 }],
    ["=SUM(C4:C7)", { extra: [[7, "total"]] }],
    ["=SUM(C4:C6)+C8", { extra: [[8, "row"]] }],
    ["=SUM(C2,C4:C6)", { extra: [[2, "total"]] }],
    ["=C5", { missing: [4, 6] }],
  ])("%s instead of the sum of C4:C6", (formula, parts) => {
    expect(said(twoBreakdowns({ C3: formula }))).toMatchObject([{ ...NOTHING, ...parts, severity: "error", to: "=SUM(C4:C6)" }]);
  });

  test("the other column", () => {
    const rows = (formula: string) => [
      ["", "Tổng", 9, 9, "T"],
      ["A", "Phân theo nội dung chi", "=SUM(C4:C5)", formula, "T:item"],
      ["1", "Một", 4, 3, "A.1"],
      ["2", "Hai", 5, 6, "A.2"],
    ];
    expect(said(calculated(["number", "label", "amount", "y2025", "key"], rows("=SUM(D4:D5)")))).toEqual([]);
    expect(said(calculated(["number", "label", "amount", "y2025", "key"], rows("=SUM(C4:C5)")))).toMatchObject([
      { missing: [4, 5], extra: [[4, "column"], [5, "column"]], to: "=SUM(D4:D5)" },
    ]);
  });

  const tree = (formula: string) =>
    calculated(["number", "label", "amount", "key"], [
      ["", "Tổng", 10, "T"],
      ["A", "Phân theo nội dung chi", formula, "T:item"],
      ["1", "Một", 7, "A.1"],
      ["1.1", "Một một", 4, "A.2"],
      ["1.2", "Một hai", 3, "A.3"],
      ["-", "Trong đó", 2, "A.4"],
      ["2", "Hai", 3, "A.5"],
    ]);
  test.each([["=C4+C8"], ["=SUM(C4,C8)"], ["=SUM(C5:C6,C8)"]])("lines or the lines under them, %s: both are right", (formula) => {
    expect(said(tree(formula))).toEqual([]);
  });

  test("lines of two levels, and parts trong đó beside their whole", () => {
    expect(said(tree("=SUM(C4:C8)"))).toMatchObject([
      { ...NOTHING, extra: [[5, "within"], [6, "within"], [7, "of-which"]], right: 10, to: "=SUM(C4,C8)" },
    ]);
    expect(said(tree("=C5+C8"))).toMatchObject([{ ...NOTHING, missing: [6] }]);
  });

  test("a stated total may be one of its breakdowns, and not both", () => {
    for (const formula of ["=C3", "=C7", "=SUM(C4:C6)", "=C8+C9"]) expect(said(twoBreakdowns({ C2: formula }))).toEqual([]);
    expect(said(twoBreakdowns({ C2: "=C3+C7" }))).toMatchObject([{ at: 2, extra: [[7, "total"]], value: 1200, right: 600, to: "=C3" }]);
    expect(found(sums, twoBreakdowns({ C2: "=C3+C7" }))).toEqual([]);
    expect(said(twoBreakdowns({ C2: "=C8+C9-0" }))).toEqual([]);
  });

  test("years and reporting units across", () => {
    const row = (years: string) =>
      calculated(["number", "label", "amount", "y2024", "y2025", "y2026", "years", "key"], [["", "Tổng", 10, 4, 5, 1, years, "T"]]);
    expect(said(row("=SUM(D2:F2)"))).toEqual([]);
    expect(said(row("=SUM(D2:E2)"))).toMatchObject([{ missing: [2], value: 9, right: 10, to: '=IF(COUNT(D2:F2)=0,"",SUM(D2:F2))' }]);
    expect(said(row("=SUM(C2:F2)"))).toMatchObject([{ extra: [[2, "column"]], value: 20 }]);
  });

  test("a formula of another kind is judged by what it comes to; one that Excel has not computed yet is no finding", () => {
    const other = (value: number) => ({ formula: "=SUMIFS(C4:C9,D4:D9,1)", value });
    const withGroup = (value: number) => {
      const table = budgetOf({ total: 6, items: [1, 2, 3], sources: [6] });
      const rows = table.rows.map((one) =>
        one.key === "T:item"
          ? { ...one, cells: new Map([...one.cells].map(([key, cell]) => [key, { ...cell, ...other(value), state: "number" as const }])) }
          : one,
      );
      return { ...table, rows };
    };
    expect(said(withGroup(6))).toEqual([]);
    expect(said(withGroup(5))).toMatchObject([{ ...NOTHING, value: 5, right: 6, to: "=SUM(C4:C6)" }]);
  });

  test("on tables that nobody has seen: a line that is taken out of the formula is the one that is named", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 8 }), fc.nat(), (items, which) => {
        const left = which % items.length;
        const cells = items.map((_, index) => `C${index + 4}`);
        const rows = (formula: string) => [
          ["", "Tổng", items.reduce((all, one) => all + one, 0), "T"],
          ["A", "Theo nội dung", formula, "T:item"],
          ...items.map((value, index) => [String(index + 1), `Dòng ${index + 1}`, value, `A.${index + 1}`]),
        ];
        const columns = ["number", "label", "amount", "key"] as const;
        expect(said(calculated(columns, rows(`=${cells.join("+")}`)))).toEqual([]);
        expect(said(calculated(columns, rows(`=${cells.filter((_, index) => index !== left).join("+")}`)))).toMatchObject([
          { missing: [left + 4], right: items.reduce((all, one) => all + one, 0) },
        ]);
      }),
    );
  });

  test("whatever people type where sums stand, nothing throws, and sums that are put right are right", () => {
    const piece = fc.constantFrom(
      "C3", "C4", "C6:C4", "C1:C99", "D4", "SUM(", ")", "+", "-", ",", "5", '""', "IF(", "COUNT(", "ROUND(", "=", "Khác!C4", "#REF!",
      "TongChi", "A:C", "3:4", "$C$5",
    );
    const cell = fc.constantFrom("C2", "C4", "C5", "C6", "C7", "C9", "D4");
    const sum = fc
      .array(
        fc.oneof(cell, fc.tuple(cell, cell).map(([from, to]) => `SUM(${from}:${to})`), fc.constant("3")),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => ({ formula: `=${parts.join("+")}`, value: 7 }));
    const typed = fc.oneof(
      sum, fc.integer({ min: -99, max: 99 }), fc.constant(null), fc.constantFrom("x", "12,5"),
      fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => ({ formula: `=${pieces.join("")}`, value: 7 })),
    );
    fc.assert(
      fc.property(fc.array(typed, { minLength: 8, maxLength: 8 }), (cells) => {
        const table = tableOf("budget", ["number", "label", "amount", "key"], [
          ["", "Tổng", cells[0] ?? null, "T"],
          ["A", "Theo nội dung", cells[1] ?? null, "T:item"],
          ["1", "Một", cells[2] ?? null, "A.1"],
          ["1.1", "Một một", cells[3] ?? null, "A.2"],
          ["-", "Trong đó", cells[4] ?? null, "A.3"],
          ["2", "Hai", cells[5] ?? null, "A.4"],
          ["B", "Theo nguồn", cells[6] ?? null, "T:source"],
          ["1", "Tỉnh", cells[7] ?? null, "B.1"],
        ]);
        for (const finding of said(table)) {
          if (finding.at !== 3 || finding.right === null) continue;
          const put = tableOf(
            "budget", ["number", "label", "amount", "key"],
            table.rows.map((row) => [
              row.number,
              row.label,
              row.row === 2 ? { formula: finding.to, value: finding.right } : (cells[row.row - 1] ?? null),
              row.key,
            ]),
          );
          expect(said(put).filter(({ at }) => at === 3)).toEqual([]);
        }
        found(sums, table);
      }),
    );
  });
});
