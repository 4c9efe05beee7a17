import { addTo } from "../../../base";
import type { BelievedRelation, GridCell } from "../believed";
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
  readonly axis: BelievedRelation["axis"];
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

/** Quarters, half-years and years as sums of the months or quarters in them, where nothing else has told of what they are the sum. */
export function periodsIn(layout: Layout, sums: readonly BelievedRelation[]): BelievedRelation[] {
  const known = new Set(sums.map(({ axis, total }) => `${axis} ${total.join()}`));
  const told = [...columnClaims(layout), ...lineClaims(layout)].flatMap((claim) => toldOf(layout, claim));
  const holding = (of: (one: Told) => boolean): number => told.filter((one) => one.holds && of(one)).length;
  const sureOf = (one: Told): number => {
    if (one.holds) return SURE.likely;
    const [inLine, inClaim] = [
      holding(({ claim, track }) => claim.axis === one.claim.axis && track === one.track), holding(({ claim }) => claim === one.claim),
    ];
    const misses = told.filter(({ claim, holds }) => claim === one.claim && !holds).length;
    const isAdded = inLine > 0 || inClaim > misses;
    if (one.slips) return isAdded ? SURE.likely : misses === 1 ? SURE.fair : SURE.doubtful;
    return isAdded ? SURE.doubtful : SURE.poor;
  };
  return told.flatMap((one): BelievedRelation[] => {
    const { claim: { axis, total, parts } } = one;
    const sure = sureOf(one);
    if (one.isRounded || known.has(`${axis} ${one.total.join()}`) || sure <= SURE.poor) return [];
    const pattern = `months ${axis} ${total} ${parts.join()}`;
    return [{ op: "sum", axis, from: "label", sure, total: one.total, parts: one.parts, pattern }];
  });
}

/** The tracks on which it says something: all of its numbers are there. */
function toldOf(layout: Layout, claim: Claim): Told[] {
  const { lines, columns, numbers } = layout;
  const tracks =
    claim.axis === "row"
      ? lines.flatMap(({ unit, label }, line) => (isShare(unit) || isShare(label) || NOT_ADDED.test(besideMonths(label)) ? [] : [line]))
      : columns.flatMap(({ kind, path }, at) => (kind === "amount" && !NOT_ADDED.test(besideMonths(path.join(" "))) ? [at] : []));
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
    const words = besideMonths(path.join(" "));
    if (kind !== "amount" || months === null || NOT_ADDED.test(words)) return;
    addTo(groups, JSON.stringify([words, year, unit, ofWhich]), { place, months });
  });
  return [...groups.values()].flatMap((group) => claimsIn(group, "row"));
}

function lineClaims({ lines }: Layout): Claim[] {
  const groups = new Map<string, Period[]>();
  lines.forEach(({ months, label, parent, unit, ofWhich }, place) => {
    const words = besideMonths(label);
    if (months !== null && !NOT_ADDED.test(words)) addTo(groups, JSON.stringify([words, parent, unit, ofWhich]), { place, months });
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
