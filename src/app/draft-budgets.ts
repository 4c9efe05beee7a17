import { groupBy } from "../base";
import type { BudgetFact } from "../drafting";
import type { LeftWhy } from "../i18n";
import type { Plan, PlanBudgetLine } from "../plan";
import { readMoneyUnit, toDong, type MoneyUnit } from "../quantity";
import type { Places } from "./draft-places";
import { evidenceOf, held, nameOf, uniquely, type LeftOut } from "./draft-texts";

interface Context {
  readonly places: Places;
  readonly where: (fact: BudgetFact) => string;
  /** The title of amounts that stand under no total. */
  readonly title: string;
  readonly left: (left: LeftOut) => void;
}

/** A fact with what stands under it. */
interface Node {
  readonly fact: BudgetFact;
  readonly label: string;
  /** In đồng; null where the table cannot have it. */
  readonly amount: number | null;
  readonly unit: MoneyUnit | null;
  readonly below: Node[];
}

/**
 * The budgets of a draft: one for each tree of amounts, and one for all amounts that stand alone, of which nobody knows that they add up.
 * Never throws.
 */
export function budgetsOf(facts: readonly BudgetFact[], context: Context): Plan["budgets"] {
  const roots = treesOf(facts, context).flatMap((root) => withoutUnusable(root, context) ?? []);
  const trees = roots.filter(({ below }) => below.length > 0);
  const alone = roots.filter(({ below }) => below.length === 0);
  const id = uniquely((name, count) => `${name}-${count}`);
  const title = uniquely((name, count) => `${name} (${count})`);
  return [
    ...trees.map((root) => ({
      id: id("kinh-phi"),
      title: title(titleOf(root, roots, context)),
      unit: unitOf([root]),
      lines: linesUnder(root, { number: "T", kind: "total", parent: null, of: null }, context),
    })),
    ...(alone.length === 0
      ? []
      : [
          {
            id: id("kinh-phi"),
            title: title(alone.length === 1 && alone[0] ? titleOf(alone[0], roots, context) : context.title),
            unit: unitOf(alone),
            lines: alone.map((node, at) =>
              lineOf(node, { number: at === 0 ? "T" : `T${at + 1}`, kind: "total", parent: null, of: null }, context),
            ),
          },
        ]),
  ];
}

/** The facts under what they are part of; one whose whole is not there, or is part of itself, stands alone. */
function treesOf(facts: readonly BudgetFact[], { left }: Context): Node[] {
  const nodes = new Map<string, Node>();
  for (const fact of facts) {
    const label = nameOf(fact.label, fact, () => left({ fact: fact.id, why: "cut" }));
    if (label === null) left({ fact: fact.id, why: "no-name" });
    else if (!nodes.has(fact.id)) nodes.set(fact.id, { fact, label, ...amountOf(fact, left), below: [] });
  }
  return [...nodes.values()].filter((node) => {
    const above = wholeOf(node.fact);
    if (above === null) return true;
    const whole = nodes.get(above);
    if (!whole || isUnderItself(node, nodes)) {
      left({ fact: node.fact.id, why: "no-parent" });
      return true;
    }
    whole.below.push(node);
    return false;
  });
}

function wholeOf({ parent, of }: BudgetFact): string | null {
  return parent ?? of;
}

function isUnderItself({ fact }: Node, nodes: ReadonlyMap<string, Node>): boolean {
  const seen = new Set<string>();
  for (let id = wholeOf(fact); id !== null; id = wholeOf(nodes.get(id)?.fact ?? { ...fact, parent: null, of: null })) {
    if (id === fact.id || seen.has(id)) return true;
    seen.add(id);
  }
  return false;
}

function amountOf({ id, amount, unit }: BudgetFact, left: Context["left"]): Pick<Node, "amount" | "unit"> {
  const money = readMoneyUnit(unit);
  const without = (why: LeftWhy): Pick<Node, "amount" | "unit"> => {
    left({ fact: id, why });
    return { amount: null, unit: money };
  };
  if (money === null) return without("currency");
  try {
    return { amount: toDong(amount, money), unit: money };
  } catch {
    return without(Number.isFinite(amount) && Math.abs(amount) < 1e6 ? "not-whole-dong" : "too-much");
  }
}

/** Without lines that have no amount and none below; null where nothing is left. */
function withoutUnusable(node: Node, context: Context): Node | null {
  const below = node.below.flatMap((one) => withoutUnusable(one, context) ?? []);
  return node.amount === null && below.length === 0 ? null : { ...node, below };
}

/** As the document heads it where the heading is of this tree alone, else as its total is called. */
function titleOf(root: Node, roots: readonly Node[], { places }: Context): string {
  const heading = places.headingOf(root.fact.span);
  return heading !== null && roots.every((one) => one === root || places.headingOf(one.fact.span) !== heading) ? heading : root.label;
}

/** In which most of the lines are; the first of them where several are. */
function unitOf(nodes: readonly Node[]): MoneyUnit {
  const units = nodes.flatMap(unitsIn);
  const counts = [...groupBy(units, (unit) => unit)].sort(([, a], [, b]) => b.length - a.length);
  return counts[0]?.[0] ?? "dong";
}

function unitsIn({ unit, below }: Node): MoneyUnit[] {
  return [...(unit === null ? [] : [unit]), ...below.flatMap(unitsIn)];
}

type Place = Pick<PlanBudgetLine, "number" | "kind" | "parent" | "of">;

function lineOf({ fact, label, amount }: Node, place: Place, { where }: Context): PlanBudgetLine {
  return { ...place, label, amount, where: where(fact), ...evidenceOf(fact) };
}

/**
 * A line and those below it, each behind the one that it belongs to. Under a total items and sources are two breakdowns of the same
 * whole. Under any other line a table has one: what is of the other kind there is told as "trong đó".
 */
function linesUnder(node: Node, place: Place, context: Context): PlanBudgetLine[] {
  const counts = new Map<string, number>();
  const numbered = (prefix: string): string => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}.${count}`;
  };
  const labels = groupBy(node.below, ({ label }) => label);
  const oneKind = node.below.every(({ fact }) => fact.kind !== place.kind);
  return [
    lineOf(node, place, context),
    ...node.below.flatMap((child) => {
      const own = (labels.get(child.label)?.length ?? 0) > 1 ? withYear(child) : child;
      const isTotal = place.kind === "total";
      const kind = isTotal ? (child.fact.kind === "source" ? ("source" as const) : ("item" as const)) : place.kind;
      const isPart = child.fact.parent === null || (!isTotal && !oneKind && child.fact.kind !== place.kind);
      const number = numbered(isTotal && !isPart ? (kind === "source" ? "B" : "A") : place.number);
      return linesUnder(
        own,
        { number, kind, parent: isPart ? null : place.number, of: isPart ? place.number : null },
        context,
      );
    }),
  ];
}

/** Lines that are called the same are of different years. */
function withYear(node: Node): Node {
  const { year, from } = node.fact;
  if (year === null || node.label.includes(String(year))) return node;
  const cut = held(`${node.label} (${from === null || from === year ? year : `${from}–${year}`})`, () => undefined);
  return cut === null ? node : { ...node, label: cut };
}
