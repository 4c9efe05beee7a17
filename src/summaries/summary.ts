import { findingSentence, place, type Words } from "../i18n";
import type { Finding } from "../findings";
import { sumExact, writeTarget } from "../quantity";
import type { BudgetTable, IndicatorTable, Table } from "../reading";
import { toA1, type Area, type CellInput, type ChartSpec, type SheetSpec } from "../sheet";
import { COLOURS, FONT, MARGINS, SIZE, SUMMARY_NAME, heightFor } from "../templates";
import { Rows } from "./rows";
import { count, standings, type Status } from "./status";

/** What a summary is made of; `date` as it is written in the language of `words`. */
export interface SummaryInput {
  readonly sheet: string;
  readonly tables: readonly Table[];
  readonly findings: readonly Finding[];
  readonly date: string;
}

const WIDTHS = [6, 46, 13, 13, 13, 18] as const;
const CHART_ROWS = 14;
const BORDER = { border: true, valign: "center", wrap: true } as const;
const HEAD = { ...BORDER, bold: true, align: "center", fill: COLOURS.head, numberFormat: "@" } as const;
const heightOf = (text: string, width: number): number => heightFor([{ text, width }], SIZE.table);
const FILL: Readonly<Record<Status, string | null>> = { met: COLOURS.met, notMet: COLOURS.wrong, open: null, words: null, unreadable: COLOURS.odd };

const PRINT = { orientation: "portrait", pagesWide: 1, margins: MARGINS } as const;

/** The summary sheet: how many targets are met, each indicator's status, each budget with its shares, a chart of each, the findings. */
export function summarySheet(input: SummaryInput, words: Words): SheetSpec {
  const own = words.summary;
  const rows = new Rows(WIDTHS.length);
  const charts: ChartSpec[] = [];
  const indicators = input.tables.filter((table): table is IndicatorTable => table.kind === "indicators");
  const budgets = input.tables.filter((table): table is BudgetTable => table.kind === "budget");

  rows.line(own.title, { bold: true, size: SIZE.title, align: "center" }, 24);
  rows.line(own.madeOn(input.date), { italic: true, size: SIZE.text, align: "center" });
  rows.blank();
  for (const table of indicators) addIndicators(rows, charts, table, words);
  for (const table of budgets) addBudget(rows, charts, table, words);
  addFindings(rows, input.findings, words);

  const all: Area = { row: 0, col: 0, rows: rows.next, cols: WIDTHS.length };
  return {
    name: input.sheet,
    cells: rows.cells,
    columns: WIDTHS.map((width) => ({ width })),
    rowHeights: rows.heights,
    styles: [{ area: all, style: { font: FONT, size: SIZE.table } }, ...rows.styles],
    merges: rows.merges,
    names: [{ name: SUMMARY_NAME, area: all }],
    freeze: { rows: 0, cols: 0 },
    validations: [],
    conditionalFormats: [],
    print: { ...PRINT, area: all },
    charts,
  };
}

function addIndicators(rows: Rows, charts: ChartSpec[], table: IndicatorTable, words: Words): void {
  const { summary: own } = words;
  const all = table.rows.flatMap(standings);
  rows.line(own.indicators, { bold: true, size: SIZE.text });
  const met = own.met(count(all));
  rows.line(met, { bold: true, size: SIZE.text, align: "center", wrap: true }, heightOf(met, 96));
  const { number, indicator, unit, target, actual, status } = own.columns;
  rows.add([number, indicator, unit, target, actual, status], HEAD, 22);
  const first = rows.next;
  for (const [index, one] of all.entries()) {
    const shown: CellInput = one.target === null ? one.cell.text : one.target.comparator === "=" ? one.target.value : writeTarget(one.target, words.lang);
    const row = rows.add([String(index + 1), one.row.label, one.row.unit, shown, one.actual, own.status[one.status]], BORDER, heightOf(one.row.label, WIDTHS[1]));
    const fill = FILL[one.status];
    rows.style({ row, col: 5, rows: 1, cols: 1 }, { align: "center", bold: true, ...(fill ? { fill } : {}) });
  }
  if (all.length === 0) return rows.blank();
  rows.style({ row: first, col: 0, rows: all.length, cols: 1 }, { align: "center", numberFormat: "@" });
  rows.style({ row: first, col: 2, rows: all.length, cols: 1 }, { align: "center" });
  rows.style({ row: first, col: 3, rows: all.length, cols: 2 }, { align: "right" });
  addIndicatorChart(rows, charts, table, words);
}

