import {
  isSameTable, isUnchanged, type Cause, type CellChange, type Differences, type FormColumn, type Renamed, type TableDifferences,
  type TotalChange, type VersionCell,
} from "../forms";
import type { Words } from "../i18n";
import { decimalsOf } from "../quantity";
import { formatWithDecimals, isCellError, sheetAreaToA1, sheetName, toA1, type Area, type CellRef, type SheetSpec } from "../sheet";
import type { OtherLine, OtherTable } from "../tables";
import { COLOURS, FONT, MARGINS, SIZE, heightFor, versionsName } from "../templates";
import { Rows } from "./rows";

/** What is told of one change, in words; `null` is nothing to say. */
export interface VersionRow {
  readonly line: string;
  readonly column: string;
  readonly old: string | null;
  readonly now: string | null;
  readonly gap: number | null;
  /** Where it stands: in the new version, in the old one where it is gone. */
  readonly cell: CellRef;
  /** Where it stands in each version; null where it does not. */
  readonly at: InVersions;
  readonly what: string;
}

/** A cell in two versions. */
export interface InVersions {
  readonly old: CellRef | null;
  readonly now: CellRef | null;
}

/** What a change is of: its line and column. */
export function changeName({ line, column }: VersionRow): string {
  return [line, column].filter((text) => text !== "").join(" · ");
}

/** "39.705 → 39.750 (+45)"; "" where nothing is said of what it was. */
export function changeText({ old, now, gap }: VersionRow, { versions }: Words): string {
  if (old === null || now === null) return "";
  return `${old} → ${now}${gap === null ? "" : ` (${versions.gap(gap)})`}`;
}

/** What is told of a table that only one of the versions has, and where it begins there. */
export interface LoneTable {
  readonly sentence: string;
  readonly at: InVersions;
}

/** What is told of a table that both versions have. */
export interface TableRows {
  readonly title: string;
  /** What holds for all of it: its years, units, lines that moved. */
  readonly remarks: readonly string[];
  readonly rows: readonly VersionRow[];
}

/** So many causes of a total's change are named. */
const MOST_CAUSES = 5;
/** More cells than this of which nothing but the formula changed are told together, by the first of them. */
const [FEW_CELLS, MOST_CELLS] = [3, 8];

/** What changed in each table, in words: lines and columns first, then cells from top to bottom, each total with its reasons. */
export function tableRows(differences: Differences, words: Words): TableRows[] {
  return differences.tables.map((table) => ({
    title: titleOf(table, words),
    remarks: remarksOf(table, words),
    rows: [...namesRows(table, words), ...changeRows(table, words)],
  }));
}

function titleOf({ a, b }: TableDifferences, { versions }: Words): string {
  return versions.table(nameOf(b), sheetAreaToA1(a), sheetAreaToA1(b));
}

function nameOf({ title, sheet }: OtherTable): string {
  return title?.text ?? sheet;
}

/** Tables that only one of the versions has. */
export function loneTables({ came, went }: Differences, { versions }: Words): LoneTable[] {
  const first = ({ sheet, area: { row, col } }: OtherTable): CellRef => ({ sheet, row, col });
  return [
    ...came.map((table) => ({
      sentence: versions.cameTable(nameOf(table), sheetAreaToA1(table)), at: { old: null, now: first(table) },
    })),
    ...went.map((table) => ({
      sentence: versions.wentTable(nameOf(table), sheetAreaToA1(table)), at: { old: first(table), now: null },
    })),
  ];
}

/** Tables that only one of the versions has, a sentence for each. */
export function tableSentences(differences: Differences, words: Words): string[] {
  return loneTables(differences, words).map(({ sentence }) => sentence);
}

function remarksOf(table: TableDifferences, { versions }: Words): string[] {
  const { years, units, moved, changes } = table;
  const silent = (kind: "typed-over" | "made-formula", say: (count: number, cells: readonly string[]) => string): string[] => {
    const cells = silentOf(changes, kind).map(({ new: { at } }) => toA1(at));
    return cells.length > 0 ? [say(cells.length, cells.slice(0, MOST_CELLS))] : [];
  };
  return [
    ...(isSameTable(table) ? [versions.sameTable] : []),
    ...(years === 0 ? [] : [versions.years(years)]),
    ...(units ? [versions.units(units.old, units.new, units.factor, units.stated)] : []),
    ...(moved.length > 0 ? [versions.moved(moved.length)] : []),
    ...silent("typed-over", versions.frozen),
    ...silent("made-formula", versions.thawed),
  ];
}

