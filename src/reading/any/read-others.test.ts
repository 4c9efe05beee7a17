import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { snapshotOf, textSnapshot } from "../../../tests/support/text-snapshots";
import type { CellValue } from "../../sheet";
import { type AmountGrid, gridOf, type OtherTable, relationGap, relationHolds } from "../../tables";
import { layingOut } from "./layouts";
import { readOthers } from "./read-others";

const DEBT: readonly (readonly CellValue[])[] = [
  ["TÌNH HÌNH CÔNG NỢ", null, null, null, null, null],
  [null, null, null, null, null, "ĐVT: đồng"],
  ["STT", "Đơn vị", "Số dư đầu kỳ", "Phát sinh tăng", "Phát sinh giảm", "Số dư cuối kỳ"],
  ["A", "B", 1, 2, 3, "4=1+2-3"],
  ["1", "Công ty A", 79000000, 48300000, 86058000, 41742000],
  ["2", "Công ty B", 23225000, 82350000, 51007000, 54568000],
  ["3", "Công ty C", 79300000, 51060000, 102631000, 27729000],
  [null, "Cộng", 181525000, 181710000, 239696000, 123539000],
];

function only(tables: readonly OtherTable[]): OtherTable {
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables`);
  return table;
}

describe("readOthers", () => {
  test("reads a form of anybody's: its unit, lines, and what its rule row says", () => {
    const table = only(readOthers(snapshotOf(DEBT, "Công nợ"), []));
    expect(table).toMatchObject({ kind: "other", subject: "budget", unit: "dong", key: "Công nợ", holds: false });
    expect(table.rows.map(({ label }) => label)).toEqual(["Công ty A", "Công ty B", "Công ty C", "Cộng"]);
    const broken = table.relations.filter((relation) => !relationHolds(relation));
    expect(broken).toMatchObject([
      { op: "sum", axis: "column", total: { at: { row: 7, col: 5 } } },
      { op: "difference", axis: "row", added: 2, total: { at: { row: 4, col: 5 } } },
    ]);
    expect(broken.map(relationGap)).toEqual([-500000, 500000]);
  });

  test("a table that holds says so before its relations are made, and its keys stay when rows are put above it", () => {
    const right = DEBT.map((row, at) => (at === 4 ? [...row.slice(0, 5), 41242000] : row));
    const table = only(readOthers(snapshotOf(right), []));
    expect(table.holds).toBe(true);
    const lower = only(readOthers(snapshotOf([[null], [null], ...right]), []));
    expect(lower.relations.map(({ key }) => key)).toEqual(table.relations.map(({ key }) => key));
  });

  test("in a file of text its numbers are numbers; among numbers, one that is text is text", () => {
    const texts = DEBT.map((row) =>
      row.map((cell) => (typeof cell === "number" && cell > 9 ? cell.toLocaleString("de") : String(cell ?? ""))),
    );
    const [first] = only(readOthers(textSnapshot(texts), [])).rows;
    expect(first?.cells.values().next().value).toMatchObject({ state: "number", value: 79000000 });
    const typed = DEBT.map((row, at) => (at === 5 ? [...row.slice(0, 3), "82.350.000", ...row.slice(4)] : row));
    const [, second] = only(readOthers(snapshotOf(typed), [])).rows;
    expect([...(second?.cells.values() ?? [])].map(({ state }) => state)).toEqual(["number", "text", "number", "number"]);
  });

  test("its grid, told before its cells are made, is what they would give", () => {
    const value = fc.constantFrom<CellValue>(1200, 3.5, -7, 0, null, "", "-", "1.200", "12,5", "x", "chữ", true, { error: "#N/A" });
    const formula = fc.option(fc.constant("=B2+1"), { freq: 2 });
    const cells = fc.array(fc.record({ value, formula, kept: fc.integer({ min: 0, max: 9 }) }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(cells, (some) => {
        const rows = Array.from({ length: 8 }, (_, row) => some.slice(row * 3, row * 3 + 3));
        const heads = ["Nội dung", "Năm 2023", "Năm 2024", "Năm 2025"];
        const values = [heads, ...rows.map((row, at) => [`Dòng ${at}`, ...row.map((one) => one.value)])];
        const snapshot = snapshotOf(values);
        const formulas = [heads.map(() => null), ...rows.map((row) => [null, ...row.map((one) => one.formula)])];
        const unevaluated = rows.flatMap((row, at) =>
          row.flatMap(({ formula, kept }, place) =>
            formula !== null && kept === 0 ? [{ row: at + 1, col: place + 1, formula, kept: null }] : [],
          ),
        );
        for (const table of readOthers({ ...snapshot, formulas, unevaluated }, [])) {
          const [given, gathered] = [gridOf(table), gridOf({ ...table })];
          expect(given).toEqual({ ...gathered, formulaAt: expect.any(Function) });
          const formulasIn = ({ formulaAt }: AmountGrid) =>
            table.columns.map((_, column) => table.rows.map((_, row) => formulaAt(column, row)));
          expect(formulasIn(given)).toEqual(formulasIn(gathered));
        }
      }),
    );
  });

  test("what the sheet tells of hidden rows, circles and other workbooks goes with its tables", () => {
    const linked = [{ row: 5, col: 2, books: ["b.xlsx"] }];
    const around = { hidden: { rows: [5], cols: [] }, linked, circles: { circles: [], hanging: [] } };
    expect(only(readOthers({ ...snapshotOf(DEBT), ...around }, []))).toMatchObject(around);
  });

  test("of many lines there are more steps, none of which reads much more of the sheet than a pass over it", () => {
    const counted = (lines: number): { readonly steps: number; readonly most: number } => {
      let read = 0;
      const body = Array.from({ length: lines }, (_, at): CellValue[] => [`Dòng ${at}`, 1000 + at, 2000 + 3 * at, 3000 + 4 * at]);
      const values = new Proxy<readonly (readonly CellValue[])[]>([["Nội dung", "Một", "Hai", "Cộng"], ...body], {
        get(all, key, self): unknown {
          if (typeof key === "string" && /^\d/.test(key)) read += 1;
          return Reflect.get(all, key, self);
        },
      });
      const work = layingOut({ ...snapshotOf(body), area: { row: 0, col: 0, rows: lines + 1, cols: 4 }, values }, [], []);
      let [steps, most] = [0, 0];
      for (let step = work.next(); !step.done; step = work.next()) {
        [steps, most] = [steps + 1, Math.max(most, read)];
        read = 0;
      }
      return { steps, most };
    };
    const [few, many] = [counted(1_000), counted(12_000)];
    expect(many.steps).toBeGreaterThan(few.steps + 5);
    // four columns, each cell looked at a few times by the pass that counts them
    expect(many.most).toBeLessThan(12_000 * 4 * 4);
  });
});
