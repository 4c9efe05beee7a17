import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { diagnose, type BalanceCell, type Equation, type Fault } from ".";

const typed = (id: string, value: number): BalanceCell => ({ id, value, typed: true, decimals: 0 });

function sum(id: string, total: string, parts: readonly string[]): Equation {
  return { id, op: "=", tolerance: 0, terms: [{ cell: total, coefficient: 1 }, ...parts.map((cell) => ({ cell, coefficient: -1 }))] };
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Rows and columns that add up, a total for each, and a total of both. */
function grid(values: readonly (readonly number[])[]): { cells: BalanceCell[]; equations: Equation[] } {
  const [rows, columns] = [range(values.length), range(values[0]?.length ?? 0)];
  const at = (r: number, c: number) => values[r]?.[c] ?? 0;
  const rowSum = (r: number) => columns.reduce((all, c) => all + at(r, c), 0);
  const columnSum = (c: number) => rows.reduce((all, r) => all + at(r, c), 0);
  return {
    cells: [
      ...rows.flatMap((r) => columns.map((c) => typed(`${r},${c}`, at(r, c)))),
      ...rows.map((r) => typed(`row${r}`, rowSum(r))), ...columns.map((c) => typed(`column${c}`, columnSum(c))),
      typed("total", rows.reduce((all, r) => all + rowSum(r), 0)),
    ],
    equations: [
      ...rows.map((r) => sum(`row${r}`, `row${r}`, columns.map((c) => `${r},${c}`))),
      ...columns.map((c) => sum(`column${c}`, `column${c}`, rows.map((r) => `${r},${c}`))),
      sum("rows", "total", rows.map((r) => `row${r}`)),
      sum("columns", "total", columns.map((c) => `column${c}`)),
    ],
  };
}

const changed = (cells: readonly BalanceCell[], values: Readonly<Record<string, number>>) =>
  cells.map((cell) => ({ ...cell, value: values[cell.id] ?? cell.value }));
const corrected = (fault: Fault | undefined) => fault?.likeliestSet?.corrections.map(({ cell, to, kind }) => [cell, to, kind]);

const plain = grid([[4830, 7215, 1260], [9120, 3345, 5570], [2415, 8660, 6905], [1075, 2940, 3385]]);

describe("two cells swapped", () => {
  const swap = (a: string, b: string) => {
    const value = (id: string) => plain.cells.find((cell) => cell.id === id)?.value ?? 0;
    return {
      ...diagnose(changed(plain.cells, { [a]: value(b), [b]: value(a) }), plain.equations),
      was: [[a, value(a), "cells-swapped"], [b, value(b), "cells-swapped"]],
    };
  };

  test.each([
    ["1,0", "1,2", "in a row"], ["1,0", "3,0", "in a column"], ["0,1", "2,2", "across"], ["row0", "row2", "two totals"],
  ])("%s and %s, %s", (a, b) => {
    const { faults, was } = swap(a, b);
    expect(faults).toHaveLength(1);
    expect(corrected(faults[0])?.sort()).toEqual(was.sort());
    expect(faults[0]?.candidates).toEqual([]);
  });

  test("each says with which and what it settles", () => {
    expect(swap("1,0", "1,2").faults[0]?.likeliestSet).toEqual({
      rank: 0,
      corrections: [
        { cell: "1,0", from: 5570, to: 9120, kind: "cells-swapped", settles: ["column0"], other: "1,2" },
        { cell: "1,2", from: 9120, to: 5570, kind: "cells-swapped", settles: ["column2"], other: "1,0" },
      ],
    });
  });

  test("a total and its part, although single cells settle the sum as well", () => {
    const { faults } = diagnose([typed("t", 2713), typed("a", 9456), typed("b", 6743)], [sum("s", "t", ["a", "b"])]);
    expect(corrected(faults[0])).toEqual([["t", 9456, "cells-swapped"], ["a", 2713, "cells-swapped"]]);
    expect(faults[0]?.candidates.every(({ rank }) => rank > 0)).toBe(true);
    expect(faults[0]?.likeliest).toBeNull();
  });

  test("of two sums that share no cell", () => {
    const sums = [sum("s", "t", ["a", "b"]), sum("u", "v", ["c", "d"])];
    const cells = [typed("t", 9456), typed("a", 1187), typed("b", 6743), typed("v", 5000), typed("c", 2713), typed("d", 3813)];
    const { faults } = diagnose(cells, sums);
    expect(faults.map(({ equations }) => equations)).toEqual([["s", "u"]]);
    expect(corrected(faults[0])).toEqual([["a", 2713, "cells-swapped"], ["c", 1187, "cells-swapped"]]);
  });
});

describe("several mistakes in one system", () => {
  test("two cells of different rows and columns", () => {
    const { faults } = diagnose(changed(plain.cells, { "0,0": 8430, "2,2": 6950 }), plain.equations);
    expect(faults).toHaveLength(1);
    expect(corrected(faults[0])).toEqual([["0,0", 4830, "digits-swapped"], ["2,2", 6905, "digits-swapped"]]);
  });

  test("two cells of one column", () => {
    const { faults } = diagnose(changed(plain.cells, { "0,0": 8430, "2,0": 24150 }), plain.equations);
    expect(corrected(faults[0])).toEqual([["0,0", 4830, "digits-swapped"], ["2,0", 2415, "zeros"]]);
  });

  test("three cells", () => {
    const { faults } = diagnose(changed(plain.cells, { "0,0": 8430, "2,2": 6950, "3,1": 9240 }), plain.equations);
    expect(corrected(faults[0])?.map(([cell, to]) => [cell, to])).toEqual(
      expect.arrayContaining([["0,0", 4830], ["2,2", 6905], ["3,1", 2940]]),
    );
    expect(faults[0]?.sets.every(({ corrections }) => corrections.length === 3)).toBe(true);
  });

  test("a chain of many in one column", () => {
    const big = grid(range(40).map((r) => range(4).map((c) => 10_000 + ((r * 7919 + c * 104_729) % 89_999))));
    const wrong = range(20).map((i) => `${2 * i},1`);
    const amounts = new Map(big.cells.map(({ id, value }) => [id, value]));
    const { faults } = diagnose(
      changed(big.cells, Object.fromEntries(wrong.map((id, i) => [id, (amounts.get(id) ?? 0) + 1000 + 37 * i]))),
      big.equations,
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]?.sets.map(({ corrections }) => corrections.map(({ cell, to }) => [cell, to]).sort())).toEqual([
      wrong.map((id) => [id, amounts.get(id)]).sort(),
    ]);
  });

  test("pairs that tie are told as a tie", () => {
    const { faults } = diagnose(
      [typed("t", 3000), typed("a", 1234), typed("b", 1655), typed("u", 7000), typed("c", 2222), typed("d", 4667)],
      [
        sum("s", "t", ["a", "b"]), sum("v", "u", ["c", "d"]), sum("w", "t", ["a", "b"]), sum("x", "u", ["c", "d"]),
        sum("y", "u", ["t", "d"]),
      ],
    );
    for (const { sets } of faults) for (const { corrections } of sets) expect(corrections.length).toBeGreaterThan(1);
    expect(faults[0]?.likeliestSet).toBeNull();
  });
});

