import { allSteps, dueAfter } from "../base";
import { cleanText } from "../quantity";
import { isCellError, type CellRef, type CellValue } from "../sheet";
import { isNumber, type OtherLine, type OtherTable } from "../tables";
import type { CellChange, ChangeKind, VersionCell } from "./change";
import { explained, type TotalChange } from "./explain";
import { sameFormula, type PlaceMap } from "./formula-meaning";
import type { FormColumn } from "./match-columns";
import { matchTables } from "./match-tables";
import { cellAt, less, matchingVersions, numberIn, type MatchedTables } from "./matched";
import { movedIn } from "./moved";
import type { Pair } from "./pairing";
import { placeMap } from "./place-map";
import { scalesOf, type Scales, type UnitChange } from "./scales";
import { wordingKey } from "./wording";
import { slipsAgainst, yearOf, type YearSlip } from "./year-slips";

/** A line or column that both versions have, called otherwise. */
export interface Renamed {
  readonly old: { readonly at: CellRef; readonly text: string };
  readonly new: { readonly at: CellRef; readonly text: string };
  /** That they are one is told by other words than their own, or nearly the same ones. */
  readonly near: boolean;
}

export interface TableDifferences {
  readonly a: OtherTable;
  readonly b: OtherTable;
  /** What both have: lines by their places, columns by their columns of the sheet. */
  readonly pairs: { readonly lines: readonly Pair[]; readonly columns: readonly Pair[] };
  readonly came: { readonly lines: readonly OtherLine[]; readonly columns: readonly FormColumn[] };
  readonly went: { readonly lines: readonly OtherLine[]; readonly columns: readonly FormColumn[] };
  readonly renamed: { readonly lines: readonly Renamed[]; readonly columns: readonly Renamed[] };
  /** Lines, as they stand now, that stand elsewhere among the others. */
  readonly moved: readonly OtherLine[];
  /** The new version is later by so many years throughout; 0 where they speak of the same. */
  readonly years: number;
  /** Null where the unit of money is the same. */
  readonly units: UnitChange | null;
  /** From top to bottom, from left to right. */
  readonly changes: readonly CellChange[];
  readonly totals: readonly TotalChange[];
  /** Figures that look mistyped beside last year's; none where the versions are not of two years, one after the other. */
  readonly slips: readonly YearSlip[];
}

export interface Differences {
  /** Those that both versions have, in the order of the old one. */
  readonly tables: readonly TableDifferences[];
  readonly came: readonly OtherTable[];
  readonly went: readonly OtherTable[];
}

/**
 * What changed from one version of a workbook's tables to another: tables, lines and columns are found by what they say, never by their
 * address. Blanks, capitals, line breaks and the place of tone marks are no change; nor is rounding where the unit of money changed.
 */
export function differencesOf(a: readonly OtherTable[], b: readonly OtherTable[]): Differences {
  return allSteps(comparing(a, b));
}

/** `differencesOf` in steps, between which others may run. */
export function* comparing(a: readonly OtherTable[], b: readonly OtherTable[]): Generator<void, Differences> {
  const { pairs, onlyA, onlyB } = matchTables(a, b);
  yield;
  const matched: MatchedTables[] = [];
  for (const pair of pairs) matched.push(yield* matchingVersions(pair));
  const maps = matched.map(placeMap);
  const tables: TableDifferences[] = [];
  for (const one of matched) tables.push(yield* differencesIn(one, maps));
  return { tables, came: onlyB, went: onlyA };
}

/** Whether nothing differs that anybody would want to know. */
export function isUnchanged({ tables, came, went }: Differences): boolean {
  return came.length + went.length === 0 && tables.every(isSameTable);
}

export function isSameTable({ came, went, renamed, moved, changes, units, years }: TableDifferences): boolean {
  const lists = [came.lines, came.columns, went.lines, went.columns, renamed.lines, renamed.columns, moved, changes];
  return units === null && years === 0 && lists.every(({ length }) => length === 0);
}

function* differencesIn(matched: MatchedTables, maps: readonly PlaceMap[]): Generator<void, TableDifferences> {
  const { a, b, lines, columns, columnsA, columnsB } = matched;
  yield;
  const scales = scalesOf(matched);
  yield;
  const changes = yield* changesIn(matched, scales, maps);
  const totals = explained(matched, changes, scales);
  yield;
  const chosen = <T>(list: readonly T[], places: readonly number[]): T[] => places.flatMap((place) => list[place] ?? []);
  return {
    a, b,
    pairs: {
      lines: lines.pairs,
      columns: columns.pairs.map(({ a: i, b: j, how }) => ({ a: columnsA[i]?.col ?? -1, b: columnsB[j]?.col ?? -1, how })),
    },
    came: { lines: chosen(b.rows, lines.onlyB), columns: chosen(columnsB, columns.onlyB) },
    went: { lines: chosen(a.rows, lines.onlyA), columns: chosen(columnsA, columns.onlyA) },
    renamed: { lines: renamedLines(matched), columns: renamedColumns(matched) },
    moved: chosen(b.rows, movedIn(lines.pairs)),
    years: columns.shift,
    units: scales.units,
    changes,
    totals,
    slips: areYearByYear(matched) && !scales.units ? slipsAgainst(matched) : [],
  };
}

