import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readTarget } from "./read-target";
import type { PhraseReading, Target } from "./types";

/** "> 30 % from 24.4", the first target of a phrase in short. */
const short = (target: Target): string =>
  [
    target.comparator,
    target.value,
    ...(target.value2 === null ? [] : [`| ${target.value2}`]),
    target.unit ?? "-",
    ...(target.baseline === null ? [] : [`from ${target.baseline}`]),
  ].join(" ");
const first = (reading: PhraseReading): string => ("target" in reading ? short(reading.target) : reading.kind);
const all = (phrase: string): readonly string[] => {
  const reading = readTarget(phrase);
  return "target" in reading ? [reading.target, ...reading.more].map(short) : [reading.kind];
};

describe("comparators", () => {
  test.each([
    ["trên 95%", "> 95 %"], ["đạt trên 96,5% dân số", "> 96.5 %"], ["≥ 95 %", ">= 95 %"], ["> = 95%", ">= 95 %"], ["&gt; 95%", "> 95 %"],
    ["từ 86% trở lên", ">= 86 %"], ["tối thiểu 98%", ">= 98 %"], ["ít nhất phải đạt 30%", ">= 30 %"], ["không dưới 85%", ">= 85 %"],
    ["cao hơn hoặc bằng 90%", ">= 90 %"], ["dưới 15‰", "< 15 ‰"], ["chưa đến 1%", "< 1 %"], ["không quá 5%", "<= 5 %"],
    ["không để vượt quá 5%", "<= 5 %"], ["60 tuổi trở xuống", "<= 60 tuổi"], ["khoảng 75,5 tuổi", "~ 75.5 tuổi"],
    ["trên dưới 90%", "~ 90 %"], ["95% ± 2", "~ 95 %"], ["dưới18,5‰", "< 18.5 ‰"], ["18,5%0", "= 18.5 ‰"],
    ["150 đảng viên/năm trở lên", ">= 150 đảng viên/năm"], ["Tối thiểu có 5 doanh nghiệp", ">= 5 doanh nghiệp"],
    ["giảm còn dưới 25%", "< 25 %"], ["$\\leq 18,5\\%$", "<= 18.5 %"], ["đạt và vượt 95%", ">= 95 %"], ["at least 95%", ">= 95 %"],
    ["tren 95%", "> 95 %"], ["khong qua 5%", "<= 5 %"],
  ])("%s", (phrase, expected) => {
    expect(first(readTarget(phrase))).toBe(expected);
    expect(first(readTarget(phrase.normalize("NFD")))).toBe(expected);
  });
});

describe("what looks like a comparator", () => {
  test.each([
    ["Tỷ lệ suy dinh dưỡng của trẻ em dưới 5 tuổi dưới 18%", "< 18 %"],
    ["100% trẻ em dưới 6 tuổi được cấp thẻ", "= 100 %"],
    ["Dân số từ 15 tuổi trở lên có tài khoản đạt 95%", "= 95 %"],
    ["ca ngộ độc được báo cáo trên 100.000 dân dưới 08 ca", "< 8 | 100000 /100.000 dân"],
    ["đảm bảo 95% có trình độ từ cao đẳng trở lên", "= 95 %"],
    ["đạt 20% trên tổng diện tích", "= 20 %"],
    ["thấp hơn 4,8% so với dự toán", "= 4.8 %"],
    ["cao hơn nam 5,4 năm", "= 5.4 năm"],
    ["vượt 24% kế hoạch", "= 24 %"],
    ["mức lương tối thiểu tăng 6%", "= 6 %"],
    ["giai đoạn 2021-2025 từ 7,5-8%", "range 7.5 | 8 %"],
    ["tỷ lệ trên địa bàn 90%", "= 90 %"],
    ["dịch vụ công mức độ 4 đạt 80%", "= 80 %"],
  ])("%s", (phrase, expected) => expect(first(readTarget(phrase))).toBe(expected));
});

