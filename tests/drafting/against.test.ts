import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { factsOf, type CheckedClaim } from "../../src/drafting";
import { readOthers } from "../../src/reading";
import { toA1 } from "../../src/sheet";
import { formulaSnapshot, type Rows } from "../support/other-tables";
import { checked } from "./report-score";

const SPENDING: Rows = [
  ["TÌNH HÌNH THỰC HIỆN CHI NGÂN SÁCH ĐỊA PHƯƠNG", null, null, null, null, null, null],
  [null, null, null, null, null, null, "Đơn vị tính: triệu đồng"],
  ["STT", "Nội dung", "Năm 2023", null, "Năm 2024", null, "Năm 2025"],
  [null, null, "Dự toán", "Thực hiện", "Dự toán", "Thực hiện", "Dự toán"],
  ["1", "Chi đầu tư phát triển", 120_450, 118_320, 131_200, 129_875, 140_000],
  ["2", "Chi thường xuyên", 275_556, 271_904, 284_310, 281_777, 299_150],
  ["3", "Chi sự nghiệp môi trường", 8_215, 7_964, 8_730, 8_455, 9_120],
  ["", "Tổng cộng", 404_221, 398_188, 424_240, 420_107, 448_270],
];
const INDICATORS: Rows = [
  ["CÁC CHỈ TIÊU CHỦ YẾU", null, null, null, null],
  ["STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện năm 2024", "Mục tiêu năm 2025"],
  ["1", "Tỷ lệ hộ nghèo", "%", 18.24, 15.5],
  ["2", "Số lao động được giải quyết việc làm", "người", 8_214, 8_500],
  ["3", "Tỷ lệ dân số tham gia bảo hiểm y tế", "%", 94.61, "≥ 95"],
];

const tables = ([["Chi", SPENDING], ["Chỉ tiêu", INDICATORS]] as const).flatMap(([sheet, rows]) =>
  readOthers(formulaSnapshot(rows, { sheet }), []).map((table) => factsOf(table, () => false)));

const place = (one: CheckedClaim["fact"] | undefined): string | null => (one ? toA1(one.at) : null);
/** The verdicts of a text with their cells, in order. */
const said = (text: string): string[] =>
  checked(text, tables).map(({ verdict, fact, computed }) =>
    [verdict, place(fact), computed?.way].filter((part) => part != null).join(" "));

describe("a figure agrees", () => {
  test.each([
    ["in the table's unit and in others", "Dự toán năm 2023 chi thường xuyên là 275.556 triệu đồng.", ["agrees C6"]],
    ["rounded as far as it shows", "Năm 2023, dự toán chi thường xuyên là 275,6 tỷ đồng.", ["agrees C6"]],
    ["roughly, where it says so, with zeros", "Năm 2025, dự toán chi thường xuyên gần 300 tỷ đồng.", ["agrees G6"]],
    ["roughly, where it says so", "Năm 2024 đã thực hiện chi thường xuyên trên 281 tỷ đồng.", ["agrees F6"]],
    ["with a share", "Tỷ lệ hộ nghèo năm 2024 còn 18,24%.", ["agrees D3"]],
    ["with a target that is a limit", "Phấn đấu năm 2025 tỷ lệ dân số tham gia bảo hiểm y tế đạt từ 95% trở lên.", ["agrees E5"]],
    ["with the sum of years", "Hai năm 2023 - 2024, chi sự nghiệp môi trường thực hiện 16.419 triệu đồng.", ["agrees D7 sum"]],
    [
      "with growth",
      "Năm 2024, thực hiện chi đầu tư phát triển đạt 129.875 triệu đồng, tăng 9,8% so với năm 2023.",
      ["agrees F5", "agrees F5 growth"],
    ],
  ])("%s", (_, text, expected) => expect(said(text)).toEqual(expected));
});

