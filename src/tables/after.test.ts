import { describe, expect, test } from "@jest/globals";
import { graphFrom, type Column, type Relation } from ".";

const cell = (row: number, value: number): Relation["total"] => ({
  at: { sheet: "S", row, col: 2 },
  formula: null,
  state: "number",
  value,
});

const column: Column = { id: "amount", role: "planned", year: null, place: null, adds: null };
const sumsAfter = (relations: readonly Relation[]) => graphFrom(() => relations).after;

function relation(total: Relation["total"], parts: Relation["parts"], op: Relation["op"] = "sum"): Relation {
  return {
    op, total, parts,
    axis: "column",
    from: "outline",
    labels: { total: "", parts: "" },
    column,
    over: "lines",
    about: "",
    key: `${total.at.row}`,
    partial: false,
    sure: 1,
  };
}

describe("sums after a change", () => {
  test("several cells may move together where one alone may not", () => {
    const [a, b] = [cell(1, 30_000), cell(2, 70_000)];
    const asked = sumsAfter([relation(cell(0, 100_000), [a, b])]);
    expect(asked([{ cell: a, to: 30 }])).toBe(false);
    const total = cell(0, 100);
    const one = relation(total, [a, b]);
    const right = sumsAfter([one]);
    expect(right([{ cell: a, to: 30 }, { cell: b, to: 70 }])).toBe(true);
    expect(right([{ cell: a, to: 30 }])).toBe(true);
    expect(right([{ cell: a, to: 30_001 }])).toBe(false);
    const held = sumsAfter([one, relation(cell(3, 100_000), [a, b])]);
    expect(held([{ cell: a, to: 30 }, { cell: b, to: 70 }])).toBe(false);
    expect(held([{ cell: a, to: 70_000 }, { cell: b, to: 30_000 }])).toBe(true);
  });

  test("what is asked of many cells of one long sum does not go through it each time", () => {
    const LINES = 2_000;
    let reads = 0;
    const parts = Array.from({ length: LINES }, (_, row) => {
      const part = cell(row + 1, 7);
      return { ...part, get value() { reads += 1; return 7; } };
    });
    const asked = sumsAfter([relation(cell(0, 7 * LINES), parts)]);
    for (const part of parts) expect(asked([{ cell: part, to: 7000 }])).toBe(false);
    expect(reads).toBeLessThan(20 * LINES);
  });
});