/** Formulas that became numbers, or the other way, and show what they did: of so many of them each is no row of its own. */
function silentOf(changes: readonly CellChange[], kind: CellChange["kind"]): readonly CellChange[] {
  const silent = changes.filter((change) => change.kind === kind && change.gap === null);
  return silent.length > FEW_CELLS ? silent : [];
}

function namesRows({ a, b, came, went, renamed }: TableDifferences, { versions }: Words): VersionRow[] {
  const line = (table: OtherTable, isOld: boolean, what: string) => ({ row, label, number }: OtherLine): VersionRow => ({
    line: label || number, column: "", old: null, now: null, gap: null, what,
    ...alone({ sheet: table.sheet, row, col: table.labelColumn ?? table.area.col }, isOld),
  });
  const column = (table: OtherTable, isOld: boolean, what: string) => ({ col, head }: FormColumn): VersionRow => ({
    line: "", column: head, old: null, now: null, gap: null, what,
    ...alone({ sheet: table.sheet, row: table.headRows.at(-1) ?? table.area.row, col }, isOld),
  });
  const name = (kind: "line" | "column") => ({ old, new: now, near }: Renamed): VersionRow => ({
    line: kind === "line" ? now.text : "", column: kind === "column" ? now.text : "",
    old: old.text, now: now.text, gap: null, cell: now.at, at: { old: old.at, now: now.at }, what: versions.renamed(near),
  });
  return [
    ...came.columns.map(column(b, false, versions.cameColumn)),
    ...went.columns.map(column(a, true, versions.wentColumn)),
    ...renamed.columns.map(name("column")),
    ...came.lines.map(line(b, false, versions.cameLine)),
    ...went.lines.map(line(a, true, versions.wentLine)),
    ...renamed.lines.map(name("line")),
  ];
}

/** Where what only one version has stands. */
function alone(cell: CellRef, isOld: boolean): Pick<VersionRow, "cell" | "at"> {
  return { cell, at: isOld ? { old: cell, now: null } : { old: null, now: cell } };
}

function changeRows({ changes, totals, slips }: TableDifferences, words: Words): VersionRow[] {
  const { versions } = words;
  const slipAt = new Map(slips.map((slip) => [toA1(slip.cell.at), slip]));
  const reasons = new Map(totals.map((total) => [total.change, total]));
  const silent = new Set([...silentOf(changes, "typed-over"), ...silentOf(changes, "made-formula")]);
  return changes.filter((change) => !silent.has(change)).map((change): VersionRow => {
    const { kind, line, column, old, new: now, gap } = change;
    const total = reasons.get(change);
    const because = total ? reasonOf(total, words) : "";
    const slip = slipAt.get(toA1(now.at));
    const slipped = slip ? versions.slip(slip.to, slip.off?.factor ?? null) : "";
    const isFormula = kind === "formula" || kind === "typed-over" || kind === "made-formula";
    const shown = (cell: VersionCell): string =>
      versions.shown(isFormula && cell.formula !== null ? { formula: cell.formula } : plain(cell));
    return {
      line: line.label || line.number, column: column.head, old: shown(old), now: shown(now), gap, cell: now.at,
      at: { old: old.at, now: now.at },
      what: [versions.kinds[kind], because, slipped].filter((text) => text !== "").join(". "),
    };
  });
}

/** Why a total changed: its largest causes, and how many more there are. */
function reasonOf({ change, causes, rest }: TotalChange, { versions }: Words): string {
  const told = causes.slice(0, MOST_CAUSES).map((cause) => shownCause(cause, change));
  return versions.because(told, causes.length - told.length, rest);
}

function plain({ value }: VersionCell): string | number | boolean | null {
  return value !== null && isCellError(value) ? value.error : value;
}

/** A cause by its line; of another column by that too. */
function shownCause({ line, column, gap, state }: Cause, change: CellChange): { name: string; gap: number; state: Cause["state"] } {
  const own = line.label || line.number;
  const isSameColumn = column.col === change.column.col || state === "went";
  return { name: line === change.line ? column.head : isSameColumn ? own : `${own} (${column.head})`, gap, state };
}

