import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { traced, tracedReplace, type Span } from "../../base";
import type { SaidMeasure } from "../said";
import { cleanText, cleanTraced } from "../text";
import { readMeasures } from "./read-measures";

const short = ({ role, target }: SaidMeasure): string =>
  [role, target.comparator, target.value, ...(target.value2 === null ? [] : [`| ${target.value2}`]), target.unit ?? "-"].join(" ") +
  (target.baseline === null ? "" : ` from ${target.baseline}`);
const all = (text: string): readonly string[] => readMeasures(text).measures.map(short);
const years = (text: string): readonly string[] =>
  readMeasures(text).years.map(({ role, from, to, span }) => `${role} ${from}-${to}: ${text.slice(...span)}`);

describe("every measure with its role", () => {
  test.each([
    ["10 bác sĩ và 30 giường/1 vạn dân", ["aim = 10 /vạn dân", "aim = 30 /vạn dân"]],
    ["giải ngân 560 tỷ đồng/690 tỷ đồng", ["aim = 560000000000 | 690000000000 đồng"]],
    ["tốc độ tăng trưởng đạt 13-13,5 % / năm", ["aim range 13 | 13.5 %/năm"]],
    ["từ 24,4% lên >30%", ["start = 24.4 %", "aim > 30 % from 24.4"]],
    ["70% phụ nữ mang thai được tầm soát ít nhất 4 loại bệnh", ["aim = 70 %", "qualifier >= 4 loại bệnh"]],
    ["khám thai ≥ 4 lần đạt 80%", ["qualifier >= 4 lần", "aim = 80 %"]],
    ["suy dinh dưỡng trẻ em dưới 5 tuổi còn dưới 16 %", ["age < 5 tuổi", "aim < 16 %"]],
    ["đạt 41.300 tỷ đồng, bằng 6,4% so với dự toán", ["aim = 41300000000000 đồng", "aside = 6.4 %"]],
    ["88% (95/108 xã), tăng 3% so với năm 2020", ["aim = 88 %", "aside = 95 | 108 xã", "aside = 3 %"]],
    ["xếp thứ 15/63 tỉnh", ["rank = 15 | 63 thứ bậc"]],
    ["không dưới 5% và không quá 10%", ["aim range 5 | 10 %"]],
    ["qua đào tạo đạt 60 % ( trong đó đào tạo nghề đạt 40 % )", ["aim = 60 %", "aim = 40 %"]],
    ["kế hoạch 5 năm 2011-2015", ["period = 5 -"]],
    ["diện tích nhà ở 15m2; sản lượng 2,1 triệu tấn / năm", ["aim = 15 m2", "aim = 2.1 triệu tấn/năm"]],
    ["giảm tối thiểu **30%** số dự án", ["aim >= 30 %"]],
    ["- Đạt 45 giường bệnh; 14,5 bác sỹ và 3,5 dược sỹ/vạn dân", ["aim = 45 /vạn dân", "aim = 14.5 /vạn dân", "aim = 3.5 /vạn dân"]],
    ["mỗi bản có 01 nhân viên y tế đào tạo đủ 9 tháng", ["aim = 1 nhân viên y tế đào tạo", "period = 9 tháng"]],
    ["Ngày Dân số Thế giới (11/7)", ["aside = 11 | 7 -"]],
    ["tuyên truyền tại 100% nhà trường và trên 70% người lao động", ["aim = 100 %", "aim > 70 %"]],
    ["Hỗ trợ nhân rộng trên 1.000 mô hình, dự án giảm nghèo", ["aim > 1000 mô hình"]],
    ["ngộ độc được báo cáo trên 100.000 dân dưới 08 ca", ["per > 100000 dân", "aim < 8 | 100000 /100.000 dân"]],
    ["diện tích lúa cả năm 890 ha; thịt hơi các loại 21.500 tấn", ["aim = 890 ha", "aim = 21500 tấn"]],
    ["985 tỷ đồng (đầu tư công 860 tỷ đồng; sự nghiệp 125 tỷ đồng)", ["985", "860", "125"].map((bn) => `aim = ${bn}000000000 đồng`)],
    ["có thêm từ 05-07 sản phẩm đạt 3 sao trở lên", ["aim range 5 | 7 sản phẩm", "qualifier >= 3 sao"]],
    ["không quá 120 dự án, giảm ít nhất 25% so với giai đoạn 2021 - 2025", ["aim <= 120 dự án", "aim >= 25 %"]],
    ["tổng thu 3.150 tỷ đồng, chiếm khoảng 35% GRDP", ["aim = 3150000000000 đồng", "aim ~ 35 % GRDP"]],
    ["không quá 20 phút ở đô thị, 40 phút ở nông thôn", ["aim <= 20 phút", "aim = 40 phút"]],
    ["tỷ trọng so với tổng vốn đầu tư khoảng 20 - 22%", ["aim range 20 | 22 %"]],
    ["2 xã có thu nhập trên 1.000 tỷ đồng và 150 hộ", ["aim = 2 xã", "qualifier > 1000000000000 đồng", "aim = 150 hộ"]],
    ["giá trị sản xuất trên 1 ha đất trồng trọt: 115 triệu đồng", ["per = 1 ha", "aim = 115000000 đồng"]],
    ["đạt 45% - 50% - 56%", ["aim = 45 %", "aim = 50 %", "aim = 56 %"]],
    ["đạt 45% - 50% - 56% - 60%", ["aim = 45 %", "aim = 50 %", "aim = 56 %", "aim = 60 %"]],
    ["đạt 45, 50 và 56%, tương ứng các năm 2024, 2025, 2026", ["aim = 45 %", "aim = 50 %", "aim = 56 %"]],
    ["Năng suất (tạ nhân/ha): năm 2024: 28,5; năm 2025: 29,2", ["aim = 28.5 tạ nhân/ha", "aim = 29.2 tạ nhân/ha"]],
    ["mở rộng trên 1 ha rừng, trồng 500 cây", ["aim > 1 ha", "aim = 500 cây"]],
  ])("%s", (text, expected) => expect(all(text)).toEqual(expected));

  test("growth is by how much, not what a name has in it", () => {
    const growth = (text: string): readonly number[] => readMeasures(text).measures.map((measure) => measure.growth);
    expect(growth("số vụ được phát hiện tăng trên 03%; giảm 50% số cặp tảo hôn; tỷ lệ tăng dân số tự nhiên dưới 12 ‰")).toEqual([1, -1, 0]);
    expect(growth("giảm tỷ suất sinh bình quân 0,1‰/năm; giảm nghèo bền vững là 70.000 tỷ đồng; giảm còn 5%")).toEqual([-1, 0, 0]);
  });

  test.each([
    ["> = 90%", "> =", "> = 90%"], ["xếp thứ 10 trở lên", "trở lên", "xếp thứ 10 trở lên"], ["95% ± 2%", "±", "95% ± 2%"],
    ["90% (tối thiểu)", "tối thiểu", "90% (tối thiểu)"], ["Ít nhất mỗi xã có 2 bác sĩ", "Ít nhất", "có 2 bác sĩ"],
    ["không để giảm xuống dưới 90%", "không để giảm xuống dưới", "không để giảm xuống dưới 90%"],
    ["đạt khoảng trên 5%", "khoảng trên", "đạt khoảng trên 5%"], ["từ 98% dân số trở lên", "trở lên", "từ 98%"], ["đạt 5%", null, "đạt 5%"],
    ["thuộc nhóm 10 tỉnh dẫn đầu", "thuộc nhóm", "thuộc nhóm 10 tỉnh dẫn đầu"],
  ])("%s is compared by %j", (text, words, all) => {
    const [measure] = readMeasures(text).measures;
    expect([measure?.comparator && text.slice(...measure.comparator), text.slice(...(measure?.whole ?? [0, 0]))]).toEqual([words, all]);
  });

  test("what belongs to it, its comparator, what may name it", () => {
    const text = "Đến năm 2030, cả nước có tối thiểu **5.000 km** đường bộ cao tốc; tỷ lệ hộ nghèo giảm từ 8,5% (năm 2020)\nxuống dưới 4%.";
    const pieces = readMeasures(text).measures.map(({ whole, comparator, before, after, baselineSpan }) =>
      [whole, comparator, before, after, baselineSpan].map((span) => span && text.slice(...span)),
    );
    expect(pieces).toEqual([
      ["có tối thiểu **5.000 km", "tối thiểu", "Đến năm 2030, cả nước", "đường bộ cao tốc", null],
      ["giảm từ 8,5%", null, "tỷ lệ hộ nghèo", "", null],
      ["giảm từ 8,5% (năm 2020)\nxuống dưới 4%", "dưới", "tỷ lệ hộ nghèo", "", "8,5%"],
    ]);
  });
});

