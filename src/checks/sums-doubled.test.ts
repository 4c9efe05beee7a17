import { expect, test } from "@jest/globals";
import { SPENDING } from "../../tests/support/plain-sheet";
import { snapshotOf } from "../../tests/support/text-snapshots";
import { readOthers } from "../reading";
import type { CellValue } from "../sheet";
import { check } from "./index";

type Rows = readonly (readonly CellValue[])[];

const today = { year: 2026, month: 6, day: 30 };
/** Without the column of what is left, which would say by itself what the subtotal is. */
const CELLS = (SPENDING as Rows).map((row) => row.slice(0, 4));

const typed = (changes: readonly (readonly [row: number, col: number, to: CellValue])[]): Rows =>
  CELLS.map((own, r) => own.map((cell, c) => changes.find(([row, col]) => row === r && col === c)?.[2] ?? cell));
const told = (cells: Rows) => check(readOthers(snapshotOf(cells), []), today).findings;

/** "Trường học": 291 planned. */
const SCHOOLS = 7;

/** The subtotal of investment off by so many times a part of it, and the total with it. */
const carried = (times: number): Rows => typed([[4, 2, 2171 + times * 291], [5, 2, 818 + times * 291]]);

test("a subtotal that counts one of its parts twice is told with that part as the cause", () => {
  const [only, ...others] = told(carried(1));
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    code: "sum-mismatch",
    at: { row: 5, col: 2 },
    data: { gap: 291, computed: { value: 818 }, equals: { at: { row: SCHOOLS, col: 2 } } },
  });
});

test("one that leaves a part out may mean it so: it is asked about", () => {
  expect(told(carried(-1)).map(({ code }) => code)).toEqual(["table-question"]);
});

test("a line that was copied is told as one, beside the sums that it breaks", () => {
  const copied = [...CELLS.slice(0, SCHOOLS + 1), CELLS[SCHOOLS] ?? [], ...CELLS.slice(SCHOOLS + 1)];
  expect(told(copied).map(({ code }) => code)).toContain("same-amount");
});
