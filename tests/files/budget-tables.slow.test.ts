import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkWorkbook } from "../../src/app";
import { sums } from "../../src/checks/sums";
import type { Finding } from "../../src/findings";
import { wordsOf } from "../../src/i18n";
import { shiftFormula, toA1, type CellInput, type SheetSpec } from "../../src/sheet";
import { graphOf, type BudgetTable } from "../../src/tables";
import { BUDGET_LAYOUTS, DEFAULT_CHOICES, budgetTable, type ColumnKey, type TableChoices } from "../../src/templates";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import {
  amountOf, bodyOf, columnsOf, filled, madeBudgets, paidOf, planOf, rowOf, spending, typedOver, type Spending,
} from "../support/budgets";
import { found, today } from "../support/context";
import { inserted } from "../support/inserted";

const words = wordsOf("vi").templates;

function made(all: Spending, choices: Partial<TableChoices>, stated = true): SheetSpec {
  const plan = planOf(all, stated);
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  return budgetTable(plan, budget, { table: "budget1", sheet: "Biểu kinh phí" }, { ...DEFAULT_CHOICES, unit: "dong", ...choices }, words);
}

/** Written, calculated and read again, as a file would be. */
async function checked(spec: SheetSpec): Promise<{ table: BudgetTable; findings: Finding[] }> {
  const [table] = (await checkWorkbook(await openXlsx(await writeXlsx([spec])), today)).tables;
  if (table?.kind !== "budget") throw new Error("no budget table");
  return { table, findings: found(sums, table) };
}

describe("made, filled in, saved and opened", () => {
  test("a budget that adds up is quiet, in each layout, with years and units, and reads back as typed", async () => {
    await fc.assert(
      fc.asyncProperty(madeBudgets, async ({ all, stated, choices }) => {
        const { table, findings } = await checked(filled(made(all, choices, stated), all));
        expect(findings).toEqual([]);
        expect(table.plan).toEqual({ plan: "thu", part: "kinh-phi" });
        expect([...table.units.values()]).toEqual(choices.reportingUnits);
        expect(graphOf(table).relations.length).toBeGreaterThan(0);
        expect(graphOf(table).relations.every(({ partial, op }) => !partial && op !== "of-which")).toBe(true);
        const [total] = table.rows;
        const value = (key: Parameters<ReadonlyMap<string, unknown>["get"]>[0]) =>
          [...(total?.cells ?? [])].find(([own]) => own === key)?.[1];
        expect(value("years")).toMatchObject({ state: "number", value: amountOf(all, {}) });
        if (choices.reportingUnits.length > 0) expect(value("units")).toMatchObject({ state: "number", value: amountOf(all, {}) });
      }),
      { numRuns: 12 },
    );
  });

  test("blank, it is quiet too", async () => {
    for (const layout of BUDGET_LAYOUTS) {
      for (const stated of [true, false]) {
        const { table, findings } = await checked(
          made(spending({ items: 3, sources: 2, from: 2024, years: 3, units: 2 }, 5), { layout, reportingUnits: ["Xã 1", "Xã 2"] }, stated),
        );
        expect(findings).toEqual([]);
        expect(table.rows.some(({ label }) => label === "")).toBe(false);
      }
    }
  });

  test("cells that are not filled in yet make sums partial and not wrong; more than the whole is found", async () => {
    const all = spending({ items: 3, sources: 2, from: 2024, years: 3, units: 2 }, 17);
    const spec = filled(made(all, { layout: "item-source", reportingUnits: ["Xã 1", "Xã 2"] }), all);
    const columns = columnsOf(spec);
    const over = (row: string, column: "amount" | "y2025" | "u2", value: CellInput, on = spec): SheetSpec =>
      typedOver(on, rowOf(on, row), columns.get(column) ?? -1, value);
    for (const column of ["amount", "y2025", "u2"] as const) {
      expect((await checked(over("A.2×B.1", column, null))).findings).toEqual([]);
      const { findings } = await checked(over("A.2×B.2", column, 999_999_999, over("A.2×B.1", column, null)));
      expect(findings).toMatchObject([{ severity: "error", at: { row: rowOf(spec, "A.2×B.2"), col: columns.get(column) } }]);
    }
  });

  test("some of the years may stay below the amount and may not exceed it", async () => {
    const all = spending({ items: 2, sources: 2, from: 2024, years: 4, units: 0 }, 3);
    const spec = filled(made(all, { layout: "both", years: [2024, 2026] }), all);
    expect((await checked(spec)).findings).toEqual([]);
    const row = rowOf(spec, "A.1");
    const { findings } = await checked(typedOver(spec, row, columnsOf(spec).get("y2026") ?? -1, amountOf(all, { item: 0 }) + 1));
    expect(findings).toMatchObject([{ severity: "error", at: { row, col: columnsOf(spec).get("y2026") } }]);
  });

  test("of an item that is left unused its shares are passed over, and the others are a whole", async () => {
    const all = spending({ items: 2, sources: 2, from: 2024, years: 2, units: 0 }, 11);
    const more = { ...all, items: 3 };
    const blank = made(more, { layout: "item-source" }, false);
    const spec = filled(blank, all);
    const columns = columnsOf(spec);
    const cleared = ["A.3", "A.3×B.1", "A.3×B.2"].reduce((one, key) => ["amount", "y2024", "y2025"].reduce((other, column) => {
      const [row, col] = [rowOf(blank, key), columns.get(column as "amount") ?? -1];
      return typedOver(other, row, col, blank.cells[row]?.[col] ?? null);
    }, key === "A.3" ? typedOver(one, rowOf(blank, key), columns.get("label") ?? -1, "") : one), spec);
    const { table, findings } = await checked(cleared);
    expect(findings).toEqual([]);
    expect(table.rows.map(({ key }) => key)).toEqual([
      "T", "T:item", "A.1", "A.1×B.1", "A.1×B.2", "A.2", "A.2×B.1", "A.2×B.2", "T:source", "B.1", "B.2",
    ]);
    expect(graphOf(table).relations.every(({ partial }) => !partial)).toBe(true);
  });
});

