import type { Finding } from "../findings";
import { finding, type Rule } from "./rule";

/** A target's cell that is neither a target nor words that say so: nothing can be held against it. */
export const unreadableTargets: Rule = {
  name: "unreadable-targets",
  codes: ["target-unreadable"],
  severities: ["error"],
  check: (table) =>
    table.kind !== "indicators"
      ? []
      : table.rows.flatMap((row) =>
          [...row.targets].flatMap(([year, cell]): Finding[] =>
            cell.state === "unreadable"
              ? [finding(table, "target-unreadable", `${row.key}/${year}`, { severity: "error", at: cell.at, data: { indicator: row.label, year, text: cell.text } })]
              : [],
          ),
        ),
};
