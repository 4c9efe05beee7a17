import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { filledBudget, type FilledTable } from "../../tests/support/big-snapshots";
import { mistyped, type Mistyped } from "../../tests/support/mistyped";
import { readingWords } from "../i18n";
import { readTable } from "../reading";
import { graphOf, type BudgetTable } from "../tables";
import { connected } from "./connected";
import { diagnoseConnected, diagnoseTable } from "./equations";
import { unitSlips } from "./unit-slips";

function tableOf({ outline, snapshot }: FilledTable): BudgetTable {
  const table = readTable(outline, snapshot, readingWords);
  if (table.kind !== "budget") throw new Error("not a budget");
  return table;
}

/** The first two digits exchanged, or where they are equal one of them changed. */
const slipped = (value: number): number =>
  Number(String(value).replace(/^(\d)(\d)/, (_, a: string, b: string) => (a === b ? `${a}${(Number(b) + 1) % 10}` : `${b}${a}`)));

const LINES = 1_500;
const long = filledBudget(2 * LINES);
const line = fc.integer({ min: 0, max: LINES - 1 });
const column = fc.constantFrom("amount" as const, "y2021" as const, "y2024" as const, "u2" as const);

describe("relations that have to do with failing ones", () => {
  test("of a long table only a few take part, and the mistyped cell is named", () => {
    fc.assert(
      fc.property(line, column, fc.constantFrom("item" as const, "source" as const), (at, where, kind) => {
        const table = tableOf(mistyped(long, [{ kind, line: at, column: where, value: slipped }]));
        expect(graphOf(table).relations.length).toBeGreaterThan(10_000);
        expect(connected(graphOf(table)).relations.length).toBeLessThan(60);
        const { faults } = diagnoseTable(table);
        const wrong = table.rows.find(({ key }) => key === `${kind === "item" ? "A" : "B"}.${at + 1}`)?.cells.get(where)?.at;
        expect(faults.map(({ likeliest }) => likeliest?.cell)).toEqual([`${wrong?.row},${wrong?.col}`]);
      }),
      { numRuns: 6 },
    );
  });

  test("many wrong lines are corrected together, at a cost that grows with them", () => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 2, maxLength: 60 }), column, (lines, where) => {
        const table = tableOf(
          mistyped(long, lines.map((at): Mistyped => ({ kind: "item", line: at, column: where, value: (before) => before * 1000 }))),
        );
        expect(connected(graphOf(table)).relations.length).toBeLessThan(40 + 10 * lines.length);
        const [fault, ...others] = diagnoseTable(table).faults;
        expect(others).toEqual([]);
        expect(fault?.likeliestSet?.corrections.length).toBe(lines.length);
      }),
      { numRuns: 6 },
    );
  });

  test("a whole column typed in another unit is one fault, and its amounts are told together", () => {
    const short = filledBudget(600);
    const table = tableOf(
      mistyped(
        short,
        Array.from({ length: 300 }, (_, at): Mistyped => ({ kind: "item", line: at, column: "y2023", value: (before) => before / 1000 })),
      ),
    );
    const { faults } = diagnoseTable(table);
    expect(faults.map(({ likeliestSet }) => likeliestSet?.corrections.length)).toEqual([300]);
    expect(unitSlips.check(table, { today: { year: 2026, month: 11, day: 22 }, tables: [table] })).toEqual([]);
  });

  test("a column of blanks is no fault", () => {
    const table = tableOf(
      mistyped(long, Array.from({ length: 1000 }, (_, at): Mistyped => ({ kind: "item", line: at, column: "y2023", value: null }))),
    );
    expect(diagnoseTable(table).faults).toEqual([]);
  });

  test("what is left out of a table changes nothing about its faults", () => {
    // so small that all cells around take part
    const small = filledBudget(520);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom("item" as const, "source" as const),
            line: fc.integer({ min: 0, max: 259 }),
            column,
            value: fc.constant(slipped),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        (changes) => {
          const table = tableOf(mistyped(small, changes));
          const taking = connected(graphOf(table));
          expect(taking.relations.length).toBeLessThanOrEqual(graphOf(table).relations.length);
          expect(diagnoseConnected(table, taking)).toEqual(
            diagnoseConnected(table, { ...taking, relations: graphOf(table).relations, moves: () => true }),
          );
        },
      ),
      { numRuns: 6 },
    );
  });
});
