import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { writeNumber } from "../../quantity";
import { moneyIn } from "./money";

const first = (text: string) => moneyIn(text)[0];

describe("moneyIn", () => {
  test.each([
    ["14.676.220.000 đồng.", 14676220000, "đồng"],
    ["khoảng 39.705 triệu đồng;", 39705, "triệu đồng"],
    ["717.000,190 tỷ đồng", 717000.19, "tỷ đồng"],
    ["là 2,5 tỷ VNĐ.", 2.5, "tỷ đồng"],
    ["2 tỷ 500 triệu đồng", 2.5, "tỷ đồng"],
    ["45 tr.đ", 45, "triệu đồng"],
    ["8.220 nghìn tỷ đồng", 8220, "nghìn tỷ đồng"],
    ["1,2 triệu USD", 1.2, "triệu USD"],
    ["60 tỷ, trong đó", 60, "tỷ đồng"],
    ["100 - 150 tỷ đồng", 150, "tỷ đồng"],
  ])("%s", (text, amount, unit) => {
    expect(first(text)).toMatchObject({ amount, unit });
  });

  test.each(["tỷ lệ 5 tỷ suất", "5 triệu người", "năm 2026", "1.200 động vật", "20 đồng chí lãnh đạo"])("no money: %s", (text) => {
    expect(moneyIn(text)).toEqual([]);
  });

  test("says what it is for each of, and which number can be read otherwise", () => {
    expect(first("1,5 triệu đồng/người/tháng")).toMatchObject({ per: "người/tháng" });
    expect(first("2 triệu đồng mỗi hộ")).toMatchObject({ per: "mỗi hộ" });
    expect(first("560 tỷ đồng/690 tỷ đồng")).toMatchObject({ per: null });
    expect(first("105,000 tỷ đồng")).toMatchObject({ amount: 105, isDoubtful: true });
  });

  test("finds what is written in any text around it", () => {
    const words = fc.constantFrom("kinh phí", "là", ";", "\n", "(", "2026", "trong đó:", "đồng");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9e9 }), fc.array(words), fc.array(words), (value, before, after) => {
        const text = `${before.join(" ")} : ${writeNumber(value, "vi")} triệu đồng . ${after.join(" ")}`;
        const found = moneyIn(text).find(({ amount, unit }) => amount === value && unit === "triệu đồng");
        expect(found && text.slice(found.from, found.to)).toBe(`${writeNumber(value, "vi")} triệu đồng`);
      }),
    );
  });
});
