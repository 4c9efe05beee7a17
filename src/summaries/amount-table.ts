import { toA1, type CellInput, type CellRef } from "../sheet";
import type { Block, Line, LineKind, RowOf } from "./lines";
import { block, cellsAt, withSource, type Scene } from "./parts";

/** Columns for years, sources or parts beside the amounts. */
export const MOST_ACROSS = 5;
const AMOUNT = 2;

/** A line of amounts. */
export interface AmountRow {
  /** Unique in the sheet. */
  readonly key: string;
  readonly kind: "total" | "group" | "line";
  readonly number: string;
  readonly label: string;
  /** How far the label is set in. */
  readonly depth: number;
  readonly amount: number | null;
  /** Its amount is a share of the total's. */
  readonly shared: boolean;
  readonly across: readonly (number | null)[];
  readonly at: CellRef | null;
}

/** A table of amounts of the summary: its first row is the total, with some columns beside the amounts. */
export interface AmountTable {
  readonly key: string;
  /** What stands above it. */
  readonly lead: readonly Line[];
  /** Over the lines, and over their amounts. */
  readonly heads: { readonly line: string; readonly amount: string };
  /** Over the columns beside the amounts; with none of them there is more room for what people think. */
  readonly across: readonly string[];
  readonly rows: readonly AmountRow[];
}

/** Longer tables may be cut by a page. */
const TOGETHER = 20;

export function amountTable({ key, lead, heads, across, rows }: AmountTable, { words }: Scene): Block {
  const { columns: own } = words.summary;
  const table = across.length > 0 ? "budget" : "amount";
  const totalKey = rows[0]?.key ?? "";
  const kinds: Readonly<Record<AmountRow["kind"], LineKind>> = { total: `${table}:total`, group: `${table}:group`, line: table };
  const line = (row: AmountRow): Line => {
    const share = (rowOf: RowOf): CellInput => shareFormula(rowOf(row.key), rowOf(totalKey));
    const cells = cellsAt([
      [0, row.number],
      [1, `${"   ".repeat(row.depth)}${row.label}`],
      [AMOUNT, row.amount],
      [4, row.shared && row.key !== totalKey && row.amount !== null ? share : null],
      ...row.across.map((cell, index) => [5 + index, cell] as const),
    ]);
    return { kind: kinds[row.kind], key: row.key, cells: withSource(cells, row.at) };
  };
  const head = cellsAt([
    [0, own.number],
    [1, heads.line],
    [AMOUNT, heads.amount],
    [4, own.share],
    ...across.map((text, index) => [5 + index, text] as const),
    [table === "budget" ? 10 : 5, own.opinion],
    [11, own.source],
  ]);
  return block({
    lead,
    head: [{ kind: `${table}:head`, key: `${key}/head`, cells: head }],
    rows: rows.map(line),
    together: rows.length <= TOGETHER,
  });
}

/** The share of a row's amount in the total, in points, as a live formula. */
function shareFormula(row: number, totalRow: number): CellInput {
  const [amount, total] = [toA1({ row, col: AMOUNT }), `$C$${totalRow + 1}`];
  return { formula: `=IF(AND(ISNUMBER(${amount}),ISNUMBER(${total})),IF(${total}=0,"",ROUND(${amount}/${total}*100,1)),"")` };
}

export function chunked<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}
