import { relationHolds, type OtherTable, type Question } from "../../tables";

/** So sure what is read from the numbers alone has to be before a page that is signed tells it. */
const LIKELY = 0.85;

/** What a page that is signed may tell of the sums of a table. */
export interface TrustedSums {
  readonly holding: readonly Question[];
  /** Believed, and not so: told as such, and nothing is reckoned from it. */
  readonly failing: readonly Question[];
}

const isAdding = ({ op }: Question): boolean => op === "sum" || op === "same";

/** Cells of a relation, whatever it does with them. */
const cellsOf = ({ total, parts }: Question): string =>
  [total, ...parts].map(({ at }) => `${at.row} ${at.col}`).sort().join();

/** Numbers alone show a sum of parts; with one below zero they as well show what is left of something. */
const isLikely = ({ sure, parts }: Question): boolean => sure >= LIKELY && parts.every(({ value }) => value >= 0);

/**
 * The sums that heads, outline, rules, formulas or people say, and of those that the numbers alone show the ones of which several lines or
 * columns agree; not those that are another relation read from its other end ("kế hoạch = thực hiện + còn lại").
 */
export function trustedSums({ relations }: OtherTable): TrustedSums {
  const said = new Set(relations.filter(({ from }) => from !== "numbers").map(cellsOf));
  const sums = relations.filter(
    (one) => isAdding(one) && (one.from !== "numbers" || (isLikely(one) && !said.has(cellsOf(one)))),
  );
  return { holding: sums.filter(relationHolds), failing: sums.filter((one) => !relationHolds(one)) };
}
