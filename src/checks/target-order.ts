import type { Finding } from "../findings";
import { compareLimits, limitOf, type Direction, type Limit } from "../quantity";
import { columnsOf, targetOf, type TargetReading } from "../tables";
import { rowRule } from "./row-rule";
import { finding } from "./rule";

/**
 * A target of a later year that asks for less than one of an earlier year. Words, and targets that have to be kept from both sides, have no
 * order.
 */
export const targetOrder = rowRule({
  name: "target-order",
  codes: ["target-weaker"],
  severities: ["warning", "info"],
  may: (table) => {
    const { targets, directions } = columnsOf(table);
    if (targets.length < 2) return null;
    return (row) => {
      const limits = targets.map(({ readings }) => limitIn(readings[row], directions[row] ?? null));
      return limits.some(
        (later, index) => later && limits.some((earlier, before) => before < index && earlier && (compareLimits(earlier, later) ?? 0) < 0),
      );
    };
  },
  ofRow: (table, row) => {
    const ordered = [...row.targets]
      .sort(([a], [b]) => a - b)
      .flatMap(([year, cell]) => {
        const target = targetOf(row, cell);
        const limit = target && limitOf(target, row.direction);
        return target && limit ? [{ year, at: cell.at, target, limit }] : [];
      });
    return ordered.flatMap((later, index): Finding[] => {
      // of several that are passed the nearest one is named
      const earlier = ordered.slice(0, index).findLast(({ limit }) => (compareLimits(limit, later.limit) ?? 0) < 0);
      if (!earlier) return [];
      return [
        finding(table, "target-weaker", `${row.key}/${later.year}`, {
          // "trên 98" in one year and "98" in a later one differ in wording more than in what they ask for
          severity: earlier.limit.value === later.limit.value ? "info" : "warning",
          at: later.at,
          cells: [later.at, earlier.at],
          data: {
            indicator: row.label,
            year: later.year,
            target: later.target,
            earlierYear: earlier.year,
            earlier: earlier.target,
            side: later.limit.side,
          },
        }),
      ];
    });
  },
});

function limitIn(cell: TargetReading | undefined, direction: Direction | null): Limit | null {
  return cell?.state === "target" ? limitOf(cell.target, direction) : null;
}
