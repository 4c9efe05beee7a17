import { numberCells } from "../reading";
import type { Finding } from "../findings";
import { finding, type Rule } from "./rule";

/** Formulas that failed (#REF!, #N/A …), and formulas that could not be computed here and so were not checked. */
export const cellErrors: Rule = {
  name: "cell-errors",
  codes: ["cell-error", "not-evaluated"],
  check: (table) =>
    numberCells(table).flatMap(({ about, cell }): Finding[] => {
      if (cell.state === "error") return [finding(table, "cell-error", about, { severity: "error", at: cell.at, data: { error: cell.error } })];
      if (cell.state === "unevaluated") return [finding(table, "not-evaluated", about, { severity: "warning", at: cell.at, data: { formula: cell.formula ?? "" } })];
      return [];
    }),
};
