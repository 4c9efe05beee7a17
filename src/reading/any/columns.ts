import { readUnit } from "../../quantity";
import type { SheetSnapshot } from "../../sheet";
import { CELL, type Cells } from "./cells";
import type { Extent } from "./extent";
import type { HeadPath } from "./head-paths";
import type { ColumnKind, LayoutColumn } from "./layout";
import { markerOf } from "./markers";
import { monthsIn, yearOf } from "./periods";
import {
  isCodeHead,
  isComparisonHead,
  isDifferenceHead,
  isLevelHead,
  isLineCodeHead,
  isNumberHead,
  isOutlineHead,
  isRemarkHead,
  isShareHead,
  isUnitHead,
  isUnitOrAgencyHead,
  saysOfWhich,
  saysTotal,
} from "./words";

/** What the cells of a column are, counted. */
interface Tally {
  readonly numbers: number;
  readonly texts: number;
  readonly nones: number;
  readonly others: number;
  /** Texts and whole numbers that may be outline numbers. */
  readonly markers: number;
  /** Whole numbers that follow the one above, or begin anew with 1. */
  readonly steps: number;
  readonly wholes: number;
  readonly years: number;
  /** Numbers that show a sign of percent. */
  readonly percents: number;
  /** Of the texts those that name a unit. */
  readonly units: number;
}

/** Most of the cells that tell it have to be so. */
const MOST = 0.7;
/** Columns of labels that are seldom both filled are one, indented by columns. */
const SELDOM_BOTH = 0.2;

/** Outline numbers without a head of their own stand in one of so many columns. */
const FIRST_COLUMNS = 2;

export interface ColumnKinds {
  readonly kinds: readonly ColumnKind[];
  /** Places of the columns that together hold the labels. */
  readonly labels: readonly number[];
  readonly outline: number | null;
  readonly unit: number | null;
  /** The column of codes by which labels refer to lines ("Mã số"). */
  readonly code: number | null;
  /** Places of the columns of codes that lie in each other ("Mục", "Tiểu mục"), the outermost first; none where there is only one. */
  readonly levels: readonly number[];
}

/** So many cells are counted before others may run. */
const STEP = 10_000;

/**
 * What each column of a table is: by its heads, then by what stands in it. `isPercent` tells percent formats where they are known. In
 * steps.
 */
export function* kindsOf(
  cells: Cells, extent: Extent, paths: readonly HeadPath[], isPercent: IsPercent,
): Generator<void, ColumnKinds> {
  const { left } = extent;
  const tallies: Tally[] = [];
  let work = 0;
  for (const place of paths.keys()) {
    tallies.push(yield* tallyOf(cells, extent, left + place, isPercent));
    work += extent.body.length;
    if (work < STEP) continue;
    yield;
    work = 0;
  }
  const last = (place: number): string => paths[place]?.words.at(-1) ?? "";
  const outline = outlineColumn(tallies, last);
  const labels = labelColumns(cells, extent, tallies, outline, last);
  const unit = tallies.findIndex(
    (tally, place) => place !== outline && !labels.includes(place) && isUnitColumn(tally, last(place)),
  );
  const kinds = tallies.map((tally, place): ColumnKind => {
    if (place === outline) return "outline";
    if (labels.includes(place)) return "label";
    if (place === unit) return "unit";
    const path = paths[place];
    if (tally.numbers + tally.texts + tally.nones + tally.others === 0) return "blank";
    if (isRemarkHead(last(place)) || (isCodeHead(last(place)) && !isAmountLike(tally))) return "words";
    if (tally.texts > tally.numbers + tally.nones) return "words";
    if (tally.numbers + tally.others === 0) return tally.nones > 0 ? "blank" : "words";
    return isShare(path, tally) ? "share" : "amount";
  });
  const code = paths.findIndex((_, place) => kinds[place] === "words" && isLineCodeHead(last(place)));
  const levels = kinds.flatMap((kind, place) => (kind === "words" && isLevelHead(last(place)) ? [place] : []));
  return {
    kinds, labels, outline, unit: unit === -1 ? null : unit, code: code === -1 ? null : code, levels: levels.length > 1 ? levels : [],
  };
}

/** Whether the number format of a cell shows percents. */
export type IsPercent = (row: number, col: number) => boolean;

const isAmountLike = ({ numbers, wholes }: Tally): boolean => wholes < numbers;

function isShare(path: HeadPath | undefined, { percents, numbers }: Tally): boolean {
  const words = path?.full ?? [];
  if (percents > numbers / 2) return true;
  const own = words.at(-1) ?? "";
  if (isDifferenceHead(own) && !own.includes("%")) return false;
  if (path?.numbered?.expression) return path.numbered.expression.op === "ratio" || words.some(isShareHead);
  return words.some((text) => isShareHead(text)) || (isComparisonHead(own) && !isDifferenceHead(own));
}

