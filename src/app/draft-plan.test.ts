import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyDraft, budgetFact, draftWith, evidenceIn, indicatorFact, taskFact } from "../../tests/support/drafts";
import { readDocument, type Draft } from "../drafting";
import { wordsOf } from "../i18n";
import { planFile, planSchema, readPlanFile } from "../plan";
import { createSpecs, kindsOf, DEFAULT_OPTIONS } from ".";
import { missingIn, planOf, yearsOf } from "./draft-plan";

const words = wordsOf("vi");
const TEXT = `KẾ HOẠCH
Dân số giai đoạn 2026 - 2030

I. MỤC TIÊU
1. Mục tiêu cụ thể
- Tỷ lệ khám sức khỏe đạt 85% năm 2028, 95% năm 2030.
- Tỷ lệ sinh con thứ ba giảm còn 5%.
II. KINH PHÍ
Tổng kinh phí 500 triệu đồng, gồm: truyền thông 300 triệu đồng; tập huấn 200 triệu đồng; viện trợ 10.000 USD.
III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế chủ trì báo cáo hằng năm.
`;
const document = readDocument(TEXT);
const made = (draft: Draft, choices = {}): ReturnType<typeof planOf> => planOf(draft, document, choices, words);

describe("the plan of a draft", () => {
  test("has one indicator for what is called the same, with a target for each year and its place in the document", () => {
    const { plan, left } = made(
      draftWith({
        indicators: [
          indicatorFact("i1", {
            name: "Tỷ lệ khám sức khỏe", year: 2030, comparator: "=", value: 95, text: "95%", direction: "up", ...evidenceIn(TEXT,
              "95% năm 2030"),
          }),
          indicatorFact("i2", { name: "Tỷ lệ khám sức khỏe", year: 2028, value: 85, text: "đạt 85%", ...evidenceIn(TEXT,
            "đạt 85% năm 2028") }),
          indicatorFact("i3", {
            name: "Tỷ lệ sinh con thứ ba", year: null, comparator: "<=", value: 5, text: "giảm còn 5%", sure: false, doubts: ["year"],
            ...evidenceIn(TEXT, "giảm còn 5%"),
          }),
        ],
      }),
    );
    expect(plan.indicators).toMatchObject([
      {
        code: "i1", name: "Tỷ lệ khám sức khỏe", group: "Mục tiêu cụ thể", direction: "up", where: "Mục I.1, gạch đầu dòng 1",
        targets: [{ year: 2028, value: 85, evidence: "đạt 85% năm 2028" }, { year: 2030, value: 95 }],
      },
      { code: "i3", direction: "down", where: "Mục I.1, gạch đầu dòng 2", targets: [{ year: 2030, comparator: "<=", value: 5 }] },
    ]);
    expect(left).toEqual([{ fact: "i3", why: "no-year", text: expect.stringContaining("xếp vào năm cuối") }]);
    expect(plan.notes.map(({ where }) => where)).toEqual(["Mục I.1, gạch đầu dòng 2", "Mục I.1, gạch đầu dòng 2"]);
    expect(plan).toMatchObject({ id: "ke-hoach-dan-so-2026-2030", period: { from: 2026, to: 2030 } });
  });

  test("keeps apart what is said differently of one year, and joins what is said twice", () => {
    const { plan } = made(
      draftWith({
        indicators: [
          indicatorFact("i1", { name: "A", value: 1 }), indicatorFact("i2", { name: "A", value: 2 }), indicatorFact("i3", { name: "a",
            value: 1 }),
          indicatorFact("i4", { name: "A", value: 2, scope: "tuyến huyện" }),
        ],
      }),
    );
    expect(plan.indicators.map(({ code, group }) => [code, group])).toEqual([
      ["i1", null], ["i2", null], ["i4", "tuyến huyện"],
    ]);
  });

  test("has a budget for each tree of amounts, in đồng; other money is left out and told", () => {
    const { plan, left } = made(
      draftWith({
        budget: [
          budgetFact("b1", { label: "Tổng kinh phí", amount: 0.5, unit: "tỷ đồng", kind: "total", ...evidenceIn(TEXT,
            "Tổng kinh phí 500 triệu đồng") }),
          budgetFact("b2", { label: "Truyền thông", amount: 300, parent: "b1", ...evidenceIn(TEXT, "truyền thông 300 triệu đồng") }),
          budgetFact("b3", { label: "Tờ rơi", amount: 100, of: "b2" }),
          budgetFact("b4", { label: "Tập huấn", amount: 200, parent: "b1" }),
          budgetFact("b5", { label: "Ngân sách tỉnh", amount: 500, kind: "source", parent: "b1" }),
          budgetFact("b6", { label: "Viện trợ", amount: 10_000, unit: "USD", parent: "b1" }),
          budgetFact("b7", { label: "Hỗ trợ mỗi xã", amount: 5 }),
        ],
        gaps: [{ kind: "sum", total: "b1", parts: ["b2", "b4"], stated: 500_000_000, computed: 510_000_000,
          candidates: [{ id: "b4", value: 190 }] }],
      }),
    );
    const [first, second] = plan.budgets;
    expect(first).toMatchObject({ id: "kinh-phi", title: "KINH PHÍ", unit: "trieu-dong" });
    expect(first?.lines.map(({ number, kind, parent, of, amount }) => [number, kind, parent, of, amount])).toEqual([
      ["T", "total", null, null, 500_000_000], ["A.1", "item", "T", null, 300_000_000], ["A.1.1", "item", null, "A.1", 100_000_000],
      ["A.2", "item", "T", null, 200_000_000], ["B.1", "source", "T", null, 500_000_000],
    ]);
    expect(second).toMatchObject({ id: "kinh-phi-2", lines: [{ number: "T", label: "Hỗ trợ mỗi xã", amount: 5_000_000 }] });
    expect(left.map(({ fact, why }) => [fact, why])).toEqual([["b6", "currency"]]);
    expect(plan.notes[0]?.text).toMatch(/“Tổng kinh phí” ghi 0,5 tỷ đồng nhưng .* cộng lại được 0,51 tỷ đồng.*“Tập huấn” ghi 200.*190/);
  });

  test("numbers tasks as the document does, each by its own number", () => {
    const { plan } = made(
      draftWith({
        tasks: [
          taskFact("t1", { number: "1.", name: "Báo cáo", lead: "Sở Y tế", time: "hằng năm", ...evidenceIn(TEXT, "Sở Y tế chủ trì") }),
          taskFact("t2", { name: "Tập huấn" }), taskFact("t3", { number: "2", name: "Giám sát" }),
        ],
      }),
    );
    expect(plan.tasks.map(({ number, name }) => [number, name])).toEqual([["III.1", "Báo cáo"], ["2", "Tập huấn"], ["2 (2)", "Giám sát"]]);
  });

  test("is not made before its title and years are known, which are asked and not guessed", () => {
    const blank = draftWith({ head: { ...draftWith({}).head, title: " ", period: null }, indicators: [indicatorFact("i1",
      { year: 2028 })] });
    expect(missingIn(blank)).toEqual(["title", "period"]);
    expect(yearsOf(blank)).toEqual({ from: 2028, to: 2028 });
    expect(() => made(blank, { title: "Kế hoạch" })).toThrow(expect.objectContaining({ code: "no-period" }));
    expect(made(blank, { title: "Kế hoạch", period: { from: 2026, to: 2028 } }).plan).toMatchObject({ title: "Kế hoạch",
      period: { to: 2028 } });
  });

  test("fits the model whatever the draft, is read back from its file as it was, and tables can be made of it", () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { plan } = made(draft, { title: "=Kế hoạch \u0001", period: { from: 2026, to: 2030 } });
        expect(planSchema.safeParse(plan).error).toBeUndefined();
        expect(readPlanFile(planFile(plan))).toEqual({ plan });
        expect(createSpecs({ ...DEFAULT_OPTIONS, plan, kinds: [...kindsOf(plan), "tasks"] }, words).length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
