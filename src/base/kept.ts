/** So many answers are kept before all are forgotten: names of columns and captions are few, whatever workbooks come. */
const MOST = 1000;

/** What depends on its key alone is found once. At most `most` answers are kept; after that all are forgotten. */
export function kept<K, V>(find: (key: K) => V, most = MOST): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = find(key);
    known.set(key, found);
    return found;
  };
}
