import type { TableKind } from "../../templates";

/** A unit of the tree, and what became of its report. */
export interface UnitReport {
  /** From the outermost tier to its own name, joined by "/". */
  readonly unit: string;
  /** "" where it has none. */
  readonly file: string;
  readonly state: "read" | "no-tables" | "broken" | "missing";
  /** Why it is broken. */
  readonly reason: string | null;
  readonly kinds: readonly TableKind[];
  /** Cells that take a figure, and those in which one stands. */
  readonly cells: number;
  readonly filled: number;
  /** What the checks found in its file. */
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

const collator = new Intl.Collator("vi", { numeric: true });

/** In the order of the tree: a node before what stands under it, "Xã 2" before "Xã 10". */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split("/"), b.split("/")];
  for (let step = 0; step < Math.min(left.length, right.length); step++) {
    const [one, other] = [left[step] ?? "", right[step] ?? ""];
    const order = collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Folders that units stand in, the tiers above them: "Huyện A", "Huyện A/Cụm 1". */
export function nodesOver(units: readonly string[]): Set<string> {
  const nodes = new Set<string>();
  for (const unit of units) {
    const steps = unit.split("/");
    for (let step = 1; step < steps.length; step++) nodes.add(steps.slice(0, step).join("/"));
  }
  return nodes;
}

/** How many of the units stand under each node; "" is the whole. */
export function unitsUnder(units: readonly string[], nodes: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>([["", units.length], ...[...nodes].map((node) => [node, 0] as const)]);
  for (const unit of units) {
    const steps = unit.split("/");
    for (let step = 1; step < steps.length; step++) {
      const node = steps.slice(0, step).join("/");
      const count = counts.get(node);
      if (count !== undefined) counts.set(node, count + 1);
    }
  }
  return counts;
}
