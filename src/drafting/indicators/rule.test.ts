import { describe, expect, test } from "@jest/globals";
import { draftText } from "../draft-text";

const HEAD = "KẾ HOẠCH\nPhát triển tỉnh Mẫu giai đoạn 2026 - 2030\n\nI. MỤC TIÊU\n1. Tỷ lệ hộ nghèo còn dưới 2%.\n";
const told = (text: string): string[] =>
  draftText(text).indicators.filter(({ value }) => value !== null).map(({ value, unit, sure }) => `${value} ${unit}${sure ? "" : "?"}`);

describe("rules are no targets", () => {
  test.each([
    "Ngân sách huyện hỗ trợ thêm 20% mức đóng cho hộ cận nghèo, 40% mức đóng cho người từ 60 đến dưới 65 tuổi.",
    "Hỗ trợ lãi suất 3%/năm đối với khoản vay không quá 2 tỷ đồng, thời hạn tối đa 24 tháng.",
    "Tỷ lệ vốn góp tối thiểu theo quy định là 20%.",
    "Mức hưởng bảo hiểm theo quy định là 80%.",
    "Dự án có tổng mức đầu tư dưới 15 tỷ đồng được thực hiện theo cơ chế riêng.",
    "Hồ sơ được trả trong vòng 15 ngày, chậm nhất 20 ngày.",
  ])("%s", (line) => {
    expect(told(`${HEAD}2. ${line}\n`)).toEqual(["2 %"]);
    expect(told(`${HEAD}II. CHÍNH SÁCH HỖ TRỢ\n2. ${line}\n`)).toEqual(["2 %"]);
  });

  test.each<[string, string]>([
    ["Tỷ lệ hồ sơ được giải quyết theo quy định đạt 98%.", "98 %"],
    ["Rút ngắn thời hạn giải quyết thủ tục còn 5 ngày.", "5 ngày"],
    ["Phấn đấu tổng vốn đầu tư dưới 45% GRDP.", "45 % GRDP"],
    ["Tỷ lệ người dân được chi trả qua tài khoản đạt 70%.", "70 %"],
  ])("what is to be reached stays one: %s", (line, figure) => expect(told(`${HEAD}2. ${line}\n`)).toEqual(["2 %", figure]));

  test("what may be one is asked about", () =>
    expect(told(`${HEAD}2. Hỗ trợ 30% người lao động đi học nghề.\n`)).toEqual(["2 %", "30 %?"]));
});
