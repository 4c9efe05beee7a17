import { describe, expect, test } from "@jest/globals";
import { today } from "../../tests/support/context";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import type { IndicatorTable } from "../tables";
import { duplicateTargets } from "./duplicate-targets";

const all = (...tables: IndicatorTable[]) => tables.flatMap((table) => duplicateTargets.check(table, { today, tables }));
const insured = (target2025: string | number | null, rest: IndicatorCells = {}): IndicatorCells => ({
  label: "Tỷ lệ dân số tham gia bảo hiểm y tế",
  target2025,
  ...rest,
});
const other = (target: string | number, rest: IndicatorCells = {}): IndicatorCells =>
  insured(target, { key: "b", label: "Tỉ lệ dân số tham gia Bảo hiểm y tế", ...rest });
const within = (a: IndicatorCells, b: IndicatorCells) =>
  all(indicatorRows([a, b])).map(({ data }) => ("stricter" in data ? data.stricter : "?"));

describe("duplicate-targets", () => {
  test("twice in one table, said at the later one, in whatever spelling", () => {
    expect(all(indicatorRows([insured("≥ 95"), other("> 95")]))).toMatchObject([
      { code: "targets-differ", severity: "warning", at: { row: 2 }, data: { year: 2025, stricter: "this", other: { at: { row: 1 } } } },
    ]);
    expect(within(insured(95), other(90))).toEqual(["other"]);
    expect(within(insured("dưới 15", { direction: "giảm" }), other("dưới 12", { direction: "giảm" }))).toEqual(["this"]);
    expect(within(insured("90 - 95"), other(90))).toEqual([null]);
  });

  test.each<[IndicatorCells, IndicatorCells]>([
    [insured(96), other("≥ 96")],
    [insured("trên 95%"), other("> 95")],
    [insured("> 95"), other("trên 95", { unit: "‰" })],
    [insured("> 95"), other("> 90", { label: "Tỷ lệ trẻ em tham gia bảo hiểm y tế" })],
    [insured("> 95"), other("> 90", { target2025: null, target2030: "> 90" })],
    [insured("Duy trì"), other("> 90")],
    [insured("> 95", { label: "" }), other("> 90", { label: "" })],
  ])("quiet: %j beside %j", (a, b) => {
    expect(within(a, b)).toEqual([]);
  });

  test("two tables of one plan: also by the code, where a name was shortened", () => {
    const short = { label: "Bảo hiểm y tế", key: "2.2", target2025: "> 90" };
    const long = insured("> 95", { key: "2.2" });
    const plan = (id: string | null, row: IndicatorCells, sheet: string) => indicatorRows([row], { plan: id, sheet });
    expect(all(plan("kon-tum-2030", long, "A"), plan("kon-tum-2030", short, "B"))).toMatchObject([
      { code: "targets-differ", severity: "warning", data: { stricter: "other" } },
    ]);
    // the codes of two plans have nothing to do with each other, and neither have the rows of blank tables
    expect(all(plan("kon-tum-2030", long, "A"), plan("tp-lao-cai-2024", short, "B"))).toEqual([]);
    expect(all(plan("own/Kế hoạch", long, "A"), plan("own/Kế hoạch", short, "B"))).toEqual([]);
  });

  test("two plans may differ: which is stricter is information, said once", () => {
    const [a, b] = [indicatorRows([insured("> 96,5")], { plan: "a", sheet: "A" }), indicatorRows([other(96)], { plan: "b", sheet: "B" })];
    expect(all(a, b)).toMatchObject([{ code: "plans-differ", severity: "info", data: { stricter: "other" } }]);
  });
});
