import fc from "fast-check";
import { planSchema, type Plan } from "../../src/plan";
import type { CellInput, SheetSpec } from "../../src/sheet";
import {
  BUDGET_LAYOUTS, PART_KEYS, definedName, readDefinedName, readShareKey, unitOf, yearOf, type ColumnKey, type PartKey, type TableChoices,
} from "../../src/templates";

/** What was spent, to the đồng: by item, source, year and reporting unit. */
export interface Spending {
  readonly items: number;
  readonly sources: number;
  readonly from: number;
  readonly years: number;
  readonly units: number;
  readonly of: (item: number, source: number, year: number, unit: number) => number;
}

/** A number from 100 to 99.999 for each place, the same in every run. */
export function spending(shape: Omit<Spending, "of">, seed: number): Spending {
  return {
    ...shape,
    of: (item, source, year, unit) => 100 + ((seed + item * 7919 + source * 104_729 + year * 1_299_709 + unit * 15_485_863) % 99_900),
  };
}

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

/** The amount of a row and column; null stands for all of them. */
export function amountOf(
  all: Spending,
  at: { item?: number | null; source?: number | null; year?: number | null; unit?: number | null },
): number {
  const places = (place: number | null | undefined, count: number): number[] =>
    place === null || place === undefined ? range(Math.max(1, count)) : [place];
  let sum = 0;
  for (const item of places(at.item, all.items))
    for (const source of places(at.source, all.sources))
      for (const year of places(at.year, all.years)) for (const unit of places(at.unit, all.units)) sum += all.of(item, source, year, unit);
  return sum;
}

/** What of it was disbursed: six tenths and a little less. */
export function paidOf(all: Spending): Spending {
  return { ...all, of: (...place) => Math.floor(all.of(...place) * 0.6) };
}

/** A plan of its own with one budget of that spending; without `stated` its names and amounts are blank. */
export function planOf(all: Spending, stated = true): Plan {
  const line = { of: null, where: "x" };
  const amount = (at: Parameters<typeof amountOf>[1]): number | null => (stated ? amountOf(all, at) : null);
  const plan = planSchema.parse({
    id: "thu",
    title: "Kế hoạch thử",
    issuer: "Cơ quan thử",
    number: null,
    date: null,
    period: { from: all.from, to: all.from + all.years - 1 },
    indicators: [],
    budgets: [
      {
        id: "kinh-phi",
        title: "Kinh phí",
        unit: "dong",
        lines: [
          { ...line, number: "T", label: "Tổng kinh phí", kind: "total", parent: null, amount: amount({}) },
          ...range(all.items).map((item) => ({
            ...line,
            number: `A.${item + 1}`,
            label: `Nội dung ${item + 1}`,
            kind: "item",
            parent: "T",
            amount: amount({ item }),
          })),
          ...range(all.sources).map((source) => ({
            ...line,
            number: `B.${source + 1}`,
            label: `Nguồn ${source + 1}`,
            kind: "source",
            parent: "T",
            amount: amount({ source }),
          })),
        ],
      },
    ],
    tasks: [],
    notes: [],
  });
  if (stated) return plan;
  return {
    ...plan,
    budgets: plan.budgets.map((budget) => ({
      ...budget,
      lines: budget.lines.map((one) => ({ ...one, label: one.kind === "source" ? one.label : "" })),
    })),
  };
}

/** Absolute columns of a made table by their keys. */
export function columnsOf(spec: SheetSpec): Map<ColumnKey, number> {
  return new Map(
    spec.names.flatMap(({ name, area }) => {
      const key = readDefinedName(name)?.key;
      return key !== undefined && isColumn(key) ? [[key, area.col] as const] : [];
    }),
  );
}

function isColumn(key: ColumnKey | PartKey): key is ColumnKey {
  return PART_KEYS.every((part) => part !== key);
}

/** First and last row of the body. */
export function bodyOf(spec: SheetSpec): { from: number; to: number } {
  const area = spec.names.find(({ name }) => name === definedName("budget1", "label"))?.area;
  if (!area) throw new Error("no body");
  return { from: area.row, to: area.row + area.rows - 1 };
}

/** The row of a key. */
export function rowOf(spec: SheetSpec, key: string): number {
  const col = columnsOf(spec).get("key") ?? -1;
  const row = spec.cells.findIndex((cells, index) => index >= bodyOf(spec).from && cells[col] === key);
  if (row === -1) throw new Error(`no row ${key}`);
  return row;
}

/** Which item and source a row is about, by its key. */
function placeOf(key: string): { item: number | null; source: number | null } {
  const share = readShareKey(key);
  const index = (number: string): number => Number(number.slice(2)) - 1;
  if (share) return { item: index(share.item), source: index(share.source) };
  return { item: key.startsWith("A.") ? index(key) : null, source: key.startsWith("B.") ? index(key) : null };
}

/** The table with every cell that people fill in typed as that spending is; amounts in đồng. Blank names get one too. */
export function filled(spec: SheetSpec, all: Spending): SheetSpec {
  const columns = columnsOf(spec);
  const { from, to } = bodyOf(spec);
  const keyCol = columns.get("key") ?? -1;
  const cells = spec.cells.map((row, index): readonly CellInput[] => {
    if (index < from || index > to) return row;
    const next = [...row];
    const place = placeOf(String(row[keyCol]));
    for (const [key, col] of columns) {
      const [year, unit, paid] = [yearOf(key, "y"), unitOf(key, "u"), yearOf(key, "d")];
      if (key === "label" && row[col] === "") next[col] = `Dòng ${index}`;
      if (row[col] !== null) continue;
      if (key === "amount") next[col] = amountOf(all, place);
      if (year !== null) next[col] = amountOf(all, { ...place, year: year - all.from });
      if (key === "disbursed") next[col] = amountOf(paidOf(all), place);
      if (paid !== null) next[col] = amountOf(paidOf(all), { ...place, year: paid - all.from });
      if (unit !== null) next[col] = amountOf(all, { ...place, unit: unit - 1 });
    }
    return next;
  });
  return { ...spec, cells };
}

/** The spec with one cell typed over. */
export function typedOver(spec: SheetSpec, row: number, col: number, value: CellInput): SheetSpec {
  return {
    ...spec,
    cells: spec.cells.map((cells, index) => (index === row ? cells.map((cell, at) => (at === col ? value : cell)) : cells)),
  };
}

/** A small budget, and how its table is laid out. */
export const madeBudgets: fc.Arbitrary<{ all: Spending; stated: boolean; choices: TableChoices }> = fc
  .record({
    items: fc.integer({ min: 1, max: 4 }),
    sources: fc.integer({ min: 1, max: 3 }),
    years: fc.integer({ min: 1, max: 4 }),
    units: fc.integer({ min: 0, max: 3 }),
    seed: fc.nat(99_991),
    layout: fc.constantFrom(...BUDGET_LAYOUTS),
    stated: fc.boolean(),
    disbursed: fc.boolean(),
  })
  .map(({ items, sources, years, units, seed, layout, stated, disbursed }) => ({
    all: spending({ items, sources, years, units, from: 2024 }, seed),
    stated,
    choices: { unit: "dong", layout, years: null, reportingUnits: range(units).map((index) => `Xã ${index + 1}`), disbursed },
  }));
