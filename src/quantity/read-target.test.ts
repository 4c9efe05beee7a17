import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readTarget } from "./read-target";
import type { PhraseReading, Target } from "./types";

/** "> 30 % from 24.4", the first target of a phrase in short. */
const short = (target: Target): string =>
  [target.comparator, target.value, ...(target.value2 === null ? [] : [`| ${target.value2}`]), target.unit ?? "-", ...(target.baseline === null ? [] : [`from ${target.baseline}`])].join(" ");
const first = (reading: PhraseReading): string => ("target" in reading ? short(reading.target) : reading.kind);
const all = (phrase: string): readonly string[] => {
  const reading = readTarget(phrase);
  return "target" in reading ? [reading.target, ...reading.more].map(short) : [reading.kind];
};

describe("comparators", () => {
  test.each([
    ["trên 95%", "> 95 %"], ["đạt trên 96,5% dân số", "> 96.5 %"], ["≥ 95 %", ">= 95 %"], ["> = 95%", ">= 95 %"], ["&gt; 95%", "> 95 %"], ["từ 86% trở lên", ">= 86 %"],
    ["tối thiểu 98%", ">= 98 %"], ["ít nhất phải đạt 30%", ">= 30 %"], ["không dưới 85%", ">= 85 %"], ["cao hơn hoặc bằng 90%", ">= 90 %"], ["dưới 15‰", "< 15 ‰"], ["chưa đến 1%", "< 1 %"],
    ["không quá 5%", "<= 5 %"], ["không để vượt quá 5%", "<= 5 %"], ["60 tuổi trở xuống", "<= 60 tuổi"], ["khoảng 75,5 tuổi", "~ 75.5 tuổi"], ["trên dưới 90%", "~ 90 %"], ["95% ± 2", "~ 95 %"],
    ["dưới18,5‰", "< 18.5 ‰"], ["18,5%0", "= 18.5 ‰"], ["150 đảng viên/năm trở lên", ">= 150 đảng viên/năm"], ["Tối thiểu có 5 doanh nghiệp", ">= 5 doanh nghiệp"],
    ["giảm còn dưới 25%", "< 25 %"], ["$\\leq 18,5\\%$", "<= 18.5 %"], ["đạt và vượt 95%", ">= 95 %"], ["at least 95%", ">= 95 %"], ["tren 95%", "> 95 %"], ["khong qua 5%", "<= 5 %"],
  ])("%s", (phrase, expected) => {
    expect(first(readTarget(phrase))).toBe(expected);
    expect(first(readTarget(phrase.normalize("NFD")))).toBe(expected);
  });
});

describe("what looks like a comparator", () => {
  test.each([
    ["Tỷ lệ suy dinh dưỡng của trẻ em dưới 5 tuổi dưới 18%", "< 18 %"], ["100% trẻ em dưới 6 tuổi được cấp thẻ", "= 100 %"], ["Dân số từ 15 tuổi trở lên có tài khoản đạt 95%", "= 95 %"],
    ["ca ngộ độc được báo cáo trên 100.000 dân dưới 08 ca", "< 8 | 100000 /100.000 dân"], ["đảm bảo 95% có trình độ từ cao đẳng trở lên", "= 95 %"], ["đạt 20% trên tổng diện tích", "= 20 %"],
    ["thấp hơn 4,8% so với dự toán", "= 4.8 %"], ["cao hơn nam 5,4 năm", "= 5.4 năm"], ["vượt 24% kế hoạch", "= 24 %"], ["mức lương tối thiểu tăng 6%", "= 6 %"],
    ["giai đoạn 2021-2025 từ 7,5-8%", "range 7.5 | 8 %"], ["tỷ lệ trên địa bàn 90%", "= 90 %"], ["dịch vụ công mức độ 4 đạt 80%", "= 80 %"],
  ])("%s", (phrase, expected) => expect(first(readTarget(phrase))).toBe(expected));
});

describe("ranges and changes", () => {
  test.each([
    ["16 - 18", "range 16 | 18 -"], ["4- 6 cán bộ", "range 4 | 6 cán bộ"], ["từ 300 đến 500 triệu đồng", "range 300000000 | 500000000 đồng"], ["giữa 5% và 7%", "range 5 | 7 %"],
    ["khoảng 6,5 - 7%/năm", "range 6.5 | 7 %/năm"], ["từ 24,4% lên >30%", "> 30 % from 24.4"], ["giảm từ 8,55% xuống còn 4,5%", "= 4.5 % from 8.55"],
    ["từ 58,5 tuổi vào năm 2000, tăng lên 63,3 tuổi vào năm 2016", "= 63.3 tuổi from 58.5"], ["tăng từ 20 lên 25 triệu đồng", "= 25000000 đồng from 20000000"],
    ["từ 12% (năm 2020) lên 18% (năm 2025)", "= 18 % from 12"], ["hiện trạng trừ 0,5%", "change -0.5 %"],
  ])("%s", (phrase, expected) => expect(first(readTarget(phrase))).toBe(expected));

  test("growth may be a rate or a change of the level", () => {
    expect(readTarget("giảm 0,1‰/năm")).toMatchObject({ target: { comparator: "=", value: 0.1, unit: "‰/năm" }, alternatives: [{ comparator: "change", value: -0.1 }] });
  });
});

