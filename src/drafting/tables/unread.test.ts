import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { draftText } from "../draft-text";

const HEAD = "KẾ HOẠCH\nPhát triển giao thông năm 2026\n\nI. HẠ TẦNG\n";
const TABLE = "Loại\tMặt\tNền\tXe\nNhựa\t3,5\t5,0\t12\nBê tông\t3,0\t4,5\t9";

test("a table of figures of which nothing was taken is told, with its rows of figures", () => {
  const text = `${HEAD}${TABLE}\n\nII. KHÁC\nKhông có.`;
  const { unread } = draftText(text);
  expect(unread.map(({ rows }) => rows)).toEqual([2]);
  expect(unread.map(({ span }) => text.slice(...span))).toEqual([TABLE]);
});

test("one of which something was taken, and one without figures, are not", () => {
  const targets = "I. MỤC TIÊU\nTT\tChỉ tiêu\tĐơn vị\tNăm 2026\n1\tTỷ lệ hộ nghèo\t%\t3,5\n2\tTỷ lệ bao phủ\t%\t95";
  expect(draftText(targets).unread).toEqual([]);
  expect(draftText(`${HEAD}TT\tHọ tên\tNăm sinh\n1\tNguyễn Văn A\t1980\n2\tTrần Thị B\t1981`).unread).toEqual([]);
});

test("whatever the cells hold, its span is in the text", () => {
  const cell = fc.constantFrom("", "TT", "1", "12,5", "x", "  3.000 ", "≥ 5%");
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (rows) => {
      const text = rows.map((cells) => cells.join("\t")).join("\n");
      for (const { span: [from, to], rows: count } of draftText(text).unread) {
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(count).toBeGreaterThan(1);
      }
    }),
  );
});
