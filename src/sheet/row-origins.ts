/** For each row of a sheet to be, the row (0-based) in which it stands now, null for a new one. The numbers rise. */
export type RowOrigins = readonly (number | null)[];

/**
 * The heaviest part of the wanted origins that rises, the others null: rows can be inserted and deleted between others, not carried past
 * them. `weight` is positive; of equal parts any.
 */
export function risingOrigins(wanted: RowOrigins, weight: (row: number) => number = () => 1): RowOrigins {
  const size = wanted.reduce<number>((most, row) => Math.max(most, (row ?? -1) + 1), 0);
  // of each prefix of rows the best end, as a Fenwick tree: end[at] is an index into `wanted`
  const ends: number[] = Array.from({ length: size + 1 }, () => -1);
  const sums: number[] = [];
  const before: number[] = [];
  const heavier = (a: number, b: number): number => ((sums[b] ?? 0) > (sums[a] ?? 0) ? b : a);
  let best = -1;
  for (const [index, row] of wanted.entries()) {
    if (row === null) continue;
    let last = -1;
    for (let at = row; at > 0; at -= at & -at) last = heavier(last, ends[at] ?? -1);
    before[index] = last;
    sums[index] = (sums[last] ?? 0) + weight(row);
    for (let at = row + 1; at <= size; at += at & -at) ends[at] = heavier(ends[at] ?? -1, index);
    best = heavier(best, index);
  }
  const kept = new Set<number>();
  for (let at = best; at >= 0; at = before[at] ?? -1) kept.add(at);
  return wanted.map((row, index) => (kept.has(index) ? row : null));
}

/** The way back: origins of the `rows` rows that stand before the origins are carried out. */
export function inverseOrigins(origins: RowOrigins, rows: number): RowOrigins {
  const now = new Map(origins.flatMap((row, index) => (row === null ? [] : [[row, index] as const])));
  return Array.from({ length: rows }, (_, row) => now.get(row) ?? null);
}

/** Rows of the first `rows` that have no place any more. */
export function goneRows(origins: RowOrigins, rows: number): number[] {
  const kept = new Set(origins);
  return Array.from({ length: rows }, (_, row) => row).filter((row) => !kept.has(row));
}
