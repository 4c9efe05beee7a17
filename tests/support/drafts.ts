import fc from "fast-check";
import type { BudgetFact, Doubt, Draft, IndicatorFact, TaskFact } from "../../src/drafting";

/** A draft of nothing, with what is given. */
export function draftWith(facts: Partial<Draft>): Draft {
  return {
    head: { title: "Kế hoạch dân số", issuer: "Ủy ban nhân dân tỉnh Mẫu", place: null, number: null, date: null, period: { from: 2026,
      to: 2030 } },
    indicators: [],
    budget: [],
    tasks: [],
    gaps: [],
    unread: [],
    ...facts,
  };
}

type Evidence = Pick<IndicatorFact, "evidence" | "span">;

/** Where a text says these words. */
export function evidenceIn(text: string, words: string): Evidence {
  const from = text.indexOf(words);
  if (from === -1) throw new Error(words);
  return { evidence: words, span: [from, from + words.length] };
}

const SURE = { sure: true, doubts: [] as readonly Doubt[], evidence: "", span: [0, 0] } as const;

export function indicatorFact(id: string, fact: Partial<IndicatorFact>): IndicatorFact {
  return {
    ...SURE, id, name: `Chỉ tiêu ${id}`, year: 2030, from: null, comparator: "=", value: 1, value2: null, baseline: null, unit: "%",
      direction: null,
    scope: null, text: "đạt 1%", ...fact,
  };
}

export function budgetFact(id: string, fact: Partial<BudgetFact>): BudgetFact {
  return {
    ...SURE, id, label: `Khoản ${id}`, amount: 1, unit: "triệu đồng", year: null, from: null, kind: "item", parent: null, of: null, ...fact,
  };
}

export function taskFact(id: string, fact: Partial<TaskFact>): TaskFact {
  return { ...SURE, id, number: null, name: `Nhiệm vụ ${id}`, lead: null, cooperating: null, time: null, ...fact };
}

const words = fc.oneof(
  fc.string({ maxLength: 30 }), fc.constantFrom("", " ", "=1+1", "Tỷ lệ hộ nghèo", "Tổng kinh phí", "\u0000", "x".repeat(5000)),
);
const number = fc.oneof(fc.double(), fc.integer({ min: 0, max: 100 }), fc.constantFrom(0.5, -1, 1e300, Number.NaN));
const year = fc.option(fc.oneof(fc.integer({ min: 2020, max: 2035 }), fc.constantFrom(0, 1800, 3000, 2025.5)));
const maybe = fc.option(words);
const id = fc.constantFrom("i1", "i2", "b1", "b2", "b3", "b4", "t1", "", "ĐẤT", "x y");
const span = fc.tuple(fc.nat(400), fc.nat(400)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const doubts = fc.subarray<Doubt>(["name", "year", "value", "kind", "parent", "scan", "readings"]);
const fact = { id, evidence: words, span, sure: fc.boolean(), doubts };

/** Any draft that its types allow, also one that no text gives. */
export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  head: fc.record({
    title: words, issuer: words, place: maybe, number: maybe, date: fc.option(fc.constantFrom("2024", "2024-13", "2024-02-30",
      "2024-02-03", "x")),
    period: fc.option(fc.record({ from: fc.integer({ min: 1980, max: 2110 }), to: fc.integer({ min: 1980, max: 2110 }) })),
  }),
  indicators: fc.array(
    fc.record({
      ...fact, name: words, year, from: year, comparator: fc.option(fc.constantFrom(">", ">=", "<", "<=", "=", "~", "range", "change")),
      value: fc.option(number), value2: fc.option(number), baseline: fc.option(number), unit: fc.option(fc.constantFrom("%", "", "giường")),
      direction: fc.option(fc.constantFrom("up", "down", "equal")), scope: maybe, text: words,
    }),
    { maxLength: 8 },
  ),
  budget: fc.array(
    fc.record({
      ...fact, label: words, amount: number, unit: fc.constantFrom("triệu đồng", "tỷ đồng", "đồng", "USD", ""), year, from: year,
      kind: fc.constantFrom("item", "source", "total"), parent: fc.option(id), of: fc.option(id),
    }),
    { maxLength: 8 },
  ),
  tasks: fc.array(fc.record({ ...fact, number: maybe, name: words, lead: maybe, cooperating: maybe, time: maybe }), { maxLength: 5 }),
  gaps: fc.array(
    fc.record({
      total: id, parts: fc.array(id), stated: fc.integer(), computed: fc.integer(),
      candidates: fc.array(fc.record({ id, value: number }), { maxLength: 3 }),
      kind: fc.constantFrom("sum", "words"),
    }),
    { maxLength: 2 },
  ),
  unread: fc.array(fc.record({ span, rows: fc.nat(50) }), { maxLength: 2 }),
});
