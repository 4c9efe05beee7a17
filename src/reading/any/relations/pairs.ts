import { fixedPattern, type Pattern } from "./pattern";
import { firstAt, risingOf } from "./rising";
import { leastUnitOf, slackOf, valueAt, type Way } from "./way";

/** Pairs are looked for among so many places; where there are more, among those that stand near each other. */
const MOST_PLACES = 80;
const NEAR = 8;
/** On so many tracks. */
const MOST_TRACKS = 40;

/** So many numbers are looked up before others may run. */
const STEP = 50_000;

/** Every two places that come to a third on several tracks, in steps. */
export function* pairPatterns(way: Way, open: readonly number[], fewest: number): Generator<void, Pattern[]> {
  const tracks = way.tracks.length;
  const step = Math.max(1, Math.floor(tracks / MOST_TRACKS));
  const far = open.length > MOST_PLACES ? NEAR : open.length;
  const found = new Map<number, number>();
  const n = way.places.length;
  const isNear = far < open.length;
  const [ats, values] = [new Uint32Array(open.length), new Float64Array(open.length)];
  for (let track = 0; track < tracks; track += step) {
    yield;
    const unit = leastUnitOf(way, track);
    const room = slackOf(way, track, unit, 2);
    // the numbers of the track that are not 0, by their place in `open`
    let count = 0;
    open.forEach((place, at) => {
      const value = valueAt(way, track, place);
      if (Number.isNaN(value) || value === 0) return;
      ats[count] = at;
      values[count] = value;
      count += 1;
    });
    const rising = isNear ? null : risingOf(values.subarray(0, count));
    const [least, most] = rising ? [rising.sorted[0] ?? 0, rising.sorted[count - 1] ?? 0] : [-Infinity, Infinity];
    for (let i = 0, work = 0; i < count; i++) {
      work += far;
      if (work >= STEP) {
        yield;
        work = 0;
      }
      for (let j = i + 1; j < count; j++) {
        const [a, b] = [ats[i] ?? 0, ats[j] ?? 0];
        if (b - a > far) break;
        const sum = (values[i] ?? 0) + (values[j] ?? 0);
        if (least > sum + room || most < sum - room) continue;
        const list = rising?.places ?? nearBy(values, count, i, sum, room);
        for (let k = rising ? firstAt(rising.sorted, sum - room) : 0; k < list.length; k++) {
          const c = list[k] ?? 0;
          if ((values[c] ?? 0) > sum + room) break;
          if (c === i || c === j || Math.abs((ats[c] ?? 0) - a) > far) continue;
          const key = ((open[ats[c] ?? 0] ?? 0) * n + (open[a] ?? 0)) * n + (open[b] ?? 0);
          found.set(key, (found.get(key) ?? 0) + 1);
        }
      }
    }
  }
  const width = Math.min(open.length, far);
  const cost = Math.log2((open.length * width * width) / 2);
  return [...found].flatMap(([key, times]) =>
    times < fewest ? [] : [fixedPattern(way, Math.floor(key / n / n), [Math.floor(key / n) % n, key % n], { kind: "pair", cost })],
  );
}

const NONE: readonly number[] = [];

/** Those near a place that are a sum but for rounding: of very many numbers as many again are so by chance, nearly none of them near. */
function nearBy(values: Float64Array, count: number, place: number, sum: number, room: number): readonly number[] {
  let found = NONE;
  for (let k = Math.max(0, place - NEAR); k <= place + NEAR && k < count; k++) {
    const value = values[k] ?? 0;
    if (value >= sum - room && value <= sum + room) found = [...found, k];
  }
  return found.length > 1 ? [...found].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0)) : found;
}
