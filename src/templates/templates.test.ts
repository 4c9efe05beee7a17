import { describe, expect, test } from "@jest/globals";
import { wordsOf } from "../i18n";
import { catalogue } from "../plan";
import { MONEY_UNITS, fromDong } from "../quantity";
import { overlap, specArea, type CellInput, type SheetSpec } from "../sheet";
import { budgetTable, definedName, freeTableId, indicatorTable, readDefinedName, yearOf, type ColumnKey } from ".";

const plan = catalogue.find(({ id }) => id === "lai-chau-2021-2025");
if (!plan) throw new Error("no plan");
const budget = plan.budgets[0];
if (!budget) throw new Error("no budget");

const specs = (["vi", "en"] as const).flatMap((lang) =>
  catalogue.flatMap((one): [string, SheetSpec][] => {
    const words = wordsOf(lang).templates;
    return [
      [`indicators of ${one.id}, ${lang}`, indicatorTable(one, { table: "indicators1", sheet: "x" }, words)],
      ...one.budgets.flatMap((each) => MONEY_UNITS.map((unit): [string, SheetSpec] => [`budget of ${one.id}, ${lang}, ${unit}`, budgetTable(one, each, { table: "budget1", sheet: "x", unit }, words)])),
    ];
  }),
);

function column(spec: SheetSpec, key: string): CellInput[] {
  const area = spec.names.find(({ name }) => name.endsWith(`_${key}`))?.area;
  if (!area) throw new Error(`no column ${key}`);
  return spec.cells.slice(area.row, area.row + area.rows).map((row) => row[area.col] ?? null);
}

describe.each(specs)("%s", (_, spec) => {
  test("every row is as wide as the columns", () => {
    expect(spec.cells.every((row) => row.length === spec.columns.length)).toBe(true);
  });

  test("merges do not touch each other and lie above the body", () => {
    const body = Math.min(...spec.names.filter(({ name }) => name.endsWith("_label")).map(({ area }) => area.row));
    for (const [index, merge] of spec.merges.entries()) {
      expect(merge.row + merge.rows).toBeLessThanOrEqual(body);
      expect(spec.merges.slice(index + 1).some((other) => overlap(merge, other))).toBe(false);
    }
  });

  test("each column has its defined name, and all of them can be read back", () => {
    const columns = spec.names.filter(({ area }) => area.cols === 1 && area.rows > 1);
    expect(columns.map(({ area }) => area.col).sort((a, b) => a - b)).toEqual(spec.columns.map((_column, index) => index));
    expect(spec.names.every(({ name }) => readDefinedName(name) !== null)).toBe(true);
  });

  test("styles, validations and formats stay inside the table", () => {
    const whole = specArea(spec);
    for (const { area } of [...spec.styles, ...spec.validations, ...spec.conditionalFormats]) {
      expect([area.row + area.rows <= whole.rows, area.col + area.cols <= whole.cols, area.row >= 0, area.col >= 0]).toEqual([true, true, true, true]);
    }
  });

  test("outline numbers are text", () => {
    expect(column(spec, "number").every((value) => typeof value === "string")).toBe(true);
    expect(column(spec, "key").every((value) => typeof value === "string" && value !== "")).toBe(true);
  });
});

describe("budget of Lai Châu", () => {
  const spec = budgetTable(plan, budget, { table: "budget1", sheet: "x", unit: "trieu-dong" }, wordsOf("vi").templates);

  test("the approved amounts are typed and the breakdowns are sums", () => {
    expect(column(spec, "amount")).toEqual([275556, { formula: "=SUM(C10:C14)" }, 39705, 78960, 84640, 72151, 100, { formula: "=SUM(C16:C19)" }, 158486, 56000, 4430, 56640]);
  });

  test("the years are empty, and their sum stays blank while they are", () => {
    expect(column(spec, "y2021").filter((value) => value !== null)).toEqual([{ formula: '=IF(COUNT(D10:D14)=0,"",SUM(D10:D14))' }, { formula: '=IF(COUNT(D16:D19)=0,"",SUM(D16:D19))' }]);
    expect(column(spec, "years")[0]).toEqual({ formula: '=IF(COUNT(D8:H8)=0,"",SUM(D8:H8))' });
  });

  test.each(MONEY_UNITS)("in %s the amounts are those of the plan", (unit) => {
    const shown = column(budgetTable(plan, budget, { table: "budget1", sheet: "x", unit }, wordsOf("vi").templates), "amount").filter((value) => typeof value === "number");
    expect(shown).toEqual(budget.lines.map(({ amount }) => fromDong(amount ?? 0, unit)));
  });
});

describe("indicators of Lai Châu", () => {
  const spec = indicatorTable(plan, { table: "indicators1", sheet: "x" }, wordsOf("vi").templates);

  test("targets stand in their own comparator", () => {
    expect(column(spec, "target2025")).toEqual([100, "> 30", 100, "> 83", 90, "Duy trì và nâng cao", 70]);
    expect(column(spec, "baseline")).toEqual([null, 24.4, null, null, null, null, null]);
  });

  test("shares of a count have a numerator and a denominator for each year, on a page of their own", () => {
    const keys = spec.names.map(({ name }) => readDefinedName(name)?.key ?? "table");
    expect(keys.filter((key) => yearOf(key as ColumnKey, "num") !== null)).toHaveLength(5);
    expect(spec.print.pageBreakCols).toEqual([spec.names.find(({ name }) => name === definedName("indicators1", "numerator"))?.area.col]);
  });
});

describe("names", () => {
  test("what stands for a column is read back in any case", () => {
    expect(readDefinedName("pt_BUDGET12_Y2021")).toEqual({ table: "budget12", kind: "budget", key: "y2021" });
    expect(["Print_Area", "PT_other1_amount", "PT_budget0_amount", "PT_budget1", "XPT_budget1_amount"].map(readDefinedName)).toEqual(Array(5).fill(null));
    expect(yearOf("y2021", "y")).toBe(2021);
    expect(yearOf("years", "y")).toBeNull();
  });

  test("a new table takes a number that is free", () => {
    expect(freeTableId("budget", [])).toBe("budget1");
    expect(freeTableId("budget", ["PT_budget1_amount", "PT_budget3_amount", "PT_indicators7_label"])).toBe("budget4");
  });
});
