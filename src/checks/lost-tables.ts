import type { FindingOf } from "../findings";
import type { Rule } from "./rule";

/** What the id of the finding begins with: the table has no name to be told by. */
export function lostIdPart(sheet: string): string {
  return `?${sheet.replaceAll("/", "∕")}`;
}

/** A sheet that shows a table of ours which nobody can read any more: what is wrong in it stays unseen. */
export const lostTables: Rule = {
  name: "lost-tables",
  codes: ["table-lost"],
  severities: ["error"],
  check: () => [],
  beside: ({ lost = [] }) =>
    lost.map(({ kind, at }): FindingOf<"table-lost"> => ({
      id: [lostIdPart(at.sheet), "table-lost", kind].join("/"),
      code: "table-lost",
      severity: "error",
      at,
      cells: [at],
      data: { kind, sheet: at.sheet },
    })),
};
