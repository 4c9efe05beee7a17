import { readTarget, type Comparator, type Target } from "../quantity";

/** A reading of a phrase as `plan-tables parse --json` prints it. */
export interface ParsedTarget {
  readonly comparator: Comparator;
  readonly value: number;
  readonly value2: number | null;
  readonly baseline: number | null;
  readonly unit: string | null;
}

/** One line of `plan-tables parse --json`. For words and what cannot be read the values are null. */
export interface ParsedPhrase {
  readonly input: string;
  readonly kind: "target" | "quantity" | "words" | "unreadable";
  readonly comparator: Comparator | null;
  readonly value: number | null;
  readonly value2: number | null;
  readonly baseline: number | null;
  readonly unit: string | null;
  readonly alternatives: readonly ParsedTarget[];
  readonly more: readonly ParsedTarget[];
}

const NOTHING = { comparator: null, value: null, value2: null, baseline: null, unit: null, alternatives: [], more: [] };

const parsed = ({ comparator, value, value2, baseline, unit }: Target): ParsedTarget => ({ comparator, value, value2, baseline, unit });

/** What a phrase says, in the shape of the command line; money in đồng, numbers in Vietnamese notation where they are ambiguous. */
export function parsePhrase(input: string): ParsedPhrase {
  const reading = readTarget(input);
  if (reading.kind === "words" || reading.kind === "unreadable") return { input, kind: reading.kind, ...NOTHING };
  return {
    input,
    kind: reading.kind,
    ...parsed(reading.target),
    alternatives: reading.alternatives.map(parsed),
    more: reading.more.map(parsed),
  };
}
