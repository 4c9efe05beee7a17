import { expect, test } from "@jest/globals";
import { tableOf, type GridCell } from "../../../tests/support/grids";
import { type IndicatorTable, isNumber, numberCells, type TypedCell } from "../../tables";
import type { ColumnKey } from "../../templates";

function indicatorsOf(
  columns: readonly ColumnKey[], rows: readonly (readonly GridCell[])[], heads: readonly string[] = [],
): IndicatorTable {
  const table = tableOf("indicators", columns, rows, undefined, heads);
  if (table.kind !== "indicators") throw new Error("no indicator table");
  return table;
}

test("reporting units are told by the words over their columns, whatever their order, and what they report by their place", () => {
  const columns: readonly ColumnKey[] = ["label", "u2", "u1", "actual2025", "un1", "ud1", "num2025", "den2025", "key"];
  const { units, year, rows } = indicatorsOf(columns, [["Tỷ lệ", 20, 10, 15, 1, 10, 1, 10, "a"]], ["Chỉ tiêu", "Xã B", "Xã A", "Cả tỉnh"]);
  expect([...units]).toEqual([[1, "Xã A"], [2, "Xã B"]]);
  expect(year).toBe(2025);
  const [row] = rows;
  if (!row) throw new Error("no row");
  const values = (cells: ReadonlyMap<number, TypedCell>) =>
    [...cells].map(([place, cell]) => [place, isNumber(cell) ? cell.value : cell.state]);
  expect([row.unitActuals, row.unitNumerators, row.unitDenominators, row.numerators].map(values)).toEqual([
    [[1, 10], [2, 20]], [[1, 1]], [[1, 10]], [[2025, 1]],
  ]);
});

test("a table without reporting units has neither units nor the year that they report", () => {
  const { units, year } = indicatorsOf(["label", "actual2024", "actual2025"], [["Tỷ lệ", 1, 2]]);
  expect([units.size, year]).toEqual([0, null]);
});

test("a copied row is another indicator, and each of its cells is about itself", () => {
  const table = indicatorsOf(
    ["label", "baseline", "u1", "un1", "ud1", "actual2025", "key"],
    [["Tỷ lệ", 1, 2, 3, 4, 5, "a"], ["Tỷ lệ", 1, 2, 3, 4, 5, "a"], [null, null, null, null, null, null, "b"]],
  );
  expect(table.rows.map(({ key }) => key)).toEqual(["a", "a@2"]);
  expect(numberCells(table).slice(0, 5).map(({ about }) => about)).toEqual(["a/baseline", "a/u1", "a/actual2025", "a/un1", "a/ud1"]);
});

test("a row of which only a target or a baseline was typed is read", () => {
  const { rows } = indicatorsOf(
    ["label", "baseline", "target2030", "actual2030", "key"],
    [[null, null, "> 30", null, "r1"], [null, 5, null, null, "r2"], [null, null, null, null, "r3"]],
  );
  expect(rows.map(({ key }) => key)).toEqual(["r1", "r2"]);
});

test("a target in money is in the unit of its row, as its values are", () => {
  const table = tableOf(
    "indicators", ["number", "label", "unit", "target2025"],
    [["1", "Thu ngân sách", "triệu đồng", "≥ 50"], ["2", "Thu khác", "triệu đồng", "trên 2 tỷ đồng"], ["3", "Mức thu", "đồng", "> 5.000"]],
  );
  if (table.kind !== "indicators") throw new Error("no indicators");
  const values = table.rows.map(({ targets }) =>
    [...targets.values()].map((cell) => (cell.state === "target" ? [cell.target.comparator, cell.target.value] : cell.state)),
  );
  expect(values).toEqual([[[">=", 50]], [[">", 2000]], [[">", 5000]]]);
});
