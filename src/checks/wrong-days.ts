import { finding, type Rule } from "./rule";

/** Days that no calendar has, and what is no day, in a column of days of a table that somebody else has made. */
export const wrongDays: Rule = {
  name: "wrong-days",
  codes: ["wrong-day"],
  severities: ["warning"],
  check: (table) =>
    table.kind !== "other"
      ? []
      : (table.wrongDays ?? []).map(({ at, label, text, why }) =>
          finding(table, "wrong-day", `${table.rows.find(({ row }) => row === at.row)?.key ?? ""}/${at.col - table.area.col}`, {
            severity: "warning",
            at,
            data: { at, label, text, why },
          }),
        ),
};
