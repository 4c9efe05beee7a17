import type { Finding } from "../findings";
import { columnsOf, type TargetReading } from "../tables";
import { rowRule } from "./row-rule";
import { finding } from "./rule";

/** A target's cell that is neither a target nor words that say so, and one with several targets: nothing can be held against it. */
export const unreadableTargets = rowRule({
  name: "unreadable-targets",
  codes: ["target-unreadable", "targets-several"],
  severities: ["error", "info"],
  may: (table) => {
    const { targets } = columnsOf(table);
    return (row) => targets.some(({ readings }) => isUnclear(readings[row]?.state));
  },
  ofRow: (table, row) =>
    [...row.targets].flatMap(([year, cell]): Finding[] => {
      const about = `${row.key}/${year}`;
      if (cell.state === "several")
        return [
          finding(table, "targets-several", about, {
            severity: "info",
            at: cell.at,
            data: { indicator: row.label, year, targets: cell.targets },
          }),
        ];
      return cell.state === "unreadable"
        ? [
            finding(table, "target-unreadable", about, {
              severity: "error",
              at: cell.at,
              data: { indicator: row.label, year, text: cell.text, date: cell.date === true },
            }),
          ]
        : [];
    }),
});

function isUnclear(state: TargetReading["state"] | undefined): boolean {
  return state === "unreadable" || state === "several";
}
