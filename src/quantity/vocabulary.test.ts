import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { writeNumber } from "./number";
import { readTarget } from "./read-target";
import type { Comparator, Target } from "./types";

/** Comparators around a number: what stands before it, what after it and its unit. */
const LIMITS: readonly (readonly [before: string, after: string, comparator: Comparator])[] = [
  ["", "", "="], ["đạt ", "", "="], ["là ", "", "="], ["còn ", "", "="], ["giảm còn ", "", "="], ["giảm xuống còn ", "", "="],
  ["tăng lên ", "", "="], ["duy trì ở mức ", "", "="], ["chiếm ", "", "="],
  ["trên ", "", ">"], ["đạt trên ", "", ">"], ["hơn ", "", ">"], ["lên trên ", "", ">"], ["> ", "", ">"], ["lớn hơn ", "", ">"],
  ["$> ", "$", ">"], ["vượt mức ", "", ">"],
  ["≥ ", "", ">="], [">= ", "", ">="], ["≥", "", ">="], ["tối thiểu ", "", ">="], ["tối thiểu đạt ", "", ">="], ["ít nhất ", "", ">="],
  ["đạt ít nhất ", "", ">="], ["không dưới ", "", ">="], ["không thấp hơn ", "", ">="],
  ["đạt và vượt ", "", ">="], ["", " trở lên", ">="], ["từ ", " trở lên", ">="], ["đạt từ ", " trở lên", ">="], ["$\\geq ", "$", ">="],
  ["dưới ", "", "<"], ["xuống dưới ", "", "<"], ["còn dưới ", "", "<"], ["giảm xuống còn dưới ", "", "<"], ["khống chế dưới ", "", "<"],
  ["< ", "", "<"], ["chưa đến ", "", "<"], ["nhỏ hơn ", "", "<"],
  ["≤ ", "", "<="], ["<= ", "", "<="], ["không quá ", "", "<="], ["không vượt quá ", "", "<="], ["tối đa ", "", "<="],
  ["tối đa không quá ", "", "<="], ["", " trở xuống", "<="], ["từ ", " trở xuống", "<="], ["$\\leq ", "$", "<="],
  ["khoảng ", "", "~"], ["xấp xỉ ", "", "~"], ["gần ", "", "~"], ["đạt khoảng ", "", "~"], ["ước đạt khoảng ", "", "~"],
  ["trên dưới ", "", "~"],
];

/** Units as they are written after a number, and as a target keeps them. */
const UNITS: readonly (readonly [written: string, unit: string, value2: number | null])[] = [
  ["%", "%", null], [" %", "%", null], [" phần trăm", "%", null], ["‰", "‰", null], ["%0", "‰", null], [" phần nghìn", "‰", null],
  [" điểm %", "điểm %", null], ["%/năm", "%/năm", null],
  [" bác sĩ/vạn dân", "/vạn dân", null], [" giường bệnh trên một vạn dân", "/vạn dân", null], [" bác sỹ/10.000 dân", "/vạn dân", 10_000],
  [" ca/100.000 dân", "/100.000 dân", 100_000], ["/1.000 trẻ đẻ sống", "/1.000 trẻ đẻ sống", 1000],
  [" bé trai/100 bé gái", "/100", 100], [" giường bệnh", "giường bệnh", null], [" trạm y tế", "trạm y tế", null],
  [" lần/năm", "lần/năm", null], [" cán bộ/trạm", "cán bộ/trạm", null], [" đồng", "đồng", null], [" cm", "cm", null],
];

/** What a phrase may begin and end with without saying another number. */
const BEGINNINGS = [
  "", "- ", "2.4. ", "Tỷ lệ bao phủ ", "Tỷ lệ suy dinh dưỡng của trẻ em dưới 5 tuổi ", "Đến năm 2030, ", "Giai đoạn 2021-2025: ",
  "Năm 2025 ", "Phụ nữ 15-49 tuổi được tư vấn ", "Người từ 60 tuổi trở lên được khám ", "Theo Quyết định số 4667/QĐ-BYT, tỷ lệ mắc ",
  "Trước ngày 30/6/2025, mức ", "phấn đấu ",
];
const ENDS = ["", ".", ";", " vào năm 2025", " (năm 2025)", " theo Nghị quyết số 20-NQ/TW", ", đến năm 2030 tiếp tục duy trì"];

const number = fc.tuple(fc.integer({ min: 2, max: 99_999 }), fc.nat(2)).map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
const choice = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const shown = (value: number): string => writeNumber(value, "vi");
const form = choice(["NFC", "NFD"] as const);
const read = (phrase: string): Target | string => {
  const reading = readTarget(phrase);
  return "target" in reading && reading.more.length === 0 ? reading.target : `${phrase}: ${JSON.stringify(reading)}`;
};

