import { describe, expect, test } from "@jest/globals";
import type { BudgetFact, IndicatorFact, TaskFact } from "../../app";
import type { KindedFact } from "./draft-state";
import { fieldsOf, readFields, yearIn } from "./fact-fields";

const seen = { evidence: "x", span: [0, 1] as const, sure: true, doubts: [] };
const target: IndicatorFact = {
  ...seen,
  id: "i1", name: "Tỷ lệ hộ nghèo", year: 2030, from: null, comparator: "<", value: 1234.5, value2: null, baseline: 3.25, unit: "%",
  direction: "down", scope: null, text: "dưới 1.234,5%",
};
const words: IndicatorFact = { ...target, id: "i2", comparator: null, value: null, baseline: null, year: null, text: "hoàn thành đề án" };
const amount: BudgetFact = {
  ...seen,
  id: "b2", label: "Xây dựng trường", amount: 39705, unit: "triệu đồng", year: 2026, from: 2024, kind: "item", parent: "b1", of: null,
};
const task: TaskFact = { ...seen, id: "t1", number: "1", name: "Rà soát", lead: "Sở Y tế", cooperating: null, time: "Quý II/2024" };

describe("the form of a fact", () => {
  test.each<[string, KindedFact]>([
    ["a target", { kind: "indicators", fact: target }],
    ["a goal in words", { kind: "indicators", fact: words }],
    ["an amount", { kind: "budget", fact: amount }],
    ["a task", { kind: "tasks", fact: task }],
  ])("changes nothing of %s that nobody has changed, in either notation", (_, kinded) => {
    for (const notation of ["vi", "en"] as const) {
      const read = readFields(kinded.kind, fieldsOf(kinded, notation), notation);
      expect("change" in read && { ...kinded.fact, ...read.change }).toEqual(kinded.fact);
    }
  });

  test("says of each field what is wrong with it", () => {
    const values = fieldsOf({ kind: "indicators", fact: target }, "vi");
    const faulty = { ...values, name: " ", value: "nhiều", year: "20300", from: "2040", unit: "x".repeat(1001) };
    expect(readFields("indicators", faulty, "vi")).toEqual({
      faults: { name: "needed", value: "no-number", year: "no-year", from: "no-year", unit: "long" },
    });
    expect(readFields("indicators", { ...values, from: "2031", comparator: "range" }, "vi")).toEqual({
      faults: { from: "order", value2: "needed" },
    });
    expect(readFields("indicators", { ...values, comparator: "words", value: "nhiều", text: "" }, "vi")).toEqual({
      faults: { text: "needed" },
    });
    expect(readFields("budget", { label: "", amount: "", unit: "" }, "vi")).toEqual({
      faults: { label: "needed", amount: "needed", unit: "needed" },
    });
    expect(readFields("tasks", {}, "vi")).toEqual({ faults: { name: "needed" } });
  });

  test("reads numbers in its notation, and a line that adds up is no part besides", () => {
    const read = readFields("budget", { ...fieldsOf({ kind: "budget", fact: amount }, "vi"), amount: "1.234,5", of: "b3" }, "vi");
    expect(read).toMatchObject({ change: { amount: 1234.5, parent: "b1", of: null } });
  });

  test("knows a year", () => {
    expect(["2030", " 1990 ", "1989", "2101", "20 30", "", "năm"].map(yearIn)).toEqual([2030, 1990, null, null, null, null, null]);
  });
});
