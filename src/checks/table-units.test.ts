import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { budgetOf } from "../../tests/support/grids";
import type { MoneyUnit } from "../quantity";
import type { BudgetTable } from "../tables";
import { tableUnits } from "./table-units";

/** A table of the plan with its amounts `times` as large. */
function table(key: string, unit: MoneyUnit | null, times = 1, plan: string | null = "thu"): BudgetTable {
  const amounts = (values: readonly number[]) => values.map((value) => value * times);
  return {
    ...budgetOf({ total: 275_556 * times, items: amounts([275_456, 100]), sources: amounts([275_556]) }),
    key,
    unit,
    plan: plan === null ? null : { plan, part: "kinh-phi" },
  };
}
const said = (tables: readonly BudgetTable[]) =>
  tables
    .flatMap((one) => tableUnits.check(one, { today, tables }))
    .flatMap((finding) =>
      finding.code === "table-unit"
        ? [{ id: finding.id.split("/")[0], severity: finding.severity, to: finding.data.to, other: finding.data.other?.unit ?? null }]
        : [],
    );

describe("table-units", () => {
  test("tables of one plan agree in whatever unit each is shown", () => {
    expect(said([table("a", "trieu-dong"), table("b", "dong", 1e6), table("c", "ty-dong", 1e-3)])).toEqual([]);
  });

  test("of two that are a thousand times off each other the later is told", () => {
    expect(said([table("a", "trieu-dong"), table("b", "nghin-dong")])).toEqual([
      { id: "b", severity: "warning", to: "trieu-dong", other: "trieu-dong" },
    ]);
  });

  test("of three the one that stands alone", () => {
    expect(said([table("a", "dong"), table("b", "trieu-dong"), table("c", "dong", 1e6)])).toEqual([
      { id: "a", severity: "warning", to: "trieu-dong", other: "trieu-dong" },
    ]);
  });

  test("other plans, other amounts and unknown units say nothing", () => {
    expect(said([table("a", "trieu-dong"), table("b", "nghin-dong", 1, "khac")])).toEqual([]);
    expect(said([table("a", "trieu-dong"), table("b", "trieu-dong", 3)])).toEqual([]);
    expect(said([table("a", "trieu-dong", 1, null), table("b", "nghin-dong", 1, null)])).toEqual([]);
    expect(said([table("a", "trieu-dong"), table("b", null)])).toEqual([]);
  });

  test("đồng under a caption of triệu đồng is more than any budget", () => {
    expect(said([table("a", "trieu-dong", 1e6)])).toEqual([{ id: "a", severity: "warning", to: "dong", other: null }]);
    expect(said([table("a", "dong", 1e6)])).toEqual([]);
  });
});
