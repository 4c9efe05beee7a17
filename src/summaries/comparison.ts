import { indicatorNames } from "../i18n";
import { findPlan, type Plan } from "../plan";
import { compareTargets, readUnit, syllableKey, type Direction, type Target } from "../quantity";
import type { IndicatorTable } from "../reading";
import { inRowUnit } from "./status";

/** An indicator of one of the plans that are compared. */
export interface Comparable {
  /** The plan's id and the indicator's code in it: unique. */
  readonly key: string;
  readonly plan: string;
  readonly planName: string;
  readonly label: string;
  readonly unit: string | null;
  readonly direction: Direction;
  readonly targets: readonly { readonly year: number; readonly target: Target }[];
}

/** A target held against those of other plans for the same year, by the names of the plans. */
export interface Verdict {
  readonly year: number;
  readonly target: Target;
  readonly stricter: readonly string[];
  readonly looser: readonly string[];
  readonly same: readonly string[];
  /** Targets of other plans for later years that ask for less than this one does already. */
  readonly ahead: readonly { readonly plan: string; readonly year: number }[];
  /** Why it cannot be held against the others; null where it can. */
  readonly reason: "other-unit" | "other-direction" | "other-year" | null;
  /** No other target of the group, of whatever year, asks for more, and one asks for less. */
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
}

/** What people write for an indicator that shall stand alone. */
export const PARTED = "-";

