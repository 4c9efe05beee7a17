import { expect, test } from "@jest/globals";
import { isPartyPaper } from "./party";

test.each([
  ["Ban Thường vụ Tỉnh ủy", null, true], ["Tỉnh uỷ Kon Tum", null, true], ["Huyện ủy Mường Tè", null, true], ["BAN CHẤP HÀNH ĐẢNG BỘ XÃ A", null, true], ["Đảng ủy phường 2", null, true],
  ["Thành  ủy Lào Cai", null, true], ["", "25-KH/TU", true],
  ["Ủy ban nhân dân tỉnh Bắc Ninh", "220/KH-UBND", false], ["Hội đồng nhân dân tỉnh Lai Châu", null, false], ["UBND thành phố Lai Châu", "12/KH-UBND", false], ["", null, false],
])("%s %s", (issuer, number, is) => {
  expect(isPartyPaper({ issuer, number })).toBe(is);
});
