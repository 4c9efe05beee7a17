import { kept } from "../../base";
import type { Direction, Lang } from "../../quantity";
import {
  type AmountGrid, type AssessmentCell, chosenRows, type Column, type DirectionWords, indexer, indicatorColumns, type IndicatorColumns,
  type IndicatorRow, type IndicatorTable, LazyCells, STATE, tableOf, type TargetCell, type TargetReading, type TypedCell,
} from "../../tables";
import { isGroupRowKey, type ColumnKey, type UnitColumn, type YearColumn } from "../../templates";
import { type CellReader, valueReader } from "../cells";
import { sheetGrid } from "../sheet-grid";
import type { AssessmentWords } from "./assessment-words";
import { indicatorColumn } from "./column-data";
import { directionFrom, directionOf, isOfAll } from "./directions";
import type { TableOutline } from "./outline";
import { baseOf, keyTaker, textColumn, unitColumns, yearColumns } from "./parts";
import { assessmentCell, assessmentColumns } from "./results";
import { targetReader } from "./target-readings";
import { unitOfName } from "./unit-of-name";

/** The language of a table by the heads of its columns, in lower case. */
export type HeadWords = ReadonlyMap<string, Lang>;

/** What is known of the words of an indicator table. */
interface IndicatorWords {
  readonly directions: DirectionWords;
  readonly heads: HeadWords;
  readonly assessments: AssessmentWords;
}

/** Headings of groups, and rows in which nothing was typed, are passed over. */
export function readIndicators(outline: TableOutline, sheetCells: CellReader, words: IndicatorWords): IndicatorTable {
  const cells = valueReader(sheetCells);
  const base = baseOf(outline, cells);
  const columns = readColumns(outline, cells, words);
  const year = base.units.size === 0 ? null : (yearColumns(outline.columns, "actual").at(-1)?.[0] ?? null);
  return tableOf({ ...base, kind: "indicators", year }, columns, rowMaker(outline, cells, columns, words.assessments));
}

function readColumns(outline: TableOutline, cells: CellReader, words: IndicatorWords): IndicatorColumns {
  const { body } = outline;
  const lang = languageOf(outline, cells, words.heads);
  const text = (key: ColumnKey): ((row: number) => string) => textColumn(outline, cells, key);
  const [keyAt, numberAt, labelAt, unitAt, directionAt] = [text("key"), text("number"), text("label"), text("unit"), text("direction")];
  const targetColumns = yearColumns(outline.columns, "target");
  const all = sheetGrid(numberColumns(outline), cells, body.from, body.to - body.from + 1);
  const [places, sheetRows, numbers, labels, directions, declared, unitOf]: [
    number[], number[], string[], string[], (Direction | null)[], (Direction | null)[], number[],
  ] = [[], [], [], [], [], [], []];
  const targets = targetColumns.map(([year, col]): { year: number; col: number; readings: TargetReading[] } => ({
    year,
    col,
    readings: [],
  }));
  const baselineAt = baselines(all);
  // the same few words stand in all rows
  const directionSaid = kept((said: string) => directionOf(words.directions, said));
  const indexOf = indexer<string | null>();
  const readShare = targetReader(cells, "%", lang);
  const readers: ReturnType<typeof targetReader>[] = [];
  for (let row = body.from; row <= body.to; row++) {
    if (isGroupRowKey(keyAt(row))) continue;
    const label = labelAt(row);
    if (label === "" && isEmpty(all, row - body.from) && targetColumns.every(([, col]) => cells.number(row, col).state === "blank"))
      continue;
    const unit = unitAt(row) || null;
    const index = indexOf(unit);
    const said = directionSaid(directionAt(row));
    let last: TargetReading | null = null;
    const read = (readers[index] ??= targetReader(cells, unit, lang));
    for (const { col, readings } of targets) {
      const found = read(row, col);
      // numbers are in no unit but the one that stands there: the sheet's own formula judges them so
      const reading = withDirection(
        found.state === "words" && unit === null && unitOfName(label) !== null ? readShare(row, col) : found,
        said,
      );
      readings.push(reading);
      if (reading.state === "target") last = reading;
    }
    places.push(row - body.from);
    sheetRows.push(row);
    numbers.push(numberAt(row));
    labels.push(label);
    unitOf.push(index);
    declared.push(said);
    directions.push(directionFrom(said, unit, baselineAt(row - body.from), last));
  }
  return indicatorColumns(
    { sheetRows, numbers, labels, directions, declared, units: indexOf.all, unitOf, targets },
    chosenRows(all, places),
  );
}

/** All of a thing that should become less is doubtful: then the words are nothing but words. */
function withDirection(reading: TargetReading, declared: Direction | null): TargetReading {
  return declared === "down" && reading.state === "target" && isOfAll(reading) ? { text: reading.text, state: "words" } : reading;
}

/** Heads of columns, over the row of their numbers. */
const HEAD_ROWS = 2;

/**
 * In which notation the numbers of a table's phrases are written: "1.234" is 1234 in a Vietnamese table. Vietnamese where no head is known.
 */
