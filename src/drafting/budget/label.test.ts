import { describe, expect, test } from "@jest/globals";
import { nameAfter, nameBefore, saysWhole, withoutGenericEnd } from "./label";
import { kindOf } from "./kinds";

describe("the name of an amount", () => {
  test.each([
    ["Vốn ngân sách trung ương là ", "Vốn ngân sách trung ương"],
    ["- Kinh phí đào tạo nhân lực y tế: ", "Kinh phí đào tạo nhân lực y tế"],
    ["Lắp đặt hệ thống phòng cháy theo quy định, dự kiến kinh phí ", "Lắp đặt hệ thống phòng cháy theo quy định"],
    ["trong đó: ngân sách tỉnh khoảng ", "Ngân sách tỉnh"],
    ["Thu bổ sung từ ngân sách cấp trên: ", "Thu bổ sung từ ngân sách cấp trên"],
    ["do ngân sách thành phố đảm bảo ", "Ngân sách thành phố"],
    ["Tổng mức vốn đầu tư công giai đoạn 2026 - 2030 là ", "Tổng mức vốn đầu tư công"],
    ["Chương trình phòng, chống ma túy đến năm 2030 là ", "Chương trình phòng, chống ma túy đến năm 2030"],
    ["Riêng năm 2026, ngân sách tỉnh bố trí ", "Ngân sách tỉnh"],
    ["2.1 - Chi đầu tư phát triển : ", "Chi đầu tư phát triển"],
  ])("before it: %s", (text, name) => {
    expect(nameBefore(text)).toBe(name);
  });

  test("behind it", () => {
    expect(nameAfter(" từ ngân sách cấp huyện và ")).toBe("Ngân sách cấp huyện");
    expect(nameAfter(" (Bằng chữ: Hai tỷ đồng) cho đào tạo; ")).toBe("Đào tạo");
  });

  test("what says that it is the whole", () => {
    expect(withoutGenericEnd("Trung tâm Y tế: Tổng số")).toBe("Trung tâm Y tế");
    expect(saysWhole("Huy động nguồn kinh phí: Tổng kinh phí: ", "Huy động nguồn kinh phí")).toBe(true);
    expect(saysWhole("Trung tâm Y tế: Tổng số: ", "Trung tâm Y tế")).toBe(false);
  });

  test("who pays, what for, and the whole", () => {
    expect(["Tổng nhu cầu vốn", "Kinh phí thực hiện"].map(kindOf)).toEqual(["total", "total"]);
    expect(["Vốn ngân sách trung ương", "NSĐP", "Xã hội hóa", "Nguồn tự túc (cá nhân)", "Nhân dân đóng góp"].map(kindOf)).toEqual(
      Array.from({ length: 5 }, () => "source"),
    );
    expect(["Phân bổ chi tiết nguồn vốn ngân sách trung ương", "Kinh phí đào tạo", "Trung tâm Y tế"].map(kindOf)).toEqual(
      Array.from({ length: 3 }, () => "item"),
    );
  });
});
