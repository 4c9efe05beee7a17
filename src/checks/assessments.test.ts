import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { found } from "../../tests/support/context";
import { columnOf, indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { assessments } from "./assessments";

const words = "Duy trì và nâng cao";
const row = (rest: IndicatorCells): IndicatorCells => ({ unit: null, target2025: words, actual2025: null, status: null, ...rest });

test("a word that is none of the list is told with its place; words of the list and blanks are not", () => {
  const rows = [
    row({ status: "tạm được" }), row({ status: "Đạt", actual2025: "Đã làm" }), row({ status: "không đạt", actual2025: 12 }), row({}),
    row({ target2025: 30, status: "tạm được", actual2025: 31 }),
  ];
  expect(found(assessments, indicatorRows(rows))).toMatchObject([
    {
      code: "assessment-unknown",
      severity: "warning",
      at: { row: 1, col: columnOf(rows, "status") },
      data: { year: 2025, text: "tạm được" },
    },
  ]);
});

test("results that nobody has assessed are one line of a table", () => {
  const rows = [
    row({ actual2025: "Đã làm ở 7/17 xã" }), row({ actual2025: 95.2 }), row({ actual2025: "Đạt", status: "Theo dõi" }), row({}),
    row({ target2025: 30, actual2025: 31 }),
  ];
  const status = columnOf(rows, "status");
  expect(found(assessments, indicatorRows(rows))).toMatchObject([
    { code: "assessments-missing", severity: "info", at: { row: 1, col: status }, cells: [{ row: 1 }, { row: 2 }], data: { results: 2 } },
  ]);
});

test("whatever is typed beside a target in words: no error, and no more than one line of what is missing", () => {
  const cell = fc.oneof(
    fc.constantFrom("Đạt", "Chưa đạt", "theo dõi", "7/17", "100%", "", "=A1"),
    fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ actual2025: cell, status: cell }), { minLength: 1, maxLength: 6 }), (typed) => {
      const all = found(assessments, indicatorRows(typed.map(row)));
      expect(all.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(all.filter(({ code }) => code === "assessments-missing").length).toBeLessThan(2);
    }),
  );
});
