import { expect, test } from "@jest/globals";
import { isPartyAnnex, isPartyPaper } from "./party";

test.each([
  ["Ban Thường vụ Tỉnh ủy", null, true], ["Tỉnh uỷ Kon Tum", null, true], ["Huyện ủy Mường Tè", null, true],
  ["BAN CHẤP HÀNH ĐẢNG BỘ XÃ A", null, true], ["Đảng ủy phường 2", null, true],
  ["Thành  ủy Lào Cai", null, true], ["", "25-KH/TU", true],
  ["Thị ủy Nghĩa Lộ", null, true], ["Quận ủy 1", null, true], ["Chi bộ thôn 3", null, true], ["Ban Thường vụ", null, true],
  ["Ban cán sự đảng UBND tỉnh", null, true], ["HUYEN UY MUONG TE", null, true], ["Đảng ủy phường 2".normalize("NFD"), null, true],
  ["Ban Thường vụ Tỉnh đoàn", null, false], ["Ban Chấp hành Trung ương Đoàn", null, false], ["UBND tỉnh Ủy ban Mặt trận", null, false],
  ["Uy ban nhan dan tinh", null, false], ["Chi cục Thuế", null, false],
  ["Ủy ban nhân dân tỉnh Bắc Ninh", "220/KH-UBND", false], ["Hội đồng nhân dân tỉnh Lai Châu", null, false],
  ["UBND thành phố Lai Châu", "12/KH-UBND", false], ["", null, false],
])("%s %s", (issuer, number, is) => {
  expect(isPartyPaper({ issuer, number })).toBe(is);
});

test.each([
  ["(Kèm theo Kế hoạch số …… ngày …… tháng …… năm …… của Huyện ủy Mường Tè)", true],
  ["(Kèm theo văn bản số 25-KH/TU ngày 04 tháng 6 năm 2025 của ……)", true],
  ["(Attached to document No. …… of ……, Tỉnh ủy Lai Châu)", true],
  ["(Kèm theo Nghị quyết Đại hội Đảng bộ tỉnh số 5/KH-UBND ngày 04 tháng 6 năm 2025 của Ủy ban nhân dân huyện)", false],
  ["(Kèm theo văn bản số …… ngày …… tháng …… năm …… của ……)", false],
  ["", false],
])("%s", (line, is) => {
  expect(isPartyAnnex(line)).toBe(is);
});
