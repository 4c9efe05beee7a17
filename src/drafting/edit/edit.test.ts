import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { budgetFact, draftWith, evidenceIn, indicatorFact, taskFact } from "../../../tests/support/drafts";
import type { Draft, Fact } from "../draft";
import { addFact, changeFact, confirmFact, dropFact, joinWithNext, partFact, restoreFact } from ".";

const TEXT =
  "Tỷ lệ khám đạt 95% và tỷ lệ tiêm chủng đạt trên 98%. Tổng kinh phí 500 triệu đồng: truyền thông 300 triệu đồng; tập huấn 200 triệu đồng; " +
  "in ấn 20 triệu đồng. Sở Y tế báo cáo.";

const draft = draftWith({
  indicators: [
    indicatorFact("i1", { sure: false, doubts: ["name"], ...evidenceIn(TEXT, "Tỷ lệ khám đạt 95% và tỷ lệ tiêm chủng đạt trên 98%") }),
  ],
  budget: [
    budgetFact("b1", { label: "Tổng", amount: 500, kind: "total", ...evidenceIn(TEXT, "Tổng kinh phí 500 triệu đồng") }),
    budgetFact("b2", { amount: 300, parent: "b1", ...evidenceIn(TEXT, "truyền thông 300 triệu đồng") }),
    budgetFact("b3", { amount: 200, parent: "b1", ...evidenceIn(TEXT, "tập huấn 200 triệu đồng") }),
    budgetFact("b4", { amount: 20, of: "b2", ...evidenceIn(TEXT, "in ấn 20 triệu đồng") }),
  ],
  tasks: [taskFact("t1", { ...evidenceIn(TEXT, "Sở Y tế báo cáo") })],
});

const idsIn = ({ indicators, budget, tasks }: Draft): string[] => [...indicators, ...budget, ...tasks].map(({ id }) => id);