describe("ranges and changes", () => {
  test.each([
    ["16 - 18", "range 16 | 18 -"],
    ["4- 6 cán bộ", "range 4 | 6 cán bộ"],
    ["từ 300 đến 500 triệu đồng", "range 300000000 | 500000000 đồng"],
    ["giữa 5% và 7%", "range 5 | 7 %"],
    ["khoảng 6,5 - 7%/năm", "range 6.5 | 7 %/năm"],
    ["từ 24,4% lên >30%", "> 30 % from 24.4"],
    ["giảm từ 8,55% xuống còn 4,5%", "= 4.5 % from 8.55"],
    ["từ 58,5 tuổi vào năm 2000, tăng lên 63,3 tuổi vào năm 2016", "= 63.3 tuổi from 58.5"],
    ["tăng từ 20 lên 25 triệu đồng", "= 25000000 đồng from 20000000"],
    ["từ 12% (năm 2020) lên 18% (năm 2025)", "= 18 % from 12"],
    ["hiện trạng trừ 0,5%", "change -0.5 %"],
  ])("%s", (phrase, expected) => expect(first(readTarget(phrase))).toBe(expected));

  test("an open lower end makes no difference to a range", () => {
    expect(readTarget("trên 100.000 người đến 250.000 người")).toMatchObject({
      target: { comparator: "range", value: 100_000, value2: 250_000, unit: "người" },
    });
    expect(["trên 10% đến 20%", "từ trên 10% đến dưới 20%", "trên 5 đến 10 triệu đồng"].map((phrase) => first(readTarget(phrase)))).toEqual(
      ["range 10 | 20 %", "range 10 | 20 %", "range 5000000 | 10000000 đồng"],
    );
    expect(first(readTarget("ít nhất 1- 2 buổi /tuần"))).toBe(">= 1 buổi/tuần");
  });

  test("growth may be a rate or a change of the level", () => {
    expect(readTarget("giảm 0,1‰/năm")).toMatchObject({
      target: { comparator: "=", value: 0.1, unit: "‰/năm" },
      alternatives: [{ comparator: "change", value: -0.1 }],
    });
  });
});

