import { derived } from "../base";
import type { Finding } from "../findings";
import { compareLimits, limitOf, type Target } from "../quantity";
import { type IndicatorRow, type IndicatorTable, type Table, type TargetCell, targetOf } from "../tables";
import { namePrints, repeats } from "./name-prints";
import { nameKey, type Syllables } from "./names";
import { rowsWhere, type May } from "./row-rule";
import { rowUnit } from "./row-unit";
import { finding, type Rule } from "./rule";

/** One indicator with two different targets for one year. Said once, at the one that comes later in the workbook. */
export const duplicateTargets: Rule = {
  name: "duplicate-targets",
  codes: ["targets-differ", "plans-differ"],
  severities: ["warning", "info"],
  check: (table, { tables }) => {
    if (table.kind !== "indicators") return [];
    return (indexOf(tables).get(table) ?? []).flatMap(({ here, earlier }) => {
      const { row } = here;
      // what is said of two plans already need not be said of a third copy of one of them
      return [...row.targets].flatMap(([year, cell]) => earlier.flatMap((other) => differing(here, other, year, cell)).slice(0, 1));
    });
  },
};

interface Entry {
  readonly table: IndicatorTable;
  readonly row: IndicatorRow;
}

/** A row, and those before it in the workbook that are of the same indicator. */
interface Repeated {
  readonly here: Entry;
  readonly earlier: readonly Entry[];
}

/** Rows of one name beyond this many are lines of a list, of which the first ones are enough. */
const MOST = 12;

/** Every table of a check asks of the same tables. */
const indexOf = derived((tables: readonly Table[]): ReadonlyMap<Table, readonly Repeated[]> => {
  const seen = new Map<string, Entry[]>();
  const known: Syllables = new Map();
  const index = new Map<Table, Repeated[]>();
  const may = mayRepeat(tables.filter((table) => table.kind === "indicators"));
  for (const table of tables) {
    if (table.kind !== "indicators") continue;
    const repeated = rowsWhere(table, may(table)).map((row): Repeated => {
      const here = { table, row };
      const entries = keysOf(here, known).map((key) => seen.get(key) ?? seen.set(key, []).get(key) ?? []);
      const earlier = [...new Set(entries.flat())];
      for (const entry of entries) if (entry.length < MOST) entry.push(here);
      return { here, earlier };
    });
    index.set(table, repeated.filter(({ earlier }) => earlier.length > 0));
  }
  return index;
});

/** Rows that another row may be the same indicator as. To spell a name costs more than all else, and nearly all names stand once. */
function mayRepeat(tables: readonly IndicatorTable[]): (table: IndicatorTable) => May {
  const prints = tables.map(namePrints);
  const again = repeats(prints);
  return (table) => {
    const own = prints[tables.indexOf(table)];
    // within one table a code stands once
    const coded = isCoded(table) && tables.some((other) => other !== table && other.plan?.plan === table.plan?.plan);
    return (row) => coded || again(own?.[row] ?? 0);
  };
}

/** A plan of the catalogue has codes that are the same in all of its tables. */
function isCoded({ plan }: IndicatorTable): boolean {
  return plan !== null && !plan.plan.startsWith("own/");
}

/**
 * What makes two rows the same indicator: name and unit, or, within one plan of the catalogue, the code, since its name may have been
 * shortened.
 */
function keysOf({ table, row }: Entry, known: Syllables): string[] {
  const unit = rowUnit(row).unit ?? "";
  const name = nameKey(row.label, known);
  const coded = isCoded(table) && row.key === row.code;
  return [...(name === "" ? [] : [`name\n${name}\n${unit}`]), ...(coded ? [`code\n${table.plan?.plan ?? ""}\n${row.key}\n${unit}`] : [])];
}

function differing(here: Entry, other: Entry, year: number, cell: TargetCell): Finding[] {
  const otherCell = other.row.targets.get(year);
  const target = targetOf(here.row, cell);
  const earlier = targetOf(other.row, otherCell);
  if (!target || !earlier || !otherCell || sameDemand(here.row, target, other.row, earlier)) return [];
  const [limit, otherLimit] = [limitOf(target, here.row.direction), limitOf(earlier, other.row.direction)];
  const order = limit && otherLimit ? compareLimits(limit, otherLimit) : null;
  const data = {
    indicator: here.row.label,
    year,
    target,
    other: { at: otherCell.at, label: other.row.label, target: earlier },
    stricter: order === null || order === 0 ? null : order < 0 ? ("this" as const) : ("other" as const),
  };
  const plans = here.table.plan !== null && other.table.plan !== null && here.table.plan.plan !== other.table.plan.plan;
  const about = `${here.row.key}/${year}`;
  const rest = { at: cell.at, cells: [cell.at, otherCell.at], data };
  return [
    plans
      ? finding(here.table, "plans-differ", about, { severity: "info", ...rest })
      : finding(here.table, "targets-differ", about, { severity: "warning", ...rest }),
  ];
}

/** A bare value is the limit that its direction makes of it: "96" and "≥ 96" ask for the same where more is better. */
function sameDemand(row: IndicatorRow, target: Target, otherRow: IndicatorRow, other: Target): boolean {
  const written = ({ comparator, value, value2, baseline }: Target): string =>
    [comparator, value, comparator === "range" ? value2 : "", comparator === "change" ? baseline : ""].join(" ");
  if (written(target) === written(other)) return true;
  if ([target, other].some(({ comparator }) => comparator === "range" || comparator === "~")) return false;
  const [limit, otherLimit] = [limitOf(target, row.direction), limitOf(other, otherRow.direction)];
  return limit !== null && otherLimit !== null && compareLimits(limit, otherLimit) === 0;
}
