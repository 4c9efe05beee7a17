import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isCount, readUnit, wholeOf } from "./unit";

test.each([
  ["%", "%", 1], ["phần trăm", "%", 1], ["Tỷ lệ %", "%", 1], ["%/năm", "%/năm", 1], ["điểm phần trăm / năm", "điểm %/năm", 1],
  ["% GDP", "% GDP", 1], ["‰", "‰", 1], ["%0", "‰", 1],
  ["bác sĩ/vạn dân", "/vạn dân", 1], ["Người/10.000 dân", "/vạn dân", 1], ["giường trên một vạn dân", "/vạn dân", 1],
  ["trên 100000 trẻ đẻ ra sống", "/100.000 trẻ đẻ ra sống", 1],
  ["ca/100.000 dân", "/100.000 dân", 1], ["trẻ nam/100 trẻ nữ", "/100", 1], ["doanh nghiệp/1000 dân", "/1.000 dân", 1],
  ["Triệu đồng", "đồng", 1e6], ["nghìn tỷ đồng", "đồng", 1e12], ["1.000 đồng", "đồng", 1e3], ["tr.đ", "đồng", 1e6], ["VNĐ", "đồng", 1],
  ["triệu đồng / người/năm", "đồng/người/năm", 1e6],
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

describe("what can be added up over places", () => {
  test.each([
    "trạm y tế", "bác sĩ", "giường bệnh", "người", "ca", "xã, phường", "triệu người", "đồng", "triệu đồng", "tr.đ", "lượt khám",
    "Doanh nghiệp", "ha", "máy", "mô hình", "điểm trường", "hộ gia đình", "Con bò",
  ])("%s", (unit) => {
    expect(isCount(unit)).toBe(true);
    expect(isCount(unit.normalize("NFD"))).toBe(true);
  });
  test.each([
    null, "", "%", "phần trăm", "% GDP", "‰", "%0", "điểm %", "%/năm", "/vạn dân", "/100.000 dân", "bác sĩ/vạn dân",
    "giường trên một vạn dân", "lần/năm", "cán bộ/trạm", "đồng/người/năm", "/100", "tuổi", "tháng tuổi", "năm", "cm", "kg", "điểm",
    "thứ bậc", "Thứ bậc", "lần", "con", "ngày", "Chỉ số phát triển con người (HDI)", "triệu đồng bình quân", "Tỷ lệ",
  ])("not %s", (unit) => expect(isCount(unit)).toBe(false));
  test("nothing per something is a count, whatever is counted", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("bác sĩ", "người", "đồng", "ca", "giường bệnh"),
        fc.constantFrom("vạn dân", "100.000 dân", "năm", "trạm", "người/tháng"),
        (counted, per) => {
          expect([isCount(counted), isCount(`${counted}/${per}`), isCount(`${counted} / ${per}`)]).toEqual([true, false, false]);
        },
      ),
    );
  });
  test("no text throws", () =>
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => expect(typeof isCount(text)).toBe("boolean"))));
});

test.each([
  ["%", 100], ["‰", 1000], ["bác sĩ/vạn dân", 10_000], ["/vạn dân", 10_000], ["ca/100.000 dân", 100_000], ["trẻ nam/100 trẻ nữ", 100],
  ["‰/năm", null], ["lần/năm", null], ["trạm y tế", null], ["triệu đồng", null], [null, null],
])("a rate in %p is of a whole of %p", (unit, whole) => {
  expect(wholeOf(unit)).toBe(whole);
});