function languageOf({ head, body, columns }: TableOutline, cells: CellReader, words: HeadWords): Lang {
  const top = head?.row ?? body.from - HEAD_ROWS - 1;
  const rows = Array.from({ length: head?.rows ?? HEAD_ROWS }, (_, down) => top + down);
  for (const row of rows) {
    for (const col of columns.values()) {
      const lang = words.get(cells.text(row, col).toLowerCase());
      if (lang) return lang;
    }
  }
  return "vi";
}

function numberColumns({ columns }: TableOutline): (readonly [Column, number])[] {
  const found: (readonly [Column, number])[] = [];
  for (const [key, col] of columns) {
    const column = indicatorColumn(key);
    if (column) found.push([column, col]);
  }
  return found;
}

function isEmpty({ states }: AmountGrid, row: number): boolean {
  return states.every((column) => ((column[row] ?? 0) & STATE.mask) === STATE.blank);
}

/** The baseline in a row, null where there is none. */
function baselines({ columns, values, states }: AmountGrid): (row: number) => number | null {
  const column = columns.findIndex(({ role }) => role === "baseline");
  const [numbers, kinds] = [values[column], states[column]];
  return (row) => (((kinds?.[row] ?? 0) & STATE.mask) === STATE.number ? (numbers?.[row] ?? null) : null);
}

const NONE: ReadonlyMap<number, TypedCell> = new Map();

/** Makes the row at a place, once. */
function rowMaker(
  outline: TableOutline, cells: CellReader, columns: IndicatorColumns, words: AssessmentWords,
): (index: number) => IndicatorRow {
  const made: IndicatorRow[] = [];
  let make: ((index: number) => IndicatorRow) | null = null;
  return (index) => (made[index] ??= (make ??= newRows(outline, cells, columns, words))(index));
}

function newRows(
  outline: TableOutline, cells: CellReader, columns: IndicatorColumns, words: AssessmentWords,
): (index: number) => IndicatorRow {
  const { sheet } = outline;
  const keyAt = textColumn(outline, cells, "key");
  // a key hangs on all rows before it, and only a row that something is said of needs one
  let keys: readonly string[] | null = null;
  const allKeys = (): readonly string[] => {
    const keyOf = keyTaker();
    return columns.sheetRows.map((row, index) => keyOf(keyAt(row) || `row:${columns.labels[index] ?? ""}`));
  };
  const [baseline, directionCol] = [outline.columns.get("baseline"), outline.columns.get("direction")];
  const maker = (found: readonly (readonly [number, number])[]): ((row: number) => ReadonlyMap<number, TypedCell>) => {
    const make = (row: number): ReadonlyMap<number, TypedCell> => new Map(found.map(([place, col]) => [place, cells.number(row, col)]));
    return (row) => (found.length === 0 ? NONE : new LazyCells(make, row));
  };
  const ofYears = (column: YearColumn) => maker(yearColumns(outline.columns, column));
  const ofUnits = (column: UnitColumn) => maker(unitColumns(outline.columns, column));
  const [actuals, numerators, denominators] = [ofYears("actual"), ofYears("num"), ofYears("den")];
  const [unitActuals, unitNumerators, unitDenominators] = [ofUnits("u"), ofUnits("un"), ofUnits("ud")];
  const targetColumns = yearColumns(outline.columns, "target");
  const targets = (index: number): ReadonlyMap<number, TargetCell> =>
    new Map(
      targetColumns.flatMap(([year, col], place): [number, TargetCell][] => {
        const reading = columns.targets[place]?.readings[index];
        return reading ? [[year, { at: { sheet, row: columns.sheetRows[index] ?? 0, col }, ...reading }]] : [];
      }),
    );
  const statuses = assessmentColumns(outline).map(([year, col]) => ({
    year,
    col,
    place: targetColumns.findIndex(([own]) => own === year),
  }));
  const assessments = (index: number): ReadonlyMap<number, AssessmentCell> =>
    new Map(
      statuses.flatMap(({ year, col, place }): [number, AssessmentCell][] =>
        columns.targets[place]?.readings[index]?.state === "words"
          ? [[year, assessmentCell(cells, { sheet, row: columns.sheetRows[index] ?? 0, col }, words)]]
          : [],
      ),
    );
  return (index) => {
    const row = columns.sheetRows[index] ?? 0;
    return {
      row,
      number: columns.numbers[index] ?? "",
      label: columns.labels[index] ?? "",
      get key() {
        return (keys ??= allKeys())[index] ?? "";
      },
      code: keyAt(row) || null,
      unit: columns.units[columns.unitOf[index] ?? 0] ?? null,
      direction: columns.directions[index] ?? null,
      declared: { direction: columns.declared[index] ?? null, at: directionCol === undefined ? null : { sheet, row, col: directionCol } },
      baseline: baseline === undefined ? null : cells.number(row, baseline),
      targets: new LazyCells(targets, index),
      actuals: actuals(row),
      assessments: new LazyCells(assessments, index),
      numerators: numerators(row),
      denominators: denominators(row),
      unitActuals: unitActuals(row),
      unitNumerators: unitNumerators(row),
      unitDenominators: unitDenominators(row),
    };
  };
}
