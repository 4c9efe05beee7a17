import { groupBy } from "../../base";
import { comesTo, digitsOf, type Line } from "./line";

/** Parts of a whole that stand together, and how they are to it. */
export interface Split {
  readonly whole: number;
  readonly parts: readonly number[];
  /** They come to it; they were meant to and do not; they are some of it. */
  readonly state: "full" | "broken" | "some";
}

/** Words that say "all of it follows" have to be off by less than this to be believed. */
const MOST_OFF = 0.6;
const NEAR = 0.2;
/** "Trong đó" need not reach its whole: it is told only where so little is missing from an amount of so many digits. */
const SLIP = 0.05;
const SLIP_DIGITS = 4;

/** Each way in which a whole is split: by item, by who pays, by year; one after the other in the text. */
export function splitsOf(lines: readonly Line[]): Split[] {
  const places = lines.map((_, place) => place).filter((place) => lines[place]?.same === null && lines[place]?.parent !== null);
  const ofWhole = groupBy(places, (place) => lines[place]?.parent ?? -1);
  return [...ofWhole].flatMap(([whole, parts]) => {
    const line = lines[whole];
    if (!line) return [];
    const lists = [...groupBy(parts, (place) => lines[place]?.list ?? "").values()].flatMap((list) => runsOf(lines, line, list));
    const isFull = (list: readonly number[]): boolean => list.length > 0 && comesTo(line, list.flatMap((place) => lines[place] ?? []));
    const rest = lists.filter((list) => !isFull(list)).flat().sort((a, b) => a - b);
    // what stands under several headings may come to it together
    const grouped = lists.length > 1 && rest.length > 1 && isFull(rest) ? [...lists.filter(isFull), rest] : lists;
    return grouped.map((list): Split => ({ whole, parts: list, state: isFull(list) ? "full" : stateOf(lines, line, list) }));
  });
}

/** A list that comes to the whole several times over is several splits. */
function runsOf(lines: readonly Line[], whole: Line, list: readonly number[]): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  let sum = 0;
  for (const place of list) {
    run.push(place);
    sum += lines[place]?.worth ?? 0;
    if (run.length > 1 && Math.abs(sum - whole.worth) <= SAME * whole.worth) [run, sum] = [(runs.push(run), []), 0];
  }
  return run.length > 0 ? [...runs, run] : runs;
}

const SAME = 1e-9;

function stateOf(lines: readonly Line[], whole: Line, list: readonly number[]): Split["state"] {
  const parts = list.flatMap((place) => lines[place] ?? []);
  const sum = parts.reduce((total, { worth }) => total + worth, 0);
  const off = Math.abs(sum - whole.worth) / Math.max(1, whole.worth);
  const isSome = parts.some((part) => part.isSome);
  if (parts.every(({ by }) => by === "name")) return "some";
  if (parts.length > 1 && parts.every(({ by }) => by === "near")) return "broken";
  if (sum > whole.worth) return parts.length > 1 && off <= (isSome ? MOST_OFF : NEAR) ? "broken" : "some";
  if (parts.length < 2) return "some";
  if (isSome) return off <= SLIP && digitsOf(whole) >= SLIP_DIGITS ? "broken" : "some";
  return off <= (whole.mention.opens === "all" ? MOST_OFF : NEAR) ? "broken" : "some";
}
