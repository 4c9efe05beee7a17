import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { tableOf, type GridCell } from "../../tests/support/grids";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import type { BudgetTable, Table } from "../tables";
import { budgetShares } from "./budget-shares";

const aim = { label: "Tỷ lệ ngân sách y tế dành cho công tác y tế dự phòng", target2030: "≥ 30" } satisfies IndicatorCells;

function budget(
  lines: readonly (readonly [string, string, GridCell])[], total = "Tổng ngân sách y tế", amount: GridCell = 1000,
): BudgetTable {
  const table = tableOf(
    "budget", ["number", "label", "amount", "key"],
    [
      ["", total, amount, "T"],
      ["A", "Phân theo nội dung chi", { formula: "=SUM()", value: amount as number }, "T:item"],
      ...lines.map(([number, label, value]): GridCell[] => [number, label, value, `A.${number}`]),
    ],
  );
  if (table.kind !== "budget") throw new Error("not a budget");
  return { ...table, sheet: "Kinh phí" };
}

const said = (cells: IndicatorCells, ...budgets: Table[]) => {
  const table = indicatorRows([cells]);
  return budgetShares.check(table, { today, tables: [table, ...budgets] });
};
const lines = (part: GridCell) => [["1", "Chi y tế dự phòng", part], ["2", "Chi khám, chữa bệnh", 700]] as const;

describe("budget-shares", () => {
  test("the line of the matter against the total: by how much, with both cells", () => {
    expect(said(aim, budget(lines(285)))).toMatchObject([
      {
        code: "budget-share-missed",
        severity: "warning",
        data: {
          year: 2030,
          share: 28.5,
          distance: 1.5,
          part: { label: "Chi y tế dự phòng", value: 285, at: { row: 3, col: 2 } },
          total: { value: 1000, at: { row: 1 } },
        },
      },
    ]);
    expect(
      said(
        { ...aim, label: "Tỷ lệ ngân sách y tế bố trí cho y tế dự phòng trong tổng ngân sách y tế", target2030: "> 30" },
        budget(lines(300)),
      ),
    ).toMatchObject([{ data: { share: 30, distance: 0 } }]);
  });

  test.each<[string, IndicatorCells, Table[]]>([
    ["met", aim, [budget(lines(300))]],
    ["no budget", aim, []],
    ["a blank", aim, [budget(lines(null))]],
    ["no such line", aim, [budget([["1", "Chi đào tạo", 10]])]],
    ["two such lines", aim, [budget([...lines(10), ["3", "Mua sắm cho y tế dự phòng", 10]])]],
    ["two budgets with such a line", aim, [budget(lines(10)), budget(lines(20))]],
    ["a total of something else", aim, [budget(lines(10), "Kinh phí của Trung tâm Y tế")]],
    ["what households pay", { ...aim, label: "Tỷ lệ chi trực tiếp từ tiền túi của hộ gia đình cho y tế dự phòng" }, [budget(lines(10))]],
    ["a matter that is the whole", { ...aim, label: "Tỷ lệ ngân sách chi y tế dành cho chi y tế" }, [budget(lines(10))]],
    ["an amount", { ...aim, unit: "triệu đồng" }, [budget(lines(10))]],
    ["words", { ...aim, target2030: "Tăng dần" }, [budget(lines(10))]],
    ["of another plan", aim, [{ ...budget(lines(10)), plan: { plan: "b", part: null } }]],
  ])("quiet: %s", (name, cells, budgets) => {
    const table = indicatorRows([cells], { plan: name === "of another plan" ? "a" : null });
    expect(budgetShares.check(table, { today, tables: [table, ...budgets] })).toEqual([]);
  });

  test("lines under the one that names the matter are parts of it", () => {
    expect(
      said(
        aim,
        budget([["1", "Y tế dự phòng", 200], ["1.1", "Mua sắm cho y tế dự phòng", 200], ["2", "Khám, chữa bệnh", 800]], "Tổng cộng"),
      ),
    ).toMatchObject([{ data: { share: 20, distance: 10 } }]);
  });

  test("where the budget has a column for the target's year, that year counts", () => {
    const table = tableOf(
      "budget", ["number", "label", "amount", "y2030", "key"],
      [
        ["", "Tổng ngân sách y tế", 1000, 100, "T"],
        ["A", "Phân theo nội dung chi", { formula: "=SUM()", value: 1000 }, { formula: "=SUM()", value: 100 }, "T:item"],
        ["1", "Y tế dự phòng", 400, 20, "A.1"],
        ["2", "Khám, chữa bệnh", 600, 80, "A.2"],
      ],
    );
    expect(said(aim, table)).toMatchObject([{ data: { share: 20, part: { value: 20, at: { col: 3 } } } }]);
  });
});
