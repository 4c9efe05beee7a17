import type { Differences, TableDifferences } from "../forms";
import type { Words } from "../i18n";
import { cleanText, decimalsOf, sumExact } from "../quantity";
import { columnLetters, formatWithDecimals, plainSum, sheetName, toA1, type CellInput, type SheetSpec, type StyledArea } from "../sheet";
import { cellIn, isNumber, type OtherColumn, type OtherLine } from "../tables";
import { COLOURS, FONT, MARGINS, SIZE, heightFor } from "../templates";
import { Rows } from "./rows";

/** Why two versions are no adjustment: no figure of theirs differs, or they are of other years. */
export type NoAdjustment = "nothing" | "other-years";

/** A line of the form that adjusts: as it stands now, or where it is gone as it stood. */
interface Line {
  readonly line: OtherLine;
  readonly state: "both" | "came" | "went";
  /** Of each column before and after, in the unit of the new version. */
  readonly amounts: readonly (readonly [before: number, after: number])[];
  /** Its parts among the lines, where they add up to it in every column before and after; none where they do not. */
  parts: readonly number[];
}

/** Null where the versions can be an adjustment. */
export function noAdjustment({ tables }: Differences): NoAdjustment | null {
  const changed = tables.filter((table) => columnsOf(table).length > 0);
  if (changed.length === 0) return "nothing";
  return changed.every(({ years }) => years !== 0) ? "other-years" : null;
}

/**
 * The form that adjusts a budget, a sheet for each table whose figures changed: of each line what it was, what comes on top, what goes
 * and what it is after that, which is a formula. Totals add up their lines, increases and decreases apart. `taken` are names of sheets.
 */
export function adjustmentSheets(differences: Differences, taken: readonly string[], words: Words): SheetSpec[] {
  const names = [...taken];
  return differences.tables.flatMap((table): SheetSpec[] => {
    const columns = columnsOf(table);
    if (columns.length === 0 || table.years !== 0) return [];
    const spec = sheetOf(table, columns, sheetName(words.versions.adjustment.sheet, names), words);
    names.push(spec.name);
    return [spec];
  });
}

/** The columns of amounts that both versions have and in which a figure differs. */
function columnsOf({ b, changes, came, went, pairs }: TableDifferences): OtherColumn[] {
  const shared = new Set(pairs.columns.map(({ b: col }) => col));
  const isMoved = (column: OtherColumn): boolean =>
    changes.some(({ gap, kind, new: now }) => now.at.col === column.col && (gap !== null || kind === "filled" || kind === "cleared")) ||
    [...came.lines].some((line) => (numberOf(line, column) ?? 0) !== 0) ||
    went.lines.length > 0;
  return b.columns.filter((column) => column.role === "figure" && column.use === "amount" && shared.has(column.col) && isMoved(column));
}

function numberOf(line: OtherLine | undefined, column: OtherColumn | undefined): number | null {
  const cell = line && cellIn(line, column);
  return isNumber(cell) ? cell.value : null;
}

