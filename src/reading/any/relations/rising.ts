/** Numbers in their order, with the places where they stood. */
export interface Rising {
  readonly sorted: Float64Array;
  readonly places: Uint32Array;
}

export function risingOf(values: Float64Array): Rising {
  const places = Uint32Array.from(values, (_, place) => place).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  return { sorted: Float64Array.from(places, (place) => values[place] ?? 0), places };
}

/** The first of rising numbers that is no less; `firstFrom` written out: its calls would make all that looks up a fifth slower. */
export function firstAt(sorted: Float64Array, least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