describe("units", () => {
  test.each([
    ["17/17 xã", "= 17 | 17 xã"], ["đạt 17/17 (100%) xã", "= 17 | 17 xã"], ["112,5 trẻ nam/100 trẻ nữ", "= 112.5 | 100 /100"], ["12 bác sĩ/vạn dân", "= 12 /vạn dân"],
    ["25 điều dưỡng viên trên 10.000 dân", "= 25 | 10000 /vạn dân"], ["10 bác sĩ trên một vạn dân", "= 10 /vạn dân"], ["Số bác sĩ/vạn dân: 15 bác sĩ", "= 15 /vạn dân"], ["2,5 tỷ VNĐ", "= 2500000000 đồng"],
    ["275.556 tr.đ", "= 275556000000 đồng"], ["3 tỷ 500 triệu đồng", "= 3500000000 đồng"], ["2 triệu rưỡi", "= 2500000 đồng"], ["1,49 triệu đồng/tháng", "= 1490000 đồng/tháng"],
    ["1,2 tỷ USD", "= 1.2 tỷ USD"], ["4,2 triệu người", "= 4.2 triệu người"], ["95 phần trăm", "= 95 %"], ["0,5 điểm phần trăm/năm", "= 0.5 điểm %/năm"], ["xếp thứ 15/63", "= 15 | 63 thứ bậc"],
    ["tăng gấp đôi", "= 2 lần"], ["hơn một nửa", "> 50 %"], ["hai phần ba số hộ", "= 2 | 3 -"], ["mỗi trạm có ít nhất một bác sĩ", ">= 1 bác sĩ"],
    ["ít nhất mỗi năm một lần", ">= 1 lần/năm"], ["2.4. 90% trạm y tế", "= 90 %"], ["có bằng cấp 28 - 30%", "range 28 | 30 %"], ["tăng trưởng âm 2,5%", "= -2.5 %"],
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
    expect(all("Đạt 45 giường bệnh; 14,5 bác sỹ và 3,5 dược sỹ đại học/vạn dân")).toEqual(["= 45 /vạn dân", "= 14.5 /vạn dân", "= 3.5 /vạn dân"]);
  });
  test("what only explains the first is none", () => {
    expect(all("đạt 41.300 tỷ đồng, bằng 6,4% so với dự toán")[0]).toBe("= 41300000000000 đồng");
    expect(all("500 triệu đồng/năm x 5 năm = 2.500 triệu đồng")).toEqual(["= 2500000000 đồng"]);
    expect(all("đạt 50% (8 xã)")).toEqual(["= 50 %"]);
  });
});

describe("what cannot be checked", () => {
  test.each(["Đạt", "Theo quy định", "thuộc nhóm dẫn đầu", "-", "…", "", "trước ngày 01-7-2025", "quý I-2024", "Nghị quyết số 20-NQ/TW", "năm 2025", "dưới 5 tuổi", "người từ đủ 60 tuổi trở lên", "Ngày Dân số Thế giới (11/7)", "trên một vạn dân", "Đạt mức trên trung bình của thế giới"])(
    "%j is words", (phrase) => expect(readTarget(phrase)).toEqual({ kind: "words" }),
  );
  test.each(["1.2.34%", "trên 12.34.5"])("%j is unreadable", (phrase) => expect(readTarget(phrase)).toEqual({ kind: "unreadable" }));
  test("amounts are quantities, aims are targets", () => {
    expect(["2,5 tỷ đồng", "kinh phí 100 triệu đồng", "1.021 người", "đạt 72 triệu đồng", "90%"].map((phrase) => readTarget(phrase).kind)).toEqual(["quantity", "quantity", "quantity", "target", "target"]);
  });
});

test("nothing throws, and every number that comes out is one", () => {
  const pieces = fc.constantFrom("trên", "dưới", "từ", "đến", "lên", "xuống còn", "%", "‰", "/", "-", "(", ")", ";", ",", "12", "1.234", "0,5", "2025", "tuổi", "vạn dân", "triệu đồng", "trở lên", "x", "=", "tỷ", "rưỡi", "một", "phần", "±", ">");
  fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(pieces, { maxLength: 12 }).map((words) => words.join(" "))), (text) => {
    const reading = readTarget(text);
    const targets = "target" in reading ? [reading.target, ...reading.alternatives, ...reading.more] : [];
    for (const target of targets) expect([target.value, target.value2 ?? 0, target.baseline ?? 0].every(Number.isFinite)).toBe(true);
  }), { numRuns: 500 });
});