/** Plans are told apart by who issued them, unless one has issued several. */
function planNames(plans: readonly { readonly id: string; readonly plan: Plan | null }[]): ReadonlyMap<string, string> {
  return new Map(
    plans.map(({ id, plan }) => {
      const title = plan?.title ?? id.replace(/^own\//, "");
      const shared = plans.some((other) => other.id !== id && other.plan?.issuer === plan?.issuer);
      return [id, plan && !shared ? plan.issuer : title];
    }),
  );
}

/** The indicators of plans that have a target in numbers. */
export function comparablesOfPlans(plans: readonly Plan[]): Comparable[] {
  const names = planNames(plans.map((plan) => ({ id: plan.id, plan })));
  return plans.flatMap((plan) =>
    plan.indicators.flatMap(({ code, name, unit, direction, targets }): Comparable[] => {
      const known = targets.flatMap(({ year, comparator, value, value2, unit: own }) => (comparator === null || value === null ? [] : [{ year, target: { comparator, value, value2, baseline: null, unit: own } }]));
      return known.length === 0 ? [] : [{ key: `${plan.id}/${code}`, plan: plan.id, planName: names.get(plan.id) ?? plan.id, label: name, unit, direction, targets: known }];
    }),
  );
}

/** The indicators of tables that say of which plan they are; of several tables of one plan the first that has it. */
export function comparablesOfTables(tables: readonly IndicatorTable[]): Comparable[] {
  const ids = [...new Set(tables.flatMap(({ plan }) => plan?.plan ?? []))];
  const names = planNames(ids.map((id) => ({ id, plan: findPlan(id) })));
  const found = new Map<string, Comparable>();
  for (const { plan, rows } of tables) {
    if (!plan) continue;
    for (const row of rows) {
      const key = `${plan.plan}/${row.key}`;
      const targets = [...row.targets].flatMap(([year, cell]) => (cell.state === "target" ? [{ year, target: inRowUnit(row, cell.target) }] : []));
      if (targets.length > 0 && !found.has(key)) found.set(key, { key, plan: plan.plan, planName: names.get(plan.plan) ?? plan.plan, label: row.label, unit: row.unit, direction: row.direction, targets });
    }
  }
  return [...found.values()];
}

const syllables = (text: string): string =>
  text
    .normalize("NFC")
    .toLocaleLowerCase("vi")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(syllableKey)
    .join(" ");

/** In the spelling of keys; what the unit says already is left out. */
const SAME = indicatorNames.same.map(([from, to]) => [new RegExp(`(?<=^| )${syllables(from)}(?= |$)`, "g"), syllables(to)] as const);
const PASSED_OVER: ReadonlySet<string> = new Set(syllables(indicatorNames.passedOver).split(" "));

/** The key under which names of one indicator are the same: spelling, order and small words do not count, the unit does. */
export function matchKey(label: string, unit: string | null): string {
  const plain = SAME.reduce((text, [from, to]) => text.replace(from, to), syllables(label.replace(/\([^()]*\)/g, " ")));
  const words = new Set(plain.split(" ").filter((word) => word !== "" && !PASSED_OVER.has(word)));
  return `${[...words].sort().join(" ")}|${readUnit(unit).unit ?? ""}`;
}

/**
 * The same indicator of several plans side by side. Names are matched by `matchKey`, but what people have joined or parted stands:
 * `codes` are the codes by the keys of the indicators (`PARTED` for one that shall stand alone). Codes that are there stay the same.
 */
export function comparePlans(items: readonly Comparable[], codes: ReadonlyMap<string, string> = new Map()): Comparison {
  const codeOf = new Map<string, string>();
  const byMatch = new Map<string, string>();
  for (const { key, label, unit } of items) {
    const code = codes.get(key) ?? "";
    if (code === "") continue;
    codeOf.set(key, code);
    if (code !== PARTED) byMatch.set(matchKey(label, unit), code);
  }
  const taken = new Set([...codes.values()]);
  const free = (): string => {
    for (let number = 1; ; number++) if (!taken.has(String(number))) return String(number);
  };
  const open = new Map<string, Comparable[]>();
  for (const item of items.filter(({ key }) => !codeOf.has(key))) {
    const match = matchKey(item.label, item.unit);
    const known = byMatch.get(match);
    if (known) codeOf.set(item.key, known);
    else open.set(match, [...(open.get(match) ?? []), item]);
  }
  for (const members of open.values()) {
    if (new Set(members.map(({ plan }) => plan)).size < 2) continue;
    const code = free();
    taken.add(code);
    for (const { key } of members) codeOf.set(key, code);
  }
  const groups = new Map<string, Comparable[]>();
  const alone: { item: Comparable; parted: boolean }[] = [];
  for (const item of items) {
    const code = codeOf.get(item.key);
    if (code === undefined || code === PARTED) alone.push({ item, parted: code === PARTED });
    else groups.set(code, [...(groups.get(code) ?? []), item]);
  }
  // a code that nobody else has joins nothing
  const joined = [...groups].filter(([, members]) => members.length > 1);
  for (const [, [item]] of [...groups].filter(([, members]) => members.length === 1)) if (item) alone.push({ item, parted: false });
  return { groups: joined.map(([code, members]) => ({ code, members: members.map((item) => compared(item, members)) })), alone };
}

const unitOf = ({ unit }: Comparable): string | null => readUnit(unit).unit;

function compared(item: Comparable, members: readonly Comparable[]): Compared {
  const others = members.filter(({ key }) => key !== item.key);
  const alike = others.filter((other) => unitOf(other) === unitOf(item));
  const verdicts = item.targets.map(({ year, target }): Verdict => {
    const order = (other: Comparable, against: Target): number | null => compareTargets(target, item.direction, against, other.direction);
    const sameYear = alike.flatMap((other) => other.targets.filter((one) => one.year === year).map((one) => ({ other, order: order(other, one.target) })));
    const names = (wanted: (order: number) => boolean): string[] => [...new Set(sameYear.flatMap(({ other, order: by }) => (by !== null && wanted(by) ? [other.planName] : [])))];
    const all = [...alike, item].flatMap((other) => other.targets.map((one) => order(other, one.target)));
    const ahead = alike.flatMap((other) => other.targets.flatMap((one) => (one.year > year && (order(other, one.target) ?? 0) < 0 ? [{ plan: other.planName, year: one.year }] : [])));
    const reason = alike.length === 0 ? "other-unit" : sameYear.length === 0 ? (ahead.length > 0 ? null : "other-year") : sameYear.every(({ order: by }) => by === null) ? "other-direction" : null;
    return { year, target, stricter: names((by) => by < 0), looser: names((by) => by > 0), same: names((by) => by === 0), ahead, reason, strictest: all.some((by) => by !== null && by < 0) && all.every((by) => by === null || by <= 0) };
  });
  return { item, verdicts };
}
