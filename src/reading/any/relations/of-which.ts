import { addTo } from "../../../base";
import type { GridCell, GridRelation } from "../../../tables";
import { isBareLine, numberAt } from "../grid-cells";
import type { Layout } from "../layout";
import { saysOfWhich } from "../words";
import { SURE } from "./sure";
import { isShare } from "./way";

/** Others of the same kind that hold, from which one that fails is certain. */
const CERTAIN_FROM = 3;
/** Lines that hold, from which a column beside "Tổng" is part of it though no word says so; one of them may fail. */
const IMPLIED_FROM = 5;

/** A whole and parts of it that do not exceed it, by line or column. */
interface Claim {
  readonly axis: GridRelation["axis"];
  /** No words "Trong đó" say it, only a head "Tổng" before it: it has to hold. */
  readonly implied?: true;
  readonly whole: number;
  readonly parts: readonly number[];
}

interface Told {
  readonly claim: Claim;
  readonly track: number;
  readonly total: GridCell;
  readonly parts: readonly GridCell[];
  readonly holds: boolean;
}

/**
 * What stands under "Trong đó", or beside a "Tổng" that it does not add up to: none of it exceeds its whole. Lines that do not overlap in
 * most columns do not exceed it together. In steps.
 */
export function* ofWhichIn(layout: Layout, sums: readonly GridRelation[]): Generator<void, GridRelation[]> {
  const amounts = layout.columns.flatMap(({ kind }, at) => (kind === "amount" ? [at] : []));
  const lines = layout.lines.flatMap(({ unit, label }, at) => (isShare(unit) || isShare(label) ? [] : [at]));
  const read = (claim: Claim): Told[] => toldOf(layout, claim, claim.axis === "column" ? amounts : lines);
  yield;
  const inLines = lineClaims(layout).flatMap((claim) => {
    const together = read(claim);
    const fits = together.filter(({ holds }) => holds).length * 2 > together.length;
    return fits ? together : claim.parts.flatMap((part) => read({ ...claim, parts: [part] }));
  });
  yield;
  const told = [...inLines];
  for (const claim of columnClaims(layout)) {
    for (const one of read(claim)) told.push(one);
    yield;
  }
  if (told.length === 0) return [];
  // parts that come to their whole are its sum
  const width = layout.columns.length;
  const placeOf = ([line, column]: GridCell): number => line * width + column;
  const summed = new Map<number, Set<number>>(told.map(({ total }) => [placeOf(total), new Set()]));
  for (const { op, total, parts } of sums) {
    const own = op === "sum" ? summed.get(placeOf(total)) : undefined;
    if (own) for (const part of parts) own.add(placeOf(part));
  }
  return withSure(told.filter(({ total, parts }) => !parts.some((part) => summed.get(placeOf(total))?.has(placeOf(part)))));
}

function withSure(told: readonly Told[]): GridRelation[] {
  const counts = new Map<Claim | string, { holds: number; misses: number }>();
  const countOf = (key: Claim | string) => counts.get(key) ?? { holds: 0, misses: 0 };
  const keysOf = ({ claim, track }: Told) => [claim, `${claim.axis} ${track}`] as const;
  for (const one of told)
    for (const key of keysOf(one)) {
      const count = countOf(key);
      counts.set(key, one.holds ? { ...count, holds: count.holds + 1 } : { ...count, misses: count.misses + 1 });
    }
  const sureOf = (one: Told): number => {
    if (one.holds) return SURE.likely;
    const around = keysOf(one).map(countOf);
    const [own] = around;
    if (one.claim.implied && own?.misses === 1) return SURE.fair;
    if (own !== undefined && own.misses > Math.max(1, own.holds)) return SURE.poor;
    if (around.some(({ holds, misses }) => misses === 1 && holds >= CERTAIN_FROM)) return SURE.certain;
    return around.some(({ holds, misses }) => holds > misses) ? SURE.likely : SURE.doubtful;
  };
  const isShown = ({ claim }: Told): boolean => {
    const { holds, misses } = countOf(claim);
    return !claim.implied || (holds >= IMPLIED_FROM && misses <= 1);
  };
  return told.filter(isShown).map((one): GridRelation => ({
    op: "of-which", axis: one.claim.axis, from: "label", sure: sureOf(one), total: one.total, parts: one.parts,
    pattern: `of-which ${one.claim.axis} ${one.claim.whole} ${one.claim.parts.join()}`,
  }));
}

/** The tracks on which a claim says something: its whole is a number, and some part; below nothing nothing can be told. */
function toldOf(layout: Layout, claim: Claim, tracks: readonly number[]): Told[] {
  const valueAt = (cell: GridCell): number => numberAt(layout, cell);
  return tracks.flatMap((track) => {
    const cell = (place: number): GridCell => (claim.axis === "column" ? [place, track] : [track, place]);
    const [total, parts] = [cell(claim.whole), claim.parts.map(cell)];
    const values = parts.map(valueAt).filter((value) => !Number.isNaN(value));
    const whole = valueAt(total);
    if (Number.isNaN(whole) || values.length === 0 || [whole, ...values].some((value) => value < 0)) return [];
    const sum = values.reduce((all, value) => all + value, 0);
    return [{ claim, track, total, parts, holds: sum <= whole * (1 + 1e-9) }];
  });
}

/** Lines under "Trong đó", those of one whole together. */
function lineClaims(layout: Layout): Claim[] {
  const { lines } = layout;
  const isBare = (line: number): boolean => isBareLine(layout, line);
  const wholeOf = (line: number): number | null => {
    const above = lines[line]?.parent ?? null;
    return above !== null && isBare(above) ? wholeOf(above) : above;
  };
  const found = new Map<number, number[]>();
  lines.forEach(({ ofWhich, parent }, line) => {
    const heading = parent !== null && isBare(parent) && lines[parent]?.ofWhich === true;
    if ((!ofWhich && !heading) || isBare(line)) return;
    const whole = wholeOf(line);
    if (whole !== null) addTo(found, whole, line);
  });
  return [...found].map(([whole, parts]) => ({ axis: "column", whole, parts }));
}

/** Columns under "Trong đó", each by itself: girls may be of a minority as well. Their whole stands before them, under the same head. */
function columnClaims({ columns }: Layout): Claim[] {
  return columns.flatMap(({ kind, ofWhich, total, path, unit }, part): Claim[] => {
    if (kind !== "amount" || total) return [];
    const fits = (one: Layout["columns"][number]): boolean => one.kind === "amount" && (ofWhich ? !one.ofWhich : one.total);
    const whole = columns.findLastIndex((one, at) => at < part && fits(one));
    const above = path.slice(0, ofWhich ? path.findIndex(saysOfWhich) : -1);
    const before = columns[whole];
    const isSame = before !== undefined && above.every((words, at) => before.path[at] === words) && before.unit === unit;
    if (!isSame || (!ofWhich && above.length === 0)) return [];
    return [{ axis: "row", whole, parts: [part], ...(ofWhich ? {} : { implied: true }) }];
  });
}
