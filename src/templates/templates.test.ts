import { describe, expect, test } from "@jest/globals";
import { wordsOf } from "../i18n";
import { DEFAULT_ROWS, catalogue, ownPlan, withBlanks } from "../plan";
import { contains, lastCell, overlap, specArea, type Area, type CellInput, type SheetSpec } from "../sheet";
import {
  DEFAULT_CHOICES, budgetTable, definedName, freeTableId, indicatorTable, planTag, readDefinedName, readPlanTag, taskTable, unitOf, yearOf,
  type TableId,
} from ".";

const UNITS = ["Huyện A", "Huyện B", "Thành phố C"];
const own = ownPlan({ title: "Kế hoạch của xã", issuer: "Ủy ban nhân dân xã", from: 2026, to: 2030, rows: DEFAULT_ROWS });

const specs = (["vi", "en"] as const).flatMap((lang) =>
  [...catalogue.map((plan) => withBlanks(plan, DEFAULT_ROWS)), own].flatMap((plan) =>
    [[], UNITS, Array.from({ length: 40 }, (_, index) => `Xã số ${index + 1}`)].flatMap(
      (reportingUnits): [string, SheetSpec, TableId, string][] => {
        const words = wordsOf(lang).templates;
        const choices = { ...DEFAULT_CHOICES, reportingUnits };
        const name = `${plan.id}, ${lang}, ${reportingUnits.length} units`;
        return [
          [
            `indicators of ${name}`,
            indicatorTable(plan, { table: "indicators1", sheet: "x" }, choices, words),
            "indicators1",
            planTag(plan.id, null),
          ],
          [`tasks of ${name}`, taskTable(plan, { table: "tasks1", sheet: "x" }, choices, words), "tasks1", planTag(plan.id, null)],
          ...plan.budgets.map((one): [string, SheetSpec, TableId, string] => [
            `budget of ${name}`,
            budgetTable(plan, one, { table: "budget1", sheet: "x" }, choices, words),
            "budget1",
            planTag(plan.id, one.id),
          ]),
        ];
      },
    ),
  ),
);

function column(spec: SheetSpec, key: string): CellInput[] {
  const area = spec.names.find(({ name }) => name.endsWith(`_${key}`))?.area;
  if (!area) throw new Error(`no column ${key}`);
  return spec.cells.slice(area.row, area.row + area.rows).map((row) => row[area.col] ?? null);
}

describe.each(specs)("%s", (_, spec, table, tag) => {
  const body = Math.min(...spec.names.filter(({ name }) => name.endsWith("_label")).map(({ area }) => area.row));
  const areaOf = (key: "head" | "plan") => spec.names.find(({ name }) => name === definedName(table, key))?.area;

  test("every row is as wide as the columns", () => {
    expect(spec.cells.every((row) => row.length === spec.columns.length)).toBe(true);
  });

  test("merges do not touch each other and lie above the body", () => {
    for (const [index, merge] of spec.merges.entries()) {
      expect(merge.row + merge.rows).toBeLessThanOrEqual(body);
      expect(spec.merges.slice(index + 1).some((other) => overlap(merge, other))).toBe(false);
    }
  });

  test("each column has its defined name, and all of them can be read back", () => {
    const columns = spec.names.filter(({ area }) => area.row === body && area.cols === 1);
    expect(columns.map(({ area }) => area.col).sort((a, b) => a - b)).toEqual(spec.columns.map((_column, index) => index));
    expect(new Set(spec.names.map(({ name }) => name)).size).toBe(spec.names.length);
    expect(spec.names.every(({ name }) => readDefinedName(name)?.table === table)).toBe(true);
  });

  test("the head is named, and a hidden cell that no merge covers says which plan it is", () => {
    const [head, plan] = [areaOf("head"), areaOf("plan")];
    if (!head || !plan) throw new Error("no such name");
    expect([head.rows, lastCell(head).row]).toEqual([2, body - 2]);
    expect([spec.cells[plan.row]?.[plan.col], spec.columns[plan.col]?.hidden]).toEqual([tag, true]);
    expect(spec.merges.some((merge) => contains(merge, plan))).toBe(false);
  });

  test("styles, validations and formats stay inside the table", () => {
    const whole = specArea(spec);
    for (const { area } of [...spec.styles, ...spec.validations, ...spec.conditionalFormats]) {
      expect([area.row + area.rows <= whole.rows, area.col + area.cols <= whole.cols, area.row >= 0, area.col >= 0]).toEqual([
        true, true, true, true,
      ]);
    }
  });

  test("outline numbers are text, and rows have keys of their own", () => {
    expect(column(spec, "number").every((value) => typeof value === "string")).toBe(true);
    const keys = column(spec, "key");
    expect(keys.every((value) => typeof value === "string" && value !== "")).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("no page is set too small to be read, none cuts a head in two", () => {
    const { percent = 100, pageBreakCols = [] } = spec.print;
    expect(percent).toBeGreaterThanOrEqual(50);
    expect(pageBreakCols).toEqual([...new Set(pageBreakCols)].sort((a, b) => a - b));
    for (const at of pageBreakCols) expect(spec.merges.filter(({ row, col, cols }) => row > 3 && col < at && at < col + cols)).toEqual([]);
  });
});

function chosenOver(spec: SheetSpec, area: Area): boolean {
  const own = (key: string): Area | undefined => spec.names.find(({ name }) => name === `PT_indicators1_${key}`)?.area;
  const label = own("label");
  return own("status")?.col === area.col && label !== undefined && spec.cells[area.row]?.[label.col] === null;
}

describe.each(specs.filter(([, , table]) => table !== "budget1"))("%s", (_, spec) => {
  test("what people fill in is open, and holds no formula", () => {
    for (const { area } of spec.validations) {
      const cells = [{ row: area.row, col: area.col }, lastCell(area)];
      const open = cells.every(
        (cell) =>
          !spec.styles.filter(({ area: styled }) => contains(styled, cell)).reduce((locked, { style }) => style.locked ?? locked, true),
      );
      const computed = spec.cells
        .slice(area.row, area.row + area.rows)
        .some((row) => row.slice(area.col, area.col + area.cols).some((cell) => typeof cell === "object" && cell !== null));
      // an assessment is chosen over its formula where somebody writes a target of words
      expect([open, computed]).toEqual([true, chosenOver(spec, area)]);
    }
  });
});

describe("names", () => {
  test("what stands for a column is read back in any case", () => {
    expect(readDefinedName("pt_BUDGET12_Y2021")).toEqual({ table: "budget12", kind: "budget", key: "y2021" });
    expect(["Print_Area", "PT_other1_amount", "PT_budget0_amount", "PT_budget1", "XPT_budget1_amount"].map(readDefinedName)).toEqual(
      Array(5).fill(null),
    );
    expect([
      yearOf("y2021", "y"), yearOf("years", "y"), unitOf("u12", "u"), unitOf("un3", "un"), unitOf("un3", "u"), unitOf("units", "u"),
      unitOf("unit", "u"),
    ]).toEqual([2021, null, 12, 3, null, null, null]);
  });

  test("a new table takes a number that is free", () => {
    expect(freeTableId("budget", [])).toBe("budget1");
    expect(freeTableId("budget", ["PT_budget1_amount", "PT_budget3_amount", "PT_indicators7_label"])).toBe("budget4");
  });

  test("the tag of a plan is read back", () => {
    expect([planTag("a-1", null), planTag("a-1", "b")].map(readPlanTag)).toEqual([{ plan: "a-1", part: null }, { plan: "a-1", part: "b" }]);
    expect(readPlanTag("")).toBeNull();
  });
});
