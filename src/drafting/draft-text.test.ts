import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { draftSteps, draftText } from "./draft-text";
import type { IndicatorFact } from "./draft";

const PLAN = `KẾ HOẠCH
Phát triển giáo dục và giao thông xã Mẫu giai đoạn 2026 - 2030

I. TÌNH HÌNH THỰC HIỆN NĂM 2025
Tỷ lệ trẻ mầm non đến trường đạt 88%; đã cứng hóa 12 km đường.

II. MỤC TIÊU ĐẾN NĂM 2030
`;

const short = (fact: IndicatorFact): string =>
  [fact.year, `${fact.comparator ?? "-"} ${fact.value ?? "-"}${fact.value2 === null ? "" : `..${fact.value2}`} ${fact.unit ?? ""}`, fact.name].join(" | ");
const targets = (lines: string): string[] => draftText(PLAN + lines).indicators.map(short);

describe("the targets of a text", () => {
  test.each<[string, string[]]>([
    ["- Tỷ lệ trẻ mầm non đến trường đạt trên 95%.", ["2030 | > 95 % | Tỷ lệ trẻ mầm non đến trường"]],
    ["- Phấn đấu 100% trường học có nước sạch.", ["2030 | = 100 % | Tỷ lệ trường học có nước sạch"]],
    ["- Phần đầu 100% trường học có nước sạch.", ["2030 | = 100 % | Tỷ lệ trường học có nước sạch"]],
    [
      "- Tỷ lệ hộ nghèo năm 2028 còn dưới 4%, năm 2030 còn dưới 2%.",
      ["2028 | < 4 % | Tỷ lệ hộ nghèo", "2030 | < 2 % | Tỷ lệ hộ nghèo"],
    ],
    [
      "- Tỷ lệ lao động qua đào tạo đạt 70% (trong đó đào tạo nghề đạt 40%).",
      ["2030 | = 70 % | Tỷ lệ lao động qua đào tạo", "2030 | = 40 % | Tỷ lệ lao động qua đào tạo nghề"],
    ],
    [
      "- Giảm tỷ suất tử vong: trẻ dưới 5 tuổi còn ≤ 18‰; dưới 1 tuổi còn ≤ 12‰.",
      ["2030 | <= 18 ‰ | Tỷ suất tử vong trẻ dưới 5 tuổi", "2030 | <= 12 ‰ | Tỷ suất tử vong trẻ dưới 1 tuổi"],
    ],
    ["- 92% hộ gia đình, 88% thôn đạt danh hiệu văn hóa.", [
      "2030 | = 92 % | Tỷ lệ hộ gia đình đạt danh hiệu văn hóa", "2030 | = 88 % | Tỷ lệ thôn đạt danh hiệu văn hóa",
    ]],
    ["- Giai đoạn 2026 - 2027: cứng hóa 42 km đường trục thôn; xây dựng 6 cầu dân sinh.", [
      "2027 | = 42 km | Cứng hóa đường trục thôn", "2027 | = 6 cầu dân sinh | Số cầu dân sinh được xây dựng",
    ]],
    ["- Đến năm 2030, 100% đường xã và tối thiểu 85% đường thôn được cứng hóa (năm 2025 là 96% và 61%).", [
      "2030 | = 100 % | Tỷ lệ đường xã được cứng hóa", "2030 | >= 85 % | Tỷ lệ đường thôn được cứng hóa",
    ]],
    ["- Cơ cấu kinh tế: công nghiệp - dịch vụ là 55%, 45%.", [
      "2030 | = 55 % | Tỷ trọng công nghiệp trong cơ cấu kinh tế", "2030 | = 45 % | Tỷ trọng dịch vụ trong cơ cấu kinh tế",
    ]],
    ["- Đạt 35 giường bệnh; 12 bác sĩ trên 10.000 dân.", [
      "2030 | = 35 /vạn dân | Số giường bệnh trên một vạn dân", "2030 | = 12 /vạn dân | Số bác sĩ trên một vạn dân",
    ]],
    ["- Tỷ lệ chuyển tuyến trên dưới 4,5%.", ["2030 | < 4.5 % | Tỷ lệ chuyển tuyến trên"]],
    ["- Ngày điều trị trung bình ≤ 6,2 ngày.", ["2030 | <= 6.2 ngày | Ngày điều trị trung bình"]],
    ["- Bình quân 1,9 giáo viên/lớp tiểu học.", ["2030 | = 1.9 giáo viên/lớp tiểu học | Số giáo viên bình quân/lớp tiểu học"]],
    ["- Điểm chất lượng bệnh viện: 4,0/5 điểm.", ["2030 | = 4 điểm | Điểm chất lượng bệnh viện"]],
    ["- Tỷ lệ hài lòng của người bệnh trên 95%, của nhân viên y tế trên 90%.", [
      "2030 | > 95 % | Tỷ lệ hài lòng của người bệnh", "2030 | > 90 % | Tỷ lệ hài lòng của nhân viên y tế",
    ]],
    ["- Tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân dưới 4,5%, thể thấp còi dưới 6%.", [
      "2030 | < 4.5 % | Tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân", "2030 | < 6 % | Tỷ lệ trẻ suy dinh dưỡng thể thấp còi",
    ]],
    ["- Có thêm 12 trường đạt chuẩn quốc gia.", ["2030 | = 12 trường | Số trường đạt chuẩn quốc gia tăng thêm"]],
    ["- Giảm tối thiểu 10% số vụ vi phạm và 15% diện tích rừng bị thiệt hại.", [
      "2030 | >= 10 % | Mức giảm số vụ vi phạm", "2030 | = 15 % | Mức giảm diện tích rừng bị thiệt hại",
    ]],
    ["- 100% Trung tâm Y tế có bác sĩ.", ["2030 | = 100 % | Tỷ lệ Trung tâm Y tế có bác sĩ"]],
    ["- Tỷ lệ phòng học kiên cố năm 2027, 2028 lần lượt đạt 85% và 90%.", [
      "2027 | = 85 % | Tỷ lệ phòng học kiên cố", "2028 | = 90 % | Tỷ lệ phòng học kiên cố",
    ]],
    ["- Trẻ nhà trẻ ra lớp năm 2028 đạt 36%, năm 2030 đạt 40%; trẻ mẫu giáo đạt tương ứng 96% và 98%.", [
      "2028 | = 36 % | Tỷ lệ trẻ nhà trẻ ra lớp", "2030 | = 40 % | Tỷ lệ trẻ nhà trẻ ra lớp",
      "2028 | = 96 % | Tỷ lệ trẻ mẫu giáo", "2030 | = 98 % | Tỷ lệ trẻ mẫu giáo",
    ]],
    ["- Hỗ trợ 70% giá giống cho các hộ.", []],
    ["- Bổ sung nhân viên y tế cho 100% các thôn.", ["2030 | = 100 % | Tỷ lệ thôn được bổ sung nhân viên y tế"]],
    ["- Diện tích lúa cả năm 890 ha, năng suất 62 tạ/ha.", [
      "2030 | = 890 ha | Diện tích lúa cả năm", "2030 | = 62 tạ/ha | Năng suất lúa cả năm",
    ]],
    ["- Đào tạo nghề cho 500 lao động.", ["2030 | = 500 lao động | Số lao động được đào tạo nghề"]],
    ["- Hiện toàn xã còn 82 hộ nghèo.", []],
    ["- Mỗi trường có ít nhất 02 phòng máy tính.", ["2030 | >= 2 phòng máy tính | Số phòng máy tính của mỗi trường"]],
    ["- Tỷ lệ chất thải được thu gom: khoảng 75 - 80%.", ["2030 | range 75..80 % | Tỷ lệ chất thải được thu gom"]],
    ["- Giảm 50% số cặp tảo hôn.", ["2030 | = 50 % | Mức giảm số cặp tảo hôn"]],
    ["- Thu nhập bình quân đầu người đạt 64 triệu đồng/năm trở lên.", ["2030 | >= 64000000 đồng/năm | Thu nhập bình quân đầu người"]],
    ["- Thực hiện 5 nhóm nhiệm vụ theo Nghị quyết số 12-NQ/TU ngày 01/7/2025.", []],
    ["III. KINH PHÍ\n- Ngân sách xã: 1.200 triệu đồng, chiếm 12%.", []],
  ])("%s", (lines, expected) => expect(targets(lines)).toEqual(expected));

  test("of a table have the year that a line of words says for those below it", () => {
    const table = "| TT | Chỉ tiêu | Đơn vị | Mục tiêu |\n|---|---|---|---|\n| I | Đến năm 2028 | | |\n| 1 | Tỷ lệ hộ nghèo | % | 4 |\n" +
      "| II | Đến năm 2030 | | |\n| 1 | Tỷ lệ hộ nghèo | % | 2 |\n";
    expect(targets(table)).toEqual(["2028 | = 4 % | Tỷ lệ hộ nghèo", "2030 | = 2 % | Tỷ lệ hộ nghèo"]);
  });

  test("know where they start", () => {
    const [fact] = draftText(`${PLAN}- Tỷ lệ thấp còi giảm từ 11,2% xuống còn 10,5%.`).indicators;
    expect(fact).toMatchObject({ value: 10.5, baseline: 11.2, direction: "down", sure: true });
  });

  test("that go on from one start both know it, and a bare word of measuring is no sure name", () => {
    const [first, second] = draftText(`${PLAN}- Nâng tỷ lệ trường đạt chuẩn từ 64,5% lên 80% vào năm 2028 và 85% vào năm 2030.`).indicators;
    expect([first, second]).toMatchObject([{ year: 2028, value: 80, baseline: 64.5 }, { year: 2030, value: 85, baseline: 64.5 }]);
    expect(draftText(`${PLAN}- Tỷ lệ bệnh viện đạt 95%.`).indicators).toMatchObject([{ sure: false, doubts: ["name"] }]);
  });

  test("are not sure of a year that nothing says", () => {
    expect(draftText("- Tỷ lệ trẻ đến trường đạt 95%.").indicators).toMatchObject([{ year: null, sure: false, doubts: ["year"] }]);
  });
});

