import type { BudgetRow } from "../tables";
import type { EqualPlaces } from "./equal-numbers";

/** Whether two rows have one name, however it is spelled. */
export function isSameName(a: BudgetRow | undefined, b: BudgetRow | undefined): boolean {
  return a !== undefined && b !== undefined && nameOf(a) !== "" && nameOf(a) === nameOf(b);
}

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
