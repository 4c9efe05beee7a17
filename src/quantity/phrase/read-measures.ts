import { originOf, type Span, type Traced } from "../../base";
import type { TargetContext } from "../read-target";
import type { MeasureRole, SaidMeasure, SaidYears } from "../said";
import { readUnit } from "../unit";
import { bothLimits, shared, toTarget, whereThingsStand, type Surroundings } from "./choice";
import { comparatorSpan, extentOf, growthOf, isAimed, placeOf } from "./extent";
import type { Measure } from "./measure";
import { measuresOf } from "./measures";
import { withNegations } from "./negation";
import { rolesOf, withoutLonePer, withUnitPer } from "./roles";
import { scanTraced, type Piece } from "./scan";
import { sentencesOf } from "./sentences";
import { headedBy, withSeriesUnits } from "./series";
import { withNumberWords } from "./words";
import { yearsOf } from "./years";

/** All that a text says in numbers: each with its role and its place. */
export interface SaidNumbers {
  /** In the order of the text. */
  readonly measures: readonly SaidMeasure[];
  readonly years: readonly SaidYears[];
}

/**
 * Every measure of a text with its role, every year with its role, each with its place in the text as given: of a traced text in its
 * origin. A text of any length is read sentence by sentence (";" and "." end one), the work grows with its length. Marks of a converter
 * ("**30%**"), blanks and line ends inside of it do no harm. Never throws; a text without numbers has none.
 */
export function readMeasures(given: Traced | string, context: TargetContext = {}): SaidNumbers {
  const { text, pieces } = scanTraced(given, context.lang ?? "vi");
  const { unit, factor } = readUnit(context.unit);
  const around: Surroundings = { unit, factor, baseline: context.baseline ?? null };
  const originOfPlace = ([from, to]: Span): Span => originOf(text, from, to);
  const sentences = sentencesOf(pieces);
  const measures = sentences.flatMap((sentence, index) => said(sentence, around, text.text, index));
  return {
    measures: measures.map((measure) => ({
      ...measure,
      span: originOfPlace(measure.span),
      comparator: measure.comparator && originOfPlace(measure.comparator),
      whole: originOfPlace(measure.whole),
      baselineSpan: measure.baselineSpan && originOfPlace(measure.baselineSpan),
      before: originOfPlace(measure.before),
      after: originOfPlace(measure.after),
    })),
    years: yearsOf(text.text, sentences, measures).map((years) => ({ ...years, span: originOfPlace(years.span) })),
  };
}

/** A measure, or two that are the limits of one range. */
interface Unit {
  readonly first: Measure;
  readonly last: Measure;
  readonly role: MeasureRole;
}

/** The measures of a sentence, their spans places in the scanned text. */
function said(sentence: readonly Piece[], around: Surroundings, text: string, index: number): readonly SaidMeasure[] {
  const pieces = withNegations(withNumberWords(sentence));
  const { measures: read, per } = measuresOf(pieces);
  const measures = withSeriesUnits(withUnitPer(shared(withoutLonePer(read), per), pieces), pieces);
  if (measures.length === 0 || isOutlineNumber(pieces)) return [];
  const roles = rolesOf(measures, pieces, around);
  const started = measures.map((measure, at) =>
    roles[at] === "aim" && measure.start === null ? { ...measure, start: whereThingsStand(measures, measure) } : measure,
  );
  const units = paired(started, roles, pieces, around);
  const extents = units.map(({ first, last }, at) => {
    const room = { pieces, low: units[at - 1]?.last.end ?? 0, high: units[at + 1]?.first.begin ?? pieces.length };
    const [begin] = extentOf(room, first);
    const [, end] = extentOf(room, last);
    return { begin: startsAt(first, measures, pieces, begin), end, room };
  });
  return units.map(({ first, last, role }, at): SaidMeasure => {
    const { begin, end, room } = extents[at] ?? { begin: first.begin, end: last.end, room: { pieces, low: 0, high: pieces.length } };
    const isBare = first.unit === null && first.role === "aim" && around.unit === null;
    const headed = isBare ? headedBy(text, pieces[begin]?.from ?? 0, around) : around;
    const both = first === last ? null : bothLimits(first, last, around, pieces.slice(first.end, last.begin));
    const { target, alternatives } = both ? { target: both, alternatives: [] } : toTarget(first, headed);
    const comparator = comparatorSpan(room, first);
    const isBound = (other: number): boolean => /^(?:aim|rank|start)$/.test(units[other]?.role ?? "");
    // what a change is of stands before its start
    const opened = first.start === null ? at : units.findIndex((unit) => unit.first.begin === first.start?.begin);
    const name = Math.min(begin, extents[opened]?.begin ?? begin);
    const previous = extents.findLast((extent, other) => other < at && extent.end <= name && isBound(other));
    const next = extents.find((_, other) => other > at && isBound(other));
    return {
      target,
      alternatives,
      role,
      comparatorSaid: comparator !== null,
      growth: growthOf(room, first, begin),
      aimed: isAimed(room, first, begin),
      unclear: first.unclear,
      span: placeOf(pieces, first.begin, last.end - 1),
      comparator,
      whole: placeOf(pieces, begin, end - 1),
      baselineSpan: first.start === null ? null : placeOf(pieces, first.start.begin, first.start.end - 1),
      before: trimmed(text, pieces[opening(pieces, previous?.end ?? 0, name)]?.from ?? 0, pieces[name]?.from ?? 0),
      after: trimmed(text, pieces[end - 1]?.to ?? 0, pieces[closing(pieces, end, next?.begin ?? pieces.length) - 1]?.to ?? 0),
      sentence: index,
      bracketed: first.depth > 0,
    };
  });
}

