import type { IndicatorFact } from "../drafting";
import type { Plan, PlanIndicator, PlanTarget } from "../plan";
import type { Direction } from "../quantity";
import type { Places } from "./draft-places";
import { evidenceOf, held, nameOf, oneLine, uniquely, type LeftOut } from "./draft-texts";

interface Context {
  readonly places: Places;
  readonly where: (fact: IndicatorFact) => string;
  /** In this year stands what has none. */
  readonly lastYear: number;
  readonly left: (left: LeftOut) => void;
}

interface Made {
  readonly key: string;
  readonly indicator: PlanIndicator;
  readonly targets: PlanTarget[];
}

/**
 * The indicators of a draft: what is called the same, in one unit and scope, is one with a target for each year. What is said twice of a
 * year stands once; what says of it something else is an indicator of its own, so that nothing is lost. Never throws.
 */
export function indicatorsOf(facts: readonly IndicatorFact[], context: Context): Plan["indicators"] {
  const code = uniquely((name, count) => `${name}-${count}`);
  const made = new Map<string, Made[]>();
  const all: Made[] = [];
  for (const fact of facts) {
    const cut = (): void => context.left({ fact: fact.id, why: "cut" });
    const name = nameOf(fact.name, fact, cut);
    if (name === null) {
      context.left({ fact: fact.id, why: "no-name" });
      continue;
    }
    const unit = held(fact.unit, cut);
    const scope = held(fact.scope === null ? null : oneLine(fact.scope), cut);
    const key = JSON.stringify([name.normalize("NFC").toLocaleLowerCase("vi"), unit, scope]);
    const target = targetOf(fact, unit, context, cut);
    const same = made.get(key) ?? [];
    const twice = same.find(({ targets }) => targets.some((other) => isSame(other, target)));
    if (twice) {
      twice.indicator.where = alsoAt(twice.indicator.where, context.where(fact));
      continue;
    }
    const open = same.find(({ targets }) => targets.every(({ year }) => year !== target.year));
    if (open) {
      open.targets.push(target);
      improve(open.indicator, fact);
      continue;
    }
    const targets = [target];
    const indicator: PlanIndicator = {
      code: code(codeOf(fact.id)),
      name,
      group: scope ?? context.places.headingOf(fact.span),
      unit,
      direction: directionOf(fact),
      baseline: finite(fact.baseline),
      baselineYear: null,
      ratio: null,
      targets,
      where: context.where(fact),
    };
    const one = { key, indicator, targets };
    made.set(key, [...same, one]);
    all.push(one);
  }
  return all.map(({ indicator, targets }) => ({ ...indicator, targets: targets.sort((a, b) => a.year - b.year) }));
}

/** No more places are told of one measure, in letters. */
const MOST_PLACES = 400;

function alsoAt(where: string, other: string): string {
  return where.split("; ").includes(other) || where.length + other.length > MOST_PLACES ? where : `${where}; ${other}`;
}

/** What a later fact says that an earlier one left open. */
function improve(indicator: PlanIndicator, fact: IndicatorFact): void {
  indicator.direction ??= directionOf(fact);
  indicator.baseline ??= finite(fact.baseline);
}

function targetOf(fact: IndicatorFact, unit: string | null, { lastYear, left }: Context, cut: () => void): PlanTarget {
  const fits = fact.year !== null && Number.isInteger(fact.year) && fact.year >= 1990 && fact.year <= 2100;
  if (!fits) left({ fact: fact.id, why: fact.year === null ? "no-year" : "bad-year" });
  const [value, value2] = [finite(fact.value), finite(fact.value2)];
  const isWords = fact.comparator === null && fact.value === null;
  const isNumber = fact.comparator !== null && value !== null && (fact.comparator !== "range" || value2 !== null);
  if (!isWords && !isNumber) left({ fact: fact.id, why: "bad-number" });
  return {
    year: fits && fact.year !== null ? fact.year : lastYear,
    ...(isNumber ? { comparator: fact.comparator, value, value2 } : { comparator: null, value: null, value2: null }),
    unit,
    text: held(oneLine(fact.text), cut) ?? nameOf("", fact, cut) ?? oneLine(fact.name).slice(0, 300),
    ...evidenceOf(fact),
  };
}

function isSame(one: PlanTarget, other: PlanTarget): boolean {
  const { comparator, value, value2 } = other;
  if (one.year !== other.year || one.comparator !== comparator) return false;
  return comparator === null ? one.text === other.text : one.value === value && one.value2 === value2;
}

function finite(value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  // a file has no zero below nothing
  return value === 0 ? 0 : value;
}

/** As the text says it, else as the sign of its figure does; a bare figure leaves it open. */
function directionOf({ direction, comparator }: IndicatorFact): Direction | null {
  if (direction !== null) return direction;
  return comparator === ">" || comparator === ">=" ? "up" : comparator === "<" || comparator === "<=" ? "down" : null;
}

/** The id of a fact as a code, which stays what it is when other facts come or go. */
function codeOf(id: string): string {
  const parts = id.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return parts.length === 0 ? "i" : parts.join("-");
}
