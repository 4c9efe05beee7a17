import { expect, test } from "@jest/globals";
import { traced } from "../../base";
import { sentencesOf } from "./sentences";

const cut = (text: string): string[] => sentencesOf(traced(text)).map((sentence) => sentence.text);

test("sentences end at semicolons and full stops", () => {
  const expected = ["Đạt 35 giường;", "12 bác sĩ.", "Tỷ lệ hài lòng đạt 1.200,5 điểm."];
  expect(cut(expected.join(" "))).toEqual(expected);
});

test("but not in numbers, dates, abbreviations and brackets", () => {
  const one = "Tp. Hồ Chí Minh có 1.021 xã (trong đó: đô thị 10; nông thôn 11) từ 01.7.2025";
  expect(cut(one)).toEqual([one]);
});

test("a bracket that never closes ends with its sentence", () => {
  expect(cut("Đạt 90% (tiêu chí mới; đạt 80%")).toHaveLength(2);
});
