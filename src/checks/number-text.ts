import { numberCells } from "../reading";
import type { Finding } from "../findings";
import { finding, type Rule } from "./rule";

/** Text where a number belongs: no formula counts it, so whatever it stands in is wrong. Says the number that it may mean. */
export const numberText: Rule = {
  name: "number-text",
  codes: ["text-for-number"],
  check: (table) =>
    numberCells(table).flatMap(({ about, cell }): Finding[] => {
      if (cell.state !== "text") return [];
      const { reading } = cell;
      return [
        finding(table, "text-for-number", about, {
          severity: "error",
          at: cell.at,
          data: { text: cell.text, reading: reading.kind === "number" ? reading.value : null, others: reading.kind === "number" ? reading.alternatives : [] },
        }),
      ];
    }),
};
