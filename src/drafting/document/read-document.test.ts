import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { originOf } from "../../base";
import type { Paragraph } from "./document";
import { readDocument } from "./read-document";

const TEXT = `KẾ HOẠCH
Phát triển giáo dục giai đoạn 2026 - 2030,
tầm nhìn đến năm 2045

Căn cứ Luật Giáo dục ngày 14/6/2019;

**I. MỤC ĐÍCH,
YÊU CẦU**

*1.1. *Nâng cao
chất lượng giáo dục.

II. MỤC TIÊU

1. Mục tiêu chung: Tiếp tục đổi mới.

2. Mục tiêu cụ thể

Đến năm 2028:

- Tỷ lệ trẻ mầm non đến trường đạt **95%
** trở lên; - 100% giáo viên đạt chuẩn.

Đến năm 2030:

- Tỷ lệ phòng học kiên cố đạt 98%[1].

2.1.

Giáo dục phổ thông: a) Tiểu học; b) Trung học cơ sở; c) Trung học phổ thông.

III. KINH PHÍ

STT\tNội dung\tSố tiền
1\tXây phòng học\v(12 phòng)\t12.000
`;

const line = (paragraph: Paragraph): string => `${paragraph.marker?.text ?? ""}|${paragraph.text.text}|${paragraph.section.kind}`;

describe("a text taken apart", () => {
  const document = readDocument(TEXT);

  test("has its wrapped lines joined, markers apart, and headings that say what stands under them", () => {
    expect(document.paragraphs.slice(3).map(line)).toEqual([
      "I.|MỤC ĐÍCH, YÊU CẦU|other",
      "1.1.|Nâng cao chất lượng giáo dục.|other",
      "II.|MỤC TIÊU|target",
      "1.|Mục tiêu chung: Tiếp tục đổi mới.|target",
      "2.|Mục tiêu cụ thể|target",
      "|Đến năm 2028:|target",
      "-|Tỷ lệ trẻ mầm non đến trường đạt 95% trở lên;|target",
      "-|100% giáo viên đạt chuẩn.|target",
      "|Đến năm 2030:|target",
      "-|Tỷ lệ phòng học kiên cố đạt 98%.|target",
      "2.1.|Giáo dục phổ thông:|target",
      "a)|Tiểu học;|target",
      "b)|Trung học cơ sở;|target",
      "c)|Trung học phổ thông.|target",
      "III.|KINH PHÍ|budget",
      "|STT Nội dung Số tiền|budget",
      "|1 Xây phòng học (12 phòng) 12.000|budget",
    ]);
  });

  test("knows the years of its title and of its headings, without the outlook", () => {
    expect(document.years).toEqual({ from: 2026, to: 2030 });
    const years = (text: string): unknown => document.paragraphs.find((paragraph) => paragraph.text.text.startsWith(text))?.section.years;
    expect([years("Tỷ lệ trẻ"), years("100% giáo viên"), years("Tỷ lệ phòng")]).toEqual([
      { from: 2028, to: 2028 }, { from: 2028, to: 2028 }, { from: 2030, to: 2030 },
    ]);
  });

  test("has its tables, a row each", () => {
    expect(document.tables.map(({ rows }) => rows.map(({ cells }) => cells?.map((cell) => cell.text)))).toEqual([
      [["STT", "Nội dung", "Số tiền"], ["1", "Xây phòng học\v(12 phòng)", "12.000"]],
    ]);
  });

  test("still knows where everything stood", () => {
    const paragraph = document.paragraphs.find(({ text }) => text.text.includes("95%"));
    const at = paragraph?.text.text.indexOf("95% trở lên") ?? -1;
    expect(paragraph && TEXT.slice(...originOf(paragraph.text, at, at + 11))).toBe("95%\n** trở lên");
  });

  test("puts items under what introduces them", () => {
    const under = (text: string): string[] => {
      const chain: string[] = [];
      for (let at = document.paragraphs.find((each) => each.text.text.startsWith(text)) ?? null; at !== null; at = at.parent)
        chain.push(at.text.text);
      return chain;
    };
    expect(under("Tỷ lệ phòng").slice(1)).toEqual(["Đến năm 2030:", "Mục tiêu cụ thể", ...under("MỤC TIÊU")]);
    expect(under("Tiểu học")[1]).toBe("Giáo dục phổ thông:");
  });
});

test.each([
  ["I. ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN MỤC TIÊU\n1. Công tác y tế\n- Đạt 90%.", "report"],
  ["II. MỤC TIÊU\n1. Công tác y tế\n- Đạt 90%.", "target"],
  ["A. TÌNH HÌNH VÀ NHIỆM VỤ\nI. MỤC TIÊU\n- Đạt 90%.", "target"],
  ["Điều 1. Quy định như sau\n- Đạt 90%.", "other"],
  ["VI. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí.", "organisation"],
])("%j: its last line is of the kind %s", (text, kind) => {
  expect(readDocument(text).paragraphs.at(-1)?.section.kind).toBe(kind);
});

test("columns of blanks are the cells of a table, blank ones by where those of the head begin; a letterhead is none", () => {
  const { tables, paragraphs } = readDocument(`ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Chỉ tiêu                 Đơn vị     2026     2030
Phòng học kiên cố        %          94       98
Trường đạt chuẩn         trường              14

a) Xây mới:       71.200 đồng
b) Mua sắm:       18.750 đồng`);
  expect(tables.map(({ rows }) => rows.map(({ cells }) => cells?.map((cell) => cell.text)))).toEqual([
    [["Chỉ tiêu", "Đơn vị", "2026", "2030"], ["Phòng học kiên cố", "%", "94", "98"], ["Trường đạt chuẩn", "trường", "", "14"]],
  ]);
  expect(paragraphs.map(({ cells }) => cells !== null)).toEqual([false, true, true, true, false, false]);
});

test("takes any text apart, and every piece of it stands in the text", () => {
  const words =
    "I. |1. |a) |- |+ |Điều 2. |\n|\n\n|Tỷ lệ| 95%|MỤC TIÊU|\t|*|**|$|\\| |;|năm 2030|😀".split("|").concat("|", "ế".normalize("NFD"));
  const pieces = fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((some) => some.join(""));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), pieces), (text) => {
      const { paragraphs } = readDocument(text);
      paragraphs.forEach((paragraph, index) => {
        expect(paragraph.index).toBe(index);
        const [from, to] = originOf(paragraph.text, 0, paragraph.text.text.length);
        expect(from >= 0 && from <= to && to <= text.length).toBe(true);
        expect(paragraph.text.text.length).toBe(paragraph.text.begins.length);
      });
    }),
  );
});
