import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellInput } from "../../sheet";
import { shiftFormula } from "../../sheet";
import { formulaRuns } from "./formula-runs";

const formulas = (...texts: string[]): CellInput[][] => texts.map((formula) => [{ formula }]);

describe("formulaRuns", () => {
  test("finds formulas that are the one above, moved down, from four of them on", () => {
    expect(formulaRuns(formulas("=A1", "=A2", "=A3"))).toEqual([]);
    expect(formulaRuns(formulas("=A1", "=A2", "=A3", "=A4"))).toEqual([{ row: 0, col: 0, rows: 4 }]);
    expect(formulaRuns([["x"], ...formulas("=$A$1", "=$A$1", "=$A$1", "=$A$1"), [5]])).toEqual([{ row: 1, col: 0, rows: 4 }]);
  });

  test("ends where a fixed row moves, a relative one stays, or text changes", () => {
    expect(formulaRuns(formulas("=A$1", "=A$2", "=A$3", "=A$4"))).toEqual([]);
    expect(formulaRuns(formulas("=A1", "=A1", "=A1", "=A1"))).toEqual([]);
    expect(formulaRuns(formulas('=A1&"A1"', '=A2&"A2"', '=A3&"A3"', '=A4&"A4"'))).toEqual([]);
    expect(formulaRuns(formulas('=A1&"A1"', '=A2&"A1"', '=A3&"A1"', '=A4&"A1"'))).toHaveLength(1);
    expect(
      formulaRuns(
        formulas("=LOG10(PT_budget1_amount)", "=LOG11(PT_budget1_amount)", "=LOG12(PT_budget1_amount)", "=LOG13(PT_budget1_amount)"),
      ),
    ).toEqual([]);
  });

  test("written out, the runs give the table back, and no cell is in two of them", () => {
    const texts = fc.constantFrom("=A1+$B$2", "=SUM(C1:C$9)", "='A1 x'!B2&\"A1\"", "=LOG10(D4)*PT_budget1_amount", "=1");
    const stretch = fc.record({ text: fc.option(texts, { nil: null }), rows: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(fc.array(stretch, { maxLength: 5 }), { minLength: 1, maxLength: 3 }), (columns) => {
        const inputs = columns.map((stretches) =>
          stretches.flatMap(({ text, rows }) =>
            Array.from({ length: rows }, (_, row): CellInput => (text === null ? row : { formula: shiftFormula(text, row, 0) })),
          ),
        );
        const rows = Math.max(...inputs.map((column) => column.length));
        const cells = Array.from({ length: rows }, (_, row) => inputs.map((column) => column[row] ?? null));
        const covered = new Set<string>();
        for (const run of formulaRuns(cells)) {
          const first = cells[run.row]?.[run.col];
          if (typeof first !== "object" || first === null) throw new Error("a run begins with a formula");
          for (let down = 0; down < run.rows; down++) {
            const at = `${run.row + down} ${run.col}`;
            expect(covered.has(at)).toBe(false);
            covered.add(at);
            expect(cells[run.row + down]?.[run.col]).toEqual({ formula: shiftFormula(first.formula, down, 0) });
          }
        }
        for (const [col, stretches] of columns.entries()) {
          let row = 0;
          for (const { text, rows: height } of stretches) {
            if (text !== null && height >= 4) expect(covered.has(`${row} ${col}`) && covered.has(`${row + height - 1} ${col}`)).toBe(true);
            row += height;
          }
        }
      }),
    );
  });
});
