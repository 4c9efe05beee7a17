import { kept } from "../../base";
import { unitOf, yearOf, type ColumnKey, type TableKind, type YearColumn } from "../../templates";

/** Columns that every table of a kind has. Notes, and what is only computed for the eye, are nobody's loss. */
const NEEDED: Readonly<Record<TableKind, readonly ColumnKey[]>> = {
  budget: ["number", "label", "amount", "key"],
  indicators: ["number", "label", "unit", "baseline", "key", "direction"],
  tasks: ["number", "label", "lead", "cooperating", "time", "progress", "key"],
};

const PAIRS = [["num", "den"], ["den", "num"], ["un", "ud"], ["ud", "un"]] as const;

/** The year that a column is about; null for a column that is about none. */
export const yearIn = kept(
  (key: ColumnKey): number | null =>
    (["y", "d", "target", "actual", "num", "den", "status"] as const).map((column) => yearOf(key, column)).find((year) => year !== null) ??
    null,
);

/**
 * Columns that must have been there: those of the kind, and by what is there the years in a run that has its sum, reporting units, and the
 * other one of a numerator and denominator.
 */
export function missingColumns(
  kind: TableKind, keys: readonly ColumnKey[],
): readonly { readonly key: string; readonly essential: boolean }[] {
  return missingOf([kind, ...keys].join(" "));
}

/** Without these a table is not checked for what it is about. "target" and "actual": where there is none of them at all. */
const ESSENTIAL: ReadonlySet<string> = new Set(["label", "amount", "key", "target", "actual", "status"]);

const missingOf = kept((columns: string) => {
  const [kind, ...keys] = columns.split(" ") as [TableKind, ...ColumnKey[]];
  const has = new Set<string>(keys);
  const years = (column: YearColumn): number[] => keys.flatMap((key) => yearOf(key, column) ?? []);
  const places = keys.flatMap((key) => unitOf(key, "u") ?? []);
  const pairs = PAIRS.flatMap(([one, other]) =>
    keys.flatMap((key) => {
      const number = key.startsWith(one) ? key.slice(one.length) : "";
      return /^\d+$/.test(number) ? [`${other}${number}`] : [];
    }),
  );
  const wanted = [
    ...NEEDED[kind],
    ...(has.has("years") ? run(years("y")).map((year) => `y${year}`) : []),
    ...(has.has("dyears") ? run(years("d")).map((year) => `d${year}`) : []),
    ...((has.has("rate") || years("d").length > 0) && !has.has("dyears") ? ["disbursed"] : []),
    ...run(places.length === 0 ? [] : [1, ...places]).map((place) => `u${place}`),
    ...pairs,
    ...(kind === "indicators" ? (["target", "actual"] as const).filter((column) => years(column).length === 0) : []),
    ...(kind === "tasks" && places.length === 0 ? ["status"] : []),
  ];
  return wanted.filter((key) => !has.has(key)).map((key) => ({ key, essential: ESSENTIAL.has(key) }));
});

/** All numbers from the least to the greatest. */
function run(numbers: readonly number[]): number[] {
  const least = Math.min(...numbers);
  return numbers.length === 0 ? [] : Array.from({ length: Math.max(...numbers) - least + 1 }, (_, index) => least + index);
}
