import { groupBy } from "../base";
import type { Finding } from "../findings";
import { romanValue } from "../quantity";
import type { CellRef } from "../sheet";
import { isPlanTable, type Table } from "../tables";
import { numberLists, type Numbered, type NumberList } from "./outline-lists";
import { oddRuns } from "./outline-runs";
import { isPlainlyNumbered } from "./plain-numbers";
import { finding, type Rule } from "./rule";

/** Outline numbers that stand twice among their neighbours, out of order, or after a gap. Rows without a number are left alone. */
export const outlineNumbers: Rule = {
  name: "outline-numbers",
  codes: ["outline-twice", "outline-order", "outline-skipped"],
  severities: ["warning", "info"],
  check: (table) => {
    const col = (isPlanTable(table) ? table.structure?.numberColumn : table.numberColumn) ?? null;
    if (col === null) return [];
    const at = (row: Numbered): CellRef => ({ sheet: table.sheet, row: row.row, col });
    const found = (list: NumberList): Finding[] => [
      ...twice(table, list, at), ...misplaced(table, list, at), ...(list.ordered ? sequence(table, list, at) : []),
    ];
    // of somebody else's list just one thing is wrong, or nothing is said
    if (!isPlanTable(table)) return oddRuns(table).flatMap((list) => found(list).slice(0, 1));
    return isPlainlyNumbered(table) ? [] : numberLists(table).flatMap(found);
  },
};

type At = (row: Numbered) => CellRef;

function twice(table: Table, { about, rows }: NumberList, at: At): Finding[] {
  const byNumber = groupBy(rows, ({ number }) => number);
  return [...byNumber].flatMap(([number, same]): Finding[] => {
    const [, second] = same;
    return second
      ? [
          finding(table, "outline-twice", `${about}/${number}`, {
            severity: "warning",
            at: at(second),
            cells: same.map(at),
            data: { number, rows: same.map((row) => ({ at: at(row), label: row.label })) },
          }),
        ]
      : [];
  });
}

/** "1.2" belongs under "1". */
function misplaced(table: Table, { about, under, rows }: NumberList, at: At): Finding[] {
  if (under === null) return [];
  const [first, ...others] = rows.filter(({ prefix }) => prefix !== "" && prefix !== under);
  return first
    ? [
        finding(table, "outline-order", `${about}/under`, {
          severity: "warning",
          at: at(first),
          cells: [first, ...others].map(at),
          data: { number: first.number, before: null, under },
        }),
      ]
    : [];
}

/** One finding for a list: what is out of order has no gaps to speak of. */
function sequence(table: Table, { about, rows, unused }: NumberList, at: At): Finding[] {
  const own = [
    ...new Map(rows.filter(({ prefix }) => prefix === rows[0]?.prefix).map((row) => [row.number, row] as const).toReversed()).values(),
  ].sort((a, b) => a.row - b.row);
  const scale = scaleOf(own);
  if (!scale) return [];
  const places = own.map(({ tail }) => scale.placeOf(tail));
  const back = places.findIndex((place, index) => index > 0 && place < (places[index - 1] ?? 0));
  const [before, wrong] = [own[back - 1], own[back]];
  if (before && wrong)
    return [
      finding(table, "outline-order", about, {
        severity: "warning",
        at: at(wrong),
        cells: [at(wrong), at(before)],
        data: { number: wrong.number, before: before.number, under: null },
      }),
    ];
  if (!scale.complete || places.every((place, index) => place === (places[index - 1] ?? 0) + 1)) return [];
  // numbers of rows that are not used are there, though nothing stands in them
  const idle = new Set(unused.filter(({ prefix }) => prefix === own[0]?.prefix).map(({ tail }) => scale.placeOf(tail)));
  const jumps = own.flatMap((row, index) => {
    const last = places[index - 1] ?? 0;
    const skipped = Array.from({ length: Math.min((places[index] ?? 0) - last - 1, MOST) }, (_, step) => last + step + 1);
    return skipped.some((place) => !idle.has(place)) ? [{ row, after: own[index - 1]?.number ?? null, next: row.number }] : [];
  });
  const [first] = jumps;
  return first
    ? [
        finding(table, "outline-skipped", about, {
          severity: "info",
          at: at(first.row),
          cells: jumps.map(({ row }) => at(row)),
          data: { jumps: jumps.map(({ after, next }) => ({ after, next })) },
        }),
      ]
    : [];
}

/** A number far off is a gap whatever stands in between. */
const MOST = 1000;

interface Scale {
  readonly placeOf: (tail: string) => number;
  /** Every place is used; lettered lists leave letters out as their writers like. */
  readonly complete: boolean;
}

/** Puts Đ between D and E. */
const { compare } = new Intl.Collator("vi");

/** How the numbers of a list count: by what fits all of them, since a bare "I" is a Roman one or a letter. */
function scaleOf(rows: readonly Numbered[]): Scale | null {
  const all = (pattern: RegExp): boolean => rows.length > 0 && rows.every(({ tail }) => pattern.test(tail));
  if (all(/^\d{1,6}$/)) return { placeOf: Number, complete: true };
  if (all(/^[ivx]+$/i) && /^i$/i.test(rows[0]?.tail ?? "")) return { placeOf: romanValue, complete: true };
  if (all(/^\p{L}$/u)) {
    const letters = rows.map(({ tail }) => tail).sort(compare);
    return { placeOf: (tail) => letters.indexOf(tail) + 1, complete: false };
  }
  return null;
}