function areYearByYear({ a, b }: MatchedTables): boolean {
  const [last, year] = [yearOf(a), yearOf(b)];
  return last !== null && year === last + 1;
}

function renamedLines({ a, b, lines }: MatchedTables): Renamed[] {
  const told = (table: OtherTable, { row, label }: OtherLine) => ({
    at: { sheet: table.sheet, row, col: table.labelColumn ?? table.area.col }, text: cleanText(label),
  });
  return lines.pairs.flatMap(({ a: i, b: j, how }): Renamed[] => {
    const [old, now] = [a.rows[i], b.rows[j]];
    if (!old || !now || wordingKey(old.label) === wordingKey(now.label)) return [];
    return [{ old: told(a, old), new: told(b, now), near: how === "near" }];
  });
}

function renamedColumns({ a, b, columns, columnsA, columnsB }: MatchedTables): Renamed[] {
  const told = (table: OtherTable, { col, head }: FormColumn) => ({
    at: { sheet: table.sheet, row: table.headRows.at(-1) ?? table.area.row, col }, text: cleanText(head),
  });
  const withoutYears = (text: string): string => wordingKey(columns.shift === 0 ? text : text.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, ""));
  return columns.pairs.flatMap(({ a: i, b: j, how }): Renamed[] => {
    const [old, now] = [columnsA[i], columnsB[j]];
    if (!old || !now || withoutYears(old.head) === withoutYears(now.head)) return [];
    return [{ old: told(a, old), new: told(b, now), near: how === "near" }];
  });
}

/** So many cells are compared before others may run. */
const STEP = 5_000;

function* changesIn(matched: MatchedTables, scales: Scales, maps: readonly PlaceMap[]): Generator<void, CellChange[]> {
  const { a, b, lines, columns, columnsA, columnsB } = matched;
  const byRow = [...lines.pairs].sort((x, y) => x.b - y.b);
  const byColumn = [...columns.pairs].sort((x, y) => x.b - y.b);
  const isDue = dueAfter(STEP);
  const found: CellChange[] = [];
  for (const { a: i, b: j } of byRow) {
    const changes = byColumn.flatMap(({ a: from, b: to }): CellChange[] => {
      const [line, oldLine, column, oldColumn] = [b.rows[j], a.rows[i], columnsB[to], columnsA[from]];
      if (!line || !oldLine || !column || !oldColumn) return [];
      const side = (table: OtherTable, place: number, row: number, of: FormColumn): VersionCell => ({
        at: { sheet: table.sheet, row, col: of.col },
        value: readValue(table, place, row, of),
        formula: table.formula(row, of.col),
      });
      const [old, now] = [side(a, i, oldLine.row, oldColumn), side(b, j, line.row, column)];
      const [before, after] = [numberIn(a, i, oldColumn), numberIn(b, j, column)];
      const isSame =
        before !== null && after !== null
          ? scales.same(before, after, column)
          : before === null && after === null && textOf(old.value) === textOf(now.value);
      const kind = kindOf(old, now, { before, after, isSame, maps });
      const gap = before === null || after === null || isSame ? null : less(after, scales.scaled(before, column));
      return kind === null ? [] : [{ kind, line, column, old, new: now, gap }];
    });
    found.push(...changes);
    if (isDue(byColumn.length)) yield;
  }
  return found;
}

/** What a cell holds; text that stands for a number, as all do in a .csv, as that number. */
function readValue(table: OtherTable, line: number, row: number, column: FormColumn): CellValue {
  const value = table.value(row, column.col);
  const cell = typeof value === "string" ? cellAt(table, line, column) : undefined;
  return isNumber(cell) && !cell.none ? cell.value : value;
}

interface Compared {
  readonly before: number | null;
  readonly after: number | null;
  readonly isSame: boolean;
  readonly maps: readonly PlaceMap[];
}

function kindOf(old: VersionCell, now: VersionCell, { before, after, isSame, maps }: Compared): ChangeKind | null {
  if (old.formula !== null && now.formula !== null) {
    if (!sameFormula(old.formula, old.at, now.formula, now.at, maps)) return "formula";
    return isSame ? null : isError(old) || isError(now) ? "error" : "computed";
  }
  if (now.formula !== null && isFilled(old)) return "made-formula";
  if (old.formula !== null && isFilled(now)) return "typed-over";
  if (isSame) return null;
  if (isError(old) || isError(now)) return "error";
  if (!isFilled(old)) return "filled";
  if (!isFilled(now)) return "cleared";
  return before !== null && after !== null ? "value" : "words";
}

function isError({ value }: VersionCell): boolean {
  return value !== null && isCellError(value);
}

function isFilled({ value, formula }: VersionCell): boolean {
  return formula !== null || (value !== null && value !== "");
}

/** What a cell says, whatever its capitals, blanks and punctuation; a text without words as it stands. */
function textOf(value: CellValue): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return wordingKey(String(value)) || cleanText(String(value));
}
