import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { believing } from "./relations";
import { believedIn, type Layout, type LayoutColumn, type LayoutLine } from ".";

const LINE: LayoutLine = {
  row: 0, number: "", label: "", code: "", depth: 0, parent: null, total: false, ofWhich: false, breakdown: false, apart: false, unit: null,
  months: null, hidden: false,
};
const COLUMN: LayoutColumn = {
  col: 0, kind: "amount", path: [], number: null, unit: null, year: null, months: null, total: false, ofWhich: false, hidden: false,
};

/** A layout of bare numbers: no word says anything. */
function layoutOf(rows: readonly (readonly (number | null)[])[], lines: readonly Partial<LayoutLine>[] = []): Layout {
  const cols = rows[0]?.length ?? 0;
  const flat = rows.flatMap((row) => row.map((value) => value ?? Number.NaN));
  return {
    sheet: "Sheet1",
    area: { row: 0, col: 0, rows: rows.length, cols },
    title: null, caption: null, unit: null, headRows: [], numberRow: null,
    columns: Array.from({ length: cols }, (_, col) => ({ ...COLUMN, col })),
    lines: rows.map((_, row) => ({ ...LINE, row, ...lines[row] })),
    rules: [],
    numbers: {
      values: Float64Array.from(flat),
      decimals: new Uint8Array(flat.length),
      holds: Uint8Array.from(flat, (value) => (Number.isNaN(value) ? 0 : 1)),
      formula: () => null,
    },
    hasFormulas: false,
  };
}

const told = (layout: Layout) =>
  believedIn(layout).map(({ op, total, parts }) => `${op} ${total.join()} = ${parts.map((part) => part.join()).join(" ")}`);

const amounts = (length: number) => fc.array(fc.integer({ min: 1000, max: 999_999 }), { minLength: length, maxLength: length });

describe("what is believed of bare numbers", () => {
  it("finds a total under its parts in each column, and at the end of each line", () => {
    fc.assert(
      fc.property(fc.array(amounts(4), { minLength: 4, maxLength: 9 }), (body) => {
        const lines = body.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
        const total = [0, 1, 2, 3, 4].map((col) => lines.reduce((sum, row) => sum + (row[col] ?? 0), 0));
        const found = told(layoutOf([...lines, total]));
        const n = lines.length;
        for (let col = 0; col < 5; col++) expect(found).toContain(`sum ${n},${col} = ${lines.map((_, row) => `${row},${col}`).join(" ")}`);
        for (let row = 0; row <= n; row++) expect(found).toContain(`sum ${row},4 = ${row},0 ${row},1 ${row},2 ${row},3`);
      }),
      { numRuns: 30 },
    );
  });

  it("believes nothing of numbers that have nothing to do with each other", () => {
    fc.assert(
      fc.property(fc.array(amounts(5), { minLength: 5, maxLength: 10 }), (rows) => {
        // that some two or three of a few hundred large numbers come to another by chance is rare, in one column or line alone
        expect(believedIn(layoutOf(rows)).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  it("tells the same of numbers ten times as large", () => {
    fc.assert(
      fc.property(fc.array(amounts(3), { minLength: 3, maxLength: 8 }), (body) => {
        const lines = body.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
        expect(told(layoutOf(lines.map((row) => row.map((value) => value * 10))))).toEqual(told(layoutOf(lines)));
      }),
      { numRuns: 30 },
    );
  });

  it("reads a rule of a balance with what is added and what is taken away", () => {
    const layout = layoutOf([[79, 48, 86, 41], [23, 82, 51, 54], [79, 51, 102, 28]]);
    const rule = { axis: "row", op: "sum", total: 3, parts: [0, 1, 2], signs: [1, 1, -1], factor: null, open: false } as const;
    const at = { sheet: "Sheet1", row: 0, col: 3 };
    const found = believedIn({ ...layout, rules: [{ ...rule, from: "rule-row", at }] });
    expect(found.filter(({ from }) => from === "rule-row").map(({ op, added, total, parts }) => [op, added, total, parts])).toEqual(
      [0, 1, 2].map((line) => ["difference", 2, [line, 3], [[line, 0], [line, 1], [line, 2]]]),
    );
  });

  it("believes of the line with a wrong number what all other lines show", () => {
    const lines = [[1210, 3401, 4611], [2300, 1950, 4250], [4477, 5120, 9597], [8123, 1009, 9132], [3056, 7781, 10837]];
    const wrong = lines.map((row, at) => (at === 2 ? [4477, 5210, 9597] : row));
    expect(told(layoutOf(wrong))).toContain("sum 2,2 = 2,0 2,1");
  });
});

it("is found in many steps where there are many numbers, each column and each way by itself", () => {
  const body = Array.from({ length: 2_000 }, (_, row) => [1, 2, 3, 4].map((col) => ((row * 7919 + col * 104_729) % 9973) + 1));
  const totals = [0, 1, 2, 3].map((col) => body.reduce((sum, row) => sum + (row[col] ?? 0), 0));
  const layout = layoutOf([...body, totals]);
  let steps = 0;
  const work = believing(layout);
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) {
      expect(step.value).toEqual(believedIn(layout));
      break;
    }
    steps += 1;
  }
  expect(steps).toBeGreaterThan(60);
});
