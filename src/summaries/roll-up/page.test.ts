import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { pageSheet, type PageRow } from "./page";

const columns = [{ upper: null, lower: "Tên", width: 60 }, { upper: null, lower: "Số", width: 14 }];
const sheetOf = (rows: readonly PageRow[]) => pageSheet({ name: "S", title: "Tên biểu", lines: [], caption: null, columns, rows, kept: 1 });

test("a page never begins with a row that belongs to the one above, and takes no more than it has room for", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(8), { minLength: 1, maxLength: 40 }), (counts) => {
      const rows = counts.flatMap((count, index): PageRow[] => [
        { cells: [`Dòng ${index}`, 1] },
        ...Array.from({ length: count }, (): PageRow => ({ cells: ["Huyện", 1], under: true })),
      ]);
      const { print, freeze, rowHeights } = sheetOf(rows);
      const breaks = print.pageBreakRows ?? [];
      expect(breaks.some((row) => rows[row - freeze.rows]?.under)).toBe(false);
      expect(print.percent === undefined).toBe(counts.every((count) => count === 0));
      // 210 mm without margins of 20 mm, at the print's scale
      const room = ((170 / 25.4) * 72) / ((print.percent ?? 100) / 100);
      const heights = new Map(rowHeights.map(({ row, height }) => [row, height]));
      const pages =
        print.percent === undefined
          ? []
          : [0, ...breaks].map((from, index) =>
              Array.from({ length: (breaks[index] ?? freeze.rows + rows.length) - from }, (_, row) => heights.get(from + row) ?? 16).reduce(
                (sum, one) => sum + one, 0,
              ),
            );
      expect(Math.max(0, ...pages)).toBeLessThanOrEqual(room);
    }),
  );
});
