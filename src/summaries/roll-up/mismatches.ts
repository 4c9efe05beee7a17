import { MONEY_UNITS, type MoneyUnit } from "../../quantity";
import type { TableKind } from "../../templates";
import { commonest, few, mergeFew, type Few } from "../../base";
import type { Group, RollUp } from "./heap";
import { moneyUnitOf, variantOf, type Reference } from "./reference";

/** What kept something out of the roll-up, or has to be known of it; `units`: of which units it is true. */
export type Mismatch = { readonly kind: TableKind; readonly plan: string; readonly units: Few } &
  /** A table of a plan that few units have. */
  (
    | { readonly code: "other-plan" }
    /** A budget that does not say in which unit of money it is. */
    | { readonly code: "no-money-unit" }
    /** A unit has two tables of one plan and kind. */
    | { readonly code: "twice" }
    /** Units whose tables hold the very same figures: one may have been sent twice. They are added. */
    | { readonly code: "same-figures" }
    /** Amounts in another unit of money were turned into that of most tables: they are added. */
    | { readonly code: "converted"; readonly from: MoneyUnit; readonly to: MoneyUnit }
    | { readonly code: "missing-lines" | "extra-lines"; readonly lines: readonly string[] }
    | { readonly code: "missing-columns" | "extra-columns"; readonly columns: readonly string[] }
    /** The code is there, with another name or another unit of measure. */
    | {
        readonly code: "other-line";
        readonly key: string;
        readonly label: string;
        readonly measure: string;
        readonly wanted: { readonly label: string; readonly measure: string };
      }
    /** Something that is no number stands where one belongs. */
    | { readonly code: "bad-cells"; readonly key: string; readonly label: string; readonly column: string }
    | { readonly code: "no-basis"; readonly key: string; readonly label: string; readonly column: string }
    /** Ranks, means and rates: `units` are "unit: value". */
    | { readonly code: "not-added"; readonly key: string; readonly label: string; readonly column: string }
  );

export const MISMATCH_CODES = [
  "other-plan", "missing-lines", "extra-lines", "other-line", "missing-columns", "extra-columns", "no-money-unit", "twice", "same-figures",
  "converted", "bad-cells", "no-basis", "not-added",
] as const satisfies readonly Mismatch["code"][];

interface Held {
  readonly group: Group;
  readonly reference: Reference;
}

/** Everything that does not fit, in the order of `MISMATCH_CODES`, within that table after table. */
export function mismatchesOf({ leftOut }: RollUp, held: readonly Held[], others: readonly Group[]): Mismatch[] {
  const found: Mismatch[] = [
    ...others.map(({ kind, plan, names }): Mismatch => ({ code: "other-plan", kind, plan, units: names })),
    ...[...leftOut.values()].map(({ reason, kind, units }): Mismatch => ({ code: reason, kind, plan: "", units })),
    ...held.flatMap((one) => [...converted(one.group), ...samesIn(one.group), ...shapesOf(one), ...linesOf(one), ...cellsOf(one)]),
  ];
  return found
    .map((one, index) => ({ one, index }))
    .sort((a, b) => MISMATCH_CODES.indexOf(a.one.code) - MISMATCH_CODES.indexOf(b.one.code) || a.index - b.index)
    .map(({ one }) => one);
}

function converted(group: Group): Mismatch[] {
  const { kind, plan, moneyUnits } = group;
  const to = moneyUnitOf(group);
  if (to === null) return [];
  return MONEY_UNITS.flatMap((from): Mismatch[] => {
    const units = moneyUnits.get(from);
    return from === to || !units ? [] : [{ code: "converted", kind, plan, from, to, units }];
  });
}

function samesIn({ kind, plan, prints }: Group): Mismatch[] {
  return [...prints.values()]
    .filter(({ count }) => count > 1)
    .sort((a, b) => ((a.first[0] ?? "") < (b.first[0] ?? "") ? -1 : 1))
    .map((units): Mismatch => ({ code: "same-figures", kind, plan, units }));
}

/** Lines and columns that a unit lacks or has alone, together with the units for which it is the same ones. */
function shapesOf({ group: { kind, plan, shapes, lines }, reference }: Held): Mismatch[] {
  const labelOf = (key: string): string => {
    const line = variantOf(lines.get(key))?.line;
    return line ? commonest(line.labels) || key : key;
  };
  const gathered = new Map<string, Mismatch>();
  const gather = (
    code: "missing-lines" | "extra-lines" | "missing-columns" | "extra-columns",
    what: readonly string[], units: Few,
  ): void => {
    if (what.length === 0) return;
    const key = [code, ...what].join("\n");
    const base = { kind, plan, units: few() };
    const known =
      gathered.get(key) ??
      (code === "missing-lines" || code === "extra-lines" ? { ...base, code, lines: what.map(labelOf) } : { ...base, code, columns: what });
    gathered.set(key, known);
    mergeFew(known.units, units);
  };
  for (const { keys, columns, units } of shapes.values()) {
    const [own, years] = [new Set(keys), new Set(columns)];
    gather("missing-lines", [...reference.lines.keys()].filter((key) => !own.has(key)), units);
    gather("extra-lines", keys.filter((key) => !reference.lines.has(key)), units);
    gather("missing-columns", reference.columns.filter((column) => !years.has(column)), units);
    gather("extra-columns", columns.filter((column) => !reference.columns.includes(column)), units);
  }
  return [...gathered].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mismatch]) => mismatch);
}

function linesOf({ group: { kind, plan, lines }, reference }: Held): Mismatch[] {
  return [...reference.lines].flatMap(([key, { variant, line: wanted }]) =>
    [...(lines.get(key) ?? [])]
      .filter(([one]) => one !== variant)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, line]): Mismatch => ({
        code: "other-line", kind, plan, key, units: line.names, label: commonest(line.labels), measure: commonest(line.measures),
        wanted: { label: commonest(wanted.labels), measure: commonest(wanted.measures) },
      })),
  );
}

function cellsOf({ group: { kind, plan }, reference }: Held): Mismatch[] {
  return [...reference.lines].flatMap(([key, { line }]) => {
    const label = commonest(line.labels);
    return reference.columns.flatMap((column): Mismatch[] => {
      const tally = line.nodes.get("")?.get(column);
      if (!tally) return [];
      const about = { kind, plan, key, label, column };
      return [
        ...(tally.bad.count > 0 ? [{ ...about, code: "bad-cells" as const, units: tally.bad }] : []),
        ...(tally.lacking.count > 0 ? [{ ...about, code: "no-basis" as const, units: tally.lacking }] : []),
        ...(line.mode === "listed" && tally.units > 0 ? [{ ...about, code: "not-added" as const, units: tally.listed }] : []),
      ];
    });
  });
}
