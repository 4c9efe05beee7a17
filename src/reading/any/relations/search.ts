import type { Layout } from "../layout";
import { takeBroken } from "./broken";
import { STANDS, weigh, type Weighed } from "./evidence";
import { Ledger } from "./ledger";
import { pairPatterns } from "./pairs";
import type { Pattern } from "./pattern";
import { asDifference } from "./remainder";
import { runsIn } from "./runs";
import { saidPatterns } from "./said";
import { stridesOf } from "./strides";
import { treePatterns } from "./tree";
import type { Way } from "./way";
import { ENOUGH, EVERYWHERE, EVERYWHERE_SAID, INNER, OF_EDGE, OF_PAIR, OF_STRIDE, OF_TREE, OF_WORDS } from "./weights";

/** Totals of totals of totals: nobody nests deeper. */
const ROUNDS = 12;
/** What speaks for a kind of pattern before its numbers are looked at. */
const BONUS = { said: OF_TREE, tree: OF_TREE, run: 0, stride: OF_STRIDE, pair: OF_PAIR } as const;

interface Judged {
  readonly pattern: Pattern;
  readonly weighed: Weighed;
  readonly score: number;
}

/** So many numbers are held against patterns before others may run: some hundredths of a second. */
const STEP = 100_000;

/** Finds what adds up to what in one way of adding up, in steps: what is said, the tree, what stands side by side, strides, and pairs. */
export function* settling(layout: Layout, way: Way): Generator<void, Ledger> {
  const ledger = new Ledger(way);
  const all = way.places.map((_, place) => place);
  yield* takeSaid(way, ledger, saidPatterns(layout, way));
  const take = (patterns: readonly Pattern[]) => takeBest(layout, way, ledger, patterns);
  const runs = () => runsIn(way, all, ledger.masked, "run");
  const tree = yield* treePatterns(layout, way);
  yield;
  if (!way.isOfShares) yield* takeBroken(way, ledger, tree);
  yield;
  // what had been taken in when a round found nothing more
  let settled = -1;
  for (let round = 0; round < ROUNDS && settled < 0; round++)
    if (!(yield* take([...(round === 0 ? tree : []), ...(yield* runs())]))) settled = ledger.accepted.length;
  const unmasked = new Uint8Array(ledger.masked.length);
  for (const order of yield* stridesOf(layout, way, all)) yield* take(yield* runsIn(way, order, unmasked, "stride"));
  yield* take(yield* pairPatterns(way, all, way.tracks.length > 2 ? 2 : 1));
  for (let round = 0; round < ROUNDS && settled !== ledger.accepted.length; round++)
    if (!(yield* take(yield* runs()))) break;
  return ledger;
}

/** What words say is so wherever it can be, unless it holds nowhere: then the words are wrong ("6=4*6"). */
function* takeSaid(way: Way, ledger: Ledger, patterns: readonly Pattern[]): Generator<void, void> {
  for (const pattern of patterns) {
    yield;
    const weighed = weigh(way, pattern);
    const { comparable, holding, stands } = weighed;
    if (comparable > 1 && holding < comparable / 2) continue;
    yield* ledger.accept(pattern, weighed, way.tracks.flatMap((_, track) => (stands[track] === STANDS.nothing ? [] : [track])));
  }
}

function* takeBest(layout: Layout, way: Way, ledger: Ledger, patterns: readonly Pattern[]): Generator<void, boolean> {
  // what was looked up before this
  yield;
  const judged: Judged[] = [];
  let work = 0;
  for (const pattern of patterns) {
    const one = judge(way, pattern);
    if (one.score >= ENOUGH) judged.push(one);
    work += way.tracks.length;
    if (work < STEP) continue;
    yield;
    work = 0;
  }
  const inner = innerOf(judged);
  const first = (one: Judged): number => Number(inner.has(one));
  judged.sort((a, b) => first(b) - first(a) || b.score - a.score || b.pattern.places.length - a.pattern.places.length);
  let any = false;
  for (const { pattern, weighed } of judged) {
    const tracks = tracksOf(way, pattern, weighed);
    if (pattern.kind === "run" && ledger.isStale(pattern, tracks)) continue;
    if (yield* ledger.accept(asDifference(layout, way, pattern), weighed, tracks)) any = true;
    work += tracks.length * pattern.places.length;
    if (work < STEP) continue;
    yield;
    work = 0;
  }
  return any;
}

/** Sums of what another one adds up as well: they come first, so that the other one finds their total instead. */
function innerOf(judged: readonly Judged[]): ReadonlySet<Judged> {
  const runs = judged.filter(({ pattern }) => pattern.kind === "run");
  const spans = runs.map(({ pattern: { places } }) => [Math.min(...places), Math.max(...places)] as const);
  return new Set(
    runs.filter(({ pattern: { total, places }, score }, a) => {
      const [from, to] = spans[a] ?? [0, 0];
      return score >= ENOUGH + INNER && runs.some(({ pattern }, b) => {
        const [low, high] = spans[b] ?? [0, 0];
        const isWithin = low <= from && to <= high && pattern.places.length > places.length;
        return isWithin && (total < low || total > high) && pattern.total !== total;
      });
    }),
  );
}

function judge(way: Way, pattern: Pattern): Judged {
  const weighed = weigh(way, pattern);
  const said = way.said[pattern.total] === true ? OF_WORDS : 0;
  const edge = pattern.edge === true ? OF_EDGE : 0;
  const score = weighed.bits - pattern.cost + BONUS[pattern.kind] + said + edge;
  return { pattern, weighed, score: weighed.to < weighed.from ? Number.NEGATIVE_INFINITY : score };
}

/** A pattern that holds nearly everywhere is believed everywhere; where words or the tree say it, it need hold in half of all only. */
function tracksOf(way: Way, { kind, total, count }: Pattern, { stands, from, to, holding, comparable }: Weighed): number[] {
  const isSaid = kind === "tree" || way.said[total] === true;
  const everywhere = holding >= (isSaid ? EVERYWHERE_SAID : EVERYWHERE) * comparable || (holding > 1 && holding === comparable - 1);
  return way.tracks.flatMap((_, track) => {
    const state = stands[track];
    if (state === STANDS.nothing) return [];
    if (state !== STANDS.misses) return everywhere || (track >= from && track <= to) ? [track] : [];
    // a copy that differs is no sum
    return count(track) > 1 && (everywhere || (track > from && track < to)) ? [track] : [];
  });
}
