import type { Pairing } from "./pairing";

/** Between which two paired lines one stands that has no pair, by their places on the left; `known` tells them. */
export function gaps(of: Int32Array, known: (place: number) => number): (place: number) => string {
  const [before, after] = [new Int32Array(of.length), new Int32Array(of.length)];
  let last = -1;
  for (let at = 0; at < of.length; at++) {
    before[at] = last;
    if (of[at] !== -1) last = known(at);
  }
  last = -1;
  for (let at = of.length - 1; at >= 0; at--) {
    after[at] = last;
    if (of[at] !== -1) last = known(at);
  }
  return (place) => `${before[place]} ${after[place]}`;
}

/** Pairs lines of two gaps between lines that are paired with each other, where both gaps hold as many and each may be its like. */
export function between({ ofA, ofB, pair }: Pairing, may: (a: number, b: number) => boolean): boolean {
  let any = false;
  for (let first = 0; first < ofA.length; first++) {
    if (ofA[first] !== -1) continue;
    let end = first;
    while (end < ofA.length && ofA[end] === -1) end += 1;
    const from = first === 0 ? 0 : (ofA[first - 1] ?? -1) + 1;
    const to = end === ofA.length ? ofB.length : (ofA[end] ?? -1);
    const places = Array.from({ length: end - first }, (_, at) => [first + at, from + at] as const);
    if (to - from === end - first && places.every(([a, b]) => ofB[b] === -1 && may(a, b))) {
      for (const [a, b] of places) pair(a, b, "near");
      any = true;
    }
    first = end;
  }
  return any;
}
