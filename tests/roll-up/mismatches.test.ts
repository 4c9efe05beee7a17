import { describe, expect, test } from "@jest/globals";
import { resultOf, emptyRollUp, mergeRollUps, type RollUpResult } from "../../src/app";
import type { CellValue, SheetSpec } from "../../src/sheet";
import { addUnit } from "../../src/summaries/roll-up";
import type { PlanTable } from "../../src/tables";
import type { ColumnKey } from "../../src/templates";
import { columnOf, readSpec, specOfPlan } from "../support/made-tables";
import { provincePlan } from "./plan";

const today = { year: 2024, month: 3, day: 1 };
const plan = provincePlan();
const indicators = specOfPlan("indicators", plan);
const budget = specOfPlan("budget", plan);

const rowOf = (spec: SheetSpec, kind: "indicators" | "budget", key: string): number =>
  spec.cells.findIndex((row) => row[columnOf(spec, kind, "key")] === key);

function typed(spec: SheetSpec, kind: "indicators" | "budget", key: string, column: ColumnKey, value: CellValue) {
  return { row: rowOf(spec, kind, key), col: columnOf(spec, kind, column), value };
}

/** Three units whose tables are as they were made, and one that differs. */
function rolled(usual: PlanTable, odd: readonly PlanTable[]): RollUpResult {
  const rollUp = emptyRollUp();
  const options = { nodes: new Set<string>(), today, sources: false };
  // merged from behind, so that the odd one comes first
  for (const [unit, tables] of [["D", odd], ["C", [usual]], ["B", [usual]], ["A", [usual]]] as const) {
    const one = emptyRollUp();
    addUnit(one, unit, tables.map((table) => ({ table, file: "" })), options);
    mergeRollUps(rollUp, one);
  }
  return resultOf(rollUp);
}

const luot = (value: number) => typed(indicators, "indicators", "luot", "actual2022", value);
const usual = readSpec(indicators, [luot(10)]);
const valueOf = ({ sections }: RollUpResult, key: string, column: string) =>
  sections[0]?.lines.find((line) => line.key === key)?.figures.get("")?.get(column);

describe("what does not fit is told with its units and not added", () => {
  test("nothing, where all fit", () => {
    const result = rolled(usual, [usual]);
    expect(result.mismatches).toEqual([]);
    expect(valueOf(result, "luot", "2022")).toMatchObject({ value: 40, units: 4 });
  });

  test.each([
    ["another name", "label", "Số lượt khám thai"],
    ["another unit of measure", "unit", "nghìn lượt"],
  ] as const)("a line of the same code with %s", (_what, column, text) => {
    const result = rolled(usual, [readSpec(indicators, [luot(10), typed(indicators, "indicators", "luot", column, text)])]);
    expect(result.mismatches).toEqual([expect.objectContaining({ code: "other-line", key: "luot", units: { count: 1, first: ["D"] } })]);
    expect(valueOf(result, "luot", "2022")).toMatchObject({ value: 30, units: 3 });
  });

  test("a name that is spelt otherwise is the same name", () => {
    const result = rolled(usual, [
      readSpec(indicators, [luot(10), typed(indicators, "indicators", "luot", "label", "số lượt  KHÁM bệnh ".normalize("NFD"))]),
    ]);
    expect(result.mismatches).toEqual([]);
    expect(valueOf(result, "luot", "2022")?.value).toBe(40);
  });

  test("a table of another plan", () => {
    const other = readSpec(specOfPlan("indicators", { ...plan, id: "kon-tum-2030" }), [luot(10)]);
    const result = rolled(usual, [other]);
    expect(result.mismatches).toEqual([
      expect.objectContaining({ code: "other-plan", plan: "kon-tum-2030", units: { count: 1, first: ["D"] } }),
    ]);
    expect(result.sections).toHaveLength(1);
  });

  test("a year outside of the period, and years that are missing", () => {
    const spec = specOfPlan("indicators", plan, { years: [2022, 2026] });
    const other = readSpec(spec, [
      typed(spec, "indicators", "luot", "actual2022", 10), typed(spec, "indicators", "luot", "actual2026", 99),
    ]);
    const result = rolled(usual, [other]);
    expect(result.mismatches.map((one) => ("columns" in one ? [one.code, one.columns] : one.code))).toEqual([
      ["missing-columns", ["2021", "2023", "2024", "2025"]], ["extra-columns", ["2026"]],
    ]);
    expect(valueOf(result, "luot", "2022")?.value).toBe(40);
    expect(valueOf(result, "luot", "2026")).toBeUndefined();
  });

  test("a line that one unit has alone", () => {
    const result = rolled(readSpec(specOfPlan("indicators", provincePlan(["hang"]))), [readSpec(indicators)]);
    expect(result.mismatches).toEqual([
      expect.objectContaining({ code: "extra-lines", lines: ["Xếp hạng chuyển đổi số"], units: { count: 1, first: ["D"] } }),
    ]);
  });

  test("the same figures under two names are told; they are added all the same", () => {
    const years = [2021, 2022, 2023] as const;
    const filled = (shift: number) =>
      readSpec(
        indicators,
        ["giuong", "luot", "thu"].flatMap((key, at) =>
          years.map((year) => typed(indicators, "indicators", key, `actual${year}`, year * 7 + at + shift)),
        ),
      );
    const rollUp = emptyRollUp();
    for (const [unit, shift] of [["Xã A", 0], ["Xã B", 1], ["Xã A - Copy", 0]] as const)
      addUnit(rollUp, unit, [{ table: filled(shift), file: "" }], { nodes: new Set(), today, sources: false });
    const result = resultOf(rollUp);
    expect(result.mismatches).toEqual([
      expect.objectContaining({ code: "same-figures", units: { count: 2, first: ["Xã A", "Xã A - Copy"] } }),
    ]);
    expect(valueOf(result, "luot", "2021")?.units).toBe(3);
  });

  test("a budget without its unit of money, and a second one of the same unit", () => {
    const good = readSpec(budget);
    const caption = budget.cells.findIndex((row) => row.some((cell) => String(cell).startsWith("Đơn vị tính")));
    const col = (budget.cells[caption] ?? []).findIndex((cell) => cell !== null);
    const without = readSpec(budget, [{ row: caption, col, value: "Đơn vị: Sở Y tế" }]);
    expect(rolled(good, [without]).mismatches).toEqual([
      expect.objectContaining({ code: "no-money-unit", units: { count: 1, first: ["D"] } }),
    ]);
    const twice = rolled(good, [good, good]);
    expect(twice.mismatches).toEqual([expect.objectContaining({ code: "twice", units: { count: 1, first: ["D"] } })]);
    expect(valueOf(twice, "T", "amount")).toMatchObject({ value: 4 * 275_556, units: 4 });
  });
});

test("how many units meet the target of the year", () => {
  const meets = (value: number) => readSpec(indicators, [typed(indicators, "indicators", "luot", "actual2025", value)]);
  const result = rolled(meets(1000), [meets(999)]);
  expect(valueOf(result, "luot", "2025")).toMatchObject({ judged: 4, met: 3, value: 3999 });
});