describe("a figure differs", () => {
  test.each([
    ["with two digits swapped", "Dự toán năm 2023 chi thường xuyên là 257.556 triệu đồng.", "digits-swapped", "C6"],
    ["with a digit left out, also when it is rounded", "Năm 2023, dự toán chi thường xuyên là 25,6 tỷ đồng.", "digit-dropped", "C6"],
    ["in the wrong unit", "Năm 2024, thực hiện chi thường xuyên 281.777 tỷ đồng.", "thousand-fold", "F6"],
    ["of people", "Năm 2024 số lao động được giải quyết việc làm là 8.241 người.", "digits-swapped", "D4"],
  ])("%s", (_, text, slip, at) => {
    const [one] = checked(text, tables);
    expect([one?.verdict, one?.slip, place(one?.fact)]).toEqual(["differs", slip, at]);
  });

  test("from the cell of its year, where it is that of another year, which is told", () => {
    const [one] = checked("Năm 2024, thực hiện chi thường xuyên là 271.904 triệu đồng.", tables);
    expect([one?.verdict, place(one?.fact), place(one?.elsewhere)]).toEqual(["differs", "F6", "D6"]);
  });
});

test("a limit is no other limit's, and no result's that is more than its last digit away", () => {
  const [target] = checked("Phấn đấu năm 2025 tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 94%.", tables);
  const [result] = checked("Năm 2024 tỷ lệ dân số tham gia bảo hiểm y tế thực hiện trên 92%.", tables);
  expect([target?.verdict, result?.verdict]).not.toContain("agrees");
  expect(said("Năm 2024 tỷ lệ dân số tham gia bảo hiểm y tế thực hiện trên 94%.")).toEqual(["agrees D5"]);
});

test("the part of a whole is that of its total, whatever that is called", () => {
  expect(said("Dự toán năm 2025 chi thường xuyên 299.150 triệu đồng, chiếm 66,7% tổng chi.")).toEqual(["agrees G6", "agrees G6 part"]);
});

describe("nothing is said to differ", () => {
  test.each([
    ["of a part of the year", "6 tháng đầu năm 2024, thực hiện chi thường xuyên 141.204 triệu đồng."],
    ["of a place that the tables do not know", "Năm 2024, thực hiện chi thường xuyên của huyện Mường Tè là 28.777 triệu đồng."],
    ["of a mean", "Năm 2024, thực hiện chi thường xuyên bình quân mỗi xã 2.817 triệu đồng."],
    ["of what was added", "Năm 2024, bổ sung chi thường xuyên 28.177 triệu đồng."],
    ["where no year is said", "Chi thường xuyên là 285.777 triệu đồng."],
    ["of a result where only a target is there", "Năm 2025, tỷ lệ hộ nghèo thực hiện 15,7%."],
    [
      "of a part of a line that is another line elsewhere",
      "Kinh phí mua sắm xe ô tô 404.212 triệu đồng, trong đó chi thường xuyên 275.565 triệu đồng.",
    ],
  ])("%s", (_, text) => expect(checked(text, tables).map(({ verdict }) => verdict)).not.toContain("differs"));

  test("of what no line is called, which is listed", () => {
    expect(said("Xây mới 12 cây cầu với 45.120 triệu đồng.")).toEqual(["not-found", "not-found"]);
  });
});

test("ages, times, numbers of documents and days are no figures", () => {
  expect(said("Trẻ em dưới 5 tuổi theo Quyết định số 12/QĐ-UBND ngày 05/01/2024 trong 3 năm.")).toEqual([]);
});

test("every figure is a piece of the text as given, in order, whatever the text", () => {
  const words = fc.constantFrom(
    "Chi thường xuyên", "năm 2024", "đạt", "275,6 tỷ đồng", "18,24%", "\n", ";", ". ", "8.214 người", "trong đó", "tăng", "(", "**",
    "\u0301",
  );
  const part = fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) });
  const parts = fc.array(part, { maxLength: 24 });
  fc.assert(
    fc.property(parts, (said) => {
      const text = said.join(" ");
      let last = 0;
      for (const { claim } of checked(text, tables)) {
        expect(text.slice(...claim.span)).toBe(claim.text);
        expect(claim.span[0]).toBeGreaterThanOrEqual(last);
        last = claim.span[0];
      }
    }),
    { numRuns: 60 },
  );
});
