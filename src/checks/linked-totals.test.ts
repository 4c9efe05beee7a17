import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { found } from "../../tests/support/context";
import { tableOf, type GridCell } from "../../tests/support/grids";
import type { BudgetTable } from "../tables";
import { formulaParts } from "./formula-parts";
import { formulaReplaced } from "./formula-replaced";
import type { Rule } from "./rule";
import { sums } from "./sums";

const LINKS = [
  "='[1]Chi tiết'!$C$5", "='[1]Chi tiết'!C5+C4", "=[b.xlsx]Biểu!C5", "=SUM('C:\\kh\\[b.xlsx]Biểu'!C5:C9)", "=[1]!Tong",
  "=VLOOKUP(B4,'[1]Danh mục'!$A:$C,3,0)", "=SUM(C3:C4)-'[2]Biểu'!C5",
];

/** Total C2, items C4:C6 under C3, sources C8:C9 under C7; `typed` stands over them. */
function budget(typed: Readonly<Record<number, GridCell>>): BudgetTable {
  const group = (area: string, values: readonly number[]): GridCell => ({
    formula: `=SUM(${area})`,
    value: values.reduce((all, one) => all + one, 0),
  });
  const [items, sources] = [[39705, 78960, 84640], [158486, 44819]];
  const rows: GridCell[][] = [
    ["", "Tổng", 203305, "T"],
    ["A", "Phân theo nội dung chi", group("C4:C6", items), "T:item"],
    ...items.map((value, i): GridCell[] => [String(i + 1), `Nội dung ${i + 1}`, value, `A.${i + 1}`]),
    ["B", "Phân theo nguồn vốn", group("C8:C9", sources), "T:source"],
    ...sources.map((value, i): GridCell[] => [String(i + 1), `Nguồn ${i + 1}`, value, `B.${i + 1}`]),
  ];
  const table = tableOf(
    "budget", ["number", "label", "amount", "key"],
    rows.map((row, i) => (i + 2 in typed ? [row[0] ?? null, row[1] ?? null, typed[i + 2] ?? null, row[3] ?? null] : row)),
  );
  if (table.kind !== "budget") throw new Error("not a budget");
  return table;
}

/** What is found, but that what stands in a cell is a formula. */
const told = (rule: Rule, table: BudgetTable): unknown =>
  JSON.parse(
    JSON.stringify(found(rule, table), (key, value: unknown) =>
      ["source", "linked", "from"].includes(key) && typeof value !== "number" ? undefined : value,
    ),
  );

describe("a value from another workbook", () => {
  test("in a total or a line is judged as the same number typed by hand: no cell is accused or spared for it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2, 4, 5, 6, 8, 9), fc.constantFrom(...LINKS),
        fc.constantFrom(203305, 39705, 39750, 78960, 87960, 158486, 1234, 0),
        fc.constantFrom(null, 4, 8),
        (row, formula, value, blank) => {
          const others = blank === null || blank === row ? {} : { [blank]: null };
          const by = (cell: GridCell) =>
            [sums, formulaParts, formulaReplaced].map((rule) => told(rule, budget({ ...others, [row]: cell })));
          expect(by({ formula, value })).toEqual(by(value));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("in place of the sum of a breakdown is quiet where it agrees, else as a number typed over the formula, with nothing said for sure", () => {
    for (const row of [3, 7]) {
      for (const formula of LINKS) {
        const by = (cell: GridCell) => [sums, formulaParts, formulaReplaced].map((rule) => told(rule, budget({ [row]: cell })));
        expect(by({ formula, value: 203305 })).toEqual([[], [], []]);
        expect(by({ formula, value: 203350 })).toEqual(by(203350));
        expect(found(formulaReplaced, budget({ [row]: { formula, value: 203350 } }))).toMatchObject([{ data: { linked: true } }]);
      }
    }
  });
});
