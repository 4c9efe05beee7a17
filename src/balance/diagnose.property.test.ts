import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { diagnose, type BalanceCell, type Equation } from ".";

interface Shape {
  readonly items: number;
  readonly sources: number;
  readonly years: number;
  /** Decimals of the amounts: đồng have none, billions often two. */
  readonly decimals: number;
  /** Whether the totals by item and by source are formulas beside the stated total. */
  readonly formulas: boolean;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  items: fc.integer({ min: 2, max: 12 }),
  sources: fc.integer({ min: 2, max: 6 }),
  years: fc.integer({ min: 2, max: 6 }),
  decimals: fc.constantFrom(0, 0, 1, 2),
  formulas: fc.boolean(),
});

/** Amounts as budgets have them: two to six digits, every third one round. Units of the last decimal. */
const amount = fc.oneof(
  fc.integer({ min: 1, max: 5 }).chain((digits) => fc.integer({ min: 10 ** digits, max: 10 ** (digits + 1) - 1 })),
  fc.integer({ min: 10, max: 99_999 }),
  fc.integer({ min: 1, max: 999 }).map((round) => round * 100),
);

interface RandomTable {
  readonly cells: readonly BalanceCell[];
  readonly equations: readonly Equation[];
}

function sum(id: string, total: string, parts: readonly string[], definition = false): Equation {
  const terms = [{ cell: total, coefficient: 1 }, ...parts.map((cell) => ({ cell, coefficient: -1 }))];
  return { id, op: "=", tolerance: 0, terms, ...(definition ? { definition } : {}) };
}

/** A budget by item, source and year that adds up: a stated total, items each by year, year totals, sources, one "of which". */
const tables: fc.Arbitrary<RandomTable> = shapes
  .chain((shape) =>
    fc.tuple(
      fc.constant(shape),
      fc.array(fc.array(amount, { minLength: shape.years, maxLength: shape.years }), { minLength: shape.items, maxLength: shape.items }),
      fc.array(fc.integer({ min: 1, max: 999 }), { minLength: shape.sources, maxLength: shape.sources }),
    ),
  )
  .map(([shape, grid, weights]) => {
    const range = (n: number) => Array.from({ length: n }, (_, i) => i);
    const itemTotals = grid.map((row) => row.reduce((a, b) => a + b, 0));
    const total = itemTotals.reduce((a, b) => a + b, 0);
    const yearTotals = range(shape.years).map((y) => grid.reduce((all, row) => all + (row[y] ?? 0), 0));
    const weight = weights.reduce((a, b) => a + b, 0);
    const shares = weights.slice(1).map((w) => Math.floor((total * w) / weight));
    const sources = [total - shares.reduce((a, b) => a + b, 0), ...shares];
    const cell = (id: string, units: number, typed = true): BalanceCell => ({
      id,
      value: Number(`${units}e-${shape.decimals}`),
      typed,
      decimals: shape.decimals,
    });
    const items = range(shape.items).map((i) => `item${i}`);
    const sourceIds = range(shape.sources).map((s) => `source${s}`);
    const cells = [
      cell("total", total),
      cell("A", total, !shape.formulas),
      cell("B", total, !shape.formulas),
      cell("of-which", Math.floor((itemTotals[0] ?? 0) / 2)),
      ...itemTotals.map((value, i) => cell(`item${i}`, value)),
      ...sources.map((value, s) => cell(`source${s}`, value)),
      ...yearTotals.map((value, y) => cell(`year${y}`, value)),
      ...grid.flatMap((row, i) => row.map((value, y) => cell(`item${i}year${y}`, value))),
    ];
    const equations: Equation[] = [
      sum("A=items", "A", items, shape.formulas), sum("B=sources", "B", sourceIds, shape.formulas),
      sum("total=A", "total", ["A"]), sum("total=B", "total", ["B"]),
      sum("total=years", "total", range(shape.years).map((y) => `year${y}`)),
      ...items.map((item) => sum(`${item}=years`, item, range(shape.years).map((y) => `${item}year${y}`))),
      ...range(shape.years).map((y) => sum(`year${y}=items`, `year${y}`, items.map((item) => `${item}year${y}`))),
      { id: "of-which", op: "<=", tolerance: 0, terms: [{ cell: "of-which", coefficient: 1 }, { cell: "item0", coefficient: -1 }] },
    ];
    return { cells, equations };
  });

