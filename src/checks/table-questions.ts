import { groupBy } from "../base";
import type { Finding } from "../findings";
import { doubleCountsOf, formulaGridOf, shortRangesOf, type OtherTable, type Question } from "../tables";
import { cellId, diagnoseTable, suspects } from "./equations";
import { finding, type Rule } from "./rule";
import { sumData } from "./sum-data";

/** Nobody answers more than these of one table at a time: the surest come first. */
const MOST = 3;

/** What cells of a table that we did not make may have to do with each other, where a person has to say whether it is so. */
export const tableQuestions: Rule = {
  name: "table-questions",
  codes: ["table-question"],
  severities: ["info"],
  // of a table that holds the relations are not made, and nothing is open
  check: (table) => (table.kind === "other" && !table.holds ? questionsOf(table) : []),
};

function questionsOf(table: OtherTable): Finding[] {
  const surest = (relations: readonly Question[]): number => Math.max(...relations.map(({ sure }) => sure));
  // what another finding asks to be put right is no question
  const wrong = suspects(diagnoseTable(table));
  const named = namedFormulas(table);
  const open = table.questions.filter(
    ({ total, parts }) => !named.has(cellId(total.at)) && ![total, ...parts].some(({ at }) => wrong.has(cellId(at))),
  );
  return [...groupBy(open, ({ question }) => question)]
    .sort(([, a], [, b]) => surest(b) - surest(a))
    .slice(0, MOST)
    .flatMap(([about, relations]): Finding[] => {
      const [first] = relations;
      if (!first) return [];
      const cells = [first.total, ...first.parts].map(({ at }) => at);
      const data = { ...sumData(table, first), failing: relations.length };
      return [finding(table, "table-question", about, { severity: "info", at: first.total.at, cells, data })];
    });
}

/** Totals whose formula adds something twice or stops short: what they should be is told there. */
function namedFormulas(table: OtherTable): ReadonlySet<string> {
  const grid = formulaGridOf(table);
  const found = [...doubleCountsOf(table), ...shortRangesOf(table)].flatMap(({ place }) => grid?.cellAt(place) ?? []);
  return new Set(found.map(({ cell }) => cellId(cell.at)));
}
