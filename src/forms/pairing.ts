import { addTo } from "../base";
import type { Likeness } from "./wording";

/** Two things of two tables that are one, by their places. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly how: Likeness;
}

/** What was paired so far of two lists, each place once. */
export interface Pairing {
  /** Of a place on the left, the place on the right; -1 where none is known. */
  readonly ofA: Int32Array;
  readonly ofB: Int32Array;
  readonly pair: (a: number, b: number, how: Likeness) => void;
  /** Pairs what alone on its side has a key, of those that have no pair; null is no key. True where it found some. */
  readonly unique: (keyA: Key, keyB: Key, how: Likeness, may?: (a: number, b: number) => boolean) => boolean;
  /** Pairs what has one key as often on both sides, in order. */
  readonly inOrder: (keyA: Key, keyB: Key, how: Likeness) => boolean;
  /** Pairs what is nearest to each other of those that have no pair, within groups of one key. */
  readonly nearest: (keyA: Key, keyB: Key, near: (a: number, b: number) => number, least: number) => boolean;
  /** In the order of the left. */
  readonly pairs: () => readonly Pair[];
}

type Key = (place: number) => string | null;

/** Of a group with more possible pairs than this nothing is held against each other. */
const MOST_COMPARED = 250_000;
/** What is nearest has to be so much nearer than what comes next. */
const MARGIN = 0.08;

export function pairing(countA: number, countB: number): Pairing {
  const [ofA, ofB] = [new Int32Array(countA).fill(-1), new Int32Array(countB).fill(-1)];
  const likeness = new Map<number, Likeness>();
  const pair = (a: number, b: number, how: Likeness): void => {
    [ofA[a], ofB[b]] = [b, a];
    likeness.set(a, how);
  };
  const groups = (of: Int32Array, key: Key): Map<string, number[]> => {
    const found = new Map<string, number[]>();
    for (let place = 0; place < of.length; place++) {
      const own = of[place] === -1 ? key(place) : null;
      if (own !== null) addTo(found, own, place);
    }
    return found;
  };
  const both = function* (keyA: Key, keyB: Key): Generator<readonly [readonly number[], readonly number[]]> {
    const right = groups(ofB, keyB);
    for (const [key, left] of groups(ofA, keyA)) yield [left, right.get(key) ?? []];
  };
  return {
    ofA, ofB, pair,
    unique: (keyA, keyB, how, may = () => true) => {
      let any = false;
      for (const [[a, ...moreA], [b, ...moreB]] of both(keyA, keyB)) {
        if (a === undefined || b === undefined || moreA.length + moreB.length > 0 || !may(a, b)) continue;
        pair(a, b, how);
        any = true;
      }
      return any;
    },
    inOrder: (keyA, keyB, how) => {
      let any = false;
      for (const [left, right] of both(keyA, keyB)) {
        if (left.length !== right.length) continue;
        left.forEach((a, at) => pair(a, right[at] ?? -1, how));
        any ||= left.length > 0;
      }
      return any;
    },
    nearest: (keyA, keyB, near, least) => {
      let any = false;
      for (const [left, right] of both(keyA, keyB)) {
        if (right.length === 0 || left.length * right.length > MOST_COMPARED) continue;
        for (const [a, b] of mutual(left, right, near, least)) {
          pair(a, b, "near");
          any = true;
        }
      }
      return any;
    },
    pairs: () => [...ofA].flatMap((b, a): Pair[] => (b === -1 ? [] : [{ a, b, how: likeness.get(a) ?? "same" }])),
  };
}

/** Those that are each other's nearest, by far enough. */
function mutual(
  left: readonly number[], right: readonly number[], near: (a: number, b: number) => number, least: number,
): [number, number][] {
  const scores = left.map((a) => right.map((b) => near(a, b)));
  const best = (list: readonly number[]): number | null => {
    let [at, most, second] = [-1, 0, 0];
    list.forEach((score, place) => {
      if (score > most) [at, second, most] = [place, most, score];
      else if (score > second) second = score;
    });
    return most >= least && most - second >= MARGIN ? at : null;
  };
  return left.flatMap((a, i): [number, number][] => {
    const j = best(scores[i] ?? []);
    const b = j === null ? undefined : right[j];
    if (j === null || b === undefined) return [];
    return best(scores.map((row) => row[j] ?? 0)) === i ? [[a, b]] : [];
  });
}
