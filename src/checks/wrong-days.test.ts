import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { formulaTable } from "../../tests/support/other-tables";
import { wrongDays } from "./wrong-days";

const told = (days: readonly (string | number)[], head = "Thời hạn hoàn thành") =>
  found(
    wrongDays,
    formulaTable([
      ["STT", "Nhiệm vụ", head, "Kinh phí"],
      ...days.map((day, at) => [`${at + 1}`, `Việc ${at + 1}`, day, 120 + at * 7]),
    ]),
  ).map(({ at, data }) => [at.row, "why" in data ? data.why : null]);

describe("wrong-days", () => {
  test.each([
    ["31/02/2026"], ["31/04/2026"], ["29/02/2026"], ["Trước ngày 31-6-2026"], ["45.03.2026"], ["01/02/2026 - 30/02/2026"], ["13/13/2026"],
  ])("%s is in no calendar", (day) => {
    expect(told(["15/01/2026", day, "30/06/2026", "Quý IV/2026"])).toEqual([[2, "calendar"]]);
  });

  test.each([
    ["29/02/2024"], ["12/31/2026"], ["31/12/2026"], ["Quý IV/2026"], ["Thường xuyên"], ["Hằng năm"], ["28/2/26"], ["Trước 30/6/2026"],
    ["Theo QĐ 31/02/2026/QĐ-UBND"], ["Khi có hướng dẫn"],
  ])("%s may be meant", (day) => {
    expect(told(["15/01/2026", day, "30/06/2026", "01/12/2026"])).toEqual([]);
  });

  test("what nobody can read as a time among days alone", () => {
    expect(told(["15/01/2026", "30/06/2026", "15/0a/2026", "01/12/2026"])).toEqual([[3, "unreadable"]]);
    expect(told(["15/01/2026", "Quý II", "15/0a/2026", "01/12/2026"])).toEqual([]);
  });

  test("only where the head says that they are days", () => {
    expect(told(["15/01/2026", "31/02/2026", "30/06/2026"], "Số văn bản")).toEqual([]);
  });
});
