import type { TypingError } from "../../balance";
import type { Claim } from "../claims/claim";
import type { Computed } from "./computed";
import type { TableFact } from "./facts";

/** What the tables say of a figure of a text; "unsure": it may be another one, and a person has to look. */
export const VERDICTS = ["differs", "unsure", "not-found", "agrees"] as const;
export type TextVerdict = (typeof VERDICTS)[number];

export interface CheckedClaim {
  readonly claim: Claim;
  readonly verdict: TextVerdict;
  /** The cell that it is, or most likely is; null where none was found. */
  readonly fact: TableFact | null;
  /** Where it is no cell itself, but comes of some. */
  readonly computed: Computed | null;
  /** The typing mistake that makes the text's figure of the cell's; null where none does. */
  readonly slip: TypingError | null;
  /** Another cell that holds the text's figure, where that is likelier meant than mistyped; null elsewhere. */
  readonly elsewhere: TableFact | null;
}