describe("units", () => {
  test.each([
    ["17/17 xã", "= 17 | 17 xã"],
    ["đạt 17/17 (100%) xã", "= 17 | 17 xã"],
    ["112,5 trẻ nam/100 trẻ nữ", "= 112.5 | 100 /100"],
    ["12 bác sĩ/vạn dân", "= 12 /vạn dân"],
    ["25 điều dưỡng viên trên 10.000 dân", "= 25 | 10000 /vạn dân"],
    ["10 bác sĩ trên một vạn dân", "= 10 /vạn dân"],
    ["Số bác sĩ/vạn dân: 15 bác sĩ", "= 15 /vạn dân"],
    ["2,5 tỷ VNĐ", "= 2500000000 đồng"],
    ["275.556 tr.đ", "= 275556000000 đồng"],
    ["3 tỷ 500 triệu đồng", "= 3500000000 đồng"],
    ["2 triệu rưỡi", "= 2500000 đồng"],
    ["1,49 triệu đồng/tháng", "= 1490000 đồng/tháng"],
    ["1,2 tỷ USD", "= 1.2 tỷ USD"],
    ["4,2 triệu người", "= 4.2 triệu người"],
    ["95 phần trăm", "= 95 %"],
    ["0,5 điểm phần trăm/năm", "= 0.5 điểm %/năm"],
    ["xếp thứ 15/63", "= 15 | 63 thứ bậc"],
    ["tăng gấp đôi", "= 2 lần"],
    ["hơn một nửa", "> 50 %"],
    ["hai phần ba số hộ", "= 2 | 3 -"],
    ["mỗi trạm có ít nhất một bác sĩ", ">= 1 bác sĩ"],
    ["ít nhất mỗi năm một lần", ">= 1 lần/năm"],
    ["2.4. 90% trạm y tế", "= 90 %"],
    ["có bằng cấp 28 - 30%", "range 28 | 30 %"],
    ["tăng trưởng âm 2,5%", "= -2.5 %"],
  ])("%s", (phrase, expected) => expect(first(readTarget(phrase))).toBe(expected));

  test.each([
    ["17/17 xã, phường", "= 17 | 17 xã, phường"],
    ["100/100 xã, phường, thị trấn đạt chuẩn", "= 100 | 100 xã, phường, thị trấn"],
    ["15/63 tỉnh, thành phố", "= 15 | 63 tỉnh, thành phố"],
    ["khám ít nhất 02 lần mỗi năm", ">= 2 lần/năm"],
    ["khám sức khỏe định kỳ 2 lần/năm", "= 2 lần/năm"],
    ["tháng 1 lần", "= 1 lần/tháng"],
    ["mỗi năm giảm 2%", "= 2 %/năm"],
    ["hằng năm giảm từ 1 - 1,5%", "range 1 | 1.5 %/năm"],
    ["tử vong mẹ còn 30/100.000", "= 30 | 100000 /100.000"],
    ["Tỷ số tử vong bà mẹ/100.000 trẻ đẻ sống: 42", "= 42 | 100000 /100.000 trẻ đẻ sống"],
    ["Số bác sĩ trên 1 vạn dân đạt trên 12 bác sĩ", "> 12 /vạn dân"],
    ["Tỷ suất tử vong trẻ em dưới 1 tuổi/1.000 trẻ đẻ sống < 10", "< 10 | 1000 /1.000 trẻ đẻ sống"],
    ["Tỷ suất tử vong trẻ dưới 5 tuổi (‰): 15", "= 15 ‰"],
    ["Trên 12 bác sĩ, trên 30 giường bệnh/vạn dân", "> 12 /vạn dân"],
    ["95±2%", "~ 95 %"],
    ["mức sinh thay thế (2,1 con/phụ nữ)", "= 2.1 con/phụ nữ"],
    ["tuổi kết hôn trung bình nữ 20 tuổi", "= 20 tuổi"],
    ["5 ca", "= 5 ca"],
    ["100 ha", "= 100 ha"],
    ["thuộc nhóm 10 tỉnh dẫn đầu", "<= 10 thứ bậc"],
    ["nằm trong 15 tỉnh, thành phố đứng đầu cả nước", "<= 15 thứ bậc"],
    ["xếp thứ 10 trở lên", "<= 10 thứ bậc"],
    ["nâng cấp 12 trạm y tế", "= 12 trạm y tế"],
    ["mỗi lớp 30 người", "= 30 người"],
    ["1OO%", "= 100 %"],
    ["l00%", "= 100 %"],
    ["95 ,5%", "= 95.5 %"],
    ["$95\\% - 98\\%$", "range 95 | 98 %"],
    ["<sub>trên 95%</sub>", "> 95 %"],
    ["**trên 95%**", "> 95 %"],
    ["khám thai ≥ 4 lần đạt 80%", "= 80 %"],
    ["18,5 0/00", "= 18.5 ‰"],
    ["18,5o/oo", "= 18.5 ‰"],
    ["$\\leq 18{,}5\\permil$", "<= 18.5 ‰"],
    ["\\(\\geq 95\\,\\%\\)", ">= 95 %"],
    ["$\\frac{17}{17}$ xã", "= 17 | 17 xã"],
    ["tối thiểu: 95%", ">= 95 %"],
    ["hơn gấp đôi", "> 2 lần"],
    ["95 (%)", "= 95 %"],
    ["đạt 2% GDP", "= 2 % GDP"],
    ["tổng thu đạt 9.500/8.000 tỷ đồng", "= 9500000000000 | 8000000000000 đồng"],
    ["hiện nay 70%, phấn đấu đến năm 2025 đạt 85%", "= 85 % from 70"],
    ["2 năm 1 lần", "= 2 năm/lần"],
    ["cao hơn bình quân chung từ 2 - 3 điểm %", "range 2 | 3 điểm %"],
    ["không để xảy ra trên 2 vụ", "<= 2 vụ"],
    ["less than 5 per 1,000 live births", "< 5 | 1000 /1.000 live births"],
    ["dịch vụ công trực tuyến mức độ 3, 4 đạt 50%", "= 50 %"],
  ])("%s", (phrase, expected) => expect(first(readTarget(phrase))).toBe(expected));

  test("the unit's own column completes a number and gives way to a sign", () => {
    expect(first(readTarget("16 - 18", { unit: "%/năm" }))).toBe("range 16 | 18 %/năm");
    expect(first(readTarget("275.556", { unit: "triệu đồng" }))).toBe("= 275556000000 đồng");
    expect(first(readTarget("≤ 3 Đông Nam Á", { unit: "Thứ bậc" }))).toBe("<= 3 Thứ bậc");
    expect(first(readTarget("5-7%", { unit: "%/năm" }))).toBe("range 5 | 7 %/năm");
    expect(first(readTarget("> 0,7", { unit: null }))).toBe("> 0.7 -");
    expect(readTarget("1,234", { lang: "en" })).toMatchObject({ target: { value: 1234 }, alternatives: [{ value: 1.234 }] });
  });
});

