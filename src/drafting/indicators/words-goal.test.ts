import { describe, expect, test } from "@jest/globals";
import { draftText } from "../draft-text";

const HEAD = "KẾ HOẠCH\nPhát triển xã Mẫu giai đoạn 2026 - 2030\n\nII. MỤC TIÊU\n";
const SPECIFIC = `${HEAD}2. Mục tiêu cụ thể đến năm 2030\n`;
const FIGURES = "- Tỷ lệ hộ nghèo còn dưới 2%.\n- Tỷ lệ trẻ mầm non đến trường đạt trên 95%.\n";

const goals = (text: string): string[] =>
  draftText(text).indicators.flatMap(({ comparator, year, name, text: said }) =>
    comparator === null ? [`${year} | ${name} | ${said}`] : [],
  );

describe("goals in words", () => {
  test.each<[string, string]>([
    [
      "Duy trì và nâng cao các xã đã đạt tiêu chí quốc gia về y tế theo Quyết định số 4667/QĐ-BYT ngày 07 tháng 11 năm 2014.",
      "2030 | Xã đạt tiêu chí quốc gia về y tế | Duy trì và nâng cao các xã đã đạt tiêu chí quốc gia về y tế",
    ],
    ["Đến năm 2028, cơ bản hoàn thành xây dựng nông thôn mới.", "2028 | Xây dựng nông thôn mới | cơ bản hoàn thành xây dựng nông thôn mới"],
    ["Phấn đấu xã Mẫu đạt chuẩn nông thôn mới nâng cao.",
      "2030 | Xã Mẫu đạt chuẩn nông thôn mới nâng cao | xã Mẫu đạt chuẩn nông thôn mới nâng cao"],
    ["Không để dịch lớn xảy ra trên địa bàn.", "2030 | Dịch lớn | Không để dịch lớn xảy ra trên địa bàn"],
    ["Không còn xóm đạt dưới 15 tiêu chí.", "2030 | Xóm đạt dưới 15 tiêu chí | Không còn xóm đạt dưới 15 tiêu chí"],
    ["Đảm bảo quy mô dân số ở mức ổn định, nâng cao chất lượng.", "2030 | Quy mô dân số | Đảm bảo quy mô dân số ở mức ổn định"],
  ])("%s", (line, expected) => expect(goals(`${SPECIFIC}- ${line}\n`)).toEqual([expected]));

  test.each([
    "Đầu tư xây dựng, nâng cấp các trạm y tế.", "Công tác phòng, chống dịch được tăng cường.", "Nâng cao chất lượng dịch vụ.",
    "Hoàn thành các chỉ tiêu sau:", "Đã hoàn thành xây dựng nông thôn mới.", "Duy trì mức chi 500 triệu đồng.",
  ])("are no words of work, of wishes, of what was and of money: %s", (line) => expect(goals(`${SPECIFIC}- ${line}\n`)).toEqual([]));

  test("are no general aims and no tasks, and no item that heads others", () => {
    expect(goals(`${HEAD}1. Mục tiêu chung\n- Duy trì các xã đạt chuẩn.\n`)).toEqual([]);
    expect(goals(`${SPECIFIC}${FIGURES}III. NHIỆM VỤ\n- Duy trì các xã đạt chuẩn.\n`)).toEqual([]);
    expect(goals(`${SPECIFIC}a) Giữ vững các xã đạt chuẩn\n${FIGURES}`)).toEqual([]);
  });

  test("are asked for, unless the list that they stand in is one of targets", () => {
    const line = "- Hoàn thành xây dựng nông thôn mới.\n";
    expect(draftText(SPECIFIC + line).indicators).toMatchObject([{ sure: false, doubts: ["kind"] }]);
    expect(draftText(SPECIFIC + FIGURES + line).indicators.at(-1)).toMatchObject({ sure: true, value: null, text: expect.any(String) });
  });

  test("that say all of something are a hundred per cent of it", () => {
    expect(draftText(`${SPECIFIC}- Tất cả các xã đều có bác sĩ.\n`).indicators).toMatchObject([
      { name: "Tỷ lệ xã có bác sĩ", comparator: "=", value: 100, unit: "%", evidence: "Tất cả các xã đều có bác sĩ" },
    ]);
  });
});