/** A number as typed by a hand that slips once. */
const slips: fc.Arbitrary<(text: string) => string> = fc
  .tuple(fc.constantFrom("swap", "wrong", "double", "drop", "zero", "thousand", "point"), fc.nat(20), fc.nat(9))
  .map(([kind, place, digit]) => (text: string) => {
    const at = [...text].flatMap((sign, i) => (/\d/.test(sign) ? [i] : [])).at(place % (text.replace(".", "").length - 1)) ?? 0;
    const next = text[at + 1] === "." ? at + 2 : at + 1;
    switch (kind) {
      case "swap": return text.slice(0, at) + (text[next] ?? "") + text.slice(at + 1, next) + (text[at] ?? "") + text.slice(next + 1);
      case "wrong": return text.slice(0, at) + digit + text.slice(at + 1);
      case "double": return text.slice(0, at + 1) + text.slice(at);
      case "drop": return text.slice(0, at) + text.slice(at + 1);
      case "zero": return text.includes(".") ? text : `${text}0`;
      case "thousand": return text.includes(".") ? text : `${text}000`;
      default: return text.replace(".", "");
    }
  });

/** The table with one typed cell mistyped. */
function mistype({ cells, equations }: RandomTable, pick: number, slip: (text: string) => string) {
  const typed = cells.filter((cell) => cell.typed && cell.value >= 10);
  const cell = typed[pick % typed.length];
  if (!cell) return null;
  const now = slip(cell.value.toFixed(cell.decimals));
  if (Number(now) === cell.value || !/^[1-9]/.test(now)) return null;
  const wrong = { ...cell, value: Number(now), decimals: now.split(".")[1]?.length ?? 0 };
  const values = changed({ cells, equations }, cell.id, wrong.value);
  const after = cells.map((other) => (other.id === cell.id ? wrong : { ...other, value: values.get(other.id) ?? other.value }));
  return { was: cell, now: wrong, cells: after, equations };
}

/** Sums in which a cell stands, itself or through a formula. */
function relations(equations: readonly Equation[], cell: string): number {
  const through = equations
    .filter(({ definition, terms }) => definition === true && terms.some((term) => term.cell === cell))
    .map(({ terms }) => terms[0]?.cell);
  return equations.filter(
    ({ op, definition, terms }) =>
      op === "=" && definition !== true && terms.some((term) => term.cell === cell || through.includes(term.cell)),
  ).length;
}

/** Values after a change, formulas followed. */
function changed({ cells, equations }: RandomTable, cell: string, to: number): Map<string, number> {
  const values = new Map(cells.map(({ id, value }) => [id, id === cell ? to : value]));
  for (const { terms } of equations.filter(({ definition }) => definition === true)) {
    const [total, ...parts] = terms;
    if (total) values.set(total.cell, parts.reduce((all, part) => all + (values.get(part.cell) ?? 0), 0));
  }
  return values;
}

