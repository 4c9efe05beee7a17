import { expect, test } from "@jest/globals";
import { draftText } from "../draft-text";

const told = (sentence: string): readonly string[] =>
  draftText(`KẾ HOẠCH\nPhát triển nông nghiệp giai đoạn 2024 - 2026\n\nI. MỤC TIÊU\n\n- ${sentence}\n`).indicators.map(
    ({ year, comparator, value, unit }) => `${year} ${comparator} ${value} ${unit}`,
  );

test.each([
  ["Tỷ lệ bò lai đạt 45% - 50% - 56%, tương ứng các năm 2024 - 2025 - 2026.", ["2024 = 45 %", "2025 = 50 %", "2026 = 56 %"]],
  ["Tỷ lệ bò lai các năm 2024, 2025 và 2026 lần lượt đạt 45%, 50%, 56%.", ["2024 = 45 %", "2025 = 50 %", "2026 = 56 %"]],
  ["Tỷ lệ bò lai đạt 45% và 56%, tương ứng năm 2024 và năm 2026.", ["2024 = 45 %", "2026 = 56 %"]],
  ["Tỷ lệ bò lai đạt 45 - 50% vào năm 2026.", ["2026 range 45 %"]],
])("%s", (sentence, expected) => expect(told(sentence)).toEqual(expected));
