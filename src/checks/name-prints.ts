import { columnsOf, type IndicatorTable } from "../tables";

/** By character code: digits and consonants, which are the same in all spellings of a name. */
const STABLE = Uint8Array.from({ length: 128 }, (_, code) =>
  /[bcdfghjklmnpqrstvwxz0-9]/i.test(String.fromCharCode(code)) ? code | 32 : 0,
);
const [V, N, ZERO] = [118, 110, 48];

/** The print of every name that may hold "vạn" or "10.000", which are one. */
const TEN_THOUSAND = 0;

/**
 * For each row a number of the letters of its name that no spelling changes: rows of one name have one print, those of different names
 * hardly ever.
 */
export function namePrints(table: IndicatorTable): Int32Array {
  const { labels } = columnsOf(table);
  const prints = new Int32Array(labels.length);
  labels.forEach((label, row) => (prints[row] = printOf(label)));
  return prints;
}

function printOf(label: string): number {
  let [print, sinceV, zeros] = [1, Infinity, 0];
  for (let at = 0; at < label.length; at++) {
    const sign = label.charCodeAt(at);
    // an accent that stands for itself is no letter
    if (sign >= 0x300 && sign < 0x370) continue;
    const code = STABLE[sign] ?? 0;
    sinceV += 1;
    zeros = code === ZERO ? zeros + 1 : 0;
    if (zeros === 3 || (code === N && sinceV === 2)) return TEN_THOUSAND;
    if (code === V) sinceV = 0;
    if (code !== 0) print = Math.imul(print, 0x01000193) ^ code;
  }
  return print;
}

/** Tells prints that stand more than once. */
export function repeats(lists: readonly Int32Array[]): (print: number) => boolean {
  const count = lists.reduce((all, { length }) => all + length, 0);
  // a table of places, at least half of them free; a place that holds nothing yet holds what no print is
  const bits = Math.ceil(Math.log2(2 * count + 2));
  const size = 2 ** bits;
  const [prints, often] = [new Int32Array(size), new Uint8Array(size)];
  const placeOf = (print: number): number => {
    let place = Math.imul(print, 0x9e3779b1) >>> (32 - bits);
    while (often[place] !== 0 && prints[place] !== print) place = (place + 1) & (size - 1);
    return place;
  };
  for (const list of lists) {
    for (const print of list) {
      const place = placeOf(print);
      prints[place] = print;
      often[place] = Math.min(2, (often[place] ?? 0) + 1);
    }
  }
  return (print) => (often[placeOf(print)] ?? 0) > 1;
}