describe("tables whose plan nobody has seen", () => {
  test("a table that adds up has no fault", () => {
    fc.assert(
      fc.property(tables, ({ cells, equations }) =>
        expect(diagnose(cells, equations, { rounding: true })).toEqual({ failed: [], rounded: [], faults: [] }),
      ),
    );
  });

  test("the mistyped cell is always among the candidates, with the value that was meant wherever a slip explains it", () => {
    fc.assert(
      fc.property(tables, fc.nat(), slips, (table, pick, slip) => {
        const planted = mistype(table, pick, slip);
        fc.pre(planted !== null);
        const { faults } = diagnose(planted.cells, planted.equations);
        if (relations(table.equations, planted.was.id) === 0) return;
        expect(faults).toHaveLength(1);
        const own = faults[0]?.candidates.filter(({ cell }) => cell === planted.was.id) ?? [];
        expect(own.map(({ from, to }) => [from, to])).toContainEqual([planted.now.value, planted.was.value]);
      }),
      { numRuns: 300 },
    );
  });

  test("a correction settles what it says and breaks nothing that held", () => {
    fc.assert(
      fc.property(tables, fc.nat(), slips, (table, pick, slip) => {
        const planted = mistype(table, pick, slip);
        fc.pre(planted !== null);
        const before = diagnose(planted.cells, planted.equations);
        for (const candidate of before.faults.flatMap(({ candidates }) => candidates)) {
          const values = changed(planted, candidate.cell, candidate.to);
          for (const { id, op, terms, definition } of planted.equations) {
            if (definition === true) continue;
            const left = terms.reduce((all, { cell, coefficient }) => all + coefficient * (values.get(cell) ?? 0), 0);
            const holds = op === "=" ? Math.abs(left) < 1e-6 : left < 1e-6;
            if (!before.failed.some((failed) => failed.id === id) || candidate.settles.includes(id))
              expect([id, holds]).toEqual([id, true]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("in two sums or more it is named first and alone; in one it is mostly among the first three", () => {
    const seen = { many: 0, likeliest: 0, wrong: 0, one: 0, amongFirstThree: 0 };
    const samples = fc.sample(fc.tuple(tables, fc.nat(), slips), { numRuns: 1500, seed: 20251122 });
    for (const [table, pick, slip] of samples) {
      const planted = mistype(table, pick, slip);
      if (!planted) continue;
      const [fault] = diagnose(planted.cells, planted.equations).faults;
      const right = fault?.likeliest?.cell === planted.was.id && fault.likeliest.to === planted.was.value;
      const count = relations(table.equations, planted.was.id);
      if (fault?.likeliest && fault.likeliest.cell !== planted.was.id) seen.wrong += 1;
      if (count >= 2) {
        seen.many += 1;
        if (right) seen.likeliest += 1;
      } else if (count === 1) {
        seen.one += 1;
        const cells = [...new Set(fault?.candidates.map(({ cell }) => cell))];
        if (cells.slice(0, 3).includes(planted.was.id)) seen.amongFirstThree += 1;
      }
    }
    // Measured: 911 of 911; of those in one sum 128 of 133 among the first three and 5 taken for another cell.
    expect(seen.many).toBeGreaterThan(500);
    expect(seen.likeliest / seen.many).toBeGreaterThan(0.97);
    expect(seen.amongFirstThree / seen.one).toBeGreaterThan(0.9);
    expect(seen.wrong / (seen.many + seen.one)).toBeLessThan(0.02);
  });
});

test("whatever numbers and equations come, nothing is thrown and every failing equation is in one fault", () => {
  const id = fc.constantFrom("a", "b", "c", "d", "e");
  const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, NaN, Infinity, 1e300, -1e-300, 0.1));
  const cells = fc.array(fc.record({ id, value: anyNumber, typed: fc.boolean(), decimals: fc.oneof(fc.nat(4), anyNumber) }), {
    maxLength: 6,
  });
  const term = fc.record({ cell: id, coefficient: fc.oneof(fc.constantFrom(1, -1, 0, 100), anyNumber) });
  const equation = fc.record({
    id: fc.uuid(),
    op: fc.constantFrom("=" as const, "<=" as const),
    terms: fc.array(term, { maxLength: 5 }),
    tolerance: fc.oneof(fc.constantFrom(0, 0.5), anyNumber),
    definition: fc.boolean(),
    decimals: fc.oneof(fc.nat(3), anyNumber),
    parts: fc.oneof(fc.nat(9), anyNumber),
  });
  fc.assert(
    fc.property(cells, fc.array(equation, { maxLength: 6 }), fc.boolean(), (someCells, equations, rounding) => {
      const { failed, faults } = diagnose(someCells, equations, { rounding });
      expect(faults.flatMap((fault) => fault.equations).sort()).toEqual(failed.map((one) => one.id).sort());
    }),
  );
});
