import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { found } from "../../tests/support/context";
import { tableOf } from "../../tests/support/grids";
import { formulaTable } from "../../tests/support/other-tables";
import { readSpec, specOf, specOfPlan } from "../../tests/support/made-tables";
import { catalogue, ownPlan } from "../plan";
import { outlineNumbers } from "./outline-numbers";

/** Lines of a budget under one total; each number a line, and "" a row that has none. */
const budget = (numbers: readonly string[]) =>
  tableOf(
    "budget", ["number", "label", "amount", "key"],
    [["", "Tổng", 9, "T"], ...numbers.map((number, index) => [number, `Dòng ${index + 1}`, 1, `k${index}`])],
  );
const tasks = (numbers: readonly string[]) =>
  tableOf(
    "tasks", ["number", "label", "lead", "key"],
    numbers.map((number, index) => [number, `Việc ${index + 1}`, "Sở Y tế", `k${index}`]),
  );
/** A heading has a Roman number and the key of a heading. */
const indicators = (numbers: readonly string[]) =>
  tableOf(
    "indicators", ["number", "label", "actual2025", "key"],
    numbers.map((number, index) =>
      /^[IVX]/.test(number) ? [number, "Nhóm", null, `group:${number}`] : [number, `Chỉ tiêu ${index + 1}`, 1, `k${index}`],
    ),
  );
const said = (table: ReturnType<typeof tableOf>) =>
  found(outlineNumbers, table).map(({ code, severity, at, data }) => [
    code, severity, at.row,
    "number" in data ? data.number : "jumps" in data ? data.jumps : null,
  ]);

