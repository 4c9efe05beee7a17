/**
 * The keys of rows, each only once: a row that was copied brings its hidden key along, but the copy is another row ("A.1@2"). A table of
 * slots tells that a key is a new one; it costs a third of a Map, and nearly all keys are.
 */
export function distinctKeys(keys: readonly string[]): string[] {
  const size = Math.ceil(Math.log2(2 * keys.length + 2));
  const mask = 2 ** size - 1;
  // the place of a key, from 1
  const slots = new Int32Array(mask + 1);
  const counts = new Map<string, number>();
  const found: string[] = [];
  for (const key of keys) {
    let slot = hashOf(key) >>> (32 - size);
    let place = slots[slot] ?? 0;
    while (place !== 0 && keys[place - 1] !== key) {
      slot = (slot + 1) & mask;
      place = slots[slot] ?? 0;
    }
    if (place === 0) slots[slot] = found.push(key);
    else {
      const count = (counts.get(key) ?? 1) + 1;
      counts.set(key, count);
      found.push(`${key}@${count}`);
    }
  }
  return found;
}

/** The upper bits of a product depend on all bits of its factors (D. Knuth, The Art of Computer Programming 3, 6.4). */
function hashOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash, 31) + key.charCodeAt(at);
  return Math.imul(hash, 0x9e3779b1);
}
