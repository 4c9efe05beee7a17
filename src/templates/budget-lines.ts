import { groupBy } from "../base";
import type { PlanBudget, PlanBudgetLine } from "../plan";
import { BUDGET_LAYOUTS, type BudgetLayout } from "./choices";
import { groupKey, shareKey } from "./keys";
import type { TemplateWords } from "./words";

/** A row of the body: a line of the plan, what an item gets from a funding source, or a computed sum of lines. */
export interface BudgetLine {
  readonly kind: "total" | "group" | "line" | "of" | "share";
  readonly key: string;
  readonly number: string;
  readonly label: string;
  readonly depth: number;
  readonly amount: number | null;
  /** The breakdown that the row stands in; null for a total and its parts "trong đó". */
  readonly breakdown: Breakdown | null;
  /** Keys of the rows that are added up in it: in a group in every column, in a line in all but the amount, which is typed. */
  readonly parts: readonly string[];
}

export type Breakdown = "item" | "source";

/** Lines by what they stand under. */
interface Tree {
  readonly totals: readonly PlanBudgetLine[];
  readonly under: (parent: string, kind: Breakdown) => readonly PlanBudgetLine[];
  readonly included: (whole: string) => readonly PlanBudgetLine[];
}

const LETTERS = ["A", "B"] as const;

/** Lines that stand under no total get one, which the plan does not state. */
function treeOf({ lines }: PlanBudget): Tree {
  const stated = lines.filter(({ kind }) => kind === "total");
  const made: PlanBudgetLine = { number: "total", label: "", kind: "total", parent: null, of: null, amount: null, where: "" };
  const own = lines.filter(({ of, kind }) => of === null && kind !== "total");
  const children = groupBy(own, ({ parent, kind }) => `${kind}/${parent ?? (stated.length === 0 ? made.number : "")}`);
  const included = groupBy(lines, ({ of }) => of);
  return {
    totals: stated.length > 0 ? stated : [made],
    under: (parent, kind) => children.get(`${kind}/${parent}`) ?? [],
    included: (whole) => included.get(whole) ?? [],
  };
}

/** The breakdowns that a total has. */
function breakdownsOf(tree: Tree, total: PlanBudgetLine): Breakdown[] {
  return (["item", "source"] as const).filter((kind) => tree.under(total.number, kind).length > 0);
}

/**
 * The layouts that a budget can have: "both" and "item-source" only where one of its totals is broken down by item and by
 * source, none for a budget of nothing but totals.
 */
export function layoutsOf(budget: PlanBudget): BudgetLayout[] {
  const tree = treeOf(budget);
  const kinds = tree.totals.map((total) => breakdownsOf(tree, total));
  const both = kinds.some(({ length }) => length === 2);
  return BUDGET_LAYOUTS.filter((layout) =>
    layout === "item" || layout === "source" ? kinds.some((found) => found.includes(layout)) : both,
  );
}

/**
 * The lines in the order of the table: each total, then for each breakdown its computed sum and its lines. In the layout
 * "item-source" the items that have no lines under them get the sources that have none: what an item gets from a source is
 * a row under the item, and all above is added up from those rows.
 */
export function budgetLines(budget: PlanBudget, layout: BudgetLayout, words: TemplateWords): BudgetLine[] {
  const tree = treeOf(budget);
  return tree.totals.flatMap((total): BudgetLine[] => {
    const possible = breakdownsOf(tree, total);
    const chosen = possible.filter((kind) => layout === "both" || layout === "item-source" || layout === kind);
    const crossed = layout === "item-source" && possible.length === 2;
    const leaves = {
      item: crossed ? leavesOf(tree, total.number, "item") : [],
      source: crossed ? leavesOf(tree, total.number, "source") : [],
    };
    return [
      {
        kind: "total",
        key: total.number,
        number: "",
        label: total.label || words.budget.total,
        depth: 0,
        amount: total.amount,
        breakdown: null,
        parts: [],
      },
      ...linesIncluded(tree, total.number, null, 1),
      ...(chosen.length > 0 ? chosen : possible).flatMap((kind, index): BudgetLine[] => [
        {
          kind: "group",
          key: groupKey(total.number, kind),
          number: LETTERS[index] ?? "",
          label: kind === "item" ? words.budget.byItem : words.budget.bySource,
          depth: 0,
          amount: null,
          breakdown: kind,
          parts: tree.under(total.number, kind).map(({ number }) => number),
        },
        ...linesUnder({ tree, kind, leaves }, total.number, "", 1),
      ]),
    ];
  });
}

/** One breakdown of a total, with its lowest lines and those of the other one where they are crossed. */
interface Breaking {
  readonly tree: Tree;
  readonly kind: Breakdown;
  readonly leaves: Readonly<Record<Breakdown, readonly PlanBudgetLine[]>>;
}

/** What is written under a line or total: `prefix` is its outline number with a full stop behind it, "" under a total. */
function linesUnder(breaking: Breaking, parent: string, prefix: string, depth: number): BudgetLine[] {
  const { tree, kind, leaves } = breaking;
  const crossed = leaves.item.length > 0;
  return tree.under(parent, kind).flatMap((line, index): BudgetLine[] => {
    const number = `${prefix}${index + 1}`;
    const below = tree.under(line.number, kind).map((child) => child.number);
    const shares =
      below.length > 0
        ? []
        : (kind === "item" ? leaves.source : leaves.item).map((other) =>
            kind === "item" ? shareKey(line.number, other.number) : shareKey(other.number, line.number),
          );
    return [
      {
        kind: "line",
        key: line.number,
        number,
        label: line.label,
        depth,
        amount: line.amount,
        breakdown: kind,
        parts: crossed && below.length > 0 ? below : shares,
      },
      ...linesIncluded(tree, line.number, kind, depth + 1),
      ...(kind === "item"
        ? shares.map((key, at): BudgetLine => ({
            kind: "share",
            key,
            number: `${number}.${at + 1}`,
            label: leaves.source[at]?.label ?? "",
            depth: depth + 1,
            amount: null,
            breakdown: kind,
            parts: [],
          }))
        : []),
      ...linesUnder(breaking, line.number, `${number}.`, depth + 1),
    ];
  });
}

/** Parts "trong đó" of a line. */
function linesIncluded(tree: Tree, whole: string, breakdown: Breakdown | null, depth: number): BudgetLine[] {
  return tree
    .included(whole)
    .map((part): BudgetLine => ({
      kind: "of",
      key: part.number,
      number: "-",
      label: part.label,
      depth,
      amount: part.amount,
      breakdown,
      parts: [],
    }));
}

function leavesOf(tree: Tree, parent: string, kind: Breakdown): PlanBudgetLine[] {
  return tree.under(parent, kind).flatMap((line) => {
    const below = leavesOf(tree, line.number, kind);
    return below.length > 0 ? below : [line];
  });
}
