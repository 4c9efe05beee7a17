import { isRoundedProduct, type GridRelation } from "../../../tables";
import { HELD, holdsNumbers, type Layout } from "../layout";
import { saysCompared, saysGrowth, sharesOfOneLine, type Factored } from "./ratios";

/** Columns that may be multiplied with each other; of more no combination is tried. */
const MOST_COLUMNS = 16;
/** Lines that have to hold before numbers alone speak for it, and the share of them from which the others are believed. */
const [LEAST_LINES, MOST_HOLD, RULE_HOLDS] = [4, 0.75, 0.5] as const;
/** The same where the head says that columns are compared. */
const [LEAST_COMPARED, COMPARED_HOLD] = [3, 2 / 3] as const;
/** From this share of its lines on that come out exactly, the factors of a claim were not rounded. */
const EXACT = 0.9;
/** So many lines are multiplied before others may run. */
const STEP = 50_000;
/** How sure a line is that fails while the others hold: where a rule of the form says it, and where the numbers do. */
const SURE = { said: 1, head: 0.9, numbers: 0.8 } as const;

interface Claim extends Factored {
  readonly rounded: boolean;
}

/**
 * Columns that are products or shares of others in their line: as a rule of the form says, or as the numbers of most lines show. In
 * steps.
 */
export function* productsIn(layout: Layout): Generator<void, GridRelation[]> {
  const said = layout.rules.flatMap(({ axis, op, total, parts, factor, growth }) =>
    axis === "row" && (op === "product" || op === "ratio") && parts.length > 1
      ? factorsOf(op, factor).map((one): Factored => ({ op, total, parts, factor: one, ...(growth ? { growth } : {}) }))
      : [],
  );
  const told = yield* bestOf(layout, said, RULE_HOLDS, 1);
  const taken = new Set(told.map(({ total }) => total));
  const isOpen = ({ total }: Factored): boolean => !taken.has(total);
  const all = candidates(layout).filter(isOpen);
  const isShare = ({ total }: Factored): boolean => layout.columns[total]?.kind === "share";
  const compared = yield* bestOf(
    layout, all.filter((one) => isShare(one) && saysCompared(layout.columns[one.total])), COMPARED_HOLD, LEAST_COMPARED,
  );
  for (const { total } of compared) taken.add(total);
  const shown = yield* bestOf(layout, all.filter(isOpen), MOST_HOLD, LEAST_LINES);
  for (const { total } of shown) taken.add(total);
  const shares = yield* bestOf(layout, sharesOfOneLine(layout).filter(isOpen), MOST_HOLD, LEAST_LINES);
  // a head of shares says itself that they are shares of something: that so many lines come out says of what
  const byHead = (claim: Claim): GridRelation[] =>
    isShare(claim) ? relationsOf(layout, claim, "label", SURE.head) : relationsOf(layout, claim, "numbers", SURE.numbers);
  return [
    ...told.flatMap((claim) => relationsOf(layout, claim, "rule-row", SURE.said)),
    ...[...compared, ...shown, ...shares].flatMap(byHead),
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

/** The line in which a part of a claim stands. */
function lineOf({ whole, parts }: Factored, line: number, place: number): number {
  return whole !== undefined && place === parts.length - 1 ? whole : line;
}

/** A line says something where nothing is blank or zero: as a factor it would let everything hold. */
function isTold(layout: Layout, claim: Factored, line: number): boolean {
  const { total, parts, whole, growth } = claim;
  if (line === whole || (numberIn(layout, line, total) === 0 && !growth)) return false;
  for (let at = 0; at < parts.length; at++) if (numberIn(layout, lineOf(claim, line, at), parts[at] ?? -1) === 0) return false;
  return layout.numbers.holds[line * layout.columns.length + total] === HELD.number;
}

/** In how many lines it holds, exactly among them, and in how many not; as far as it may still hold in that share of them. */
function countedIn(
  layout: Layout, claim: Factored, share: number,
): { readonly held: number; readonly exact: number; readonly failed: number } {
  let [held, exact, failed] = [0, 0, 0];
  const seen = new Set<string>();
  const most = layout.lines.length * (1 - share);
  const factors = { ...claim, parts: claim.parts.map(() => 0), rounded: true };
  const exactly = { ...factors, rounded: false };
  for (let line = 0; line < layout.lines.length && failed <= most; line++) {
    if (!isTold(layout, claim, line)) continue;
    const stated = numberIn(layout, line, claim.total);
    for (let at = 0; at < claim.parts.length; at++)
      factors.parts[at] = numberIn(layout, lineOf(claim, line, at), claim.parts[at] ?? -1);
    if (!isRoundedProduct(stated, factors)) {
      failed += 1;
      continue;
    }
    // the same numbers again, and a factor 1, tell nothing new
    const key = factors.parts.join(" ");
    if (seen.has(key) || factors.parts.includes(1)) continue;
    seen.add(key);
    held += 1;
    if (isRoundedProduct(stated, exactly)) exact += 1;
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
          first === second
            ? []
            : [1, 100].flatMap((factor): Factored[] => {
                const ratio = { op: "ratio", total, parts: [first, second], factor } as const;
                return saysGrowth(columns[total]) ? [ratio, { ...ratio, growth: true }] : [ratio];
              }),
        ),
      );
    const before = others.filter((at) => at < total);
    return before.flatMap((first) =>
      before.flatMap((second): Factored[] => (first < second ? [{ op: "product", total, parts: [first, second], factor: 1 }] : [])),
    );
  });
}

function relationsOf(layout: Layout, claim: Claim, from: GridRelation["from"], sure: number): GridRelation[] {
  const { op, total, parts, factor, rounded, growth } = claim;
  return layout.lines.flatMap((_, line): GridRelation[] => !isTold(layout, claim, line) ? [] : [{
    op, axis: "row", from, sure,
    ...(factor === 1 ? {} : { factor }),
    ...(rounded ? { rounded } : {}),
    ...(growth ? { growth } : {}),
    total: [line, total],
    parts: parts.map((part, at) => [lineOf(claim, line, at), part] as const),
    pattern: `${op} ${total}`,
  }]);
}
