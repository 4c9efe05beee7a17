import type { Claim } from "../claims/claim";
import { textRole } from "../claims/roles";
import type { CheckedClaim } from "./against";
import { computedFrom, sharesOf } from "./computed";
import { isTurned } from "./doubts";
import type { TableFact } from "./facts";
import { digitsOf, isCoarse, isSaidOf, isSame, slipOf } from "./figures";
import { factsFor, linesFor, type FactIndex, type FactMatch, type LineMatch, type Side } from "./match";
import { isFiller, keysOf, wordsOf, type Word } from "./words";

/** From here on a cell is likely the one that is meant; from there on surely, where no other comes near. */
const [LIKELY, SURE] = [0.42, 0.76];
/** The second best has to be so much worse. */
const AHEAD = 0.86;
/** A figure of so many digits that stands in a cell whose words fit somewhat is that cell's. */
const TELLING_DIGITS = 4;
const SOMEWHAT = 0.3;

/** What is known of a claim while it is judged. */
interface Looked {
  readonly claim: Claim;
  readonly words: readonly Word[];
  readonly side: Side;
  /** Nothing stands before the figure that could be a label. */
  readonly isBare: boolean;
  readonly lines: readonly LineMatch[];
  readonly facts: readonly FactMatch[];
}

/** The figure before it in its sentence. */
interface Before {
  readonly looked: Looked;
  readonly checked: CheckedClaim;
}

const verdict = (claim: Claim, more: Partial<CheckedClaim>): CheckedClaim =>
  ({ claim, verdict: "not-found", fact: null, computed: null, slip: null, elsewhere: null, ...more });

/** Holds each figure of a text against the tables. One step a figure; as many are given back, in their order. */
export function* judging(claims: readonly Claim[], index: FactIndex): Generator<void, CheckedClaim[]> {
  const looked: Looked[] = [];
  const checked: CheckedClaim[] = [];
  for (const claim of claims) {
    const [last, said] = claim.follows === null ? [] : [looked[claim.follows], checked[claim.follows]];
    const before = last && said ? { looked: last, checked: said } : null;
    const one = look(claim, before, index);
    looked.push(one);
    checked.push(judge(one, before, claim.under === null ? null : (checked[claim.under] ?? null)));
    yield;
  }
  return checked;
}

/** Labels stand before their figures, else behind: where nothing stands before, and where only what stands behind is of a table. */
function look(claim: Claim, before: Before | null, index: FactIndex): Looked {
  const context = new Set(keysOf(claim.context));
  const said = wordsOf(claim.before);
  // a figure that no table knows may be part of a name: "xe 5 chỗ", "trường số 2"
  const last = before?.looked.claim;
  const isName = before?.checked.verdict !== "agrees" && last !== undefined && digitsOf(last) <= 2 && last.kind !== "money";
  const own = isName && before ? [...before.looked.words, ...wordsOf(last.text), ...said] : said;
  const words = weightOf(own, index) < BARE && before ? [...before.looked.words, ...own] : own;
  const sides = (["before", "after"] as const).map((side): Looked => {
    const taken = side === "before" ? words : wordsOf(claim.after);
    const lines = linesFor(taken, side, context, index);
    const near = side === "before" ? [...taken, ...wordsOf(claim.after)] : [...own, ...taken];
    const read = side === "after" && claim.role === null ? { ...claim, role: textRole(claim.after) } : claim;
    return { claim: read, words: taken, side, lines, facts: factsFor(read, lines, near, context), isBare: weightOf(own, index) < BARE };
  });
  const [first, second] = sides as [Looked, Looked];
  const better = before?.looked.side === "after" ? EQUALLY : BEHIND;
  return (second.facts[0]?.score ?? 0) * better > (first.facts[0]?.score ?? 0) ? second : first;
}
const BARE = 1;
/** What stands behind a figure is more often the next one's. */
const BEHIND = 0.7;
const EQUALLY = 1.1;

const weightOf = (words: readonly Word[], { weights }: FactIndex): number =>
  words.reduce((sum, { key }) => sum + (isFiller(key) ? 0 : weights.of(key)), 0);

/** `whole`: what was said of the figure that it is a part of; null where it is of none. */
function judge(one: Looked, before: Before | null, whole: CheckedClaim | null): CheckedClaim {
  const { claim, facts } = one;
  const fitting = facts.filter(({ otherYear }) => !otherYear);
  const best = fitting[0] ?? null;
  const top = best?.score ?? 0;
  const equal = fitting.find(({ fact, score }) =>
    isSaidOf(claim, fact) && score >= SOMEWHAT && (score >= AHEAD * top * 0.7 || digitsOf(claim) >= TELLING_DIGITS));
  if (equal) return verdict(claim, { verdict: "agrees", fact: equal.fact });
  const computed = comesOf(one, before);
  if (computed) return computed;
  if (!best || top < LIKELY) return verdict(claim, foundElsewhere(one));
  const { fact } = best;
  const slip = slipOf(claim, fact);
  const elsewhere = facts.find((other) => other.score >= SOMEWHAT && other.fact !== fact && isSame(claim, other.fact))?.fact
    ?? sameLine(claim, best);
  const told = { fact, slip, elsewhere };
  const isDoubted = isTurned(claim, fact) || (whole !== null && whole.fact?.line.table !== fact.line.table);
  return verdict(claim, { ...told, verdict: !isDoubted && isSure(one, best, fitting, told) ? "differs" : "unsure" });
}

