import type { BudgetRow } from "../tables";
import type { EqualPlaces } from "./equal-numbers";

/** Whether two rows have one name, however it is spelled. */
export function isSameName(a: BudgetRow | undefined, b: BudgetRow | undefined): boolean {
  if (a === undefined || b === undefined || endOtherwise(a.label, b.label)) return false;
  const name = nameOf(a);
  return name !== "" && name === nameOf(b);
}

/** Names end in different letters or digits without marks: no spelling makes them one. */
function endOtherwise(one: string, other: string): boolean {
  const [a, b] = [ENDS[one.charCodeAt(one.length - 1)] ?? 0, ENDS[other.charCodeAt(other.length - 1)] ?? 0];
  return a !== 0 && b !== 0 && a !== b;
}

/** By code: a letter or digit in one case; 0 for any other sign. */
const ENDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(sign) ? sign.charCodeAt(0) : 0;
});

/** Equal amounts are few: of each pair the names are spelled. */
function nameOf(row: BudgetRow): string {
  return row.label.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** So many signs from the end of a name tell it from nearly all others. */
const PRINT = 6;
/** By code: 0 for what a spelling may change. */
const PRINTED = Uint8Array.from({ length: 128 }, (_, code) => (/[b-df-hj-np-tv-xz0-9]/.test(String.fromCharCode(code)) ? code : 0));

/**
 * Lines that may have one name with another one of the same parent: by the last consonants and digits, which no spelling of a name changes.
 */
export function namesakesOf(
  rows: readonly BudgetRow[], lines: readonly number[], parents: readonly number[], equalPlaces: EqualPlaces, prints: Float64Array,
): number[] {
  for (const line of lines) {
    const { label } = rows[line] as BudgetRow;
    // each parent has prints of its own: shares have the names of their sources under every item. A name without such signs is taken for
    // that of all others without
    let print = Math.imul((parents[line] ?? 0) + 2, 0x9e3779b1);
    for (let at = label.length - 1, signs = 0; at >= 0 && signs < PRINT; at--) {
      const sign = PRINTED[label.charCodeAt(at) | 32] ?? 0;
      if (sign === 0) continue;
      print = (Math.imul(print, 31) + sign) | 0;
      signs += 1;
    }
    prints[line] = label === "" ? 0 : 1 + (print >>> 0);
  }
  return equalPlaces(prints, lines, parents).flat().sort((a, b) => a - b);
}
