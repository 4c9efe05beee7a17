import type { Finding } from "../findings";
import { finding, type Rule } from "./rule";
import { isHeading, shownText } from "./task-cells";

/** More than so many are told in one sentence: a plan that names nobody for a whole part has as many gaps as that part has tasks. */
const MOST = 5;

/** Tasks that nobody leads; one finding for a table in which none has a lead, or very many have none. */
export const taskLeads: Rule = {
  name: "task-leads",
  codes: ["task-lead-missing"],
  severities: ["info"],
  check: (table) => {
    if (table.kind !== "tasks") return [];
    const open = table.rows
      .filter((row) => shownText(table, row, "lead") === "" && !isHeading(row))
      .flatMap(({ key, label, lead }) => (lead ? [{ key, label, at: lead.at }] : []));
    const [first, ...others] = open;
    if (!first) return [];
    const all = others.length > 0 && open.length === table.rows.filter((row) => !isHeading(row)).length;
    if (all || open.length > MOST) {
      return [
        finding(table, "task-lead-missing", all ? "all" : "many", {
          severity: "info",
          at: first.at,
          cells: open.map(({ at }) => at),
          data: { tasks: open.map(({ label }) => label), all },
        }),
      ];
    }
    return open.map(({ key, label, at }): Finding =>
      finding(table, "task-lead-missing", key, { severity: "info", at, data: { tasks: [label], all: false } }),
    );
  },
};
