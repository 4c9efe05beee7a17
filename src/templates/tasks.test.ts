import { describe, expect, test } from "@jest/globals";
import { wordsOf } from "../i18n";
import { catalogue, ownPlan, type Plan } from "../plan";
import { contains, type CellInput, type SheetSpec } from "../sheet";
import { openXlsx, writeXlsx } from "../workbook/xlsx";
import { DEFAULT_CHOICES, TASK_STATUSES, taskTable } from ".";

const words = wordsOf("vi").templates;
const table = (plan: Plan, reportingUnits: readonly string[] = []): SheetSpec =>
  taskTable(plan, { table: "tasks1", sheet: "x" }, { ...DEFAULT_CHOICES, reportingUnits }, words);
const withTasks = catalogue.filter(({ tasks }) => tasks.length > 0);
const own = ownPlan({ title: "Kế hoạch", issuer: "Xã", from: 2026, to: 2030, rows: { indicators: 1, items: 1, tasks: 4, sources: [] } });

function areaOf(spec: SheetSpec, key: string) {
  const area = spec.names.find(({ name }) => name === `PT_tasks1_${key}`)?.area;
  if (!area) throw new Error(`no column ${key}`);
  return area;
}

const column = (spec: SheetSpec, key: string): CellInput[] =>
  spec.cells.slice(areaOf(spec, key).row).map((row) => row[areaOf(spec, key).col] ?? null);

/** The style of a cell as later blocks leave it. */
const styleAt = (spec: SheetSpec, row: number, col: number) =>
  Object.assign(
    {},
    ...spec.styles.filter(({ area }) => contains(area, { row, col })).map(({ style }) => style),
  ) as SheetSpec["styles"][number]["style"];

describe.each(withTasks.map((plan) => [plan.id, plan] as const))("tasks of %s", (_, plan) => {
  const spec = table(plan);

  test("each stands in a row, with who leads, who helps and by when as the plan says", () => {
    for (const key of ["lead", "cooperating", "time", "note"] as const)
      expect(column(spec, key)).toEqual(plan.tasks.map((task) => task[key]));
    expect(column(spec, "label")).toEqual(plan.tasks.map(({ name }) => name));
  });

  test("they are numbered 1, 2, 3, with their places in the document beside it and the plan's own numbers as keys", () => {
    expect(column(spec, "number")).toEqual(plan.tasks.map((_task, index) => String(index + 1)));
    expect(column(spec, "where")).toEqual(plan.tasks.map(({ where }) => where));
    expect(column(spec, "key")).toEqual(plan.tasks.map(({ number }) => number));
  });

  test("times are words, never dates or numbers", () => {
    const { row, col } = areaOf(spec, "time");
    expect(plan.tasks.every((_task, index) => styleAt(spec, row + index, col).numberFormat === "@")).toBe(true);
  });

  test("what the plan leaves open is yellow: a lead or a time that it does not name", () => {
    for (const key of ["lead", "time"] as const) {
      const { row, col } = areaOf(spec, key);
      expect(plan.tasks.map((_task, index) => styleAt(spec, row + index, col).locked === false)).toEqual(
        plan.tasks.map((task) => task[key] === null),
      );
    }
  });

  test("it prints on landscape pages, each row as high as its longest text needs", () => {
    expect(spec.print.orientation).toBe("landscape");
    const heights = new Map(spec.rowHeights.map(({ row, height }) => [row, height]));
    for (const [index, { name }] of plan.tasks.entries())
      expect(heights.get(areaOf(spec, "label").row + index)).toBeGreaterThanOrEqual(Math.ceil(name.length / 46) * 12);
  });
});

describe("statuses", () => {
  test("are chosen from a list that refuses anything else", () => {
    const spec = table(own);
    expect(spec.validations.filter(({ rule }) => rule.kind === "list")).toMatchObject([
      { area: areaOf(spec, "status"), alert: "stop", rule: { values: TASK_STATUSES.map((status) => words.tasks.statuses[status]) } },
    ]);
    expect(spec.validations.filter(({ rule }) => rule.kind === "decimal")).toMatchObject([
      { area: areaOf(spec, "progress"), rule: { min: 0, max: 100 } },
    ]);
  });

  test("of reporting units are counted, and nothing is counted before a unit has said anything", async () => {
    const spec = table(own, ["A", "B", "C"]);
    expect(spec.names.some(({ name }) => name === "PT_tasks1_status")).toBe(false);
    const { done, doing } = words.tasks.statuses;
    const said: CellInput[][] = [[done, doing, done], [doing, null, null], [done, done, done], [null, null, null]];
    const { row, col } = areaOf(spec, "u1");
    const cells = spec.cells.map((line, index) =>
      line.map((cell, at) => (index >= row && at >= col && at < col + 3 ? (said[index - row]?.[at - col] ?? null) : cell)),
    );
    const book = await openXlsx(await writeXlsx([{ ...spec, cells }]));
    const [snapshot] = await book.read([{ sheet: "x", area: areaOf(spec, "units") }]);
    expect(snapshot?.values.map(([value]) => value ?? "")).toEqual([2, 0, 3, ""]);
  });
});

test("a table of blank rows has no column for places in a document that is not there", () => {
  expect(table(own).names.some(({ name }) => name === "PT_tasks1_where")).toBe(false);
});

test("rows to be filled in are yellow and open in every column of words", () => {
  const spec = table(own);
  for (const key of ["label", "lead", "cooperating", "time", "status", "progress"]) {
    const { row, col, rows } = areaOf(spec, key);
    expect(Array.from({ length: rows }, (_, index) => styleAt(spec, row + index, col).locked)).toEqual(Array(4).fill(false));
  }
});
