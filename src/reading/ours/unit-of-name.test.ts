import { expect, test } from "@jest/globals";
import { unitOfName } from "./unit-of-name";

test.each([
  "Tỷ lệ xã có bác sĩ", "Tỉ lệ trạm y tế đạt chuẩn", "- Tỷ lệ dân số tham gia bảo hiểm y tế", "TỶ LỆ HỘ DÂN DÙNG NƯỚC SẠCH",
  "Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng",
])("%p can only be in %%", (name) => {
  expect(unitOfName(name)).toBe("%");
});

test.each([
  "Tỷ lệ tăng dân số tự nhiên", "Tỷ lệ giới tính khi sinh", "Tỷ lệ chết trẻ em/1000 trẻ đẻ sống", "Tỷ lệ tử vong mẹ trên 100.000 ca",
  "Tỷ lệ bác sĩ trên vạn dân", "Tỷ lệ phần nghìn người nhiễm", "Tỷ lệ giảm sinh", "Tỷ suất chết thô", "Tỷ số giới tính", "Số xã có bác sĩ",
  "Giảm tỷ lệ hộ nghèo", "Tỷ lệ", "",
])("%p leaves a doubt", (name) => {
  expect(unitOfName(name)).toBeNull();
});
