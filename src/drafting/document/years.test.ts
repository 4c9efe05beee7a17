import { expect, test } from "@jest/globals";
import { headingYears, saidYears } from "./years";

test.each([
  ["giai đoạn 2021-2025", "2021-2025"],
  ["năm 2024", "2024"],
  ["giai đoạn 2021-2025, năm 2024", "2024"],
  ["giai đoạn đến năm 2030, tầm nhìn đến năm 2045", "2030"],
  ["5 năm 2026 - 2030", "2026-2030"],
  ["theo Nghị quyết số 20-NQ/TW ngày 25/10/2017", "-"],
  ["theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020", "-"],
  ["Tầm nhìn đến năm 2045", "2045"],
  ["đến năm 2025 và năm 2030", "-"],
  ["năm 2026 (so với năm 2025)", "2026"],
])("%j heads %s", (heading, expected) => {
  const years = headingYears(heading);
  expect(years === null ? "-" : [...new Set([years.from, years.to])].join("-")).toBe(expected);
});

test("years of a sentence have roles and places", () => {
  const text = "Tăng 10% so với năm 2020, đến năm 2025 đạt 90%, năm 2030 đạt 95%, tầm nhìn 2045";
  expect(saidYears(text).map(({ from, role, kind }) => `${from} ${role} ${kind}`)).toEqual(["2020 base in", "2025 aim by", "2030 aim in"]);
});
