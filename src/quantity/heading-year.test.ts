import { describe, expect, test } from "@jest/globals";
import { headingYear } from "./heading-year";

describe("the year of a heading", () => {
  test.each([
    [["Nhiệm vụ năm 2024"], 2024],
    [["KẾ HOẠCH NĂM 2024 THỰC HIỆN ĐỀ ÁN GIAI ĐOẠN 2021-2025"], 2024],
    [
      [
        "Kế hoạch thực hiện Đề án số 7 giai đoạn 2021-2025, năm 2024",
        "(Kèm theo văn bản số 5/KH-UBND ngày 12 tháng 01 năm 2023 của UBND tỉnh)",
      ],
      2024,
    ],
    [["Nhiệm vụ năm 2024", "Thời gian (năm 2024)"], 2024],
    [["Năm 2024"], 2024],
    [["Nhiệm vụ năm 2024", "Nhiệm vụ năm 2025"], null],
    [["Kế hoạch giai đoạn 2021-2025"], null],
    [["Kế hoạch đến năm 2030, tầm nhìn đến năm 2045"], null],
    [["Kế hoạch từ năm 2021 đến năm 2025"], null],
    [["Kế hoạch các năm 2024-2026"], null],
    [["Kế hoạch thực hiện Luật Bảo hiểm y tế năm 2014"], null],
    [["Kế hoạch thực hiện Luật Bảo hiểm y tế năm 2014, năm 2024"], 2024],
    [["(Kèm theo Quyết định số 12 ngày 5 tháng 1 năm 2024 của UBND)"], null],
    [["Biểu 2024/KH"], null],
    [[], null],
  ])("%j: %j", (lines, year) => expect(headingYear(lines)).toBe(year));
});
