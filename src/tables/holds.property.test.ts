import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { tableOf, type GridCell } from "../../tests/support/grids";
import { sumExact } from "../quantity";
import type { ColumnKey } from "../templates";
import { graphOf, gridOf, noiseOf, oddCells, numberCells, relationGap, relationHolds, type BudgetTable, type Relation } from ".";

const COLUMNS: readonly ColumnKey[] = ["number", "label", "amount", "y2021", "y2022", "years", "u1", "u2", "units", "key"];

/** Decimals only, as they are printed. */
function holdsInDecimals(relation: Relation): boolean {
  const gap = relationGap(relation);
  return relation.op === "of-which" ? gap >= -noiseOf(relation) : Math.abs(gap) <= noiseOf(relation);
}

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -5, max: 60 }).map((tenths) => tenths / 10) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }).map((whole) => whole * 1e15 + 0.1) },
  { weight: 2, arbitrary: fc.constantFrom<GridCell>(null, "", "12,5", { error: "#REF!" }) },
);

/** A line's two years and two units, its amount being what they come to unless it is another. */
const line = fc.record({
  kind: fc.constantFrom("line", "line", "below", "of"),
  years: fc.tuple(amount, amount),
  units: fc.constantFrom("same", "none", "odd"),
  off: fc.constantFrom(0, 0, 0, 0, 0.1, -0.1, 1e-13),
  computed: fc.boolean(),
});

const numbers = (cells: readonly GridCell[]): number[] => cells.filter((cell): cell is number => typeof cell === "number");
const summed = (cells: readonly GridCell[]): GridCell =>
  numbers(cells).length === 0 ? "" : numbers(cells).reduce((all, one) => all + one, 0);
const formula = (value: GridCell): GridCell => ({ formula: "=SUM(A1:A2)", value: typeof value === "object" ? null : value });

interface Drawn {
  readonly row: GridCell[];
  readonly own: GridCell;
  readonly years: readonly [GridCell, GridCell];
}

const tables = fc
  .record({
    items: fc.array(line, { minLength: 1, maxLength: 6 }),
    sources: fc.array(line, { maxLength: 4 }),
    stated: fc.constantFrom("right", "blank", "off"),
    shown: fc.boolean(),
  })
  .map(({ items, sources, stated, shown }): BudgetTable => {
    const drawn = (prefix: string, lines: typeof items): Drawn[] =>
      lines.map(({ kind, years, units, off, computed }, index) => {
        const sum = summed(years);
        const own = typeof sum === "number" ? sumExact([sum, off]) : null;
        const places: GridCell[] = units === "none" ? [null, null] : units === "same" ? [own, 0] : [own, 1];
        const number = kind === "of" ? "-" : kind === "below" && index > 0 ? `1.${index}` : String(index + 1);
        const row: GridCell[] = [
          number, `${prefix} ${index}`, computed ? formula(own ?? "") : own, ...years, formula(sum), ...places, formula(summed(places)),
          `${prefix}.${index}`,
        ];
        return { row, own, years };
      });
    const group = (number: string, label: string, key: string, lines: readonly Drawn[]): GridCell[] => {
      const own = lines.filter(({ row }) => row[0] !== "-" && !String(row[0]).includes("."));
      const years = [0, 1].map((at) => summed(own.map((one) => one.years[at] ?? null)));
      return [
        number, label, formula(summed(own.map((one) => one.own))), ...years.map(formula), shown ? formula(summed(years)) : null, null, null,
        null, key,
      ];
    };
    const [first, second] = [drawn("A", items), drawn("B", sources)];
    const all = numbers(first.filter(({ row }) => row[0] !== "-").map(({ own }) => own)).reduce((sum, one) => sum + one, 0);
    const total: GridCell[] = [
      "",
      "Tổng",
      stated === "blank" ? null : stated === "right" ? all : all + 1,
      null, null, null, null, null, null, "T",
    ];
    const rows = [
      total,
      group("A", "Phân theo nội dung", "T:item", first),
      ...first.map(({ row }) => row),
      ...(second.length === 0 ? [] : [group("B", "Phân theo nguồn", "T:source", second), ...second.map(({ row }) => row)]),
    ];
    const table = tableOf("budget", COLUMNS, rows);
    if (table.kind !== "budget") throw new Error("not a budget");
    return table;
  });

const PAID: readonly ColumnKey[] = ["number", "label", "amount", "disbursed", "d2021", "d2022", "dyears", "key"];

