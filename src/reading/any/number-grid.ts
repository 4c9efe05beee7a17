import { decimalsOf } from "../../quantity";
import { CELL, type Cells } from "./cells";
import type { Extent } from "./extent";
import { HELD, holdsNumbers, type ColumnKind, type NumberGrid } from "./layout";
import { MarkVotes, numeralOf, valueOf } from "./numerals";

/** Decimals beyond these are told as so many. */
const MOST_DECIMALS = 255;

/** The numbers of a table, those that stand as text in the one notation that all of them tell together. */
export function numbersOf(
  cells: Cells,
  { body, left }: Extent,
  kinds: readonly ColumnKind[],
): NumberGrid & { readonly hasFormulas: boolean } {
  const cols = kinds.length;
  const [values, decimals, holds] = [
    new Float64Array(body.length * cols).fill(NaN),
    new Uint8Array(body.length * cols),
    new Uint8Array(body.length * cols),
  ];
  const votes = new MarkVotes();
  const texts: number[] = [];
  let hasFormulas = false;
  for (let line = 0; line < body.length; line++) {
    const row = body[line] ?? 0;
    for (let place = 0; place < cols; place++) {
      const kind = cells.kind(row, left + place);
      if (kind === CELL.blank) continue;
      const at = line * cols + place;
      const counts = holdsNumbers(kinds[place]);
      if (cells.formula(row, left + place) !== null) hasFormulas = true;
      if (kind === CELL.number) {
        const value = cells.value(row, left + place) as number;
        holds[at] = HELD.number;
        values[at] = value;
        decimals[at] = Math.min(MOST_DECIMALS, decimalsOf(value));
      } else if (kind === CELL.numeral) {
        texts.push(at);
        const numeral = counts ? numeralOf(String(cells.value(row, left + place))) : null;
        if (numeral) votes.add(numeral);
      } else if (kind === CELL.none) {
        holds[at] = HELD.none;
        if (counts) values[at] = 0;
      } else holds[at] = kind === CELL.text ? HELD.text : kind === CELL.error ? HELD.error : HELD.unevaluated;
    }
  }
  const mark = votes.mark();
  for (const at of texts) {
    const [line, place] = [Math.floor(at / cols), at % cols];
    const numeral = numeralOf(String(cells.value(body[line] ?? 0, left + place)));
    const read = numeral && valueOf(numeral, mark);
    holds[at] = read ? HELD.number : HELD.text;
    if (!read) continue;
    values[at] = read.value;
    decimals[at] = Math.min(MOST_DECIMALS, decimalsOf(read.value));
  }
  return { values, decimals, holds, hasFormulas, formula: (line, column) => cells.formula(body[line] ?? -1, left + column) };
}
