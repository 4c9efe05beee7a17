import { groupBy } from "../base";
import { ownTargets, type Plan, type PlanFinder } from "../plan";
import { compareTargets, readUnit, type Direction, type Target } from "../quantity";
import { type IndicatorTable, targetOf } from "../tables";
import { PARTED, giveCodes, type Coded, type Codes } from "./comparison-codes";
import { placeOf, type Level } from "./place";

/** An indicator of one of the plans that are compared. */
export interface Comparable extends Coded {
  readonly planName: string;
  readonly level: Level | null;
  readonly direction: Direction | null;
  readonly targets: readonly { readonly year: number; readonly target: Target }[];
}

/** A target of another plan, and what this one is beside it. Of other years only what the years leave certain is told. */
export interface Against {
  readonly plan: string;
  readonly planName: string;
  readonly year: number;
  readonly is: "stricter" | "looser" | "same";
}

/**
 * A target held against those of other plans. Two targets of one year can be compared if their limits are on one side; of different
 * years only where the earlier one asks for as much as the later one, or more: then it asks for it sooner, too.
 */
export interface Verdict {
  readonly year: number;
  readonly target: Target;
  readonly against: readonly Against[];
  /** Why it cannot be held against any other; null where it can. */
  readonly reason: "other-unit" | "other-direction" | "no-direction" | "other-year" | null;
  /** Stricter than another one of its year, and looser than none. */
  readonly strictest: boolean;
}

export interface Compared {
  readonly item: Comparable;
  readonly verdicts: readonly Verdict[];
}

/** Indicators that count as the same one; `code` joins them and is shown to people. */
export interface ComparisonGroup {
  readonly code: string;
  readonly members: readonly Compared[];
}

export interface Comparison {
  readonly groups: readonly ComparisonGroup[];
  /** Indicators that stand alone; `parted`: because somebody wants it so. */
  readonly alone: readonly { readonly item: Comparable; readonly parted: boolean }[];
  /** The codes as they are now, for the next comparison: of whom there is none has none. */
  readonly codes: Codes;
}

interface Named {
  readonly name: string;
  readonly level: Level | null;
}

/** Plans are told apart by the place that they are of, else by who issued them, else by their titles. */
function planNames(plans: readonly { readonly id: string; readonly plan: Plan | null }[]): ReadonlyMap<string, Named> {
  const ways: readonly ((plan: Plan) => string | null)[] = [
    (plan) => placeOf(plan)?.name ?? null,
    (plan) => { const place = placeOf(plan); return place && `${place.name} ${plan.period.from}–${plan.period.to}`; },
    ({ issuer }) => issuer,
  ];
  return new Map(
    plans.map(({ id, plan }) => {
      const title = plan?.title ?? id.replace(/^own\//, "");
      const own = plan ? ways.map((way) => [way, way(plan)] as const) : [];
      const told = own.find(
        ([way, name]) => name !== null && !plans.some((other) => other.id !== id && other.plan && way(other.plan) === name),
      );
      return [id, { name: told?.[1] ?? title, level: plan ? (placeOf(plan)?.level ?? null) : null }];
    }),
  );
}

function named(names: ReadonlyMap<string, Named>, id: string): Pick<Comparable, "planName" | "level"> {
  const found = names.get(id);
  return { planName: found?.name ?? id, level: found?.level ?? null };
}

/** The indicators of plans that have a target in numbers. */
export function comparablesOfPlans(plans: readonly Plan[]): Comparable[] {
  const names = planNames(plans.map((plan) => ({ id: plan.id, plan })));
  return plans.flatMap((plan) =>
    plan.indicators.flatMap((indicator): Comparable[] => {
      const { code, name, unit, direction } = indicator;
      const known = ownTargets(indicator).flatMap(({ year, comparator, value, value2, unit: own }) =>
        comparator === null || value === null ? [] : [{ year, target: { comparator, value, value2, baseline: null, unit: own } }],
      );
      return known.length === 0
        ? []
        : [{ key: `${plan.id}/${code}`, plan: plan.id, ...named(names, plan.id), label: name, unit, direction, targets: known }];
    }),
  );
}

/** The indicators of tables that say of which plan they are; of several tables of one plan the first that has it. */
export function comparablesOfTables(tables: readonly IndicatorTable[], find: PlanFinder): Comparable[] {
  const ids = [...new Set(tables.flatMap(({ plan }) => plan?.plan ?? []))];
  const names = planNames(ids.map((id) => ({ id, plan: find(id) })));
  const found = new Map<string, Comparable>();
  for (const { plan, rows } of tables) {
    if (!plan) continue;
    for (const row of rows) {
      const key = `${plan.plan}/${row.key}`;
      const targets = [...row.targets].flatMap(([year, cell]) => {
        const target = targetOf(row, cell);
        return target ? [{ year, target }] : [];
      });
      if (targets.length > 0 && !found.has(key))
        found.set(key, {
          key,
          plan: plan.plan,
          ...named(names, plan.plan),
          label: row.label,
          unit: row.unit,
          direction: row.direction,
          targets,
        });
    }
  }
  return [...found.values()];
}

/**
 * The same indicator of several plans side by side. Names are matched by `matchKey`, but what people have joined or parted stands:
 * `before` are the codes of the last comparison as people have left them. A code of one's own that nobody else has parts as `PARTED` does.
 */
export function comparePlans(items: readonly Comparable[], before: Codes = new Map()): Comparison {
  const codes = giveCodes(items, before);
  const codeOf = ({ key }: Comparable): string => codes.get(key)?.code ?? PARTED;
  const found = [...groupBy(items, codeOf)];
  const groups = found.filter(([code, members]) => code !== PARTED && members.length > 1);
  const joined = new Set(groups.map(([code]) => code));
  return {
    groups: groups.map(([code, members]) => ({ code, members: members.map((item) => compared(item, members)) })),
    alone: items.filter((item) => !joined.has(codeOf(item))).map((item) => ({ item, parted: codes.get(item.key)?.own ?? false })),
    codes,
  };
}

const unitOf = ({ unit }: Comparable): string | null => readUnit(unit).unit;

function compared(item: Comparable, members: readonly Comparable[]): Compared {
  const others = members.filter(({ key }) => key !== item.key);
  const alike = others.filter((other) => unitOf(other) === unitOf(item));
  const verdicts = item.targets.map(({ year, target }): Verdict => {
    const found = alike.flatMap((other) =>
      other.targets.map((one) => ({ other, year: one.year, order: compareTargets(target, item.direction, one.target, other.direction) })),
    );
    const against = found.flatMap(({ other, year: at, order }): Against[] => {
      const certain = order !== null && (at === year || (at > year ? order <= 0 : order >= 0));
      return certain
        ? [{ plan: other.plan, planName: other.planName, year: at, is: order < 0 ? "stricter" : order > 0 ? "looser" : "same" }]
        : [];
    });
    const apart = [item, ...alike].some(({ direction }) => direction === null) ? "no-direction" : "other-direction";
    const reason =
      against.length > 0 ? null : alike.length === 0 ? "other-unit" : found.every(({ order }) => order === null) ? apart : "other-year";
    return {
      year, target, against, reason,
      strictest: against.some((one) => one.year === year && one.is === "stricter") && against.every(({ is }) => is !== "looser"),
    };
  });
  return { item, verdicts };
}