describe("changed by hand since", () => {
  const all = spending({ items: 3, sources: 2, from: 2024, years: 3, units: 2 }, 41);
  const reportingUnits = ["Xã 1", "Xã 2"];
  const typedRows = ({ rows }: BudgetTable) =>
    rows.map(({ number, label, key, kind, parent, source, cells }) => ({
      number, label, key, kind, parent, source,
      cells: [...cells].map(([column, cell]) => [column, cell.state, cell.state === "number" ? cell.value : null]),
    }));

  test.each(BUDGET_LAYOUTS)(
    "moved, renamed, with hidden columns and a column of notes in between, %s reads back to the same rows",
    async (layout) => {
      const spec = filled(made(all, { layout, reportingUnits }), all);
      const before = await checked(spec);
      const note = columnsOf(spec).get("y2025") ?? -1;
      const withNotes = inserted(spec, "cols", note, 1, (row) => (row > bodyOf(spec).from ? "đã rà soát" : null));
      const moved = inserted(inserted(withNotes, "rows", 0, 3), "cols", 0, 2);
      const after = await checked({
        ...moved,
        name: "Tên khác",
        columns: moved.columns.map((column, index) => (index % 3 === 0 ? { ...column, hidden: true } : column)),
      });
      expect(after.findings).toEqual([]);
      expect(typedRows(after.table)).toEqual(typedRows(before.table));
      expect([...after.table.units]).toEqual([...before.table.units]);
      expect([after.table.sheet, after.table.unit, after.table.plan]).toEqual(["Tên khác", before.table.unit, before.table.plan]);
      expect(graphOf(after.table).relations.map(({ key, op, from }) => [key, op, from])).toEqual(
        graphOf(before.table).relations.map(({ key, op, from }) => [key, op, from]),
      );
    },
  );

  test("blank rows in between change nothing", async () => {
    const spec = filled(made(all, { layout: "item-source", reportingUnits }), all);
    const before = await checked(spec);
    const after = await checked(inserted(inserted(spec, "rows", rowOf(spec, "A.2"), 2), "rows", rowOf(spec, "A.1×B.2"), 1));
    expect(after.findings).toEqual([]);
    expect(typedRows(after.table)).toEqual(typedRows(before.table));
  });

  test("a share that somebody has added is known by the words of its source", async () => {
    const spec = filled(made(all, { layout: "item-source" }), all);
    const columns = columnsOf(spec);
    const at = rowOf(spec, "A.2×B.2");
    const typed = new Map<number, CellInput>([
      [columns.get("number") ?? -1, "2.3"], [columns.get("label") ?? -1, "nguồn  2"], [columns.get("amount") ?? -1, 5],
    ]);
    const { table } = await checked(inserted(spec, "rows", at, 1, (col) => typed.get(col) ?? null));
    const source = table.rows.findIndex(({ key }) => key === "B.2");
    const added = table.rows.find(({ number }) => number === "2.3");
    expect([added?.source, added && table.rows[added.parent ?? -1]?.key]).toEqual([source, "A.2"]);
    const relation = graphOf(table).relations.find(({ key }) => key === "column/amount/B.2/shares");
    expect(relation?.parts.map(({ value }) => value)).toEqual([
      amountOf(all, { item: 0, source: 1 }), 5, amountOf(all, { item: 1, source: 1 }), amountOf(all, { item: 2, source: 1 }),
    ]);
  });
});