const HEAD = { bold: true, align: "center", valign: "center", wrap: true, border: true, fill: COLOURS.head, numberFormat: "@" } as const;
const BODY = { border: true, valign: "top", wrap: true } as const;
/** Of finer gaps so many decimals are shown. */
const MOST_DECIMALS = 6;
const WIDTHS = [6, 36, 26, 22, 22, 16, 18, 44] as const;

/** What two versions are called, and the day as it is written. */
export interface Between {
  readonly old: string;
  readonly now: string;
  readonly date: string;
}

/** The sheet of what changed; `taken` are names of sheets that are there already, `number` the one of its defined name, from 1. */
export function versionsSheet(
  differences: Differences, between: Between, taken: readonly string[], words: Words, number = 1,
): SheetSpec {
  const { versions } = words;
  const rows = new Rows(WIDTHS.length);
  rows.line(versions.title, { bold: true, size: SIZE.title, align: "center" }, 24);
  rows.line(versions.between(between.old, between.now, between.date), { italic: true, size: SIZE.text, align: "center" });
  rows.line(versions.note, { italic: true, wrap: true }, heightOf(versions.note));
  rows.blank();
  const { number: first, line, column, old, now, gap, cell, what } = versions.heads;
  const head = rows.add([first, line, column, old, now, gap, cell, what], HEAD, 34);
  if (isUnchanged(differences)) rows.line(versions.same, { italic: true });
  for (const sentence of tableSentences(differences, words)) rows.line(sentence, { bold: true, wrap: true });
  const tables = tableRows(differences, words);
  for (const table of tables) {
    rows.line(table.title, { bold: true, wrap: true, fill: COLOURS.group });
    for (const remark of table.remarks) rows.line(remark, { italic: true, wrap: true }, heightOf(remark));
    for (const [index, one] of table.rows.entries()) addRow(rows, index + 1, one);
  }
  const all: Area = { row: 0, col: 0, rows: rows.next, cols: WIDTHS.length };
  const texts: Area = { row: head + 1, col: 1, rows: Math.max(1, rows.next - head - 1), cols: 4 };
  return {
    name: sheetName(versions.sheet, taken),
    cells: rows.cells,
    columns: WIDTHS.map((width) => ({ width })),
    rowHeights: rows.heights,
    styles: [
      { area: all, style: { font: FONT, size: SIZE.table } },
      ...rows.styles,
      { area: texts, style: { numberFormat: "@" } },
      { area: { ...texts, col: 5, cols: 1 }, style: { numberFormat: gapFormat(tables) } },
      { area: { ...texts, col: 6, cols: 2 }, style: { numberFormat: "@" } },
    ],
    merges: rows.merges,
    names: [{ name: versionsName(number), area: all }],
    freeze: { rows: head + 1, cols: 0 },
    validations: [],
    conditionalFormats: [],
    print: { orientation: "landscape", pagesWide: 1, titleRows: { from: head, to: head }, margins: MARGINS },
    charts: [],
  };
}

/** Gaps with their sign, all with as many decimals as the finest of them: what a format leaves open shows a bare decimal sign. */
function gapFormat(tables: readonly TableRows[]): string {
  const gaps = tables.flatMap(({ rows }) => rows.flatMap(({ gap }) => gap ?? []));
  const decimals = Math.min(MOST_DECIMALS, gaps.reduce((most, gap) => Math.max(most, decimalsOf(gap)), 0));
  const shown = formatWithDecimals(decimals);
  return `+${shown};-${shown};0`;
}

/** Of a sentence across all columns. */
function heightOf(text: string): number {
  return heightFor([{ text, width: WIDTHS.reduce((all, width) => all + width, 0) }], SIZE.table);
}

function addRow(rows: Rows, number: number, { line, column, old, now, gap, cell, what }: VersionRow): void {
  // without the quotes of a formula: it is for reading
  const place = `${cell.sheet}!${toA1(cell)}`;
  const texts = [line, column, old ?? "", now ?? "", place, what];
  const widths = [WIDTHS[1], WIDTHS[2], WIDTHS[3], WIDTHS[4], WIDTHS[6], WIDTHS[7]];
  rows.add(
    [number, line, column, old, now, gap, place, what], BODY,
    heightFor(texts.map((text, at) => ({ text, width: widths[at] ?? 20 })), SIZE.table),
  );
}
