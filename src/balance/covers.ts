/** Sets of keys that cover all items, each item once, as few keys as possible. */

/** Steps of one search; a table that needs more has too many mistakes to be told apart. */
const MAX_STEPS = 10_000;

/** Smallest covers that are told. */
const MAX_COVERS = 16;

/**
 * The smallest exact covers of the items by at most `most` of the sets, at most 16 of them, and those that
 * 10,000 steps of the search find.
 */
export function exactCovers<S extends { readonly items: readonly number[] }>(
  items: readonly number[], sets: readonly S[], most: number,
): S[][] {
  // the largest sets together are too small where there are very many items
  const largest = sets.map((set) => set.items.length).sort((a, b) => b - a).slice(0, most);
  if (largest.reduce((all, length) => all + length, 0) < items.length) return [];
  const holding = new Map<number, S[]>(items.map((item) => [item, []]));
  for (const set of sets) for (const item of set.items) holding.get(item)?.push(set);
  let steps = 0;
  const found: S[][] = [];
  const search = (covered: ReadonlySet<number>, chosen: readonly S[], size: number): void => {
    steps += 1;
    if (steps > MAX_STEPS || found.length >= MAX_COVERS) return;
    if (covered.size === items.length) return void found.push([...chosen]);
    if (chosen.length === size) return;
    const fits = (set: S) => set.items.every((item) => !covered.has(item));
    // the item with the fewest ways decides first
    const options = items.filter((item) => !covered.has(item)).map((item) => (holding.get(item) ?? []).filter(fits));
    const fewest = options.reduce((least, option) => (option.length < least.length ? option : least));
    for (const set of fewest) search(new Set([...covered, ...set.items]), [...chosen, set], size);
  };
  for (let size = 1; size <= Math.min(most, items.length) && found.length === 0; size += 1) search(new Set(), [], size);
  return found;
}
