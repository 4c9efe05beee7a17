import { expect, test } from "@jest/globals";
import { growth } from "../../../tests/support/growth";
import { readMeasures } from "./read-measures";

/** What may be said over and over in one sentence, without an end to it. */
const CLAUSES = [
  "tỷ lệ hộ nghèo giảm từ 8% (năm 2020) xuống dưới 4% vào năm 2025, ", "trên 5 (", "2 triệu rưỡi ", "xã, phường, ", "từ 5 - trên ",
  "17/17 ", "không ", "**5%** ", "12 bác sĩ; ", "hiện nay 70% ", "một ", "5% tối đa) ", "năm 2021, 2022, ", "\\frac{", "5".repeat(40),
  "đạt ", "(", "Luật ",
];
const TIMES = 8;

test.each(CLAUSES)("many times %j takes so many times the work", (clause) => {
  expect(growth((size) => readMeasures(clause.repeat(size)), 300, TIMES)).toBeLessThan(TIMES * 2);
});
