import { wordsOf } from "../../src/i18n";
import { type TableOutline, tableOutlines } from "../../src/reading";
import { specArea, type CellInput, type CellValue, type SheetSnapshot, type SheetSpec } from "../../src/sheet";
import { DEFAULT_CHOICES, budgetTable, indicatorTable, readDefinedName, taskTable, type ColumnKey } from "../../src/templates";
import { bigPlan } from "./big-plan";

/** A table as it stands in a sheet, filled in without a mistake. */
export interface FilledTable {
  readonly outline: TableOutline;
  readonly snapshot: SheetSnapshot;
  /** Absolute column of each key. */
  readonly columns: ReadonlyMap<ColumnKey, number>;
}

const words = wordsOf("vi").templates;

/** What is typed into a row of the body: by column key; what is not given stays as it was made. */
type Filling = (key: string, index: number) => Readonly<Partial<Record<ColumnKey, CellValue>>>;

const formulaOf = (cell: CellInput): string | null => (typeof cell === "object" && cell !== null ? cell.formula : null);

/** The snapshot that a sheet gives of a made table once its cells are typed: strings of their own, as an answer of Excel has them. */
function filledTable(spec: SheetSpec, fill: Filling): FilledTable {
  const names = spec.names.map(({ name, area }) => ({ name, scope: null, refersTo: { sheet: spec.name, area } }));
  const [outline] = tableOutlines({ sheets: [{ id: "s", name: spec.name, visible: true }], names });
  if (!outline) throw new Error("no table");
  const columns = new Map(
    spec.names
      .flatMap(({ name, area }) => [[readDefinedName(name)?.key as ColumnKey, area.col] as const])
      .filter(([key]) => outline.columns.has(key)),
  );
  const keyCol = columns.get("key") ?? -1;
  const values: CellValue[][] = spec.cells.map((row) => row.map((cell): CellValue => (typeof cell === "object" ? null : cell)));
  for (let row = outline.body.from; row <= outline.body.to; row++) {
    const cells = values[row] ?? [];
    for (const [key, value] of Object.entries(fill(String(cells[keyCol]), row - outline.body.from)))
      cells[columns.get(key as ColumnKey) ?? -1] = value ?? null;
  }
  const formulas = spec.cells.map((row) => row.map(formulaOf));
  const parsed = JSON.parse(JSON.stringify({ values, formulas })) as Pick<SheetSnapshot, "values" | "formulas">;
  return {
    outline,
    columns,
    snapshot: { sheet: spec.name, area: specArea(spec), ...parsed, unevaluated: [], hidden: { rows: [], cols: [] }, merges: [] },
  };
}

/** A whole split by shares, the last part being what is left; all of them have so many decimals. */
function split(whole: number, shares: readonly number[], decimals: number): number[] {
  const unit = 10 ** decimals;
  const units = Math.round(whole * unit);
  const parts = shares.slice(1).map((share) => Math.floor(units * share));
  return [units - parts.reduce((all, part) => all + part, 0), ...parts].map((part) => part / unit);
}

const YEARS = [0.15, 0.3, 0.2, 0.25, 0.1];
const UNITS = [0.4, 0.35, 0.25];

/** A budget of so many lines, half items and half sources, with five years and three reporting units; all filled, all sums right. */
export function filledBudget(rows: number, decimals = 0): FilledTable {
  const plan = bigPlan(rows);
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  const spec = budgetTable(
    plan, budget, { table: "budget1", sheet: "Biểu kinh phí" },
    { ...DEFAULT_CHOICES, unit: "dong", reportingUnits: ["Xã Một", "Xã Hai", "Xã Ba"] },
    words,
  );
  const half = Math.max(1, Math.floor(rows / 2));
  // sources are a little off their items, two by two the other way round, so that no two lines have one amount
  const off = (kind: number, line: number): number => (kind === 1 && (line | 1) < half ? (line % 2 === 0 ? 7 : -7) / 10 ** decimals : 0);
  const lines = [0, 1].map((kind) =>
    Array.from({ length: half }, (_, line) => {
      const whole = (1_000_000 + ((line * 102_947) % 8_999_993)) / 10 ** decimals;
      const parts = [[whole], split(whole, YEARS, decimals), split(whole, UNITS, decimals)];
      return parts.flatMap(([first = 0, ...others]) => [
        Math.round((first + off(kind, line)) * 10 ** decimals) / 10 ** decimals,
        ...others,
      ]);
    }),
  );
  const total = (kind: number): number[] =>
    (lines[kind]?.[0] ?? []).map(
      (_, place) => Math.round((lines[kind] ?? []).reduce((all, line) => all + (line[place] ?? 0) * 10 ** decimals, 0)) / 10 ** decimals,
    );
  const totals = [total(0), total(1)];
  const of = (key: string): number[] => {
    if (key === "T") return [totals[0]?.[0] ?? 0];
    if (key.includes(":")) return totals[key.endsWith("item") ? 0 : 1] ?? [];
    return lines[key.startsWith("A") ? 0 : 1]?.[Number(key.slice(2)) - 1] ?? [];
  };
  return filledTable(spec, (key) => {
    const [own = 0, ...parts] = of(key);
    const cells: Partial<Record<ColumnKey, CellValue>> = {
      amount: own,
      years: parts.length === 0 ? "" : own,
      units: parts.length === 0 ? "" : own,
    };
    parts.forEach(
      (part, place) => (cells[place < YEARS.length ? (`y${2021 + place}` as const) : (`u${place - YEARS.length + 1}` as const)] = part),
    );
    return cells;
  });
}

