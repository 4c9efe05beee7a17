import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readUnit } from "./unit";

test.each([
  ["%", "%", 1], ["phần trăm", "%", 1], ["Tỷ lệ %", "%", 1], ["%/năm", "%/năm", 1], ["điểm phần trăm / năm", "điểm %/năm", 1], ["% GDP", "% GDP", 1], ["‰", "‰", 1], ["%0", "‰", 1],
  ["bác sĩ/vạn dân", "/vạn dân", 1], ["Người/10.000 dân", "/vạn dân", 1], ["giường trên một vạn dân", "/vạn dân", 1], ["trên 100000 trẻ đẻ ra sống", "/100.000 trẻ đẻ ra sống", 1],
  ["ca/100.000 dân", "/100.000 dân", 1], ["trẻ nam/100 trẻ nữ", "/100", 1], ["doanh nghiệp/1000 dân", "/1.000 dân", 1],
  ["Triệu đồng", "đồng", 1e6], ["nghìn tỷ đồng", "đồng", 1e12], ["1.000 đồng", "đồng", 1e3], ["tr.đ", "đồng", 1e6], ["VNĐ", "đồng", 1], ["triệu đồng / người/năm", "đồng/người/năm", 1e6],
  ["tuổi", "tuổi", 1], ["triệu tấn", "triệu tấn", 1], ["Thứ bậc", "Thứ bậc", 1],
])("%s is %s", (text, unit, factor) => {
  expect(readUnit(text)).toMatchObject({ unit, factor });
  expect(readUnit(text.normalize("NFD"))).toMatchObject({ unit, factor });
});

test("nothing is no unit", () => expect(readUnit(" ")).toEqual({ unit: null, factor: 1, per: null }));

test("a unit in one notation stays", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."% /vạndânđồgtuiệ10.") }), (text) => {
    const { unit } = readUnit(text);
    expect(unit === null || typeof unit === "string").toBe(true);
  }));
});
