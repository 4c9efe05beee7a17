import { addTo } from "../base";
import { sumExact } from "../quantity";
import type { CellRef } from "../sheet";
import { coefficientOf, isLinear, type OtherLine, type OtherTable, type Relation } from "../tables";
import type { CellChange } from "./change";
import type { FormColumn } from "./match-columns";
import { less, numberIn, type MatchedTables } from "./matched";
import type { Scales } from "./scales";

/** What of a total's change comes from a cell, in the unit of the new version. */
export interface Cause {
  /** Where it stands now; in the old version where it is gone. */
  readonly at: CellRef;
  readonly line: OtherLine;
  readonly column: FormColumn;
  readonly gap: number;
  /** Its line came or went with it. */
  readonly state: "changed" | "came" | "went";
}

/** A total that changed, and which changes make it so. */
export interface TotalChange {
  readonly change: CellChange;
  /** The largest first. */
  readonly causes: readonly Cause[];
  /** What no change of its parts tells, as where a total was typed over; 0 where all is told. */
  readonly rest: number;
}

/** A total of totals is told by what they hang on, so many steps down. */
const MOST_STEPS = 30;

type Adding = Pick<Relation, "op" | "added" | "axis" | "total" | "parts"> & { readonly all: readonly CellRef[] };

/** The totals that changed, each with the changes of its lines (of its columns, where no line adds up to it). */
export function explained(matched: MatchedTables, changes: readonly CellChange[], scales: Scales): TotalChange[] {
  const totals = changes.filter(({ gap }) => gap !== null);
  if (totals.length === 0) return [];
  const { a, b } = matched;
  const [sumsA, sumsB] = [sumsOf(a), sumsOf(b)];
  const [rowsA, rowsB] = [placesOf(a), placesOf(b)];
  const [colsA, colsB] = [
    new Map(matched.columnsA.map((column, at) => [column.col, at])), new Map(matched.columnsB.map((column, at) => [column.col, at])),
  ];
  const { lines, columns, columnsA, columnsB } = matched;

  /** What became of a cell of the new version. */
  const changeAt = (at: CellRef): Cause | null => {
    const [row, col] = [rowsB.get(at.row), colsB.get(at.col)];
    const [line, column] = [b.rows[row ?? -1], columnsB[col ?? -1]];
    if (row === undefined || col === undefined || !line || !column) return null;
    const now = numberIn(b, row, column) ?? 0;
    const [from, old] = [lines.ofB[row] ?? -1, columnsA[columns.ofB[col] ?? -1]];
    const before = from === -1 || !old ? 0 : scales.scaled(numberIn(a, from, old) ?? 0, column);
    const isOld = from !== -1 && old !== undefined;
    return isOld && scales.same(numberIn(a, from, old) ?? 0, now, column)
      ? null
      : { at, line, column, gap: less(now, before), state: isOld ? "changed" : "came" };
  };

  /** The cells of a total of the old version that the new one has no more. */
  const wentFrom = (sum: Adding | undefined, axis: Relation["axis"]): { readonly cause: Cause; readonly sign: number }[] =>
    (sum?.parts ?? []).flatMap((part, place) => {
      const [row, col] = [rowsA.get(part.at.row), colsA.get(part.at.col)];
      const [line, column] = [a.rows[row ?? -1], columnsA[col ?? -1]];
      if (!sum || row === undefined || col === undefined || !line || !column) return [];
      const isGone = axis === "column" ? lines.ofA[row] === -1 : columns.ofA[col] === -1;
      const now = columnsB[columns.ofA[col] ?? -1];
      const value = now ? scales.scaled(part.value, now) : part.value;
      return isGone && value !== 0
        ? [{ cause: { at: part.at, line, column, gap: -value, state: "went" as const }, sign: coefficientOf(sum, place) }]
        : [];
    });

  const oldAt = (at: CellRef): CellRef | null => {
    const line = a.rows[lines.ofB[rowsB.get(at.row) ?? -1] ?? -1];
    const column = columnsA[columns.ofB[colsB.get(at.col) ?? -1] ?? -1];
    return line && column ? { sheet: a.sheet, row: line.row, col: column.col } : null;
  };

  const causesOf = (sum: Adding, sign: number, steps: number, seen: Set<string>): Cause[] => {
    const own = new Map(sum.parts.map((part, place) => [keyOf(part.at), coefficientOf(sum, place)]));
    const changed = sum.all.flatMap((at): Cause[] => {
      const part = sign * (own.get(keyOf(at)) ?? (sum.op === "difference" ? -1 : 1));
      const cause = changeAt(at);
      if (!cause) return [];
      const below = sumsB.get(keyOf(at))?.find(({ axis }) => axis === sum.axis);
      if (below && cause.state === "changed" && steps < MOST_STEPS && !seen.has(keyOf(at))) {
        const causes = causesOf(below, part, steps + 1, new Set([...seen, keyOf(at)]));
        // a part whose own parts do not tell its change is the cause itself
        if (sumExact([...causes.map(({ gap }) => gap), -part * cause.gap]) === 0) return causes;
      }
      return [{ ...cause, gap: part * cause.gap }];
    });
    const old = oldAt(sum.total.at);
    const before = old ? sumsA.get(keyOf(old))?.find(({ axis }) => axis === sum.axis) : undefined;
    return [...changed, ...wentFrom(before, sum.axis).map(({ cause, sign: of }) => ({ ...cause, gap: sign * of * cause.gap }))];
  };

  return totals.flatMap((change): TotalChange[] => {
    const key = keyOf(change.new.at);
    const known = sumsB.get(key) ?? [];
    const sum = known.find(({ axis }) => axis === "column") ?? known[0];
    if (!sum || change.gap === null) return [];
    const causes = merged(causesOf(sum, 1, 0, new Set([key])));
    const rest = sumExact([change.gap, ...causes.map(({ gap }) => -gap)]);
    return [{ change, causes, rest: Math.abs(rest) <= 1e-9 * Math.abs(change.gap) ? 0 : rest }];
  });
}

/** What adds up to each cell, lines before columns. */
function sumsOf({ relations }: OtherTable): ReadonlyMap<string, Adding[]> {
  const sums = new Map<string, Adding[]>();
  for (const relation of relations) if (isLinear(relation) && relation.op !== "of-which") addTo(sums, keyOf(relation.total.at), relation);
  return sums;
}

function placesOf({ rows }: OtherTable): ReadonlyMap<number, number> {
  return new Map(rows.map(({ row }, at) => [row, at]));
}

const keyOf = ({ row, col }: CellRef): string => `${row},${col}`;

/** A cell that counts several times is told once, the largest first. */
function merged(causes: readonly Cause[]): Cause[] {
  const known = new Map<string, Cause>();
  for (const cause of causes) {
    const key = `${cause.state === "went" ? "went" : ""} ${keyOf(cause.at)}`;
    const before = known.get(key);
    known.set(key, before ? { ...before, gap: sumExact([before.gap, cause.gap]) } : cause);
  }
  return [...known.values()].filter(({ gap }) => gap !== 0).sort((x, y) => Math.abs(y.gap) - Math.abs(x.gap));
}
