import { addTo, dueAfter } from "../../../base";
import type { GridCell, GridRelation } from "../../../tables";
import { numberAt } from "../grid-cells";
import type { Layout, Months } from "../layout";
import { besideMonths } from "../periods";
import { roundingOf } from "./steps";
import { isSlip } from "./slip-shape";
import { SURE } from "./sure";
import { isShare } from "./way";

/**
 * What does not add up over months: what has been added up already, and what is there at a time, or on the average. Words as
 * `besideMonths` gives them.
 */
const NOT_ADDED =
  /luy ke|cong don|tich luy|cumulat|year to date|ytd|dau ky|cuoi ky|so du|du no|ton kho|binh quan|trung binh|average|balance|^(?:den|tinh den|tu dau nam)\b/;
/** A year that is this share of its months short of them, or more, is their average, their last or their largest one. */
const FAR = 0.4;
/** Decimals of a number that a person types. */
const DECIMALS = 6;

interface Period {
  readonly place: number;
  readonly months: Months;
}

interface Claim {
  readonly axis: GridRelation["axis"];
  readonly total: number;
  readonly parts: readonly number[];
}

interface Told {
  readonly claim: Claim;
  readonly track: number;
  readonly total: GridCell;
  readonly parts: readonly GridCell[];
  readonly holds: boolean;
  /** It is off by what rounding may make of it: that is nothing to tell. */
  readonly isRounded: boolean;
  readonly slips: boolean;
}

/** So many lines are looked at before others may run. */
const STEP = 10_000;

/**
 * Quarters, half-years and years as sums of the months or quarters in them, where nothing else has told of what they are the sum. In
 * steps.
 */
export function* periodsIn(layout: Layout, sums: readonly GridRelation[]): Generator<void, GridRelation[]> {
  const isDue = dueAfter(STEP);
  const ofColumns = columnClaims(layout);
  yield;
  const claims = [...ofColumns, ...lineClaims(layout)];
  yield;
  const told: Told[] = [];
  const tracks = { row: null as readonly number[] | null, column: null as readonly number[] | null };
  for (const claim of claims) {
    const along = (tracks[claim.axis] ??= tracksOf(layout, claim.axis));
    for (const one of toldOf(layout, claim, along)) told.push(one);
    if (isDue(along.length)) yield;
  }
  if (told.length === 0) return [];
  const known = new Set(sums.map(({ axis, total }) => `${axis} ${total.join()}`));
  const holding = new Map<Claim | string, number>();
  const missing = new Map<Claim, number>();
  const lineOf = ({ claim, track }: Told): string => `${claim.axis} ${track}`;
  for (const one of told) {
    if (one.holds) for (const key of [one.claim, lineOf(one)]) holding.set(key, (holding.get(key) ?? 0) + 1);
    else missing.set(one.claim, (missing.get(one.claim) ?? 0) + 1);
  }
  yield;
  const sureOf = (one: Told): number => {
    if (one.holds) return SURE.likely;
    const [inLine, inClaim] = [holding.get(lineOf(one)) ?? 0, holding.get(one.claim) ?? 0];
    const misses = missing.get(one.claim) ?? 0;
    const isAdded = inLine > 0 || inClaim > misses;
    if (one.slips) return isAdded ? SURE.likely : misses === 1 ? SURE.fair : SURE.doubtful;
    return isAdded ? SURE.doubtful : SURE.poor;
  };
  return told.flatMap((one): GridRelation[] => {
    const { claim: { axis, total, parts } } = one;
    const sure = sureOf(one);
    if (one.isRounded || known.has(`${axis} ${one.total.join()}`) || sure <= SURE.poor) return [];
    const pattern = `months ${axis} ${total} ${parts.join()}`;
    return [{ op: "sum", axis, from: "label", sure, total: one.total, parts: one.parts, pattern }];
  });
}

/** The lines, or columns, along which months are added up. */
function tracksOf({ lines, columns }: Layout, axis: Claim["axis"]): number[] {
  return axis === "row"
    ? lines.flatMap(({ unit, label }, line) => (isShare(unit) || isShare(label) || NOT_ADDED.test(besideMonths(label)) ? [] : [line]))
    : columns.flatMap(({ kind, path }, at) => (kind === "amount" && !NOT_ADDED.test(besideMonths(path.join(" "))) ? [at] : []));
}

/** The tracks on which it says something: all of its numbers are there. */
function toldOf(layout: Layout, claim: Claim, tracks: readonly number[]): Told[] {
  const { columns, numbers } = layout;
  return tracks.flatMap((track) => {
    const cell = (place: number): GridCell => (claim.axis === "column" ? [place, track] : [track, place]);
    const [total, parts] = [cell(claim.total), claim.parts.map(cell)];
    const [stated, values] = [numberAt(layout, total), parts.map((part) => numberAt(layout, part))];
    if (Number.isNaN(stated) || values.some(Number.isNaN) || values.every((value) => value === 0)) return [];
    const sum = values.reduce((all, value) => all + value, 0);
    const decimalsOf = ([line, column]: GridCell): number => numbers.decimals[line * columns.length + column] ?? 0;
    const unit = 10 ** -Math.min(DECIMALS, Math.max(...[total, ...parts].map(decimalsOf)));
    const gap = stated - sum;
    const rounding = roundingOf(unit, values.length);
    const slips = Math.abs(gap) < FAR * Math.abs(sum) && isSlip(gap / unit, stated / unit, values.map((value) => value / unit));
    const [holds, isExact] = [Math.abs(gap) <= rounding, Math.abs(gap) < unit / 2];
    return [{ claim, track, total, parts, slips, holds, isRounded: holds && !isExact }];
  });
}

function columnClaims({ columns }: Layout): Claim[] {
  const groups = new Map<string, Period[]>();
  columns.forEach(({ kind, months, path, year, unit, ofWhich }, place) => {
    if (kind !== "amount" || months === null) return;
    const words = besideMonths(path.join(" "));
    if (NOT_ADDED.test(words)) return;
    addTo(groups, JSON.stringify([words, year, unit, ofWhich]), { place, months });
  });
  return [...groups.values()].flatMap((group) => claimsIn(group, "row"));
}

function lineClaims({ lines }: Layout): Claim[] {
  const groups = new Map<string, Period[]>();
  lines.forEach(({ months, label, parent, unit, ofWhich }, place) => {
    if (months === null) return;
    const words = besideMonths(label);
    if (!NOT_ADDED.test(words)) addTo(groups, JSON.stringify([words, parent, unit, ofWhich]), { place, months });
  });
  return [...groups.values()].flatMap((group) => claimsIn(group, "column"));
}

/** Each period with the shortest ones that it is made of; nothing where one is there twice. */
function claimsIn(group: readonly Period[], axis: Claim["axis"]): Claim[] {
  if (new Set(group.map(({ months }) => months.join())).size < group.length) return [];
  return group.flatMap(({ place, months: [first, last] }): Claim[] => {
    const parts = shortest(group.filter((one) => one.place !== place), first, last);
    return parts && parts.length > 1 ? [{ axis, total: place, parts: parts.map((part) => part.place) }] : [];
  });
}

/** The shortest periods that follow each other from one month to another; null where some month is missing. */
function shortest(group: readonly Period[], first: number, last: number): readonly Period[] | null {
  if (first > last) return [];
  const next = group.filter(({ months: [from, to] }) => from === first && to <= last).sort((a, b) => a.months[1] - b.months[1]);
  for (const one of next) {
    const rest = shortest(group, one.months[1] + 1, last);
    if (rest) return [one, ...rest];
  }
  return null;
}