/** The last two different digits that stand side by side, swapped. */
function swapped(value: number): number {
  const digits = [...String(value)];
  const at = digits.findLastIndex((digit, index) => index > 0 && digits[index - 1] !== digit && digits[index - 1] !== "0");
  if (at < 1) return value + 9;
  [digits[at - 1], digits[at]] = [digits[at] ?? "", digits[at - 1] ?? ""];
  return Number(digits.join(""));
}

describe("a share of which two digits are swapped", () => {
  const columns = ["amount", "y2025", "u2"] as const;
  test.each(columns)("in %s: the item, the source and the row fail, and the share is named first with its correction", async (column) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(9999), fc.nat(2), fc.nat(1), async (seed, item, source) => {
        const all = spending({ items: 3, sources: 2, from: 2024, years: 3, units: 2 }, seed);
        const spec = filled(made(all, { layout: "item-source", reportingUnits: ["Xã 1", "Xã 2"] }), all);
        const row = rowOf(spec, `A.${item + 1}×B.${source + 1}`);
        const col = columnsOf(spec).get(column) ?? -1;
        const right = Number(spec.cells[row]?.[col]);
        const wrong = swapped(right);
        fc.pre(wrong !== right);
        const { findings } = await checked(typedOver(spec, row, col, wrong));
        expect(findings).toHaveLength(1);
        const [finding] = findings;
        if (finding?.code !== "sum-mismatch") throw new Error(finding?.code ?? "nothing");
        expect(finding.at).toMatchObject({ row, col });
        expect(finding.cells[0]).toMatchObject({ row, col });
        expect(finding.data.correction).toMatchObject({ at: { row, col }, from: wrong, to: right });
      }),
      { numRuns: 4 },
    );
  });

  test("before years are filled, in the amount alone", async () => {
    const all = spending({ items: 3, sources: 2, from: 2024, years: 2, units: 0 }, 23);
    const blank = made(all, { layout: "item-source" });
    const amount = columnsOf(blank).get("amount") ?? -1;
    const whole = filled(blank, all);
    const { from, to } = bodyOf(blank);
    const spec = {
      ...blank,
      cells: blank.cells.map((cells, row) =>
        row < from || row > to ? cells : cells.map((cell, col) => (col === amount ? (whole.cells[row]?.[col] ?? null) : cell)),
      ),
    };
    const row = rowOf(spec, "A.2×B.1");
    const right = Number(spec.cells[row]?.[amount]);
    const { findings } = await checked(typedOver(spec, row, amount, swapped(right)));
    expect(findings).toMatchObject([{ at: { row, col: amount }, data: { correction: { to: right } } }]);
  });
});

/** Cells that the native conditional formats mark: their formulas, written out for each cell and calculated. */
async function marked(spec: SheetSpec): Promise<string[]> {
  const rules = spec.conditionalFormats.flatMap(({ area, formula }) =>
    Array.from({ length: area.rows * area.cols }, (_, index) => {
      const [row, col] = [Math.floor(index / area.cols), index % area.cols];
      return { at: toA1({ row: area.row + row, col: area.col + col }), formula: shiftFormula(formula, row, col) };
    }),
  );
  const beside = spec.columns.length;
  const cells = Array.from({ length: Math.max(rules.length, spec.cells.length) }, (_, row) => [
    ...(spec.cells[row] ?? spec.columns.map(() => null)), rules[row] ? { formula: rules[row].formula } : null,
  ]);
  const book = await openXlsx(await writeXlsx([{ ...spec, cells, columns: [...spec.columns, { width: 10 }], conditionalFormats: [] }]));
  const [snapshot] = await book.read([{ sheet: spec.name, area: { row: 0, col: beside, rows: rules.length, cols: 1 } }]);
  expect(snapshot?.values.every(([value]) => typeof value === "boolean")).toBe(true);
  return [...new Set(rules.flatMap(({ at }, index) => (snapshot?.values[index]?.[0] === true ? [at] : [])))].sort();
}