function linesOf(table: TableDifferences, columns: readonly OtherColumn[]): Line[] {
  const { a, b, pairs, changes, units } = table;
  const factor = units?.factor ?? 1;
  const scaled = (value: number): number => (factor >= 1 ? value * factor : value / Math.round(1 / factor));
  const oldColumn = new Map(pairs.columns.map((pair) => [pair.b, a.columns.find(({ col }) => col === pair.a)]));
  const oldLine = new Map(pairs.lines.map((pair) => [pair.b, pair.a]));
  const gaps = new Map(changes.flatMap(({ gap, new: { at } }) => (gap === null ? [] : [[`${at.row},${at.col}`, gap] as const])));
  const before = (line: OtherLine, old: OtherLine | undefined, column: OtherColumn): number => {
    const [was, now] = [numberOf(old, oldColumn.get(column.col)), numberOf(line, column)];
    if (was === null) return 0;
    const gap = gaps.get(`${line.row},${column.col}`);
    // what was rounded anew in another unit is no change
    return now === null ? scaled(was) : sumExact([now, -(gap ?? 0)]);
  };
  const found: Line[] = b.rows.map((line, index): Line => {
    const old = oldLine.get(index);
    const amounts = columns.map(
      (column) => [before(line, old === undefined ? undefined : a.rows[old], column), numberOf(line, column) ?? 0] as const,
    );
    return { line, state: old === undefined ? "came" : "both", amounts, parts: [] };
  });
  const newLine = new Map(pairs.lines.map((pair) => [pair.a, pair.b]));
  // a line that is gone stands behind the one that stood before it
  a.rows.forEach((line, index) => {
    if (newLine.has(index)) return;
    const amounts = columns.map((column) => [scaled(numberOf(line, oldColumn.get(column.col)) ?? 0), 0] as const);
    const above = a.rows.slice(0, index).findLastIndex((_, at) => newLine.has(at) || found.some((one) => one.line === a.rows[at]));
    const place = above === -1 ? 0 : found.findIndex((one) => one.line === (b.rows[newLine.get(above) ?? -1] ?? a.rows[above])) + 1;
    found.splice(place, 0, { line, state: "went", amounts, parts: [] });
  });
  withParts(table, found);
  return found;
}

/** Gives each total its parts, of both versions, where they surely add up to it. */
function withParts({ a, b, pairs }: TableDifferences, lines: readonly Line[]): void {
  const places = new Map(lines.map(({ line }, place) => [line, place]));
  const oldLine = new Map(pairs.lines.map((pair) => [b.rows[pair.b], a.rows[pair.a]]));
  const newLine = new Map(pairs.lines.map((pair) => [a.rows[pair.a], b.rows[pair.b]]));
  const partsIn = (table: typeof a, line: OtherLine | undefined): (OtherLine | undefined)[] => {
    const sums = table.relations.filter(({ axis, op, total }) => axis === "column" && op === "sum" && total.at.row === line?.row);
    const rows = new Set(sums[0]?.all.map(({ row }) => row));
    return table.rows.filter(({ row }) => rows.has(row));
  };
  for (const one of lines) {
    const [now, was] = [one.state === "went" ? undefined : one.line, one.state === "went" ? one.line : oldLine.get(one.line)];
    const parts = new Set([...partsIn(b, now), ...partsIn(a, was).map((part) => newLine.get(part) ?? part)]);
    const found = [...parts].flatMap((part) => (part ? (places.get(part) ?? []) : [])).sort((x, y) => x - y);
    const addsUp = one.amounts.every((amount, column) =>
      ([0, 1] as const).every(
        (side) => sumExact([amount[side], ...found.map((place) => -(lines[place]?.amounts[column]?.[side] ?? 0))]) === 0,
      ),
    );
    if (found.length > 0 && addsUp && !found.includes(places.get(one.line) ?? -1)) one.parts = found;
  }
}

const WIDTHS = { number: 6, label: 40, amount: 15, note: 18 } as const;
const HEAD = { bold: true, align: "center", valign: "center", wrap: true, border: true, fill: COLOURS.head, numberFormat: "@" } as const;