describe("a draft that a person edits", () => {
  test("is another one: a changed fact is sure and theirs, and says its figure in words again", () => {
    const now = changeFact(draft, "i1", { name: "Tỷ lệ khám", comparator: ">=", value: 96, year: 2029 });
    expect(now.indicators).toMatchObject([
      { id: "i1", name: "Tỷ lệ khám", value: 96, year: 2029, text: "≥ 96%", sure: true, doubts: [], by: "person" },
    ]);
    expect(draft.indicators[0]?.value).toBe(1);
    expect(confirmFact(draft, "i1").indicators).toMatchObject([{ sure: true, doubts: [], text: "đạt 1%" }]);
    expect(changeFact(draft, "nobody", { name: "x" })).toBe(draft);
  });

  test("tells what no longer adds up, and no more once it is put right", () => {
    const wrong = changeFact(draft, "b2", { amount: 330 });
    expect(wrong.gaps).toEqual([
      { kind: "sum", total: "b1", parts: ["b2", "b3"], stated: 500_000_000, computed: 530_000_000,
        candidates: [{ id: "b1", value: 530 }, { id: "b2", value: 300 }] },
    ]);
    expect(changeFact(wrong, "b2", { amount: 300 }).gaps).toEqual([]);
    expect(changeFact(wrong, "b1", { amount: 0.53, unit: "tỷ đồng" }).gaps).toEqual([]);
    expect(changeFact(draft, "b1", { amount: 5_000 }).gaps).toEqual([]);
  });

  test("has no amount that is part of itself", () => {
    expect(changeFact(draft, "b1", { parent: "b2" }).budget[0]?.parent).toBeNull();
    expect(changeFact(draft, "b2", { of: "b4", parent: null }).budget[1]).toMatchObject({ parent: "b1", of: null });
  });

  test("gets a fact back where it was, with what stands under it", () => {
    const [, fact] = draft.budget;
    if (!fact) throw new Error("no fact");
    const without = dropFact(draft, "b2");
    expect(idsIn(without)).toEqual(["i1", "b1", "b3", "b4", "t1"]);
    expect(restoreFact(without, { kind: "budget", fact }, "b3")).toEqual(draft);
  });

  test("adds up again once a part is put back", () => {
    const parts = [250, 150, 100].map((amount, index) => budgetFact(`b${index + 2}`, { amount, parent: "b1" }));
    const [total] = draft.budget;
    const three = draftWith({ budget: [...(total ? [total] : []), ...parts] });
    const without = dropFact(three, "b4");
    expect(without.gaps).toMatchObject([{ total: "b1", parts: ["b2", "b3"], computed: 400_000_000 }]);
    const [, , fact] = parts;
    expect(fact && restoreFact(without, { kind: "budget", fact }, null)).toEqual(three);
  });

  test("has two facts joined, with the evidence of both", () => {
    const now = joinWithNext(draft, "b2", TEXT);
    expect(now.budget.map(({ id, evidence, parent }) => [id, evidence, parent])).toEqual([
      ["b1", "Tổng kinh phí 500 triệu đồng", null],
      ["b2", "truyền thông 300 triệu đồng; tập huấn 200 triệu đồng", "b1"],
      ["b4", "in ấn 20 triệu đồng", null],
    ]);
  });

  test("has a fact parted where its words say two figures", () => {
    expect(partFact(draft, "i1", TEXT).indicators).toMatchObject([
      { id: "i1", name: "Tỷ lệ khám", text: "đạt 95% và", value: 95, evidence: "Tỷ lệ khám đạt 95% và" },
      { id: "i1-2", name: "tỷ lệ tiêm chủng", comparator: ">", value: 98, evidence: "tỷ lệ tiêm chủng đạt trên 98%", sure: false },
    ]);
    expect(partFact(draft, "b2", TEXT)).toEqual(draft);
    const items = "1. Số xã đạt 5 xã năm 2030.\n2. Số bạn đọc đạt 45.000 người";
    const joined = draftWith({ indicators: [indicatorFact("i1", { span: [3, items.length], evidence: items.slice(3) })] });
    expect(partFact(joined, "i1", items).indicators).toMatchObject([
      { name: "Số xã", value: 5 },
      { name: "Số bạn đọc", value: 45_000, evidence: "Số bạn đọc đạt 45.000 người" },
    ]);
  });

  test("gets a fact that a person has found, with the figure that its words say", () => {
    const { span } = evidenceIn(TEXT, " in ấn 20 triệu đồng.");
    const { draft: now, id } = addFact(draft, "budget", span, TEXT);
    expect(now.budget.find((fact) => fact.id === id)).toMatchObject({ label: "in ấn", amount: 20_000_000, unit: "đồng", by: "person" });
  });

  test("keeps every piece of evidence exactly a piece of the text, and every id of its own, whatever is done", () => {
    const id = fc.constantFrom("i1", "i1-2", "b1", "b2", "b3", "b4", "bp1", "t1", "nobody");
    const span = fc.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const edit = fc.oneof(
      id.map((own) => (before: Draft) => partFact(before, own, TEXT)),
      id.map((own) => (before: Draft) => joinWithNext(before, own, TEXT)),
      id.map((own) => (before: Draft) => dropFact(before, own)),
      fc.tuple(id, id, fc.integer({ min: 0, max: 600 })).map(([own, parent, amount]) => (before: Draft) => changeFact(before, own,
        { parent, amount })),
      fc.tuple(fc.constantFrom("indicators" as const, "budget" as const, "tasks" as const), span).map(
        ([kind, at]) => (before: Draft) => addFact(before, kind, at, TEXT).draft,
      ),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const now = edits.reduce((before, change) => change(before), draft);
        const all: readonly Fact[] = [...now.indicators, ...now.budget, ...now.tasks];
        for (const fact of all) expect(TEXT.slice(...fact.span)).toBe(fact.evidence);
        expect(new Set(idsIn(now)).size).toBe(all.length);
      }),
    );
  });
});