describe("where the add-in is absent, the sheet itself", () => {
  const all = spending({ items: 2, sources: 2, from: 2024, years: 3, units: 2 }, 5);
  const specOf = (choices: Partial<TableChoices>): SheetSpec => filled(made(all, { reportingUnits: ["Xã 1", "Xã 2"], ...choices }), all);
  const change = (spec: SheetSpec, key: string, column: "amount" | "y2025" | "u2", value: CellInput): SheetSpec =>
    typedOver(spec, rowOf(spec, key), columnsOf(spec).get(column) ?? -1, value);
  const at = (spec: SheetSpec, key: string, column: "amount" | "y2025" | "years" | "u2" | "units"): string =>
    toA1({ row: rowOf(spec, key), col: columnsOf(spec).get(column) ?? -1 });

  test.each(BUDGET_LAYOUTS)("marks nothing in a table that adds up, is blank or is not yet filled: %s", async (layout) => {
    const spec = specOf({ layout });
    expect(await marked(spec)).toEqual([]);
    expect(await marked(made(all, { layout, reportingUnits: ["Xã 1", "Xã 2"] }, false))).toEqual([]);
    const key = layout === "item-source" ? "A.2×B.1" : layout === "source" ? "B.1" : "A.2";
    for (const column of ["y2025", "u2"] as const) expect(await marked(change(spec, key, column, null))).toEqual([]);
  });

  test("marks more disbursed than planned, the smaller one of complete breakdowns, and years over a typed whole", async () => {
    const put = (spec: SheetSpec, key: string, column: ColumnKey, value: CellInput): SheetSpec =>
      typedOver(spec, rowOf(spec, key), columnsOf(spec).get(column) ?? -1, value);
    const where = (spec: SheetSpec, key: string, column: ColumnKey): string =>
      toA1({ row: rowOf(spec, key), col: columnsOf(spec).get(column) ?? -1 });
    for (const layout of BUDGET_LAYOUTS)
      for (const years of [null, [2025]]) expect(await marked(specOf({ layout, years, disbursed: true }))).toEqual([]);
    const spec = specOf({ layout: "both", disbursed: true });
    expect(await marked(put(spec, "A.2", "d2025", null))).toEqual([]);
    const paid = Number(spec.cells[rowOf(spec, "A.2")]?.[columnsOf(spec).get("d2025") ?? -1]);
    expect(await marked(put(spec, "A.2", "d2025", paid - 1))).toEqual([where(spec, "T:item", "d2025")]);
    const items = specOf({ layout: "item", disbursed: true });
    expect(await marked(put(items, "A.2", "d2025", paid + amountOf(all, { item: 1 }) - amountOf(paidOf(all), { item: 1 }) + 1))).toEqual(
      [where(items, "A.2", "dyears"), where(items, "A.2", "rate")].sort(),
    );
    const some = specOf({ layout: "item", years: [2025], disbursed: true, reportingUnits: [] });
    expect(await marked(put(some, "A.2", "disbursed", paid - 1))).toEqual([where(some, "A.2", "disbursed")]);
  });

  test("marks an amount off its years, units, item and source", async () => {
    const spec = specOf({ layout: "item-source" });
    const wrong = change(spec, "A.2×B.1", "amount", amountOf(all, { item: 1, source: 0 }) - 1);
    expect(await marked(wrong)).toEqual(
      [at(spec, "A.2", "amount"), at(spec, "A.2×B.1", "years"), at(spec, "A.2×B.1", "units"), at(spec, "B.1", "amount")].sort(),
    );
  });

  test("marks a breakdown off its total, and text among numbers", async () => {
    const spec = specOf({ layout: "both" });
    expect(await marked(change(spec, "A.2", "u2", 1))).toEqual([at(spec, "T:item", "u2"), at(spec, "A.2", "units")].sort());
    expect(await marked(change(spec, "A.2", "y2025", "abc"))).toContain(at(spec, "A.2", "y2025"));
    const some = specOf({ layout: "both", years: [2025], reportingUnits: [] });
    expect(await marked(some)).toEqual([]);
    expect(await marked(change(some, "A.2", "y2025", amountOf(all, { item: 1 }) + 1))).toEqual(
      [at(some, "T:item", "y2025"), at(some, "A.2", "amount")].sort(),
    );
  });
});

test("of hundreds of items the sums by key come to the same, and a share is still found", async () => {
  const all = spending({ items: 103, sources: 2, from: 2024, years: 2, units: 0 }, 29);
  const spec = filled(made(all, { layout: "item-source" }), all);
  const formulas = spec.cells.flatMap((row) => row.flatMap((cell) => (typeof cell === "object" && cell !== null ? [cell.formula] : [])));
  expect(formulas.filter((formula) => formula.includes("SUMIFS")).length).toBeGreaterThan(5);
  expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(300);
  expect((await checked(spec)).findings).toEqual([]);
  const [row, col] = [rowOf(spec, "A.77×B.2"), columnsOf(spec).get("y2025") ?? -1];
  const right = Number(spec.cells[row]?.[col]);
  const { findings } = await checked(typedOver(spec, row, col, swapped(right)));
  expect(findings).toMatchObject([{ code: "sum-mismatch", at: { row, col }, data: { correction: { to: right } } }]);
});
