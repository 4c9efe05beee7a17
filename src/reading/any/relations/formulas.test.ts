import { describe, expect, test } from "@jest/globals";
import { snapshotOf } from "../../../../tests/support/text-snapshots";
import { parseA1, toA1, type CellValue } from "../../../sheet";
import { relationHolds } from "../../../tables";
import { readOthers } from "../read-others";

const ROWS: readonly (readonly CellValue[])[] = [
  ["STT", "Nội dung", "Dự toán", "Thực hiện", "Chênh lệch"],
  [null, "Tổng số", 9867, 9311, -556],
  ["1", "Chi đầu tư", 2610, 2500, -110],
  ["2", "Chi thường xuyên", 6845, 6400, -445],
  ["3", "Dự phòng", 412, 411, -1],
];

/** The table with formulas in some of its cells, and what is told of them: the total, what it is of, and its parts. */
function told(formulas: Readonly<Record<string, string>>, rows = ROWS) {
  const snapshot = snapshotOf(rows);
  const written = snapshot.formulas.map((row) => [...row]);
  for (const [cell, formula] of Object.entries(formulas)) {
    const at = parseA1(cell);
    const row = at && written[at.row];
    if (row) row[at.col] = formula;
  }
  const [table] = readOthers({ ...snapshot, formulas: written }, []);
  return (table?.relations ?? []).map((relation) => ({
    total: toA1(relation.total.at), op: relation.op, from: relation.from, sure: relation.sure, holds: relationHolds(relation),
    parts: relation.parts.map(({ at }) => toA1(at)),
  }));
}

describe("formulas of anybody's tables", () => {
  test("sums, single cells and differences are relations that are certain, and are told once", () => {
    const all = told({ C2: "=SUM(C3:C5)", D2: "=D3+D4+D5", E3: "=D3-C3", E2: "=SUM(E3:E5)" });
    const from = all.filter((one) => one.from === "formula");
    expect(from).toEqual([
      { total: "C2", op: "sum", from: "formula", sure: 1, holds: true, parts: ["C3", "C4", "C5"] },
      { total: "D2", op: "sum", from: "formula", sure: 1, holds: true, parts: ["D3", "D4", "D5"] },
      { total: "E2", op: "sum", from: "formula", sure: 1, holds: true, parts: ["E3", "E4", "E5"] },
      { total: "E3", op: "difference", from: "formula", sure: 1, holds: true, parts: ["D3", "C3"] },
    ]);
    const keys = all.map(({ total, parts }) => [total, ...[...parts].sort()].join());
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("what does anything else, or looks beyond the table or its line and column, is none", () => {
    const all = told({ C2: "=SUM(C3:C5)+0.5", D2: "=D3*1.1", E2: "=SUM(E3:E99)", E3: "=SUM(C3:D4)", E4: "=E4" });
    expect(all.filter((one) => one.from === "formula")).toEqual([]);
  });

  test("running totals over many lines stay within their bound", () => {
    const lines = Array.from({ length: 400 }, (_, at): CellValue[] => [String(at + 1), `Dòng ${at + 1}`, 1, at + 1]);
    const formulas = Object.fromEntries(lines.map((_, at) => [`D${at + 2}`, `=SUM(C$2:C${at + 2})`]));
    const all = told(formulas, [["STT", "Nội dung", "Số", "Lũy kế"], ...lines]);
    expect(all.reduce((sum, { parts }) => sum + parts.length, 0)).toBeLessThan(400 * 4 * 10);
  });
});
