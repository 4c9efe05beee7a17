import { describe, expect, test } from "@jest/globals";
import { readNoAmount } from ".";

describe("readNoAmount", () => {
  test.each([
    "-", "–", "—", "--", " - ", "x", "X", "…", "...", "Ko", "k", "không", "Không có", "không có kinh phí", "Không bố trí", "0đ", "0 đồng",
    "0 có", "k có", "….", "-----", "không phát sinh", "0,0 triệu đồng", "Không bố trí vốn",
  ])("%s is none", (text) => {
    expect(readNoAmount(text)).toBe("none");
  });

  test.each([
    "Chưa có", "chưa có số liệu", "Chưa bố trí", "Chưa phân bổ", "N/A", "n.a.", "đang tổng hợp", "Không có số liệu", "chưa xác định", "?",
    "CCSL", "chưa có SL", "CHUA CO SO LIEU", "đang tổng hợp...", "chưa báo cáo", "chưa thống kê", "nt", "-nt-", "như trên", "//", "\"",
    "(chưa có số liệu)", "chờ số liệu", "chưa được giao", "0 có số liệu", "ko có sl", "KCSL", "đang cập nhật số liệu", "N/a.",
  ])("%s is not known", (text) => {
    expect(readNoAmount(text)).toBe("unknown");
  });

  test.each([
    "", "39.705", "-5", "- 39.705", "x2", "10đ", "không rõ ràng lắm", "Không quá 500", "Ngân sách tỉnh", "39.705 triệu", "K1", "-x-",
  ])("%s is something else", (text) => {
    expect(readNoAmount(text)).toBe(null);
  });
});
