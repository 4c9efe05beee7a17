import { numberIn, type Table } from "./planted-tables";
import { snapshotOf, sumsOf, understood } from "./others";
import type { MarkedSum } from "./sums-score";

/** The same table as another hand would have typed it, and where its cells stand then. */
interface Transformation {
  readonly name: string;
  readonly rows: (rows: readonly (readonly string[])[], isNumber: (text: string) => boolean) => string[][];
  /** Where a cell stood before; null for one that did not. */
  readonly before?: (row: number, col: number) => Place | null;
}

type Place = readonly [row: number, col: number];

const NOTES = [
  ["(Kèm theo Báo cáo ngày 15 tháng 12 của Ủy ban nhân dân)"],
  ["Số liệu do các đơn vị báo cáo, chưa bao gồm các khoản chuyển nguồn."],
  [""],
];

const words = (to: (text: string) => string): Transformation["rows"] => (rows, isNumber) =>
  rows.map((row) => row.map((text) => (text.trim() === "" || isNumber(text) ? text : to(text))));

const TRANSFORMATIONS: readonly Transformation[] = [
  {
    name: "a blank column before each of its columns",
    rows: (rows) => rows.map((row) => row.flatMap((text) => ["", text])),
    before: (row, col) => (col % 2 === 0 ? null : [row, (col - 1) / 2]),
  },
  { name: "blanks around all texts", rows: words((text) => `  ${text} `) },
  { name: "all texts in capitals", rows: words((text) => text.toLocaleUpperCase("vi")) },
  { name: "no text in capitals", rows: words((text) => text.toLocaleLowerCase("vi")) },
  {
    name: "rows of notes above it",
    rows: (rows) => [...NOTES, ...rows.map((row) => [...row])],
    before: (row, col) => [row - NOTES.length, col],
  },
];

export interface Transformed {
  readonly name: string;
  readonly tables: number;
  /** Of which other sums are told than of the table as it is. */
  readonly changed: readonly string[];
}

/** In how many tables something else is told to add up where nothing but the hand that typed them is another one. */
export function transformedFigures(tables: readonly Table[]): Transformed[] {
  const asTheyAre = tables.map((table) => said(table, AS_IT_IS));
  return TRANSFORMATIONS.map(({ name, rows, before = AS_IT_IS }) => ({
    name,
    tables: tables.length,
    changed: tables.flatMap((table, at) => {
      const isNumber = (text: string): boolean => numberIn(text, table.number_format) !== null;
      const found = said({ ...table, rows: rows(table.rows, isNumber) }, before);
      return found === asTheyAre[at] ? [] : [table.id];
    }),
  }));
}

const AS_IT_IS = (row: number, col: number): Place => [row, col];

/** The sums of a table as one text, each cell where it stood before. */
function said(table: Table, before: NonNullable<Transformation["before"]>): string {
  const write = ({ total, parts }: MarkedSum): string => {
    const stood = parts.flatMap(([row, col]) => before(row, col)?.join() ?? []);
    return `${before(...total)?.join() ?? ""}=${stood.sort().join("+")}`;
  };
  return sumsOf(understood(snapshotOf(table, "typed"))).map(write).sort().join("\n");
}