function* tallyOf(cells: Cells, { body, left }: Extent, col: number, isPercent: IsPercent): Generator<void, Tally> {
  const isFirst = col < left + FIRST_COLUMNS;
  let [numbers, texts, nones, others, markers, steps, wholes, years, percents, units] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [before, work] = [0, 0];
  for (const row of body) {
    if (++work % STEP === 0) yield;
    const kind = cells.kind(row, col);
    if (kind === CELL.blank) continue;
    if (kind === CELL.number || kind === CELL.numeral) {
      numbers++;
      if (cells.isYear(row, col)) years++;
      const value = cells.value(row, col);
      const number = typeof value === "number" ? value : Number(value);
      if (Number.isInteger(number) && number > 0) {
        wholes++;
        if (number === before + 1 || number === 1) steps++;
        before = number;
      }
      if (kind === CELL.number ? isPercent(row, col) : typeof value === "string" && value.includes("%")) percents++;
      if (isFirst && kind === CELL.numeral && markerOf(cells.text(row, col))) markers++;
    } else if (kind === CELL.text) {
      texts++;
      const text = cells.text(row, col);
      if (text.length <= LONGEST_UNIT) {
        if (isFirst && markerOf(text)) markers++;
        if (text.length > 0 && isUnitText(text)) units++;
      }
    } else if (kind === CELL.none) {
      nones++;
      markers++;
    } else others++;
  }
  return { numbers, texts, nones, others, markers, steps, wholes, years, percents, units };
}
const LONGEST_UNIT = 24;

const isUnitText = (text: string): boolean => {
  const { unit } = readUnit(text);
  return (
    unit !== null &&
    (unit !== text || /^(?:%|‰|ha|người|tấn|km|m2|hộ|lớp|trường|xã|giường|tuổi|cm|kg|con|chiếc|cái)(?:[/\s]|$)/iu.test(text))
  );
};

/** By its head; else the first column, whose cells number the words beside it. */
function outlineColumn(tallies: readonly Tally[], last: (place: number) => string): number | null {
  const named = tallies.findIndex((tally, place) => {
    const [head, next] = [last(place), tallies[place + 1]];
    const isSure = !isNumberHead(head) || (next !== undefined && next.texts > next.numbers);
    return isOutlineHead(head) && isSure && tally.texts + tally.numbers + tally.nones > 0;
  });
  if (named !== -1) return named;
  for (let place = 0; place < Math.min(FIRST_COLUMNS, tallies.length - 1); place++) {
    const [own, next] = [tallies[place], tallies[place + 1]];
    if (!own || !next || next.texts <= next.numbers || isCodeHead(last(place))) continue;
    const typed = own.numbers - (own.markers - own.nones);
    const all = own.numbers + own.texts + own.nones;
    const numbered = own.wholes > 0 && own.steps >= own.wholes * MOST;
    if (
      all > 0 &&
      (own.markers + (numbered && typed > 0 ? own.wholes : 0)) / all >= MOST &&
      (own.numbers === 0 || numbered || own.markers >= all * MOST)
    )
      return place;
  }
  return null;
}

/** The first column of words behind the outline numbers, with those beside it that go on with it; years where there are no words. */
function labelColumns(
  cells: Cells,
  { body, left, right }: Extent,
  tallies: readonly Tally[],
  outline: number | null,
  last: (place: number) => string,
): number[] {
  const from = outline === null ? 0 : outline + 1;
  const wordy = ({ texts, numbers }: Tally): boolean => texts > numbers;
  let first = tallies.findIndex(
    (tally, place) => place >= from && wordy(tally) && !(isUnitHead(last(place)) || isCodeHead(last(place))),
  );
  const firstNumbers = tallies.findIndex(
    (tally, place) => place >= from && tally.numbers > 0 && !wordy(tally) && !isCodeHead(last(place)),
  );
  // words behind the numbers are remarks, where years or names of lines stand before them
  if (first === -1 || (firstNumbers !== -1 && first > firstNumbers + 1)) {
    const years = tallies.findIndex((tally) => tally.years > 0 && tally.years >= tally.numbers * MOST);
    first = years !== -1 && years <= Math.max(0, firstNumbers) ? years : first;
  }
  if (first === -1) return [];
  const labels = [first];
  for (let place = first + 1; place <= right - left; place++) {
    const tally = tallies[place];
    if (!tally || tally.texts === 0 || tally.numbers > 0 || isUnitHead(last(place)) || isRemarkHead(last(place))) break;
    let [both, either] = [0, 0];
    for (const row of body) {
      const [one, other] = [
        labels.some((own) => cells.kind(row, left + own) === CELL.text),
        cells.kind(row, left + place) === CELL.text,
      ];
      if (one && other) both++;
      if (one || other) either++;
    }
    if (both > either * SELDOM_BOTH) break;
    labels.push(place);
  }
  return labels;
}

function isUnitColumn({ texts, numbers, units }: Tally, head: string): boolean {
  if (texts <= numbers) return false;
  return (
    isUnitHead(head) || (isUnitOrAgencyHead(head) && units >= texts * MOST) || (head === "" && texts > 1 && units >= texts * MOST)
  );
}

/** The columns of a layout. */
export function columnsOf(
  { left }: Extent,
  top: { readonly left: number },
  paths: readonly HeadPath[],
  { kinds }: ColumnKinds,
  hidden: SheetSnapshot["hidden"],
): LayoutColumn[] {
  const unseen = new Set(hidden?.cols ?? []);
  return paths.map(({ words, full, unit, numbered }, place): LayoutColumn => {
    const col = top.left + left + place;
    const kind = kinds[place] ?? "blank";
    return {
      col,
      kind,
      path: words,
      number: numbered?.own ?? null,
      unit,
      year: yearOf(full),
      months: lastOf(full, monthsIn),
      total: words.some(saysTotal),
      ofWhich: words.some(saysOfWhich),
      hidden: unseen.has(col),
    };
  });
}

function lastOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts.toReversed()) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}