describe("outline-numbers", () => {
  test.each([
    [["1", "2", "3"]],
    [["1", "1.1", "1.2", "2", "2.1"]],
    [["1", "-", "-", "2"]],
    [["1", "", "2"]],
    [["I", "II", "III", "IV"]],
    [["A", "B", "C", "D", "Đ", "E"]],
    [["A", "B", "C", "D", "E"]],
    [["1.", "2)", "3"]],
    [["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]],
    [[]],
  ])("%j is in order", (numbers) => {
    expect(said(budget(numbers))).toEqual([]);
  });

  test.each([
    [["1", "2", "2", "3"], [["outline-twice", "warning", 4, "2"]]],
    [["1", "1.1", "1.1", "2"], [["outline-twice", "warning", 4, "1.1"]]],
    [["1", "3", "2", "4"], [["outline-order", "warning", 4, "2"]]],
    [["1", "2", "4"], [["outline-skipped", "info", 4, [{ after: "2", next: "4" }]]]],
    [["2", "3"], [["outline-skipped", "info", 2, [{ after: null, next: "2" }]]]],
    [["1", "1.1", "1.3", "2"], [["outline-skipped", "info", 4, [{ after: "1.1", next: "1.3" }]]]],
    [["1", "1.1", "2", "1.2"], [["outline-order", "warning", 5, "1.2"], ["outline-skipped", "info", 5, [{ after: null, next: "1.2" }]]]],
    [["I", "III"], [["outline-skipped", "info", 3, [{ after: "I", next: "III" }]]]],
    [["B", "A"], [["outline-order", "warning", 3, "A"]]],
    [["A", "B", "C", "D", "E", "Đ"], [["outline-order", "warning", 7, "Đ"]]],
  ])("%j", (numbers, expected) => {
    expect(said(budget(numbers))).toEqual(expected);
  });

  test("indicators begin anew under each heading, ours or one that somebody has put in", () => {
    expect(said(indicators(["I", "1", "2", "II", "1", "2", "3"]))).toEqual([]);
    expect(said(indicators(["1", "2", "3"]))).toEqual([]);
    expect(
      said(
        tableOf(
          "indicators", ["number", "label", "actual2025", "key"],
          [["1", "a", 1, "x"], ["II", "Nhóm mới", null, ""], ["1", "b", 1, "y"]],
        ),
      ),
    ).toEqual([]);
    expect(said(indicators(["I", "1", "2", "II", "1", "1"]))).toEqual([["outline-twice", "warning", 6, "1"]]);
    expect(said(indicators(["I", "1", "3"]))).toEqual([["outline-skipped", "info", 3, [{ after: "1", next: "3" }]]]);
  });

  test("numbers that run on are told at once, and as they are when they are looked at one by one", () => {
    // a dot at the end changes no number, and has every number looked at
    const dotted = (numbers: readonly string[]): string[] => numbers.map((number) => (/^\d/.test(number) ? `${number}.` : number));
    const run = fc.nat({ max: 12 }).map((length) => Array.from({ length }, (_, index) => String(index + 1)));
    const groups = fc.array(fc.tuple(fc.constantFrom("", "I", "II"), run, fc.constantFrom("", "", "3", "01", "10", "x")), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(groups, (drawn) => {
        const numbers = drawn.flatMap(([heading, own, last]) => [heading, ...own, last].filter((number) => number !== ""));
        expect(found(outlineNumbers, indicators(numbers))).toEqual(found(outlineNumbers, indicators(dotted(numbers))));
      }),
    );
  });

  test("so are lines under lines", () => {
    const dotted = (numbers: readonly string[]): string[] => numbers.map((number) => (number === "" ? "" : `${number}.`));
    const item = fc.tuple(
      fc.nat({ max: 4 }), fc.boolean(),
      fc.array(fc.tuple(fc.nat({ max: 5 }), fc.constantFrom("", "1", "2", "1.1", "2.2", "2.1.1", "01", "x")), { maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const numbers = items.flatMap(([below, deeper, faults], index) => {
          const under = Array.from({ length: below }, (_, place) => `${index + 1}.${place + 1}`);
          const own = [String(index + 1), ...under, ...(deeper && below > 0 ? [`${under.at(-1)}.1`, `${under.at(-1)}.2`] : [])];
          for (const [at, fault] of faults) own.splice(at, 1, fault);
          return own;
        });
        expect(found(outlineNumbers, budget(numbers))).toEqual(found(outlineNumbers, budget(dotted(numbers))));
      }),
    );
  });

  test("numbers of tasks are those of a document: they have only to differ", () => {
    expect(said(tasks(["III.1.2", "V.8", "V.3", "VI.1", "12", "3"]))).toEqual([]);
    expect(said(tasks(["III.1.2", "V.8", "III.1.2"]))).toEqual([["outline-twice", "warning", 3, "III.1.2"]]);
  });

  test("rows that are not used yet are no gap", () => {
    const plan = ownPlan({
      title: "Kế hoạch thử",
      issuer: "Sở Y tế",
      from: 2024,
      to: 2025,
      rows: { indicators: 4, items: 4, tasks: 4, sources: [] },
    });
    const spec = specOfPlan("indicators", plan);
    const first = spec.cells.findIndex((row) => row[0] === "1");
    const typed = [1, 3].map((place) => ({ row: first + place - 1, col: 1, value: `Chỉ tiêu ${place}` }));
    expect(found(outlineNumbers, readSpec(spec, typed))).toEqual([]);
  });

  test.each(catalogue.map(({ id, budgets }) => [id, budgets.length > 0] as const))("the tables of %s are in order", (id, hasBudget) => {
    for (const kind of ["indicators", "tasks", ...(hasBudget ? (["budget"] as const) : [])] as const)
      expect(found(outlineNumbers, readSpec(specOf(kind, id)))).toEqual([]);
    if (hasBudget) expect(found(outlineNumbers, readSpec(specOf("budget", id, { layout: "item-source" })))).toEqual([]);
  });

  test("whatever stands there nothing throws, and a list from 1 on without gaps is quiet in any length", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom("1", "2", "1.1", "I", "IV", "a", "-", "999999")), { maxLength: 12 }),
        (numbers) => {
          for (const table of [budget(numbers), tasks(numbers), indicators(numbers)])
            expect(found(outlineNumbers, table).every(({ at }) => at.col === 0)).toBe(true);
        },
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (length) =>
        expect(said(budget(Array.from({ length }, (_, index) => String(index + 1))))).toEqual([]),
      ),
    );
  });

  describe("in tables of somebody else's", () => {
    const others = (numbers: readonly (string | number | null)[]) =>
      formulaTable([
        ["STT", "Nội dung", "Năm 2025", "Năm 2026"],
        ...numbers.map((number, at) => [number, `Dòng ${at + 1}`, 1013 + at * 37, 977 + at * 53]),
      ]);
    const told = (numbers: readonly (string | number | null)[]) =>
      found(outlineNumbers, others(numbers)).map(({ code, severity, at }) => [code, severity, at.row]);

    test.each([
      [["1", "2", "3", "4", "5", "6", "7"]],
      [["I", "1", "2", "3", "II", "1", "2", "III", "1"]],
      [["1", "1.1", "1.2", "1.3", "2", "2.1", "3"]],
      // bold heads that nothing marks, and rows chosen from a longer list
      [[null, "1", "2", "3", "4", null, "1", "2", "3"]],
      [["1", "2", "5", "9", "12", "20"]],
      [["2", "3", "4", "6", "7", "8", "9"]],
      // an item of two rows has its number in both
      [["1", "1", "2", "2", "3", "3", "4", "4"]],
      [["A", "B", "C", "E", "G", "H"]],
      [["-", "-", "-", "-", "-"]],
    ])("%j says nothing", (numbers) => {
      expect(told(numbers)).toEqual([]);
    });

    test.each([
      [["1", "2", "3", "3", "4", "5"], ["outline-twice", "warning", 4]],
      [[1, 2, 2, 4, 5], ["outline-twice", "warning", 3]],
      [["I", "1", "2", "3", "3", "4", "II", "1", "2"], ["outline-twice", "warning", 5]],
      [["1", "2", "4", "3", "5"], ["outline-order", "warning", 4]],
      [["1", "2", "3", "5", "6", "7", "8"], ["outline-skipped", "info", 4]],
      [["I", "II", "III", "III", "IV"], ["outline-twice", "warning", 4]],
      [["1", "1.1", "1.2", "1.3", "1.3", "2"], ["outline-twice", "warning", 5]],
    ])("%j", (numbers, expected) => {
      expect(told(numbers)).toEqual([expected]);
    });
  });
});
