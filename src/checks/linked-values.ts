import { contains } from "../sheet";
import { finding, type Rule } from "./rule";

/** Cells whose values come from other workbooks as the file last kept them: nobody has updated them here. */
export const linkedValues: Rule = {
  name: "linked-values",
  codes: ["linked-values"],
  severities: ["info"],
  check: (table) => {
    const cells = (table.linked ?? []).filter((at) => contains(table.area, at));
    const [first] = cells;
    if (!first) return [];
    const books = [...new Set(cells.flatMap((cell) => cell.books))].filter((book) => !/^\d*$/.test(book));
    const places = cells.map(({ row, col }) => ({ sheet: table.sheet, row, col }));
    return [
      finding(table, "linked-values", "", {
        severity: "info",
        at: { sheet: table.sheet, row: first.row, col: first.col },
        cells: places,
        data: { places, books },
      }),
    ];
  },
};
