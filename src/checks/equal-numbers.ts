/** A search through numbers of one table, column by column. */
export type EqualPlaces = (numbers: Float64Array, places: readonly number[], groups: readonly number[]) => number[][];

/** Of a number that stands at more places than these nobody asks which they are. */
const MOST_STEPS = 16;

/**
 * Finds places, out of those given in rising order, at which the same number stands: a list for each number other than 0 that stands at two
 * of them or more in one group. A table of slots costs less than sorting, and the same for each number; its memory is used again for each
 * search.
 */
export function equalFinder(most: number): EqualPlaces {
  const size = Math.ceil(Math.log2(2 * most + 2));
  const mask = 2 ** size - 1;
  // by slot: the last place of its number, from 1; by place: the place of the same number before, from 1
  const [slots, before] = [new Int32Array(mask + 1), new Int32Array(most)];
  const bits = new Int32Array(2);
  const number = new Float64Array(bits.buffer);
  return (numbers, places, groups) => {
    if (places.length < 2) return [];
    let repeated: Set<number> | null = null;
    slots.fill(0);
    for (const place of places) {
      const value = numbers[place] ?? 0;
      if (value === 0) continue;
      number[0] = value;
      // the upper bits of a product depend on all bits of its factors (D. Knuth, The Art of Computer Programming 3, 6.4)
      let slot = Math.imul((bits[0] ?? 0) + Math.imul(bits[1] ?? 0, 0x85ebca6b), 0x9e3779b1) >>> (32 - size);
      let last = slots[slot] ?? 0;
      while (last !== 0 && numbers[last - 1] !== value) {
        slot = (slot + 1) & mask;
        last = slots[slot] ?? 0;
      }
      before[place] = last;
      slots[slot] = place + 1;
      const group = groups[place];
      for (let step = 0; last !== 0 && step < MOST_STEPS; step++) {
        if (groups[last - 1] === group) repeated = (repeated ?? new Set<number>()).add(slot);
        last = before[last - 1] ?? 0;
      }
      if (last !== 0) repeated = (repeated ?? new Set<number>()).add(slot);
    }
    return [...(repeated ?? [])].map((slot) => {
      const found: number[] = [];
      for (let last = slots[slot] ?? 0; last !== 0; last = before[last - 1] ?? 0) found.push(last - 1);
      return found.reverse();
    });
  };
}
