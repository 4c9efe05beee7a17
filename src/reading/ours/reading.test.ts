import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { budgetOf, indicatorOf, tableOf, yearsOf, type GridCell } from "../../../tests/support/grids";
import { wordsOf } from "../../i18n";
import { catalogue } from "../../plan";
import { graphOf, type BudgetTable, relationGap, relationHolds } from "../../tables";
import { DEFAULT_CHOICES, budgetTable } from "../../templates";
import { tableOutlines } from "./outline";

const relations = (table: BudgetTable) =>
  graphOf(table).relations.map(({ op, axis, from, total, parts, partial }) => ({
    op, axis, from,
    total: total.at.row,
    parts: parts.map(({ at }) => at.row),
    partial,
  }));

describe("the relations of a budget table", () => {
  test("each breakdown is a sum and reaches the total", () => {
    expect(relations(budgetOf({ total: 6, items: [1, 2, 3], sources: [2, 4] }))).toEqual([
      { op: "same", axis: "column", from: "outline", total: 1, parts: [2], partial: false },
      { op: "same", axis: "column", from: "outline", total: 1, parts: [6], partial: false },
      { op: "sum", axis: "column", from: "formula", total: 2, parts: [3, 4, 5], partial: false },
      { op: "sum", axis: "column", from: "formula", total: 6, parts: [7, 8], partial: false },
    ]);
  });

  test("a blank is not a zero: a breakdown with a blank may stay below the total", () => {
    const [first] = relations(budgetOf({ total: 6, items: [1, null, 3], sources: [2, 4] }));
    expect(first).toMatchObject({ op: "of-which", partial: true });
  });

  test("without a stated total, two complete breakdowns are held against each other", () => {
    expect(relations(budgetOf({ total: null, items: [1, 2], sources: [4] })).filter(({ from }) => from !== "formula")).toEqual([
      { op: "same", axis: "column", from: "outline", total: 2, parts: [5], partial: false },
    ]);
    expect(relations(budgetOf({ total: null, items: [1, null], sources: [4] })).filter(({ from }) => from !== "formula")).toEqual([]);
  });

  test("lines under a line add up into it, and parts trong đó need not reach their whole", () => {
    const rows: GridCell[][] = [
      ["", "Tổng", 10, "T"],
      ["1", "Một", 10, "A.1"],
      ["1.1", "Một một", 4, "A.2"],
      ["-", "Trong đó", 3, "A.3"],
      ["1.2", "Một hai", 6, "A.4"],
    ];
    const table = tableOf("budget", ["number", "label", "amount", "key"], rows);
    if (table.kind !== "budget") throw new Error("not a budget");
    expect(relations(table)).toEqual([
      { op: "same", axis: "column", from: "outline", total: 1, parts: [2], partial: false },
      { op: "sum", axis: "column", from: "outline", total: 2, parts: [3, 5], partial: false },
      { op: "of-which", axis: "column", from: "label", total: 3, parts: [4], partial: false },
    ]);
  });

  test("years that are full reach the amount, years that are not may not exceed it", () => {
    expect(relations(yearsOf(10, [1, 2, 7])).map(({ op, axis }) => [op, axis])).toEqual([["sum", "row"], ["sum", "row"]]);
    expect(relations(yearsOf(10, [1, null, 7])).map(({ op }) => op)).toEqual(["sum", "of-which"]);
    expect(relations(yearsOf(10, [null, null, null]))).toEqual([]);
  });

  test("a gap is total minus parts, exact, and holds when it is none", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: -100, max: 100 }),
        (parts, off) => {
          // tenths, which binary fractions do not hold
          const tenths = parts.map((part) => part / 10);
          const total = parts.reduce((all, part) => all + part, off) / 10;
          const relation = graphOf(budgetOf({ total, items: tenths, sources: [total] })).relations.find(({ key }) =>
            key.endsWith("T:item"),
          );
          if (!relation) throw new Error("no relation");
          expect(relationHolds(relation)).toBe(Math.abs(off) === 0);
          expect(relationGap({ ...relation, parts: relation.parts })).toBeCloseTo(off / 10, 6);
        },
      ),
    );
  });
});

describe("cells", () => {
  test("nothing that people type throws, and a copied row is another line", () => {
    const any = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.constant(null), fc.boolean(), fc.constant({ error: "#REF!" }));
    fc.assert(
      fc.property(fc.array(fc.tuple(any, any, any, any), { minLength: 1, maxLength: 12 }), (rows) => {
        const table = tableOf("budget", ["number", "label", "amount", "key"], rows);
        const keys = table.rows.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        tableOf("indicators", ["number", "label", "target2025", "actual2025"], rows);
      }),
    );
  });

  test("a unit that cannot be read is null, never guessed", () => {
    const units = ["Đơn vị tính: triệu đồng", "Đơn vị: Sở Y tế", "ĐVT: 1.000 đồng", ""].map((caption) => {
      const table = tableOf("budget", ["number", "label", "amount"], [["", "Tổng", 1]], caption);
      return table.kind === "budget" ? table.unit : null;
    });
    expect(units).toEqual(["trieu-dong", null, "nghin-dong", null]);
  });

  test("targets are read as they are written", () => {
    const states = ["> 30", ">30%", 90, "Duy trì và nâng cao", null].map((target) =>
      [...(indicatorOf(target, 1).rows[0]?.targets.values() ?? [])].map((cell) =>
        cell.state === "target" ? [cell.target.comparator, cell.target.value] : cell.state,
      ),
    );
    expect(states).toEqual([[[">", 30]], [[">", 30]], [["=", 90]], ["words"], ["blank"]]);
  });
});

describe("tables of a workbook", () => {
  const plan = catalogue[0];
  const budget = plan?.budgets[0];
  if (!plan || !budget) throw new Error("no budget");
  const spec = budgetTable(plan, budget, { table: "budget1", sheet: "x" }, DEFAULT_CHOICES, wordsOf("vi").templates);
  const names = (sheet: string, scope: string | null) => spec.names.map(({ name, area }) => ({ name, scope, refersTo: { sheet, area } }));
  const sheets = ["x", "x (2)"].map((name) => ({ id: name, name, visible: true }));

  test("a copied sheet is another table", () => {
    expect(
      tableOutlines({ sheets, names: [...names("x", null), ...names("x (2)", "x (2)")] }).map(({ key, sheet }) => [key, sheet]),
    ).toEqual([["budget1", "x"], ["budget1@x (2)", "x (2)"]]);
  });

  test("a table whose sheet is gone is no table; one whose main name is gone is what its other names span; a column that is gone is left out", () => {
    expect(tableOutlines({ sheets, names: names("gone", null) })).toEqual([]);
    expect(tableOutlines({ sheets, names: names("x", null).filter(({ name }) => !name.endsWith("_table")) })).toEqual(
      tableOutlines({ sheets, names: names("x", null) }),
    );
    const [table] = tableOutlines({ sheets, names: names("x", null).filter(({ name }) => !name.endsWith("_y2023")) });
    expect([table?.columns.has("y2023"), table?.columns.has("y2024")]).toEqual([false, true]);
  });
});