/** What was disbursed: the whole typed or gone, the years with a computed sum or none; totals are computed, whatever they show. */
const paidTables = fc
  .record({
    items: fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 4 }),
    sources: fc.array(fc.tuple(amount, amount), { maxLength: 3 }),
    whole: fc.constantFrom("typed", "off", "none"),
    computed: fc.boolean(),
    total: fc.constantFrom<GridCell>(null, 1, 12),
  })
  .map(({ items, sources, whole, computed, total }): BudgetTable => {
    const columns = PAID.filter((key) => (key !== "disbursed" || whole !== "none") && (key !== "dyears" || computed));
    const row = (number: string, label: string, key: string, cells: readonly [GridCell, GridCell], formulas: boolean): GridCell[] => {
      const sum = summed(cells);
      const stated = typeof sum === "number" ? sumExact([sum, whole === "off" ? 0.1 : 0]) : null;
      const all: Readonly<Partial<Record<ColumnKey, GridCell>>> = {
        number,
        label,
        amount: 5,
        disbursed: formulas ? formula(stated ?? "") : stated,
        d2021: formulas ? formula(cells[0]) : cells[0],
        d2022: formulas ? formula(cells[1]) : cells[1],
        dyears: formula(sum),
        key,
      };
      return columns.map((column) => all[column] ?? null);
    };
    const under = (prefix: string, number: string, key: string, lines: typeof items): GridCell[][] =>
      lines.length === 0
        ? []
        : [
            row(number, key, key, [summed(lines.map(([one]) => one)), summed(lines.map(([, one]) => one))], true),
            ...lines.map((cells, index) => row(String(index + 1), `${prefix} ${index}`, `${prefix}.${index + 1}`, cells, false)),
          ];
    const table = tableOf("budget", columns, [
      row("", "Tổng", "T", [total, total], true), ...under("A", "A", "T:item", items), ...under("B", "B", "T:source", sources),
    ]);
    if (table.kind !== "budget") throw new Error("not a budget");
    return table;
  });

describe("what is told of a table by a pass over its numbers", () => {
  test("is what its relations say of what was disbursed, too; of totals over breakdowns they say nothing", () => {
    let [whole, broken] = [0, 0];
    fc.assert(
      fc.property(paidTables, (table) => {
        const holds = graphOf(table).relations.every(holdsInDecimals);
        if (holds) whole += 1;
        else broken += 1;
        expect(graphOf(table).holds).toBe(holds);
        const [total] = table.rows;
        const cells = new Set(
          [...(total?.cells ?? [])].flatMap(([column, cell]) => (column === "amount" || column === "dyears" ? [] : [cell])),
        );
        expect(
          graphOf(table).relations.some(
            ({ total: stated, parts, key }) =>
              cells.has(stated) || (!key.startsWith("row/dyears/") && parts.some((part) => cells.has(part))),
          ),
        ).toBe(false);
      }),
      { numRuns: 400 },
    );
    expect(Math.min(whole, broken)).toBeGreaterThan(10);
  });

  test("is what its relations say one by one, in decimals", () => {
    let [whole, broken] = [0, 0];
    fc.assert(
      fc.property(tables, (table) => {
        const holds = graphOf(table).relations.every(holdsInDecimals);
        if (holds) whole += 1;
        else broken += 1;
        expect(graphOf(table).holds).toBe(holds);
        expect(graphOf(table).relations.map(relationHolds)).toEqual(graphOf(table).relations.map(holdsInDecimals));
      }),
      { numRuns: 400 },
    );
    // both have to come up, else nothing was told
    expect(Math.min(whole, broken)).toBeGreaterThan(10);
  });

  test("and its columns hold what its cells do", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const grid = gridOf(table);
        const gathered = gridOf({ rows: table.rows.map((row) => ({ ...row })), columns: table.columns });
        expect([grid.values, grid.states, grid.whole, grid.odd]).toEqual([gathered.values, gathered.states, gathered.whole, gathered.odd]);
        table.rows.forEach(({ cells }, row) =>
          table.columns.forEach((key, column) => expect(grid.formulaAt(column, row)).toBe(cells.get(key.id)?.formula)),
        );
        expect(oddCells(table)).toEqual(numberCells(table).filter(({ cell }) => cell.state !== "number" && cell.state !== "blank"));
      }),
      { numRuns: 60 },
    );
  });
});

test("a copy of a table with other columns starts anew", () => {
  fc.assert(
    fc.property(tables, (table) => {
      const before = graphOf({ ...table }).holds;
      const fewer = { ...table, columns: table.columns.filter(({ id }) => id === "amount") };
      const fresh = { ...fewer, rows: table.rows.map((row) => ({ ...row })) };
      expect([graphOf(fewer).holds, graphOf(table).holds]).toEqual([graphOf(fresh).holds, before]);
      expect(gridOf(fewer).columns).toEqual(fewer.columns);
    }),
    { numRuns: 100 },
  );
});

test("a sum of very many parts is told, right or wrong", () => {
  const many = Array.from({ length: 130_000 }, (_, index) => ({
    at: { sheet: "S", row: index, col: 0 },
    formula: null,
    state: "number" as const,
    value: ((index * 7919) % 1000) / 10,
  }));
  const sum =
    sumExact(
      [...many.reduce((all, { value }) => all.set(value, (all.get(value) ?? 0) + 1), new Map<number, number>())].map(
        ([value, times]) => Math.round(value * 10) * times,
      ),
    ) / 10;
  const relation = (total: number): Relation => ({
    op: "sum",
    total: { at: { sheet: "S", row: 0, col: 1 }, formula: null, state: "number", value: total },
    parts: many,
    column: { id: "amount", role: "planned", year: null, place: null, adds: null },
    over: "lines",
    about: "",
    axis: "column",
    from: "outline",
    labels: { total: "", parts: "" },
    key: "k",
    partial: false,
    sure: 1,
  });
  expect([relationHolds(relation(sum)), relationHolds(relation(sum + 0.1)), noiseOf(relation(sum)) > 0]).toEqual([true, false, true]);
});
