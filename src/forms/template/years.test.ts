import { expect, test } from "@jest/globals";
import { withYears, yearsIn } from "./years";

test.each([
  ["DỰ TOÁN NĂM 2025", "DỰ TOÁN NĂM 2026"],
  ["Ước thực hiện 2024", "Ước thực hiện 2025"],
  ["So sánh (%) 2025/2024", "So sánh (%) 2026/2025"],
  ["Năm học 2024-2025", "Năm học 2025-2026"],
  ["KẾ HOẠCH GIAI ĐOẠN 2021 - 2025", "KẾ HOẠCH GIAI ĐOẠN 2021 - 2025"],
  ["(Kèm theo Thông tư số 342/2016/TT-BTC ngày 30 tháng 12 năm 2016)", "(Kèm theo Thông tư số 342/2016/TT-BTC ngày 30 tháng 12 năm 2016)"],
  ["(Kèm theo Nghị quyết số …… ngày …… tháng …… năm 2020)", "(Kèm theo Nghị quyết số …… ngày …… tháng …… năm 2020)"],
  ["Thông tư 69/2017/TT-BTC", "Thông tư 69/2017/TT-BTC"],
  ["Nợ đến 31/12/2024", "Nợ đến 31/12/2024"],
  ["12.025 hộ", "12.025 hộ"],
  ["6 tháng đầu năm 2025", "6 tháng đầu năm 2026"],
])("%s one year on", (text, moved) => {
  expect(withYears(text, 1)).toBe(moved);
});

test("days of heads move where that is wished", () => {
  expect(withYears("Số dư đến 31/12/2024", 1, true)).toBe("Số dư đến 31/12/2025");
});

test("what would move is told", () => {
  expect(yearsIn("Dự toán 2025 so với 2024 (giai đoạn 2021-2025)")).toEqual([2025, 2024]);
  expect(withYears("Dự toán 2025", 0)).toBe("Dự toán 2025");
});