/**
 * A budget of so many items, each split by four sources, with ten years; what is typed and what is computed is filled, and all sums are
 * right.
 */
export function crossedBudget(items: number): FilledTable {
  const plan = bigPlan(2 * items);
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  const lines = budget.lines.filter(({ kind, number }) => kind !== "source" || Number(number.slice(2)) <= SOURCES.length);
  const spec = budgetTable(
    { ...plan, period: { from: 2021, to: 2020 + MANY_YEARS } }, { ...budget, lines }, { table: "budget1", sheet: "Biểu kinh phí" },
    { ...DEFAULT_CHOICES, unit: "dong", layout: "item-source" }, words,
  );
  const shares = Array.from({ length: items }, (_, item) =>
    SOURCES.map((_source, source) =>
      Array.from({ length: MANY_YEARS }, (_year, year) => 100_000 + ((item * 102_947 + source * 15_485_863 + year * 32_452_843) % 899_981)),
    ),
  );
  const added = (all: readonly (readonly number[])[]): number[] =>
    Array.from({ length: MANY_YEARS }, (_, year) => all.reduce((sum, one) => sum + (one[year] ?? 0), 0));
  const byItem = shares.map(added);
  const bySource = SOURCES.map((_, source) => added(shares.map((item) => item[source] ?? [])));
  const total = added(bySource);
  const of = (key: string): readonly number[] => {
    const [item = "", source] = key.split("×").map((one) => one.slice(2));
    if (source !== undefined) return shares[Number(item) - 1]?.[Number(source) - 1] ?? [];
    return (key.startsWith("T") ? total : (key.startsWith("A") ? byItem : bySource)[Number(item) - 1]) ?? [];
  };
  return filledTable(spec, (key) => {
    const years = of(key);
    const own = years.reduce((all, year) => all + year, 0);
    if (key === "T") return { amount: own, years: "" };
    return Object.fromEntries<CellValue>([
      ["amount", own],
      ["years", own],
      ...years.map((year, place): [string, CellValue] => [`y${2021 + place}`, year]),
    ]);
  });
}

const SOURCES = ["B.1", "B.2", "B.3", "B.4"];
const MANY_YEARS = 10;

/** So many indicators with five years of values, numerators and denominators, rising to their targets. */
export function filledIndicators(rows: number): FilledTable {
  const spec = indicatorTable(bigPlan(rows), { table: "indicators1", sheet: "Biểu chỉ tiêu" }, DEFAULT_CHOICES, words);
  return filledTable(spec, (_, index) => {
    const target = 30 + (index % 60);
    const cells: Partial<Record<ColumnKey, CellValue>> = { baseline: target - 8, status: "Đạt" };
    for (let year = 2021; year <= 2025; year++) {
      const value = target - 6 + 2 * (year - 2021) - (index % 7) / 10;
      cells[`actual${year}`] = Math.round(value * 10) / 10;
      cells[`num${year}`] = Math.round(value * 10);
      cells[`den${year}`] = 1000;
    }
    return cells;
  });
}

const LEADS = ["Sở Y tế", "Sở Tài chính", "Sở Giáo dục và Đào tạo", "Sở Nội vụ", "Ủy ban nhân dân các xã, phường"];
const TIMES = ["2021", "2021-2025", "Hằng năm", "Quý IV/2023", "Tháng 6/2024"];

/** So many tasks, each done, with a lead and a time that can be read. */
export function filledTasks(rows: number): FilledTable {
  const tasks = Array.from({ length: rows }, (_, index) => ({
    number: String(index + 1),
    name: `Nhiệm vụ thử nghiệm số ${index + 1}`,
    lead: LEADS[index % 5] ?? null,
    cooperating: LEADS[(index + 1 + (index % 4)) % 5] ?? null,
    time: TIMES[(index * 7) % 5] ?? null,
    note: null,
    where: "x",
  }));
  return filledTable(taskTable({ ...bigPlan(1), tasks }, { table: "tasks1", sheet: "Biểu nhiệm vụ" }, DEFAULT_CHOICES, words), () => ({
    status: words.tasks.statuses.done,
    progress: 100,
  }));
}
