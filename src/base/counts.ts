/** How often each word was met; counts of two heaps add up. */
export type Counts = Map<string, number>;

export function countIn(counts: Counts, word: string, times = 1): void {
  counts.set(word, (counts.get(word) ?? 0) + times);
}

export function mergeCounts(into: Counts, from: ReadonlyMap<string, number>): void {
  for (const [word, times] of from) countIn(into, word, times);
}

/** The commonest word; of equally common ones the first in the order of characters. "" where there is none. */
export function commonest(counts: ReadonlyMap<string, number>): string {
  let best = "";
  let most = 0;
  for (const [word, times] of counts) {
    if (times > most || (times === most && word < best)) {
      best = word;
      most = times;
    }
  }
  return best;
}

/** The first few of many texts in the order of characters, and how many there were: the same few whatever the order in which they came. */
export interface Few {
  count: number;
  first: string[];
}

/** More names than this are told by their number. */
const MOST = 40;

export function few(): Few {
  return { count: 0, first: [] };
}

/** The few that are kept under a key: none yet where nothing was. */
export function fewAt<K>(known: Map<K, Few>, key: K): Few {
  const there = known.get(key) ?? few();
  known.set(key, there);
  return there;
}

export function addFew(into: Few, text: string): void {
  into.count += 1;
  keep(into, text);
}

export function mergeFew(into: Few, from: Few): void {
  into.count += from.count;
  for (const text of from.first) keep(into, text);
}

function keep({ first }: Few, text: string): void {
  const last = first.at(-1);
  if (first.length >= MOST && last !== undefined && text >= last) return;
  let at = first.length;
  while (at > 0 && (first[at - 1] ?? "") > text) at -= 1;
  first.splice(at, 0, text);
  if (first.length > MOST) first.pop();
}
