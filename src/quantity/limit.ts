import type { Direction, Target } from "./types";

/** The one side on which a target sets a limit. */
export interface Limit {
  /** "low": at least; "high": at most. */
  readonly side: "low" | "high";
  readonly value: number;
  readonly strict: boolean;
}

/**
 * The limit that a target sets; a bare value by the direction. Null where it has to be kept from both sides, depends on a baseline, or
 * nobody has said the direction (null).
 */
export function limitOf({ comparator, value, value2, ends }: Target, direction: Direction | null): Limit | null {
  switch (comparator) {
    case ">":
    case ">=":
      return { side: "low", value, strict: comparator === ">" };
    case "<":
    case "<=":
      return { side: "high", value, strict: comparator === "<" };
    case "=":
    case "~":
    case "range":
      if (direction === "equal" || direction === null || ends) return null;
      return direction === "up"
        ? { side: "low", value, strict: false }
        : { side: "high", value: comparator === "range" ? (value2 ?? value) : value, strict: false };
    case "change":
      return null;
  }
}

/** Which of two limits asks for more: negative the first, positive the second, 0 neither; null where they are on different sides. */
export function compareLimits(a: Limit, b: Limit): number | null {
  if (a.side !== b.side) return null;
  if (a.value !== b.value) return a.side === "low" ? b.value - a.value : a.value - b.value;
  return Number(b.strict) - Number(a.strict);
}

/**
 * Which of two targets asks for more: negative the first, positive the second, 0 neither; null where they cannot be held against each
 * other.
 */
export function compareTargets(a: Target, aDirection: Direction | null, b: Target, bDirection: Direction | null): number | null {
  const [one, other] = [limitOf(a, aDirection), limitOf(b, bDirection)];
  return one && other ? compareLimits(one, other) : null;
}
