import { groupBy } from "../base";
import { romanValue } from "../quantity";
import type { OtherLine, OtherTable } from "../tables";
import { numbered, type Numbered, type NumberList } from "./outline-lists";

/** A run of fewer numbers is no list of which one could be wrong. */
const FEWEST = 4;
/** A gap is told of so many numbers that otherwise follow one another. */
const FEWEST_WITH_GAP = 6;

/**
 * The lists of a table that somebody else has made in which just one outline number is wrong: it stands twice in a row, in another one's
 * place, or one is left out. Lists begin anew wherever a 1 stands, whatever is above it; of what is odder than that nobody can tell.
 */
export function oddRuns(table: OtherTable): NumberList[] {
  const siblings = groupBy(table.rows.filter(({ number }) => number !== ""), ({ parent }) => parent);
  return [...siblings].flatMap(([parent, rows]) =>
    [...groupBy(rows.flatMap(markedLine), ({ style }) => style)].flatMap(([style, marked]) =>
      runsOf(marked)
        .filter(isOdd)
        .map((run, at): NumberList => ({
          about: `${parent === null ? "" : (table.rows[parent]?.key ?? "")}/${style}/${at}`,
          under: null,
          ordered: true,
          rows: run.map(({ line }) => line),
          unused: [],
        })),
    ),
  );
}

interface Marked {
  readonly line: Numbered;
  readonly place: number;
  /** Which numbers count on from one another: "1", "I" or what stands before the last dot. */
  readonly style: string;
}

function markedLine(row: OtherLine): Marked[] {
  const line = numbered(row);
  if (!line) return [];
  if (/^\d{1,4}$/.test(line.tail)) return [{ line, place: Number(line.tail), style: `${line.prefix}.1` }];
  // a Roman number alone may be a letter
  return /^(?=.{2}|I$)[IVX]+$/.test(line.tail) && romanValue(line.tail) > 0
    ? [{ line, place: romanValue(line.tail), style: `${line.prefix}.I` }]
    : [];
}

function runsOf(marked: readonly Marked[]): Marked[][] {
  const runs: Marked[][] = [];
  for (const one of marked) {
    if (one.place === 1 || runs.length === 0) runs.push([]);
    runs.at(-1)?.push(one);
  }
  return runs.filter(([first]) => first?.place === 1);
}

function isOdd(run: readonly Marked[]): boolean {
  if (run.length < FEWEST) return false;
  const places = run.map(({ place }) => place);
  const steps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
  const others = steps.filter((step) => step !== 1);
  const [step] = others;
  if (step === undefined) return false;
  // 1 2 2 3, and 1 2 2 4
  const twice = others.filter((one) => one === 0).length === 1 && others.every((one) => one === 0 || one === 2);
  if (twice) return others.length === 1 || (others.length === 2 && steps.indexOf(2) === steps.indexOf(0) + 1);
  if (others.length === 1) return step === 2 && run.length >= FEWEST_WITH_GAP;
  // each is there, two of them in each other's place
  const inOrder = places.toSorted((a, b) => a - b).every((place, index) => place === index + 1);
  return inOrder && places.filter((place, index) => place !== index + 1).length === 2;
}