describe("several targets", () => {
  test("the first, and the others in order", () => {
    expect(all("≤ 3 Đông Nam Á; ≤ 50 Thế giới")).toEqual(["<= 3 Đông Nam Á", "<= 50 Thế giới"]);
    expect(all("Dưới 5 tuổi còn dưới 15‰; dưới 1 tuổi còn dưới 10‰")).toEqual(["< 15 ‰", "< 10 ‰"]);
    expect(all("thanh niên 18 tuổi đối với nam đạt 167,5 cm, nữ 156,5 cm")).toEqual(["= 167.5 cm", "= 156.5 cm"]);
    expect(all("Tuổi thọ trung bình khoảng 75,5 tuổi, số năm sống khoẻ đạt tối thiểu 67 năm")).toEqual(["~ 75.5 tuổi", ">= 67 năm"]);
  });
  test("a denominator at the end is everybody's", () => {
    expect(all("Đạt 45 giường bệnh; 14,5 bác sỹ và 3,5 dược sỹ đại học/vạn dân")).toEqual([
      "= 45 /vạn dân", "= 14.5 /vạn dân", "= 3.5 /vạn dân",
    ]);
  });
  test("a fraction, a growth or a count beside it is one of its own", () => {
    expect(all("đạt 94%; 17/17 xã, phường duy trì Bộ tiêu chí quốc gia về y tế")).toEqual(["= 94 %", "= 17 | 17 xã, phường"]);
    expect(all("tránh thai 74 %; Giảm tỷ suất sinh thô bình quân 0,1‰/năm; Tỷ lệ tăng dân số tự nhiên: 1,0‰")).toEqual([
      "= 74 %", "= 0.1 ‰/năm", "= 1 ‰",
    ]);
    expect(all("đạt tối thiểu 98% với 12 loại vắc xin")).toEqual([">= 98 %", "= 12 loại vắc xin"]);
    expect(all("tăng thêm 2,5 cm đối với nam và 2 cm đối với nữ")).toEqual(["= 2.5 cm", "= 2 cm"]);
    expect(all("tuổi thọ: 74,5 tuổi; số năm sống khỏe: 67 năm")).toEqual(["= 74.5 tuổi", "= 67 năm"]);
    expect(all("năm 2025 đạt 90%, năm 2030 đạt 95%")).toEqual(["= 90 %", "= 95 %"]);
    expect(all("béo phì ở trẻ em dưới 5 tuổi dưới 3%, trẻ 5 - 18 tuổi dưới 19% và người trưởng thành dưới 17%")).toEqual([
      "< 3 %", "< 19 %", "< 17 %",
    ]);
  });
  test("illnesses and fractions do not grow", () => {
    expect(readTarget("tăng huyết áp 50%, đái tháo đường 55%")).toMatchObject({ alternatives: [], more: [{ value: 55 }] });
    expect(readTarget("giảm 2/3 số vụ")).toMatchObject({ target: { value: 2, value2: 3 }, alternatives: [] });
  });
  test("what only explains the first is none", () => {
    expect(all("đạt 41.300 tỷ đồng, bằng 6,4% so với dự toán")[0]).toBe("= 41300000000000 đồng");
    expect(all("500 triệu đồng/năm x 5 năm = 2.500 triệu đồng")).toEqual(["= 2500000000 đồng"]);
    expect(all("đạt 50% (8 xã)")).toEqual(["= 50 %"]);
    expect(all("88% (95/108 xã), tăng 3% so với năm 2020")).toEqual(["= 88 %"]);
    expect(all("đạt 2,1 nghìn tỷ đồng; giảm 1,3% so với cùng kỳ")).toEqual(["= 2100000000000 đồng"]);
  });
});

