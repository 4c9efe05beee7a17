import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { wordsOf } from "../i18n";
import { catalogue } from "../plan";
import { DEFAULT_CHOICES, budgetTable, indicatorTable, readDefinedName } from ".";
import { rowBreaks, roomOf } from "./pages";

const vi = wordsOf("vi").templates;

test("a page takes what it has room for, and begins with no row that stays with the one above, nor with one that stays with that", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ height: fc.integer({ min: 10, max: 60 }), glued: fc.boolean() }), { minLength: 1, maxLength: 60 }),
      (rows) => {
        const heights = [{ row: 0, height: 40 }, { row: 1, height: 20 }, ...rows.map(({ height }, index) => ({ row: 2 + index, height }))];
        // three rows at most stay together: a part, its first group and its first row
        const glued = rows.map((row, index) => row.glued && !(rows[index - 1]?.glued && rows[index - 2]?.glued));
        const breaks = rowBreaks({ heights, head: 1, body: 2, glued, room: 300 });
        expect(breaks.some((row) => glued[row - 2] && row > 2)).toBe(false);
        const ends = [...breaks, 2 + rows.length];
        const pages = ends.map((end, index) =>
          heights
            .filter(({ row }) => row < end && row >= (breaks[index - 1] ?? 0))
            .reduce((sum, { height }) => sum + height, index === 0 ? 0 : 20),
        );
        expect(glued.some((under, index) => under && index > 0) ? Math.max(...pages) : 0).toBeLessThanOrEqual(300);
      },
    ),
  );
});

test("rows that stay with none need no breaks", () => {
  expect(rowBreaks({ heights: [], head: 0, body: 1, glued: Array<boolean>(500).fill(false), room: roomOf(100) })).toEqual([]);
});

test("rows that are repeated and fill a page let nothing be kept together", () => {
  const heights = [0, 1].map((row) => ({ row, height: 409 }));
  expect(rowBreaks({ heights, head: 0, body: 2, glued: [false, true], room: 700 })).toEqual([]);
});

test("no heading of a group or of a breakdown ends a page of a plan's tables", () => {
  let cut = 0;
  for (const plan of catalogue) {
    for (const years of [null, [plan.period.to]]) {
      const choices = { ...DEFAULT_CHOICES, years };
      const specs = [
        indicatorTable(plan, { table: "indicators1", sheet: "x" }, choices, vi),
        ...plan.budgets.map((budget) => budgetTable(plan, budget, { table: "budget1", sheet: "y" }, choices, vi)),
      ];
      for (const spec of specs) {
        const key = spec.names.find(({ name }) => readDefinedName(name)?.key === "key")?.area;
        const isHeading = (row: number): boolean => /^group:|:(item|source)$/.test(String(spec.cells[row]?.[key?.col ?? 0] ?? ""));
        const breaks = spec.print.pageBreakRows ?? [];
        cut += breaks.length;
        expect(breaks.filter((row) => isHeading(row - 1))).toEqual([]);
      }
    }
  }
  expect(cut).toBeGreaterThan(5);
});
