import { firstFrom } from "../../../base";
import { fixedPattern, type Pattern } from "./pattern";
import { leastUnitOf, slackOf, valueAt, type Way } from "./way";

/** Pairs are looked for among so many places; where there are more, among those that stand near each other. */
const MOST_PLACES = 80;
const NEAR = 8;
/** On so many tracks. */
const MOST_TRACKS = 40;

interface Numbered {
  readonly place: number;
  readonly at: number;
  readonly value: number;
}

const NONE: readonly Numbered[] = [];

/** Every two places that come to a third on several tracks, in a step for each. */
export function* pairPatterns(way: Way, open: readonly number[], fewest: number): Generator<void, Pattern[]> {
  const tracks = way.tracks.length;
  const step = Math.max(1, Math.floor(tracks / MOST_TRACKS));
  const far = open.length > MOST_PLACES ? NEAR : open.length;
  const found = new Map<number, number>();
  const n = way.places.length;
  for (let track = 0; track < tracks; track += step) {
    yield;
    const unit = leastUnitOf(way, track);
    const room = slackOf(way, track, unit, 2);
    const numbers = open.flatMap((place, at) => {
      const value = valueAt(way, track, place);
      return Number.isNaN(value) || value === 0 ? [] : [{ place, at, value }];
    });
    const isNear = far < open.length;
    const sorted = isNear ? [] : [...numbers].sort((a, b) => a.value - b.value);
    const from = (near: number): number => firstFrom(sorted.length, (at) => (sorted[at]?.value ?? 0) >= near);
    for (let i = 0; i < numbers.length; i++)
      for (let j = i + 1; j < numbers.length; j++) {
        const [a, b] = [numbers[i], numbers[j]];
        if (!a || !b || b.at - a.at > far) break;
        const sum = a.value + b.value;
        const list = isNear ? nearBy(numbers, i, sum, room) : sorted;
        for (let k = isNear ? 0 : from(sum - room); k < list.length; k++) {
          const c = list[k];
          if (!c || c.value > sum + room) break;
          if (c.place === a.place || c.place === b.place || Math.abs(c.at - a.at) > far) continue;
          const key = (c.place * n + a.place) * n + b.place;
          found.set(key, (found.get(key) ?? 0) + 1);
        }
      }
  }
  const width = Math.min(open.length, far);
  const cost = Math.log2((open.length * width * width) / 2);
  return [...found].flatMap(([key, times]) =>
    times < fewest ? [] : [fixedPattern(way, Math.floor(key / n / n), [Math.floor(key / n) % n, key % n], { kind: "pair", cost })],
  );
}

/** Those near a place that are a sum but for rounding: of very many numbers as many again are so by chance, nearly none of them near. */
function nearBy(numbers: readonly Numbered[], place: number, sum: number, room: number): readonly Numbered[] {
  let found = NONE;
  for (let k = Math.max(0, place - NEAR); k <= place + NEAR && k < numbers.length; k++) {
    const c = numbers[k];
    if (c && c.value >= sum - room && c.value <= sum + room) found = [...found, c];
  }
  return found.length > 1 ? [...found].sort((a, b) => a.value - b.value) : found;
}
