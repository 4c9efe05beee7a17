import { expect, test } from "@jest/globals";
import { formulaTable, type Rows } from "../../tests/support/other-tables";
import { withFormRules, type Form, type FormRule } from "../forms";
import { toA1 } from "../sheet";
import { check } from ".";

const ROWS: Rows = [
  ["STT", "Nội dung", "Dự toán", "Thực hiện"],
  ["1", "Giáo dục", 2310, 6245],
  ["2", "Y tế", 1450, null],
  [null, "Cộng", 3760, null],
];

function found(form: Partial<Form>) {
  const table = withFormRules(formulaTable(ROWS), [
    {
      title: "Biểu", unit: null, complete: true, columns: [], rules: [],
      lines: ["Giáo dục", "Y tế", "Cộng"].map((label) => ({ id: label, number: "", code: "", label, under: null })),
      ...form,
    },
  ]);
  return check([table], { year: 2026, month: 6, day: 30 }).findings.flatMap((one) =>
    one.code === "form-blank" || one.code === "form-parts" ? [[one.code, one.severity, one.cells.map(toA1).join(" ")]] : [],
  );
}

const rule: FormRule = { over: "lines", op: "sum", total: "Cộng", parts: ["Giáo dục", "Y tế"], from: "answer", sure: 1 };

test("cells that a rule wants filled are told once, as bad as it says", () => {
  expect(found({ rules: [rule] })).toEqual([]);
  expect(found({ rules: [{ ...rule, blanks: "fail" }] })).toEqual([["form-blank", "error", "D4 D3"]]);
  expect(found({ rules: [{ ...rule, blanks: "fail", severity: "info" }] })).toEqual([["form-blank", "info", "D4 D3"]]);
  expect(found({ rules: [{ ...rule, blanks: "skip" }] })).toEqual([]);
});

test("a line that is not there is told where a rule names it", () => {
  const lines = ["Giáo dục", "Y tế", "Cộng", "Khác"].map((label) => ({ id: label, number: "", code: "", label, under: null }));
  expect(found({ lines })).toEqual([]);
  expect(found({ lines, rules: [{ ...rule, parts: [...rule.parts, "Khác"] }] })).toEqual([["form-parts", "warning", "A1"]]);
});
