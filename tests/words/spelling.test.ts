import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Mark on the last of the two letters (hoà, thuỷ): what is read, but not how we write (hòa, thủy). "quý" has its mark where it belongs. */
const OLD_MARK = /\p{L}*(?:(?<!q)u[ỳýỷỹỵ]|o[àáảãạèéẻẽẹ])(?!\p{L})/giu;
/** One word for one thing, as officials and Excel have it: sổ làm việc, lỗi, nội dung cần lưu ý, Hủy, Tổng cộng, điểm phần trăm. */
const OTHER_WORDS = /sổ tính|bảng tính|\bThôi\b|nghi sai|chỗ sai|chỗ cần xem|"Cần xem"|"Sai"|điểm %|"Tổng số"/gu;

const ROOT = join(__dirname, "../..");
const VI = "src/i18n/vi";
const files = [...readdirSync(join(ROOT, VI)).map((name) => `${VI}/${name}`), "src/host/words.ts", "README.md"];

describe("Vietnamese of ours", () => {
  test.each(files)("%s is in one spelling and one choice of words", (file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    expect([...text.matchAll(OLD_MARK), ...text.matchAll(OTHER_WORDS)].map(([found]) => found)).toEqual([]);
  });

  test("the spelling is told by the mark", () => {
    expect("tuỳ xoá hoá hoà khoẻ thuỷ uỷ tùy xóa hóa hòa khỏe thủy ủy quý quỹ hoàn toàn loại khoản".match(OLD_MARK)).toEqual([
      "tuỳ", "xoá", "hoá", "hoà", "khoẻ", "thuỷ", "uỷ",
    ]);
  });

  // names, targets and places are quoted from the documents as they stand
  const seed = z.object({ notes: z.array(z.object({ text: z.string() })).default([]) });
  test.each(readdirSync(join(ROOT, "seeds")).filter((name) => name.endsWith(".json")))("the notes of %s too", (name) => {
    const { notes } = seed.parse(JSON.parse(readFileSync(join(ROOT, "seeds", name), "utf8")));
    expect(notes.flatMap(({ text }) => text.match(OLD_MARK) ?? [])).toEqual([]);
  });
});