/** Where the brackets that `at` stands in begin, no earlier than `low`. */
function opening(pieces: readonly Piece[], low: number, at: number): number {
  for (let [before, depth] = [at - 1, 0]; before >= low; before -= 1) {
    if (pieces[before]?.text === ")") depth += 1;
    else if (pieces[before]?.text === "(" && depth === 0) return before + 1;
    else if (pieces[before]?.text === "(") depth -= 1;
  }
  return low;
}

/** Where what follows `at` ends: at the end of the brackets that it stands in, before those that go on at `high`. */
function closing(pieces: readonly Piece[], at: number, high: number): number {
  const open: number[] = [];
  for (let after = at; after < high; after += 1) {
    if (pieces[after]?.text === "(") open.push(after);
    else if (pieces[after]?.text === ")" && open.pop() === undefined) return after;
  }
  return high < pieces.length ? (open[0] ?? high) : high;
}

/** "1." and "2.1." alone are numbers of an outline. */
const isOutlineNumber = (pieces: readonly Piece[]): boolean =>
  pieces.at(-1)?.text === "." &&
  pieces.at(-2)?.kind === "number" &&
  pieces.slice(0, -2).every(({ text }) => /^[*#+-]$/.test(text));

/** Measures, those that are the two limits of one value together. */
function paired(
  measures: readonly Measure[], roles: readonly MeasureRole[], pieces: readonly Piece[], around: Surroundings,
): readonly Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < measures.length; at += 1) {
    const [first, second] = [measures[at], measures[at + 1]];
    if (first === undefined) break;
    const role = roles[at] ?? "aim";
    const between = pieces.slice(first.end, second?.begin);
    const both = role === "aim" && roles[at + 1] === "aim" && bothLimits(first, second, around, between) !== null;
    units.push({ first, last: both ? (second ?? first) : first, role });
    if (both) at += 1;
  }
  return units;
}

/** A change that is said whole begins with its start: "từ 24,4% lên >30%". */
function startsAt({ start, clause }: Measure, measures: readonly Measure[], pieces: readonly Piece[], begin: number): number {
  if (start === null || !(start.from || start.fromAfar) || Math.floor(start.clause / 100) !== Math.floor(clause / 100)) return begin;
  const before = measures.findLast((measure) => measure.end <= start.begin);
  return Math.min(begin, extentOf({ pieces, low: before?.end ?? 0, high: start.begin }, start)[0]);
}

/** A place without the blanks and signs at its ends. */
function trimmed(text: string, from: number, to: number): Span {
  let [begin, end] = [from, Math.max(from, to)];
  while (begin < end && /[\s,;:.!?)\]}–-]/u.test(text[begin] ?? "")) begin += 1;
  while (end > begin && /[\s,;:.!?([{–-]/u.test(text[end - 1] ?? "")) end -= 1;
  return [begin, end];
}
