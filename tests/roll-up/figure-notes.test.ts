import { describe, expect, test } from "@jest/globals";
import { emptyRollUp, resultOf } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { catalogue } from "../../src/plan";
import type { CellInput, SheetSpec } from "../../src/sheet";
import { addUnit, rollUpSpecs } from "../../src/summaries/roll-up";
import type { ColumnKey } from "../../src/templates";
import { columnOf, readSpec, specOfPlan } from "../support/made-tables";
import { provincePlan } from "./plan";

const words = wordsOf("vi");
const plan = provincePlan();
const budget = specOfPlan("budget", plan);
type Typed = Parameters<typeof readSpec>[1] & object;

function typed(key: string, column: ColumnKey, value: number): Typed[number] {
  return {
    row: budget.cells.findIndex((row) => row[columnOf(budget, "budget", "key")] === key),
    col: columnOf(budget, "budget", column),
    value,
  };
}

function rowsOf(
  spec: SheetSpec, units: readonly (readonly [name: string, typed: Typed])[], sheet: string,
): readonly (readonly CellInput[])[] {
  const rollUp = emptyRollUp();
  for (const [name, own] of units)
    addUnit(rollUp, name, [{ table: readSpec(spec, own), file: "" }], {
      nodes: new Set(["Huyện A", "Huyện B"]),
      today: { year: 2024, month: 3, day: 1 },
      sources: false,
    });
  const reports = units.map(
    ([unit]) =>
      ({ unit, file: "", state: "read", reason: null, errors: 0, warnings: 0, infos: 0, cells: 1, filled: 1, kinds: [] }) as const,
  );
  const specs = rollUpSpecs(
    { result: resultOf(rollUp), forms: null, units: reports, sources: null, passed: [], date: "22/11/2026", taken: [], rollUp: 1 },
    words,
  );
  return specs.find(({ name }) => name === sheet)?.cells ?? [];
}

const budgetRows = (units: Parameters<typeof rowsOf>[1]): readonly (readonly CellInput[])[] =>
  rowsOf(budget, units, words.rollUp.sheets.budget);
const rowOf = (rows: readonly (readonly CellInput[])[], label: string, after = 0): readonly CellInput[] =>
  rows.slice(after).find((row) => String(row[1]).trim().startsWith(label)) ?? [];

describe("in a budget the number of units is that of the amount", () => {
  test("a year that fewer units have given is said beside the line, and no span of numbers", () => {
    const rows = budgetRows([["Xã A", [typed("A.1", "y2021", 5)]], ["Xã B", []]]);
    const [line, other] = [rowOf(rows, "Kinh phí đầu tư"), rowOf(rows, "Kinh phí nâng cấp")];
    expect(line.slice(-2)).toEqual(["2/2", "Năm 2021: mới có 1/2 đơn vị nhập"]);
    expect(other.slice(-2)).toEqual(["2/2", "Năm 2021: chưa đơn vị nào nhập"]);
  });

  test("what is true of every line is said once, over the table", () => {
    const every = ["T", "T:item", "T:source", "A.1", "A.2", "A.3", "A.4", "A.5", "B.1", "B.2", "B.3", "B.4"].flatMap((key) => [
      typed(key, "y2021", 5), typed(key, "amount", 90),
    ]);
    const rows = budgetRows([["Xã A", every], ["Xã B", every.filter(({ col }) => col !== columnOf(budget, "budget", "y2021"))]]);
    expect(rows.filter((row) => row.some((cell) => String(cell).includes("mới có 1/2 đơn vị nhập"))).map((row) => row[0])).toEqual([
      "Năm 2021: mới có 1/2 đơn vị nhập.",
    ]);
  });

  test("lines that come to something else than the stated total are told, of the whole and of each tier", () => {
    const unit = (name: string, gap: number) =>
      [name, [typed("T", "amount", 1000), typed("T:item", "amount", 1000 + gap), typed("T:source", "amount", 1000)]] as const;
    const rows = budgetRows([unit("Huyện A/Xã 1", -180.5), unit("Huyện A/Xã 2", 0), unit("Huyện B/Xã 3", 0)]);
    const at = rows.findIndex((row) => row[1] === "Phân theo nội dung chi");
    expect(rows.slice(at, at + 3).map((row) => row.at(-1))).toEqual([
      "ít hơn “Tổng kinh phí thực hiện Đề án” 180,5 triệu đồng", "ít hơn “Tổng kinh phí thực hiện Đề án” 180,5 triệu đồng", "",
    ]);
    expect(rowOf(rows, "Phân theo nguồn vốn").at(-1)).toBe("");
  });
});

test("the amounts of a budget are called as the document calls their total: a need has not been approved", () => {
  const headOf = (id: string): readonly CellInput[] => {
    const known = catalogue.find((one) => one.id === id);
    if (!known) throw new Error("no plan");
    const rows = rowsOf(specOfPlan("budget", known), [["Xã A", []], ["Xã B", []]], words.rollUp.sheets.budget);
    return rows.find((row) => row[1] === words.templates.budget.label) ?? [];
  };
  expect(headOf("tp-lao-cai-2024")[2]).toBe("Tổng nhu cầu kinh phí");
  expect(headOf("lai-chau-2021-2025")[2]).toBe("Tổng kinh phí thực hiện Đề án");
});

test("indicators stand under the groups of their plan, since their numbers begin anew there", () => {
  const known = catalogue.find(({ id }) => id === "lai-chau-2021-2025");
  if (!known) throw new Error("no plan");
  const rows = rowsOf(specOfPlan("indicators", known), [["Xã A", []], ["Xã B", []]], words.rollUp.sheets.indicators);
  const groups = [...new Set(known.indicators.map(({ group }) => group))];
  expect(groups.length).toBeGreaterThan(1);
  // those of targets in words follow, under their groups again
  const heads = rows.map((row) => row[1]).filter((label) => groups.some((group) => group === label));
  expect([heads.slice(0, groups.length), heads.slice(groups.length)]).toEqual([
    groups,
    groups.filter((group) => heads.slice(groups.length).includes(group ?? "")),
  ]);
});
