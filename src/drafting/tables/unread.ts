import { originOf, type Span } from "../../base";
import type { DocumentTable, TextDocument } from "../document/document";
import type { UnreadTable } from "../draft";

/** A cell that holds nothing but a figure, and no year: "48.210", "97,5%", "≥ 15". */
const FIGURE = /^(?!(?:19|20)\d\d$)[<>≤≥~]?\s{0,2}\d[\d.,\s]{0,30}%?$/u;
/** A single row of figures may be the numbers of columns. */
const LEAST_ROWS = 2;

/** The tables of figures of which no fact was taken, in the order of the text: whoever reads the draft is to know of them. */
export function unreadTables({ tables }: TextDocument, facts: readonly { readonly span: Span }[]): UnreadTable[] {
  return tables.flatMap((table) => {
    const span = spanOf(table);
    const rows = table.rows.filter(({ cells }) => cells?.slice(1).some(({ text }) => FIGURE.test(text.trim()))).length;
    const isTaken = facts.some((fact) => fact.span[0] < span[1] && span[0] < fact.span[1]);
    return rows < LEAST_ROWS || isTaken ? [] : [{ span, rows }];
  });
}

function spanOf({ rows }: DocumentTable): Span {
  const spans = rows.map(({ text }) => originOf(text, 0, text.text.length));
  return [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
}
