import { describe, expect, test } from "@jest/globals";
import { snapshotOf } from "../../tests/support/text-snapshots";
import { formulaTable } from "../../tests/support/other-tables";
import { today } from "../../tests/support/context";
import { readOthers } from "../reading";
import type { OtherTable, Question } from "../tables";
import { tableQuestions } from "./table-questions";

const AMOUNTS = [
  ["STT", "Nội dung", "2024", "2025"],
  ["I", "Chi cân đối", 8768, 9464],
  ["1", "Chi đầu tư", 2450, 2610],
  ["2", "Chi thường xuyên", 6318, 6854],
];

/** The table with its sums as questions that are as sure as told. */
function asking(sure: readonly number[], names = sure.map((_, at) => `q${at}`)): OtherTable {
  const [table] = readOthers(snapshotOf(AMOUNTS), []);
  if (!table) throw new Error("no table");
  const questions = sure.map((one, at): Question => {
    const relation = table.relations[at % 2];
    if (!relation) throw new Error("no relation");
    return { ...relation, sure: one, question: names[at] ?? "" };
  });
  return { ...table, holds: false, relations: [], questions };
}

describe("table-questions", () => {
  const asked = (table: OtherTable) => tableQuestions.check(table, { today, tables: [table] });

  test("asks the surest first, three at most, each once", () => {
    expect(asked(asking([0.1, 0.3, 0.2, 0.4])).map(({ id }) => id.split("/").at(-1))).toEqual(["q3", "q1", "q2"]);
    expect(asked(asking([0.3, 0.3], ["q", "q"]))).toMatchObject([{ severity: "info", data: { failing: 2, claim: { op: "sum" } } }]);
  });

  test("does not ask what a total should be whose formula is told to add something twice", () => {
    const amounts = [
      ["STT", "Nội dung", "2024", "2025"],
      ["I", "Chi cân đối", "=SUM(C3:C4)", 9464],
      ["1", "Chi đầu tư", 2450, 2610],
      ["2", "Chi thường xuyên", 6318, 6854],
      [null, "Cộng", "=SUM(C2:C4)", 9464],
    ];
    const table = formulaTable(amounts);
    const total = table.rows[3]?.cells.get(table.columns[0]?.id ?? "");
    const [relation] = table.relations;
    if (total?.state !== "number" || !relation) throw new Error("no total");
    const about = (cell: Question["total"]): OtherTable => {
      const question = { ...relation, total: cell, parts: relation.parts.filter(({ at }) => at.row === 2), sure: 0.5, question: "q" };
      return { ...table, holds: false, relations: [], questions: [question] };
    };
    expect(asked(about(total))).toEqual([]);
    expect(asked(about(relation.total))).toHaveLength(relation.total.at.row === total.at.row ? 0 : 1);
  });

  test("does not ask about tables of ours, nor where nothing is open", () => {
    expect(asked(asking([]))).toEqual([]);
  });
});