describe("whatever the table", () => {
  const tables = fc
    .tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 3, max: 6 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 1_000, max: 999_999 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    .map(grid);
  const wrongTables = fc
    .tuple(tables, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1_000, max: 999_999 })), { minLength: 1, maxLength: 4 }))
    .map(([{ cells, equations }, changes]) => ({
      equations,
      cells: changes.reduce((all, [pick, value]) => all.map((cell, i) => (i === pick % all.length ? { ...cell, value } : cell)), cells),
    }));
  const gap = (cells: readonly BalanceCell[], { terms }: Equation) => {
    const values = new Map(cells.map(({ id, value }) => [id, value]));
    return terms.reduce((all, { cell, coefficient }) => all + coefficient * (values.get(cell) ?? NaN), 0);
  };

  test("a set that is offered settles its fault and breaks nothing that held", () => {
    fc.assert(
      fc.property(wrongTables, ({ cells, equations }) => {
        const { failed, faults } = diagnose(cells, equations);
        for (const { equations: own, sets } of faults) {
          for (const { corrections } of sets) {
            const after = changed(cells, Object.fromEntries(corrections.map(({ cell, to }) => [cell, to])));
            for (const equation of equations) {
              if (own.includes(equation.id) || !failed.some(({ id }) => id === equation.id))
                expect([equation.id, gap(after, equation)]).toEqual([equation.id, 0]);
            }
            expect(new Set(corrections.flatMap(({ settles }) => settles))).toEqual(new Set(own));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test("one wrong amount of two sums is the candidate, whatever was meant", () => {
    fc.assert(
      fc.property(tables, fc.nat(), fc.integer({ min: 1_000, max: 999_999 }), ({ cells, equations }, pick, value) => {
        const cell = cells[pick % cells.length];
        fc.pre(cell !== undefined && cell.value !== value);
        const { faults } = diagnose(changed(cells, { [cell.id]: value }), equations);
        expect(faults).toHaveLength(1);
        expect(faults[0]?.likeliest).toMatchObject({ cell: cell.id, to: cell.value });
      }),
      { numRuns: 100 },
    );
  });

  test("two amounts that were exchanged are found", () => {
    fc.assert(
      fc.property(tables, fc.nat(), fc.nat(), ({ cells, equations }, a, b) => {
        const inner = cells.filter(({ id }) => id.includes(","));
        const [one, other] = [inner[a % inner.length], inner[b % inner.length]];
        fc.pre(one !== undefined && other !== undefined && Math.abs(one.value - other.value) >= 10);
        const { faults } = diagnose(changed(cells, { [one.id]: other.value, [other.id]: one.value }), equations);
        const sets = faults[0]?.sets.map(({ corrections }) => corrections.map(({ cell, to }) => `${cell}=${to}`).sort().join(" "));
        expect(sets).toContain([`${one.id}=${one.value}`, `${other.id}=${other.value}`].sort().join(" "));
      }),
      { numRuns: 100 },
    );
  });
});
