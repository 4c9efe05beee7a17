import { columnsOf } from "../reading";
import type { Finding } from "../findings";
import { rowRule } from "./row-rule";
import { finding } from "./rule";

/** A target's cell that is neither a target nor words that say so: nothing can be held against it. */
export const unreadableTargets = rowRule({
  name: "unreadable-targets",
  codes: ["target-unreadable"],
  severities: ["error"],
  may: (table) => {
    const { targets } = columnsOf(table);
    return (row) => targets.some(({ readings }) => readings[row]?.state === "unreadable");
  },
  ofRow: (table, row) =>
    [...row.targets].flatMap(([year, cell]): Finding[] =>
      cell.state === "unreadable"
        ? [finding(table, "target-unreadable", `${row.key}/${year}`, { severity: "error", at: cell.at, data: { indicator: row.label, year, text: cell.text, date: cell.date === true } })]
        : [],
    ),
});
