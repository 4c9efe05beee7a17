import type { Finding } from "../findings";
import { compareLimits, limitOf, type Target } from "../quantity";
import type { IndicatorRow, IndicatorTable, Table, TargetCell } from "../reading";
import { targetOf } from "./limits";
import { nameKey, type Syllables } from "./names";
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
const kept = new WeakMap<readonly Table[], ReadonlyMap<Table, readonly Repeated[]>>();

function indexOf(tables: readonly Table[]): ReadonlyMap<Table, readonly Repeated[]> {
  const before = kept.get(tables);
  if (before) return before;
  const seen = new Map<string, Entry[]>();
  const known: Syllables = new Map();
  const index = new Map<Table, Repeated[]>();
  const alone = printsOnce(tables);
  for (const table of tables) {
    if (table.kind !== "indicators") continue;
    const repeated = table.rows.map((row): Repeated => {
      const here = { table, row };
      const entries = keysOf(here, known, alone).map((key) => seen.get(key) ?? seen.set(key, []).get(key) ?? []);
      const earlier = [...new Set(entries.flat())];
      for (const entry of entries) if (entry.length < MOST) entry.push(here);
      return { here, earlier };
    });
    index.set(table, repeated.filter(({ earlier }) => earlier.length > 0));
  }
  kept.set(tables, index);
  return index;
}

/** Tells rows whose name no other row has in any spelling. */
function printsOnce(tables: readonly Table[]): (row: IndicatorRow) => boolean {
  const [seen, twice] = [new Set<number>(), new Set<number>()];
  for (const table of tables) {
    if (table.kind !== "indicators") continue;
    for (const { label } of table.rows) {
      const print = printOf(label);
      if (seen.has(print)) twice.add(print);
      else seen.add(print);
    }
  }
  return ({ label }) => !VAN.test(label) && !twice.has(printOf(label));
}

/** "vạn", however its accent is written, and "10.000", which are one. */
const VAN = /v.{1,2}n|10[., ]?000/iu;
/** What is the same in all spellings of a name: digits and consonants. */
const STABLE = new Set([..."bcdfghjklmnpqrstvwxz0123456789"].map((sign) => sign.charCodeAt(0)));

/** A number of the letters that no spelling of a name changes. */
function printOf(label: string): number {
  let print = 0;
  for (let at = 0; at < label.length; at++) {
    const code = label.charCodeAt(at) | 32;
    if (STABLE.has(code)) print = (Math.imul(print, 31) + code) | 0;
  }
  return print;
}

/** What makes two rows the same indicator: name and unit, or, within one plan of the catalogue, the code, since its name may have been shortened. */
function keysOf({ table, row }: Entry, known: Syllables, alone: (row: IndicatorRow) => boolean): string[] {
  const unit = rowUnit(row).unit ?? "";
  // to spell a name costs more than all else; one that no other row can have needs no key
  const name = alone(row) ? "" : nameKey(row.label, known);
  const coded = table.plan !== null && !table.plan.plan.startsWith("own/") && !row.key.startsWith("row:") && !row.key.includes("@");
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
  return [plans ? finding(here.table, "plans-differ", about, { severity: "info", ...rest }) : finding(here.table, "targets-differ", about, { severity: "warning", ...rest })];
}

/** A bare value is the limit that its direction makes of it: "96" and "≥ 96" ask for the same where more is better. */
function sameDemand(row: IndicatorRow, target: Target, otherRow: IndicatorRow, other: Target): boolean {
  const written = ({ comparator, value, value2, baseline }: Target): string => [comparator, value, comparator === "range" ? value2 : "", comparator === "change" ? baseline : ""].join(" ");
  if (written(target) === written(other)) return true;
  if ([target, other].some(({ comparator }) => comparator === "range" || comparator === "~")) return false;
  const [limit, otherLimit] = [limitOf(target, row.direction), limitOf(other, otherRow.direction)];
  return limit !== null && otherLimit !== null && compareLimits(limit, otherLimit) === 0;
}
