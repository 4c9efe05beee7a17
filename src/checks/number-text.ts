import { numberCells } from "../reading";
import type { Finding } from "../findings";
import { findingId, type Rule } from "./rule";

/** Text where a number belongs: no formula counts it, so whatever it stands in is wrong. Says the number that it may mean. */
export const numberText: Rule = {
  name: "number-text",
  codes: ["text-for-number"],
  check: (table) =>
    numberCells(table).flatMap((cell): Finding[] => {
      if (cell.state !== "text") return [];
      const { reading } = cell;
      return [
        {
          id: findingId(table, "text-for-number", `${cell.at.row},${cell.at.col}`),
          code: "text-for-number",
          severity: "error",
          at: cell.at,
          cells: [cell.at],
          data: { text: cell.text, reading: reading.kind === "number" ? reading.value : null, others: reading.kind === "number" ? reading.alternatives : [] },
        },
      ];
    }),
};