function sheetOf(table: TableDifferences, columns: readonly OtherColumn[], name: string, words: Words): SheetSpec {
  const { adjustment: own } = words.versions;
  const { b } = table;
  const lines = linesOf(table, columns);
  const width = 2 + columns.length * 4 + 1;
  const widths = [WIDTHS.number, WIDTHS.label, ...columns.flatMap(() => Array.from({ length: 4 }, () => WIDTHS.amount)), WIDTHS.note];
  const rows = new Rows(width);
  const title = own.title(cleanText(b.title?.text ?? b.sheet));
  const room = widths.reduce((all, one) => all + one, 0);
  rows.line(
    title,
    { bold: true, size: SIZE.title, align: "center", wrap: true },
    heightFor([{ text: title, width: room * 0.85 }], SIZE.title),
  );
  rows.line(b.unit === null ? "" : words.templates.unitCaption(b.unit), { italic: true, align: "right" });
  const upper = rows.add(
    [own.number, own.label, ...columns.flatMap(({ head }) => [cleanText(head), null, null, null]), own.note],
    HEAD,
    34,
  );
  rows.add([null, null, ...columns.flatMap(() => [own.before, own.increase, own.decrease, own.after]), null], HEAD, 34);
  rows.add(
    Array.from({ length: width }, (_, col) => ruleOf(col, width)),
    { ...HEAD, bold: false, italic: true },
  );
  const body = rows.next;
  lines.forEach(({ line, state, amounts, parts }, index) => {
    const row = body + index;
    const cells = columns.flatMap((_, at): CellInput[] => {
      const col = 2 + at * 4;
      const [before, after] = amounts[at] ?? [0, 0];
      const gap = sumExact([after, -before]);
      const sum = (of: number): CellInput => ({
        formula: plainSum(
          areasOf(
            parts.map((part) => body + part),
            of,
          ),
        ),
      });
      const typed: CellInput[] = parts.length > 0 ? [sum(col), sum(col + 1), sum(col + 2)] : [before, Math.max(gap, 0), Math.max(-gap, 0)];
      return [...typed, { formula: `=${toA1({ row, col })}+${toA1({ row, col: col + 1 })}-${toA1({ row, col: col + 2 })}` }];
    });
    const note = state === "both" ? null : state === "came" ? own.came : own.went;
    const height = heightFor([{ text: line.label, width: WIDTHS.label }], SIZE.table);
    rows.add(
      [line.number || null, line.label, ...cells, note],
      { border: true, valign: "center", wrap: true, ...(parts.length > 0 ? { bold: true } : {}) },
      height,
    );
  });
  const count = Math.max(1, lines.length);
  const figures = { row: body, col: 2, rows: count, cols: columns.length * 4 };
  const indents = lines.flatMap(({ line }, index): StyledArea[] =>
    line.depth > 0
      ? [{ area: { row: body + index, col: 1, rows: 1, cols: 1 }, style: { indent: Math.min(line.depth, 10), align: "left" } }]
      : [],
  );
  const decimals = Math.max(0, ...lines.flatMap(({ amounts }) => amounts.flat().map((value) => Math.min(6, decimalsOf(value)))));
  return {
    name,
    cells: rows.cells,
    columns: widths.map((one) => ({ width: one })),
    rowHeights: rows.heights,
    styles: [
      { area: { row: 0, col: 0, rows: rows.next, cols: width }, style: { font: FONT, size: SIZE.table } },
      ...rows.styles,
      { area: { row: body, col: 0, rows: count, cols: 2 }, style: { numberFormat: "@" } },
      { area: figures, style: { numberFormat: formatWithDecimals(decimals), wrap: false, align: "right" } },
      ...indents,
    ],
    merges: [
      ...rows.merges,
      ...[0, 1, width - 1].map((col) => ({ row: upper, col, rows: 2, cols: 1 })),
      ...columns.map((_, at) => ({ row: upper, col: 2 + at * 4, rows: 1, cols: 4 })),
    ],
    names: [],
    freeze: { rows: body, cols: 2 },
    validations: [],
    conditionalFormats: [],
    print: { orientation: "landscape", pagesWide: 1, titleRows: { from: upper, to: body - 1 }, margins: MARGINS },
    charts: [],
  };
}

/** "A", "B", 1, 2, 3, "4=1+2-3", 5 … */
function ruleOf(col: number, width: number): string | null {
  if (col < 2) return columnLetters(col);
  if (col === width - 1) return null;
  const number = col - 1;
  return (col - 2) % 4 === 3 ? `${number}=${number - 3}+${number - 2}-${number - 1}` : String(number);
}

/** "C9:C13,C15" of rows of a column. */
function areasOf(rows: readonly number[], col: number): string {
  const runs: [from: number, to: number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs
    .map(([from, to]) => (from === to ? toA1({ row: from, col }) : `${toA1({ row: from, col })}:${toA1({ row: to, col })}`))
    .join(",");
}
