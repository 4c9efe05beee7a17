import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { check } from "../../src/checks";
import { readFormRules, rulesOf, withFormRules } from "../../src/forms";
import { readOthers } from "../../src/reading";
import { toA1, type CellValue, type SheetSnapshot } from "../../src/sheet";
import type { OtherTable } from "../../src/tables";
import { corpusFolder, randomNumbers, readTables } from "../corpus/planted-tables";
import { formSnapshots } from "../corpus/versions";
import { snapshotOf, typedSnapshot } from "../support/text-snapshots";

/** Rules that are written out of a table and put to it again say of it what reading does. */

const TODAY = { year: 2026, month: 6, day: 30 };

/** What a check has to say of tables, with the data of each finding. */
function found(tables: readonly OtherTable[]): unknown {
  const { findings, failures } = check(tables, TODAY);
  expect(failures).toEqual([]);
  // all cells that take part, in any order
  const sorted = findings.map(({ cells, ...rest }) => ({ ...rest, cells: cells.map(toA1).sort() }));
  return JSON.parse(JSON.stringify(sorted));
}

/** A table with the rules that are written out of it, as a file holds these. */
function ruled(table: OtherTable): OtherTable {
  const read = readFormRules(JSON.stringify({ version: 1, forms: [rulesOf(table)] }));
  if ("fault" in read) throw new Error(JSON.stringify(read.fault));
  const again = withFormRules(table, read.rules.forms);
  expect(again).not.toBe(table);
  expect(again.form?.missing).toEqual([]);
  return again;
}

function compare(snapshot: SheetSnapshot): number {
  const tables = readOthers(snapshot, []);
  expect(found(tables.map(ruled))).toEqual(found(tables));
  return tables.length;
}

const folder = corpusFolder();
const here = folder === null ? describe.skip : describe;

/** The sheet with a digit of some of its numbers typed wrong. */
function mistyped(snapshot: SheetSnapshot, seed: number): SheetSnapshot {
  const random = randomNumbers(seed);
  const wrong = (value: CellValue): CellValue =>
    typeof value === "number" && random() < 0.04 ? value + 10 ** Math.floor(random() * Math.log10(Math.abs(value) + 10)) : value;
  return { ...snapshot, values: snapshot.values.map((row) => row.map(wrong)) };
}

/** Of the tables so many in one are looked at. */
const EACH = 4;

here("tables of other people", () => {
  test("as they are, and with digits typed wrong", () => {
    let count = 0;
    readTables(folder ?? "").filter((_, at) => at % EACH === 0).forEach((table, at) => {
      const snapshot = typedSnapshot(table.rows, table.number_format);
      count += compare(snapshot);
      compare(mistyped(snapshot, at + 1));
    });
    expect(count).toBeGreaterThan(50);
  });

  test("forms, with digits typed wrong", async () => {
    for (const [at, form] of (await formSnapshots(folder ?? "")).entries()) {
      compare(form);
      for (const seed of [1, 2, 3]) compare(mistyped(form, at * 10 + seed));
    }
  });
});

describe("any list of groups with lines under each", () => {
  const amount = fc.integer({ min: 0, max: 99_999 });
  const cell = fc.oneof({ weight: 12, arbitrary: amount }, { weight: 1, arbitrary: fc.constantFrom(null, "-", "x", "12a") });
  const rows = fc.record({
    groups: fc.array(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    off: fc.constantFrom(0, 0, 9, 1000),
  });

  test("says the same", () => {
    const numeric = (value: CellValue): number => (typeof value === "number" ? value : 0);
    const sum = (all: readonly (readonly CellValue[])[]): number[] =>
      [0, 1, 2].map((at) => all.reduce<number>((so, one) => so + numeric(one[at] ?? 0), 0));
    fc.assert(
      fc.property(rows, ({ groups, off }) => {
        const totals = groups.map(sum);
        const values: CellValue[][] = [
          ["STT", "Nội dung", "Năm 2024", "Năm 2025", "Năm 2026"],
          ["", "Tổng số", ...sum(totals).map((one, at) => (at === 1 ? one + off : one))],
          ...groups.flatMap((group, g) => [
            [["I", "II", "III", "IV"][g] ?? "", `Nhóm ${g}`, ...(totals[g] ?? [])],
            ...group.map((cells, n): CellValue[] => [`${n + 1}`, `Khoản ${n % 2}`, ...cells]),
          ]),
        ];
        compare(snapshotOf(values));
      }),
      { numRuns: 300 },
    );
  });
});