describe("years with their roles", () => {
  test.each([
    ["đến hết năm 2030, tầm nhìn đến năm 2045", ["aim 2030-2030: đến hết năm 2030", "vision 2045-2045: tầm nhìn đến năm 2045"]],
    ["giai đoạn 2026 - 2030 tăng so với năm 2010", ["period 2026-2030: giai đoạn 2026 - 2030", "base 2010-2010: so với năm 2010"]],
    ["từ năm 2021 đến năm 2025; từ năm 2026 trở đi", ["period 2021-2025: từ năm 2021 đến năm 2025", "period 2026-null: từ năm 2026"]],
    ["Nghị quyết số 20-NQ/TW ngày 25/10/2017", ["document null-null: số 20-NQ/TW", "date 2017-2017: ngày 25/10/2017"]],
    ["Nghị định số 30/2020/NĐ-CP", ["document 2020-2020: số 30/2020/NĐ-CP"]],
    ["Luật Đầu tư công năm 2014", ["document 2014-2014: Luật Đầu tư công năm 2014"]],
    ["trước ngày 31/12/2025", ["aim 2025-2025: trước ngày 31/12/2025"]],
    ["gấp 2 lần năm 2010", ["base 2010-2010: năm 2010"]],
    ["từ 12% (năm 2020) lên 18% (năm 2025)", ["base 2020-2020: năm 2020", "aim 2025-2025: năm 2025"]],
    ["hằng năm giảm 2%", ["each null-null: hằng năm"]],
    ["các năm 2021, 2022 và 2023", ["aim 2021-2021: các năm 2021", "aim 2022-2022: 2022", "aim 2023-2023: 2023"]],
    ["các năm 2024 - 2025 - 2026", ["aim 2024-2024: các năm 2024", "aim 2025-2025: 2025", "aim 2026-2026: 2026"]],
    ["2.000 người, khoảng 2000 người, 2025%", []],
  ])("%s", (text, expected) => expect(years(text)).toEqual(expected));
});

