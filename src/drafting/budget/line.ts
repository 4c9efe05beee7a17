import type { Years } from "../document/document";
import type { Mention } from "./mentions";

/** A line of the budget while its tree is made. Places are those in the list of all lines, in the order of the text. */
export interface Line {
  readonly mention: Mention;
  /** In đồng, or in its own currency. */
  readonly worth: number;
  /** What is written can be that much off, by the decimals that it shows. */
  readonly slack: number;
  /** Which list it stands in: lines of one list are beside each other. */
  list: string;
  parent: number | null;
  /** How its parent was found; "near": its list comes close to it, and does not add up. */
  by: "outline" | "sum" | "name" | "near" | null;
  /** The words say that only some of the parts follow. */
  isSome: boolean;
  /** The line that says the same again, earlier or in a better place. */
  same: number | null;
}

/** As much as binary arithmetic may leave in a sum. */
const NOISE = 1e-9;

/** Whether amounts come to a whole, as exactly as they are written. */
export function comesTo(whole: Line, parts: readonly Line[]): boolean {
  const sum = parts.reduce((total, { worth }) => total + worth, 0);
  return Math.abs(sum - whole.worth) <= roundingOf(whole, parts) + NOISE * Math.abs(whole.worth);
}

/** Amounts with decimals, or in different units, are rounded ones: each may be half of its last place off. */
function roundingOf(whole: Line, parts: readonly Line[]): number {
  const all = [whole, ...parts];
  const finest = Math.min(...all.map(({ slack }) => slack));
  const coarse = all.filter(({ slack }) => slack > finest);
  const isRounded = all.some(({ mention }) => mention.money.decimals > 0);
  return coarse.length > 0 || isRounded ? all.reduce((total, { slack }) => total + slack, 0) : 0;
}

export function sameCurrency(a: Line, b: Line): boolean {
  return a.mention.money.currency === b.mention.money.currency;
}

/** The lines as they stand, none under another yet. */
export function linesOf(mentions: readonly Mention[]): Line[] {
  return mentions.map((mention) => {
    const { amount, scale, decimals } = mention.money;
    return {
      mention, worth: exactly(amount, scale), slack: scale / 10 ** decimals / 2,
      list: "", parent: null, by: null, isSome: false, same: null,
    };
  });
}

function exactly(amount: number, scale: number): number {
  const worth = amount * scale;
  return Number.isSafeInteger(Math.round(worth)) && Math.abs(worth - Math.round(worth)) < 0.01 ? Math.round(worth) : worth;
}

export function yearsOf({ mention }: Line): Years | null {
  return mention.years;
}

/** The wholes above a line, the nearest first. */
export function above(lines: readonly Line[], place: number): number[] {
  const found: number[] = [];
  for (let at = lines[place]?.parent ?? null; at !== null && !found.includes(at); at = lines[at]?.parent ?? null) found.push(at);
  return found;
}

/** How many digits an amount has before its closing zeros: many equal ones are no chance. */
export function digitsOf({ worth }: Line): number {
  return String(Math.round(worth)).replace(/0+$/u, "").length;
}
