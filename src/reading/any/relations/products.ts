import { isRoundedProduct } from "../../../tables";
import type { BelievedRelation } from "../believed";
import { HELD, holdsNumbers, type Layout } from "../layout";

/** Columns that may be multiplied with each other; of more no combination is tried. */
const MOST_COLUMNS = 16;
/** Lines that have to hold before numbers alone speak for it, and the share of them from which the others are believed. */
const [LEAST_LINES, MOST_HOLD, RULE_HOLDS] = [4, 0.75, 0.5] as const;
/** From this share of its lines on that come out exactly, the factors of a claim were not rounded. */
const EXACT = 0.9;
/** So many lines are multiplied before others may run. */
const STEP = 50_000;
/** How sure a line is that fails while the others hold: where a rule of the form says it, and where the numbers do. */
const SURE = { said: 1, numbers: 0.8 } as const;

interface Factored {
  readonly op: "product" | "ratio";
  readonly total: number;
  readonly parts: readonly number[];
  readonly factor: number;
}

interface Claim extends Factored {
  readonly rounded: boolean;
}

/**
 * Columns that are products or shares of others in their line: as a rule of the form says, or as the numbers of most lines show. In
 * steps.
 */
export function* productsIn(layout: Layout): Generator<void, BelievedRelation[]> {
  const said = layout.rules.flatMap(({ axis, op, total, parts, factor }) =>
    axis === "row" && (op === "product" || op === "ratio") && parts.length > 1
      ? factorsOf(op, factor).map((one): Factored => ({ op, total, parts, factor: one }))
      : [],
  );
  const told = yield* bestOf(layout, said, RULE_HOLDS, 1);
  const taken = new Set(told.map(({ total }) => total));
  const shown = yield* bestOf(layout, candidates(layout).filter(({ total }) => !taken.has(total)), MOST_HOLD, LEAST_LINES);
  return [
    ...told.flatMap((claim) => relationsOf(layout, claim, "rule-row", SURE.said)),
    ...shown.flatMap((claim) => relationsOf(layout, claim, "numbers", SURE.numbers)),
  ];
}

/** A share is a fraction or in points. */
function factorsOf(op: Claim["op"], factor: number | null): number[] {
  return op === "product" ? [1] : factor === null ? [1, 100] : [factor];
}

/** Of each total the claim that most lines hold. */
function* bestOf(
  layout: Layout, claims: readonly Factored[], share: number, least: number,
): Generator<void, Claim[]> {
  const best = new Map<number, { readonly claim: Claim; readonly held: number }>();
  let work = 0;
  for (const claim of claims) {
    if (work >= STEP) {
      yield;
      work = 0;
    }
    work += layout.lines.length;
    const { held, failed, exact } = countedIn(layout, claim, share);
    if (held < least || held < share * (held + failed)) continue;
    if (held > (best.get(claim.total)?.held ?? 0)) best.set(claim.total, { claim: { ...claim, rounded: exact < EXACT * held }, held });
  }
  return [...best.values()].map(({ claim }) => claim);
}

/** The number in a cell; 0 where there is none. */
function numberIn({ columns, numbers: { values, holds } }: Layout, line: number, column: number): number {
  const at = line * columns.length + column;
  return holds[at] === HELD.number ? (values[at] ?? 0) : 0;
}

/** A line says something where nothing is blank or zero: as a factor it would let everything hold. */
function isTold(layout: Layout, { total, parts }: Factored, line: number): boolean {
  if (numberIn(layout, line, total) === 0) return false;
  for (const part of parts) if (numberIn(layout, line, part) === 0) return false;
  return true;
}

/** In how many lines it holds, exactly among them, and in how many not; as far as it may still hold in that share of them. */
function countedIn(
  layout: Layout, claim: Factored, share: number,
): { readonly held: number; readonly exact: number; readonly failed: number } {
  let [held, exact, failed] = [0, 0, 0];
  const seen = new Set<string>();
  const most = layout.lines.length * (1 - share);
  const factors = { ...claim, parts: claim.parts.map(() => 0), rounded: true };
  for (let line = 0; line < layout.lines.length && failed <= most; line++) {
    if (!isTold(layout, claim, line)) continue;
    const stated = numberIn(layout, line, claim.total);
    for (let at = 0; at < claim.parts.length; at++) factors.parts[at] = numberIn(layout, line, claim.parts[at] ?? -1);
    if (!isRoundedProduct(stated, factors)) {
      failed += 1;
      continue;
    }
    // the same numbers again, and a factor 1, tell nothing new
    const key = factors.parts.join(" ");
    if (seen.has(key) || factors.parts.includes(1)) continue;
    seen.add(key);
    held += 1;
    if (isRoundedProduct(stated, { ...factors, rounded: false })) exact += 1;
  }
  return { held, exact, failed };
}

/** Shares of two amounts, and products of two columns before them. */
function candidates({ columns }: Layout): Factored[] {
  const places = columns.flatMap(({ kind }, at) => (holdsNumbers(kind) ? [at] : []));
  if (places.length > MOST_COLUMNS) return [];
  const amounts = places.filter((at) => columns[at]?.kind !== "share");
  return places.flatMap((total) => {
    const others = amounts.filter((at) => at !== total);
    if (columns[total]?.kind === "share")
      return others.flatMap((first) =>
        others.flatMap((second) =>
          first === second ? [] : [1, 100].map((factor): Factored => ({ op: "ratio", total, parts: [first, second], factor })),
        ),
      );
    const before = others.filter((at) => at < total);
    return before.flatMap((first) =>
      before.flatMap((second): Factored[] => (first < second ? [{ op: "product", total, parts: [first, second], factor: 1 }] : [])),
    );
  });
}

function relationsOf(layout: Layout, claim: Claim, from: BelievedRelation["from"], sure: number): BelievedRelation[] {
  const { op, total, parts, factor, rounded } = claim;
  return layout.lines.flatMap((_, line): BelievedRelation[] => !isTold(layout, claim, line) ? [] : [{
    op, axis: "row", from, sure,
    ...(factor === 1 ? {} : { factor }),
    ...(rounded ? { rounded } : {}),
    total: [line, total],
    parts: parts.map((part) => [line, part] as const),
    pattern: `${op} ${total}`,
  }]);
}