describe("every comparator with every unit, whatever stands around", () => {
  test("a limit", () => {
    fc.assert(
      fc.property(
        choice(LIMITS), number, choice(UNITS), choice(BEGINNINGS), choice(ENDS), form,
        ([before, after, comparator], value, [written, unit, value2], begin, end, normal) => {
          const phrase = `${begin}${before}${shown(value)}${written}${after}${end}`.normalize(normal);
          expect(read(phrase)).toEqual({ comparator, value, value2, baseline: null, unit });
        },
      ),
      { numRuns: 600 },
    );
  });

  const joints = choice([
    [" - "], ["-"], [" – "], ["÷"], [" đến "], [" đến ", "từ "], ["-", "từ "], [" - ", "trong khoảng "], [" đến ", "trong khoảng từ "],
    [" tới ", "đạt từ "], [" đến dưới ", "từ "], [" đến ", "trên "], [" và ", "giữa "],
  ] as const);
  const plainUnits = UNITS.filter(([, , value2]) => value2 === null);

  test("a range", () => {
    fc.assert(
      fc.property(
        joints, number, number, choice(plainUnits), fc.boolean(), choice(BEGINNINGS), choice(ENDS), form,
        ([joint, before = ""], one, other, [written, unit], twice, begin, end, normal) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          fc.pre(low < high && !(1900 <= low && low < 2100) && !(1900 <= high && high < 2100));
          const phrase = `${begin}${before}${shown(low)}${twice ? written : ""}${joint}${shown(high)}${written}${end}`.normalize(normal);
          expect(read(phrase)).toEqual({ comparator: "range", value: low, value2: high, baseline: null, unit });
        },
      ),
      { numRuns: 400, examples: [[["÷"], 2, 0.2, [" cm", "cm", null], true, "", "", "NFC"]] },
    );
  });

  const ways = choice([
    ["từ ", " lên "], ["tăng từ ", " lên "], ["tăng từ ", " năm 2020 lên "], ["từ ", " (năm 2020) tăng lên "], ["giảm từ ", " xuống "],
    ["giảm từ ", " xuống còn "], ["giảm từ ", " năm 2015 xuống còn "], ["", " → "], ["nâng từ ", " hiện nay lên "],
  ] as const);
  test("a change", () => {
    fc.assert(
      fc.property(
        ways, number, number, choice(plainUnits), choice(["", "dưới ", "trên "]), choice(BEGINNINGS), choice(ENDS),
        ([before, joint], from, to, [written, unit], limit, begin, end) => {
          const phrase = `${begin}${before}${shown(from)}${written}${joint}${limit}${shown(to)}${written}${end}`;
          expect(read(phrase)).toEqual({
            comparator: limit === "" ? "=" : limit === "dưới " ? "<" : ">",
            value: to,
            value2: null,
            baseline: from,
            unit,
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("a fraction of places", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }),
      choice(["xã", "xã, phường", "xã, phường, thị trấn", "huyện, thành phố", "trạm y tế", "chỉ tiêu"]),
      choice(["", "có ", "đạt ", "duy trì "]),
      choice(["", " đạt chuẩn", " duy trì bộ tiêu chí quốc gia", "; đạt yêu cầu"]),
      (value, whole, unit, before, end) => {
        expect(read(`${before}${value}/${whole} ${unit}${end}`)).toMatchObject({ comparator: "=", value, value2: whole });
      },
    ),
  );
});

test("documents, dates and periods hold no value", () => {
  const words = choice([
    "Quyết định số 4667/QĐ-BYT", "Chỉ thị 25-CT/TW", "Nghị định số 60/2021/NĐ-CP", "Thông tư số 28/2020/TT-BYT", "Kế hoạch số 220 /KH-UBND",
    "Nghị quyết số 43/2022/QH15", "QCVN 01-1:2018/BYT", "ngày 25/10/2017", "ngày 15 tháng 5 năm 2016", "giai đoạn 2021-2025", "đến 2030",
    "năm 2025", "quý I-2024", "tháng 4 năm 2024", "trước ngày 01-7-2025", "trẻ em dưới 6 tuổi", "phụ nữ 15-49 tuổi", "trẻ 6-23 tháng tuổi",
    "người từ 30 tuổi trở lên", "khóa XII", "mức độ 3, 4",
  ]);
  fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), choice([", ", "; ", " theo ", " của "]), (parts, joint) => {
    expect(readTarget(parts.join(joint))).toEqual({ kind: "words" });
  }), { numRuns: 200 });
});
