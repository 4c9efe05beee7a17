import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { textRow, textWidth, wrapped } from "./text-table";

test("accents take no room, however they are written", () => {
  expect([textWidth("Tỷ lệ dân số"), textWidth("Tỷ lệ dân số".normalize("NFD"))]).toEqual([12, 12]);
});

test("a long cell goes on below itself, numbers stand to the right", () => {
  expect(textRow([{ width: 9 }, { width: 5, right: true }, { width: 10 }], ["tỉnh Bắc Ninh", "96", "Chặt hơn: tỉnh Kon Tum"])).toEqual([
    "tỉnh Bắc      96  Chặt hơn:",
    "Ninh              tỉnh Kon",
    "                  Tum",
  ]);
});

test("wrapping loses no word and keeps to the width", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("tỷ", "lệ", "khám", "nghiêng"), { maxLength: 30 }),
      fc.integer({ min: 7, max: 40 }),
      (words, width) => {
        const lines = wrapped(words.join(" "), width);
        expect(lines.join(" ").trim()).toBe(words.join(" "));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      },
    ),
  );
});
