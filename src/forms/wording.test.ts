import { describe, expect, test } from "@jest/globals";
import { bareKey, nearness, numberKey, wordingKey } from "./wording";

describe("spellings of one text", () => {
  test.each([
    ["Sự nghiệp y tế", "SỰ NGHIỆP\nY TẾ"],
    ["Văn hóa, xã hội", "văn hoá  – xã hội:"],
    ["Tỷ lệ hộ nghèo", "Tỉ lệ hộ nghèo"],
    ["Đường giao thông", "Đường giao thông".normalize("NFD")],
  ])("%s = %s", (one, other) => expect(wordingKey(one)).toBe(wordingKey(other)));

  test.each([["Chi đầu tư", "Chi đầu tư phát triển"], ["Nhóm B1", "Nhóm B2"], ["đồng", "đóng"]])("%s ≠ %s", (one, other) =>
    expect(wordingKey(one)).not.toBe(wordingKey(other)),
  );

  test("without accents a digit that is no tone stays", () => {
    expect(bareKey("Nhóm B1")).not.toBe(bareKey("Nhóm B2"));
    expect(bareKey("Hội nghị tổng kết")).toBe("hoinghitongket");
  });

  test("outline numbers", () => expect(["1.1.", "(1)", "I)", "a/", "-"].map(numberKey)).toEqual(["1.1", "1", "i", "a", "-"]));
});

describe("texts that are nearly one", () => {
  test.each([
    ["Chi thường xuyên NSTW", "Chi thường xuyên ngân sách trung ương"],
    ["UBND xã Mường So", "Ủy ban nhân dân xã Mường So"],
    ["Rừng đặc dụng", "Rừng đăc dụng"],
    ["Sự nghiệp giáo dục", "Sự nghiệp giaó dục"],
    ["Quốc phòng, an ninh", "Quốc phòng và an ninh"],
    ["Số hộ nghèo cuối năm 2025", "Số hộ nghèo cuối năm 2025 (hộ)"],
  ])("%s ~ %s", (one, other) => {
    expect(nearness(one, other)).toBeGreaterThanOrEqual(0.8);
    expect(nearness(other, one)).toBe(nearness(one, other));
  });

  test.each([
    ["Trẻ em dưới 1 tuổi", "Trẻ em dưới 5 tuổi"],
    ["Chi đầu tư", "Thu đầu tư"],
    ["Thực hiện năm 2024", "Ước thực hiện năm 2024"],
    ["Lao động nam", "Lao động nữ"],
    ["Dự toán năm 2024", "Dự toán năm 2025"],
    ["Trường tiểu học", "Trường trung học"],
    ["Trong nước", "Ngoài nước"],
    ["Nhóm A1", "Nhóm A2"],
    ["", "Chi đầu tư"],
  ])("%s is not %s", (one, other) => expect(nearness(one, other)).toBe(0));
});
