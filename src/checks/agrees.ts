import { decimalsOf } from "../quantity";

/** What rounding to so many decimals takes or adds at most. */
const rounding = (decimals: number): number => 0.5 * 10 ** -decimals * (1 + 1e-9);
const OFTEN = Array.from({ length: 16 }, (_, decimals) => rounding(decimals));

/** Within the rounding of the decimals shown. */
export function agrees(shown: number, exact: number): boolean {
  const off = Math.abs(shown - exact);
  if (off === 0) return true;
  const decimals = decimalsOf(shown);
  return off <= (OFTEN[decimals] ?? rounding(decimals));
}