describe("the head of a document", () => {
  test("says who issues it, its number, day, place and period", () => {
    const { head } = draftText(`HỘI ĐỒNG NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH BÌNH AN               Độc lập - Tự do - Hạnh phúc

Số: 18/2025/NQ-HĐND        Bình An, ngày 10 tháng 12 năm 2025

NGHỊ QUYẾT
Thông qua Đề án giao thông nông thôn giai đoạn 2026 - 2030

Căn cứ Luật Đầu tư công ngày 29/11/2024;
Điều 1. Thông qua Đề án.`);
    expect(head).toEqual({
      title: "Nghị quyết thông qua Đề án giao thông nông thôn giai đoạn 2026 - 2030", issuer: "Hội đồng nhân dân tỉnh Bình An",
      place: "tỉnh Bình An", number: "18/2025/NQ-HĐND", date: "2025-12-10", period: { from: 2026, to: 2030 },
    });
  });

  test("is blank where the text says nothing", () => {
    expect(draftText("").head).toEqual({ title: "", issuer: "", place: null, number: null, date: null, period: null });
  });
});

test("every fact's evidence is a piece of the text, the same text has the same facts, and no text is refused", () => {
  const words =
    "Tỷ lệ| hộ nghèo| đạt| trên| 95%| 12 km| đường|; |. |\n|\n- |\na) |\nI. MỤC TIÊU\n|năm 2030|giai đoạn 2026-2030|(trong đó| 5 tuổi|)|, | và | giảm| 1/2| 3 tỷ đồng|mỗi xã có 2 bác sĩ|**|\t|:|\"";
  const pieces = fc.array(fc.constantFrom(...words.split("|")), { maxLength: 40 }).map((some) => some.join(""));
  fc.assert(
    fc.property(fc.oneof(pieces, fc.string({ unit: "binary" })), (text) => {
      const draft = draftText(text);
      for (const { evidence, span } of [...draft.indicators, ...draft.budget]) expect(evidence).toBe(text.slice(...span));
      expect(new Set(draft.indicators.map(({ id }) => id)).size).toBe(draft.indicators.length);
      expect(draftText(text)).toEqual(draft);
    }),
    { numRuns: 300 },
  );
});

test("a long text is many steps, each of which tells how much is done", () => {
  const shares = [...draftSteps(PLAN + "- Tỷ lệ trẻ mầm non đến trường đạt trên 95%.\n".repeat(2000))];
  expect(shares.length).toBeGreaterThan(20);
  expect(shares.every((share, at) => share >= 0 && share <= 1 && share >= (shares[at - 1] ?? 0))).toBe(true);
});
