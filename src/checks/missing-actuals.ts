import type { Finding } from "../findings";
import { finding, type Rule } from "./rule";

/** No actual value though its year is over; one finding for each indicator. Indicators in words have none to give. */
export const missingActuals: Rule = {
  name: "missing-actuals",
  codes: ["actual-missing"],
  check: (table, today) =>
    table.kind !== "indicators"
      ? []
      : table.rows.flatMap((row): Finding[] => {
          if ([...row.targets.values()].every(({ state }) => state !== "target")) return [];
          const missing = [...row.actuals].filter(([year, cell]) => year < today.year && cell.state === "blank").sort(([a], [b]) => a - b);
          const first = missing[0];
          if (!first) return [];
          return [
            finding(table, "actual-missing", row.key, {
              severity: "info",
              at: first[1].at,
              cells: missing.map(([, cell]) => cell.at),
              data: { indicator: row.label, years: missing.map(([year]) => year) },
            }),
          ];
        }),
};