/** A figure of many digits that stands in a cell about which the text is not. */
function foundElsewhere({ claim, facts }: Looked): Partial<CheckedClaim> {
  const other = facts.find(({ fact, score }) => score >= SOMEWHAT && isSame(claim, fact));
  return other ? { verdict: "unsure", fact: null, elsewhere: other.fact } : {};
}

const sameLine = (claim: Claim, { line: { line }, fact }: FactMatch): TableFact | null =>
  line.facts.find((other) => other !== fact && other.kind === fact.kind && isSame(claim, other)) ?? null;

/** Whether there is no doubt which cell is meant, and that it says something else. */
function isSure(
  { claim, side, isBare, facts }: Looked, best: FactMatch, fitting: readonly FactMatch[],
  { slip, elsewhere }: Pick<CheckedClaim, "slip" | "elsewhere">,
): boolean {
  const { fact, score, line } = best;
  if (score < SURE || (side === "after" && !isBare) || claim.manner !== "plain") return false;
  if (claim.value2 !== null || fact.value2 !== null) return false;
  if (claim.kind === "unknown" || fact.kind === "unknown" || claim.kind !== fact.kind || fact.others.length > 0) return false;
  if (best.otherRole || isCoarse(claim, fact)) return false;
  if (claim.comparator !== null && claim.comparator !== "=" && claim.comparator !== fact.comparator) return false;
  // a result is held against a target by its limit, not by its value
  if (fact.comparator !== null && claim.role !== "plan" && claim.comparator !== fact.comparator) return false;
  if (fact.role === "plan" && claim.role !== "plan" && claim.kind !== "money") return false;
  const rival = fitting.find((other) => other.fact !== fact && !isSame(other.fact, fact));
  if (rival && rival.score > score * AHEAD) return false;
  const years = new Set(line.line.facts.flatMap(({ year, kind }) => (year !== null && kind === fact.kind ? [year] : [])));
  if (fact.year !== null && !(claim.years.length === 1 && (claim.ownYears || claim.headedYears)) && years.size > 1) return false;
  if (claim.years.length > 1 && years.size > 0) return false;
  const isOtherYear = elsewhere?.line === fact.line && elsewhere.year !== fact.year && elsewhere.role === fact.role;
  if (elsewhere) return isOtherYear && fact.year !== null && claim.ownYears;
  const isOther = facts.some((other) => other.score >= SOMEWHAT && other.fact !== fact && isSame(claim, other.fact));
  if (isOther) return false;
  if (slip !== null && TELLING.has(slip)) return true;
  if (slip !== null) return digitsOf(claim) >= 3 || digitsOf(fact) >= 3 || score >= VERY;
  return score >= VERY && line.covered >= 0.97 && line.foreign <= 0.3;
}
const VERY = 0.86;
/** What leaves a mark that chance rarely leaves, also in figures of two digits. */
const TELLING: ReadonlySet<string> = new Set(["digits-swapped", "thousand-fold"]);

/** A figure that comes of the cells of its line, or of the line of the figure before it. */
function comesOf(one: Looked, before: Before | null): CheckedClaim | null {
  const { claim, lines } = one;
  for (const { line, score } of lines.slice(0, MOST_TRIED)) {
    if (score < LIKELY) break;
    const computed = computedFrom(claim, line);
    if (computed) return verdict(claim, { verdict: "agrees", fact: computed.of[0] ?? null, computed });
  }
  const last = before?.checked;
  if (claim.manner === "plain" || !last?.fact) return null;
  const { fact } = last;
  const inherited: Claim = { ...claim, years: claim.years.length > 0 || fact.year === null ? claim.years : [fact.year] };
  const computed = computedFrom(inherited, fact.line);
  if (computed) return verdict(claim, { verdict: "agrees", fact: computed.of[0] ?? null, computed });
  if (claim.kind !== "share" || last.verdict !== "agrees") return null;
  // of that very cell, and the one that the text names: nothing else can be meant
  const way = claim.manner === "growth" ? "growth" : claim.manner === "ratio" ? "ratio" : "part";
  const meant = sharesOf(inherited, fact.line, fact.line.facts).filter((other) => other.way === way && other.of[0] === fact);
  const [only] = meant;
  if (!only) return null;
  const slip = slipOf(claim, { value: Number(only.value.toFixed(decimalsIn(claim))), step: claim.step });
  const isOnly = meant.length === 1 && claim.baseYears.length === 1 && way === "growth" && digitsOf(claim) >= 2;
  return verdict(claim, { verdict: isOnly && slip !== null && slip !== "digit-wrong" ? "differs" : "unsure", fact, computed: only, slip });
}
const MOST_TRIED = 3;

const decimalsIn = ({ step }: Claim): number => Math.max(0, Math.round(-Math.log10(step)));