/** Targets such as "> 30" are text, so the chart gets a small table of plain numbers of its own, of those that are shares. */
function addIndicatorChart(rows: Rows, charts: ChartSpec[], table: IndicatorTable, words: Words): void {
  const { columns, charts: own } = words.summary;
  const drawn = table.rows.flatMap(standings).flatMap((one, index) => (one.target && one.row.unit === "%" ? [{ ...one, target: one.target, number: index + 1 }] : []));
  if (drawn.length === 0) return rows.blank();
  const at = reserve(rows);
  rows.add([columns.number, columns.indicator, null, own.targetSeries, own.actualSeries], { ...HEAD, size: 9, fill: "#FFFFFF" });
  const first = rows.next;
  for (const { number, target, actual, row } of drawn) rows.add([String(number), row.label, null, target.value, actual], { size: 9, color: "#595959" });
  rows.style({ row: first, col: 0, rows: drawn.length, cols: 1 }, { align: "center", numberFormat: "@" });
  const column = (col: number): Area => ({ row: first, col, rows: drawn.length, cols: 1 });
  charts.push({
    name: `PT_chart_${table.id}`,
    kind: "column",
    title: own.indicators,
    categories: column(0),
    series: [
      { name: own.targetSeries, values: column(3) },
      { name: own.actualSeries, values: column(4) },
    ],
    at,
    alt: own.alt(own.indicators, drawn.length),
  });
  rows.blank();
}

function reserve(rows: Rows): Area {
  rows.blank();
  const at: Area = { row: rows.next, col: 0, rows: CHART_ROWS, cols: WIDTHS.length };
  rows.blank(CHART_ROWS + 1);
  return at;
}

function addBudget(rows: Rows, charts: ChartSpec[], table: BudgetTable, words: Words): void {
  const { summary: own } = words;
  const amountOf = (index: number): number | null => {
    const cell = table.rows[index]?.cells.get("amount");
    return cell?.state === "number" ? cell.value : null;
  };
  for (const [index, total] of table.rows.entries()) {
    if (total.kind !== "total") continue;
    rows.line(own.budget(total.label), { bold: true, size: SIZE.text, wrap: true }, heightOf(total.label, 90));
    rows.add([own.columns.number, own.columns.line, own.columns.amount(table.unit), own.columns.share], HEAD, 36);
    const totalRow = rows.add(["", own.total, amountOf(index), null], { ...BORDER, bold: true });
    const drawn: { group: string; from: number; lines: number }[] = [];
    for (const [groupIndex, group] of table.rows.entries()) {
      if (group.kind !== "group" || group.parent !== index) continue;
      const lines = table.rows.flatMap((line, at) => (line.kind === "line" && line.parent === groupIndex ? [{ line, value: amountOf(at) }] : []));
      const known = lines.flatMap(({ value }) => (value === null ? [] : [value]));
      rows.add([group.number, group.label, known.length > 0 ? sumExact(known) : null, shareOf(rows.next, totalRow)], { ...BORDER, bold: true, fill: COLOURS.group });
      drawn.push({ group: group.label, from: rows.next, lines: lines.length });
      for (const { line, value } of lines) rows.add([line.number, line.label, value, shareOf(rows.next, totalRow)], BORDER, heightOf(line.label, WIDTHS[1]));
    }
    const height = rows.next - totalRow;
    const decimals = table.unit === "ty-dong" ? "#,##0.000" : "#,##0";
    rows.style({ row: totalRow, col: 0, rows: height, cols: 1 }, { align: "center", numberFormat: "@" });
    rows.style({ row: totalRow, col: 2, rows: height, cols: 1 }, { align: "right", numberFormat: decimals });
    rows.style({ row: totalRow, col: 3, rows: height, cols: 1 }, { align: "right", numberFormat: "0.0" });
    for (const { group, from, lines } of drawn) {
      if (lines === 0) continue;
      const title = own.charts.byLine(group);
      const column = (col: number): Area => ({ row: from, col, rows: lines, cols: 1 });
      charts.push({
        name: `PT_chart_${table.id}_${charts.length + 1}`,
        kind: "bar",
        title,
        categories: column(1),
        series: [{ name: own.columns.amount(table.unit), values: column(2) }],
        at: reserve(rows),
        alt: own.charts.alt(title, lines),
      });
    }
  }
}

/** The share of a row's amount in the total, in points, as a live formula. */
function shareOf(row: number, totalRow: number): CellInput {
  const [amount, total] = [toA1({ row, col: 2 }), `$C$${totalRow + 1}`];
  return { formula: `=IF(AND(ISNUMBER(${amount}),ISNUMBER(${total})),IF(${total}=0,"",ROUND(${amount}/${total}*100,1)),"")` };
}

function addFindings(rows: Rows, findings: readonly Finding[], words: Words): void {
  const { summary: own } = words;
  rows.line(own.findings, { bold: true, size: SIZE.text });
  if (findings.length === 0) {
    rows.line(own.noFindings, { italic: true });
    return;
  }
  const head = rows.add([own.columns.number, own.columns.finding, null, null, own.columns.place, own.columns.severity], HEAD);
  rows.merges.push({ row: head, col: 1, rows: 1, cols: 3 });
  for (const [index, finding] of findings.entries()) {
    const sentence = findingSentence(finding, words);
    const row = rows.add([String(index + 1), sentence, null, null, place(finding.at), words.severities[finding.severity]], BORDER, heightOf(sentence, WIDTHS[1] + 26));
    rows.merges.push({ row, col: 1, rows: 1, cols: 3 });
    rows.style({ row, col: 0, rows: 1, cols: 1 }, { align: "center", numberFormat: "@" });
    rows.style({ row, col: 5, rows: 1, cols: 1 }, { align: "center" });
  }
}