const words = fc.constantFrom(
  "trên", "dưới", "từ", "đến", "lên", "xuống còn", "%", "‰", "/", "-", "(", ")", ";", ",", "12", "1.234", "0,5", "2025", "tuổi", ".",
  "**", "vạn dân", "triệu đồng", "trở lên", "x", "=", "tỷ", "rưỡi", "một", "phần", "±", ">",
  "mỗi năm", "lần", "hai", "nửa", "gấp", "không", "hơn",
  "xã, phường", "với", "xếp thứ", "(%)", "so với năm 2010", "giai đoạn 2021-2025", "20-NQ/TW", "$", "\\%", "\n", "\u00ad", "kh«ng qu¸",
);
const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(words, { maxLength: 20 }).map((some) => some.join(" ")),
  fc.array(words, { maxLength: 20 }).map((some) => some.join("  ").normalize("NFD")),
);

test("a cleaned text is the same with its places as without", () => {
  fc.assert(fc.property(texts, (text) => expect(cleanTraced(text).text).toBe(cleanText(text))), { numRuns: 500 });
});

test("every place lies in the text as given, and what is read does not depend on how it is composed and spaced", () => {
  const inside = (text: string, [from, to]: Span): boolean => 0 <= from && from <= to && to <= text.length;
  fc.assert(
    fc.property(texts, (text) => {
      const { measures, years: said } = readMeasures(text);
      const spans = [
        ...measures.flatMap((measure) => [measure.span, measure.whole, measure.comparator, measure.baselineSpan]),
        ...measures.flatMap(({ before, after }) => [before, after]),
        ...said.map(({ span }) => span),
      ];
      for (const span of spans) expect(span === null || inside(text, span)).toBe(true);
      for (const { span, whole } of measures) expect(whole[0] <= span[0] && span[1] <= whole[1]).toBe(true);
    }),
    { numRuns: 500 },
  );
  const plain = "Tỷ lệ hộ nghèo giảm còn dưới 4% năm 2030; đạt khoảng 75,5 tuổi";
  const pieces = (text: string): readonly string[] =>
    readMeasures(text).measures.map(({ whole }) => text.slice(...whole).normalize("NFC").replace(/\s+/g, " "));
  for (const text of [plain.normalize("NFD"), plain.replace(/ /g, "\n  "), `  ${plain}`]) expect(pieces(text)).toEqual(pieces(plain));
});

test("of a text that was made of another one the places are those of the first", () => {
  const given = "a) Tỷ lệ __đạt__ [1] trên   95%";
  const made = tracedReplace(tracedReplace(traced(given), /\[\d\] /g, ""), /^a\) /g, "");
  expect(readMeasures(made).measures.map(({ whole }) => given.slice(...whole))).toEqual(["đạt__ [1] trên   95%"]);
});