describe("what cannot be checked", () => {
  test.each([
    "Đạt", "Theo quy định", "thuộc nhóm dẫn đầu", "-", "…", "", "trước ngày 01-7-2025", "quý I-2024", "Nghị quyết số 20-NQ/TW", "năm 2025",
    "dưới 5 tuổi", "người từ đủ 60 tuổi trở lên", "Ngày Dân số Thế giới (11/7)", "trên một vạn dân", "trong vòng 24 giờ",
    "trước ngày 20/12 hằng năm", "trước 15/11", "hoạt động 24/7", "trực 24/24 giờ", "mục tiêu 95-95-95",
    "kế hoạch phát triển kinh tế - xã hội 5 năm", "Bệnh viện Quân y 110", "bệnh viện hạng 2", "Kế hoạch số 220 /KH-UBND",
    "theo QCVN 01-1:2018/BYT", "Đạt mức trên trung bình của thế giới",
  ])("%j is words", (phrase) => expect(readTarget(phrase)).toEqual({ kind: "words" }));
  test.each(["1.2.34%", "trên 12.34.5"])("%j is unreadable", (phrase) => expect(readTarget(phrase)).toEqual({ kind: "unreadable" }));
  test("amounts are quantities, aims are targets", () => {
    expect(
      ["2,5 tỷ đồng", "kinh phí 100 triệu đồng", "1.021 người", "đạt 72 triệu đồng", "90%"].map((phrase) => readTarget(phrase).kind),
    ).toEqual(["quantity", "quantity", "quantity", "target", "target"]);
  });
});

test("nothing throws, and every number that comes out is one", () => {
  const pieces = fc.constantFrom(
    "trên", "dưới", "từ", "đến", "lên", "xuống còn", "%", "‰", "/", "-", "(", ")", ";", ",", "12", "1.234", "0,5", "2025", "tuổi",
    "vạn dân", "triệu đồng", "trở lên", "x", "=", "tỷ", "rưỡi", "một", "phần", "±", ">", "mỗi năm", "lần", "hai", "nửa", "gấp",
    "xã, phường", "với", "xếp thứ", "dẫn đầu", "(%)", "thuộc nhóm",
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(pieces, { maxLength: 12 }).map((words) => words.join(" "))), (text) => {
      const reading = readTarget(text);
      const targets = "target" in reading ? [reading.target, ...reading.alternatives, ...reading.more] : [];
      for (const target of targets) expect([target.value, target.value2 ?? 0, target.baseline ?? 0].every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("a minus may touch its sign, of one letter or two", () => {
  const read = (phrase: string) => {
    const reading = readTarget(phrase);
    return reading.kind === "target" || reading.kind === "quantity" ? [reading.target.comparator, reading.target.value] : reading.kind;
  };
  expect(["<=-0,8", ">=-3", "<-2", "> -5%", "≤-0,8"].map(read)).toEqual([["<=", -0.8], [">=", -3], ["<", -2], [">", -5], ["<=", -0.8]]);
});
