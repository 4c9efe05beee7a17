import { judge } from "../quantity";
import type { Finding } from "../findings";
import { withBaseline } from "../reading";
import { finding, type Rule } from "./rule";

/** The actual value of a target's year, held against the target in its own comparator. A missed one is for a person to look at. */
export const targets: Rule = {
  name: "targets",
  codes: ["target-not-met"],
  check: (table) =>
    table.kind !== "indicators"
      ? []
      : table.rows.flatMap((row) =>
          [...row.targets].flatMap(([year, cell]): Finding[] => {
            const actual = row.actuals.get(year);
            if (cell.state !== "target" || actual?.state !== "number") return [];
            const target = withBaseline(cell.target, row);
            const judgement = judge(actual.value, target, row.direction);
            if (judgement.status !== "not-met") return [];
            return [
              finding(table, "target-not-met", `${row.key}/${year}`, {
                severity: "warning",
                at: actual.at,
                cells: [actual.at, cell.at],
                data: { indicator: row.label, year, actual: actual.value, target, judgement },
              }),
            ];
          }),
        ),
};
