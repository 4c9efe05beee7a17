import type { Span } from "../../base";
import type { MoneyUnit } from "../../quantity";
import type { LayoutColumn, LayoutLine } from "../../reading";
import { lowerFirst } from "../budget/label";
import type { Paragraph, TextDocument, Years } from "../document/document";
import { gridsOf, headOf, labelColumn, numberIn, type Grid } from "./grids";
import { amountColumns, isBudgetTable, moneyUnitOf, planColumns } from "./kinds";
import { yearsOf } from "./roles";

/** An amount of money in a table of a budget. */
export interface TableAmount {
  readonly paragraph: Paragraph;
  /** From the name of its line to the amount. */
  readonly span: Span;
  readonly name: string;
  readonly amount: number;
  readonly decimals: number;
  readonly unit: string;
  /** How many đồng one of the unit is. */
  readonly scale: number;
  readonly years: Years | null;
  /** The amount that it stands under or beside, by its place among all of the table; null for none. */
  readonly parent: number | null;
  /** What stands beside it has the same list. */
  readonly list: string;
  /** It stands under "trong đó". */
  readonly isSome: boolean;
  /** Its line is a total of the table. */
  readonly isWhole: boolean;
}

const UNITS: Readonly<Record<MoneyUnit, readonly [name: string, scale: number]>> = {
  dong: ["đồng", 1], "nghin-dong": ["nghìn đồng", 1e3], "trieu-dong": ["triệu đồng", 1e6], "ty-dong": ["tỷ đồng", 1e9],
};

/** The amounts of each table of a budget, by the index of its first row. */
export function amountsInTables(document: TextDocument): Map<number, TableAmount[]> {
  const amounts = new Map<number, TableAmount[]>();
  for (const grid of gridsOf(document)) {
    if (isBudgetTable(grid)) amounts.set(grid.first.index, [...(amounts.get(grid.first.index) ?? []), ...amountsIn(document, grid)]);
  }
  return amounts;
}

function amountsIn({ paragraphs }: TextDocument, grid: Grid): TableAmount[] {
  const columns = amountColumns(grid);
  const label = labelColumn(grid);
  if (!label) return [];
  const whole = wholeColumn(grid, columns);
  const found: TableAmount[] = [];
  /** Of each line, by column, the place of its amount. */
  const placeAt = new Map<string, number>();
  const { lines } = grid.layout;
  for (const [at, line] of lines.entries()) {
    // the whole comes first: what it is split into stands beside it
    const ordered = whole === null ? columns : [whole, ...columns.filter((column) => column !== whole)];
    for (const column of ordered) {
      const value = numberIn(grid, line, column);
      const unit = moneyUnitOf(grid, column);
      const span = grid.spanOf(line, [label, column]);
      if (value === null || value === 0 || unit === null || span === null) continue;
      const isBeside = whole !== null && column !== whole;
      const beside = isBeside ? (placeAt.get(`${at} ${whole.col}`) ?? null) : null;
      const above = beside === null ? lineAbove(grid, line, (place) => placeAt.has(`${place} ${column.col}`)) : null;
      const [name, scale] = UNITS[unit];
      const years = yearsOf(column);
      placeAt.set(`${at} ${column.col}`, found.length);
      found.push({
        paragraph: paragraphOf(paragraphs, span, grid.first), span, name: nameOf(line, column, isBeside && years === null),
        amount: value, decimals: decimalsAt(grid, at, column), unit: name, scale, years,
        parent: beside ?? (above === null ? null : (placeAt.get(`${above} ${column.col}`) ?? null)),
        list: `table ${grid.first.index} ${isBeside ? `row ${at}` : `column ${column.col} under ${line.parent ?? -1}`}`,
        isSome: beside === null ? line.ofWhich : column.ofWhich, isWhole: !isBeside && line.total,
      });
    }
  }
  return found;
}

function nameOf({ label }: LayoutLine, column: LayoutColumn, isSource: boolean): string {
  const bare = label.replace(/^[\s+*•–-]+/u, "").replace(/[\s:;,.]+$/u, "");
  if (!isSource) return bare;
  const head = column.path.at(-1) ?? "";
  return /^(?:tổng|cộng)/iu.test(bare) ? head : `${bare} (${lowerFirst(head)})`;
}

function decimalsAt({ layout: { columns, numbers } }: Grid, line: number, column: LayoutColumn): number {
  return numbers.decimals[line * columns.length + columns.indexOf(column)] ?? 0;
}

/** The nearest line above in the tree that has an amount in the column. */
function lineAbove({ layout: { lines } }: Grid, { parent }: LayoutLine, has: (line: number) => boolean): number | null {
  for (let at = parent, depth = 0; at !== null && depth < DEEPEST; at = lines[at]?.parent ?? null, depth += 1) if (has(at)) return at;
  return null;
}

const DEEPEST = 20;

/** The column of wholes: the only one, the one that says so, or the first where the others come to it in nearly every line. */
function wholeColumn(grid: Grid, columns: readonly LayoutColumn[]): LayoutColumn | null {
  const [first, ...others] = columns;
  if (!first || others.length === 0) return first ?? null;
  const said = columns.find((column) => column.total || /^(?:tổng|cộng|kinh phí|nhu cầu|dự toán)/iu.test(headOf(column)));
  if (said) return said;
  const plan = planColumns(columns)[0];
  if (plan) return plan;
  const sums = grid.layout.lines.flatMap((line) => {
    const [total, ...parts] = columns.map((column) => numberIn(grid, line, column));
    const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
    return total == null ? [] : [Math.abs(sum - total) <= NOISE * Math.abs(total)];
  });
  return sums.length > 0 && sums.filter((holds) => holds).length >= MOST * sums.length ? first : null;
}

const MOST = 0.8;
const NOISE = 1e-6;

/** The row that a span stands in. */
function paragraphOf(paragraphs: readonly Paragraph[], [from]: Span, first: Paragraph): Paragraph {
  for (let at = first.index; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    if (!paragraph || paragraph.cells === null) break;
    if ((paragraph.text.ends.at(-1) ?? 0) > from) return paragraph;
  }
  return first;
}
