import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { CellStyle, StyledArea } from "../../sheet";
import { styleGroups } from "./style-groups";

const area = fc.record({ row: fc.nat(8), col: fc.nat(4), rows: fc.integer({ min: 1, max: 4 }), cols: fc.integer({ min: 1, max: 3 }) });
const style = fc.constantFrom<CellStyle>(
  { bold: true }, { bold: false }, { bold: true, fill: "#FFFFFF" }, { fill: "#000000" }, { border: true }, { numberFormat: "@" },
  { numberFormat: "0.0" },
);

/** What stands in each cell in the end. */
function painted(styles: readonly StyledArea[]): Record<string, CellStyle> {
  const cells: Record<string, CellStyle> = {};
  for (const { area: own, style: look } of styles) {
    for (let row = own.row; row < own.row + own.rows; row++)
      for (let col = own.col; col < own.col + own.cols; col++) cells[`${row} ${col}`] = { ...cells[`${row} ${col}`], ...look };
  }
  return cells;
}

test("groups leave every cell as the list does, and are as few as the styles where nothing lies over anything", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ area, style }), { maxLength: 14 }), (styles) => {
      const groups = styleGroups(styles);
      expect(painted(groups.flatMap(({ style: own, areas }) => areas.map((one) => ({ area: one, style: own }))))).toEqual(painted(styles));
    }),
  );
  const rows = Array.from({ length: 600 }, (_, row) => ({
    area: { row: row * 2, col: row % 3, rows: 1, cols: 2 },
    style: row % 2 ? ({ bold: true } as const) : ({ italic: true } as const),
  }));
  expect(styleGroups(rows)).toHaveLength(2);
});

test("areas with borders are together only where they have the same insides", () => {
  const groups = styleGroups(
    [
      [1, 1], [1, 2], [3, 1], [1, 5], [1, 1],
    ].map(([rows = 1, cols = 1], at) => ({ area: { row: at * 4, col: 0, rows, cols }, style: { border: true } })),
  );
  expect(groups.map(({ areas }) => areas.length)).toEqual([2, 2, 1]);
});
