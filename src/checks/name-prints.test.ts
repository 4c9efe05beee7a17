import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { indicatorRows } from "../../tests/support/indicator-rows";
import { namePrints, repeats } from "./name-prints";
import { nameKey } from "./names";

/** Words in spellings of which some are one. */
const WORDS = [
  "tỷ", "tỉ", "lệ", "hoá", "hóa", "Hóa", "xã", "bác", "sĩ", "sỹ", "vạn", "một vạn", "10.000", "10,000", "10 000", "10000", "dân", "vốn",
  "viện", "Đà", "1000", "20", "(2)", "-",
];
const label = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .chain((words) => fc.constantFrom("NFC", "NFD").map((form) => words.join(" ").normalize(form)));

describe("prints of names", () => {
  test("rows that have one name in any spelling have one print, which stands more than once", () => {
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 40 }), fc.nat(40), (labels, cut) => {
        const lists = [labels.slice(0, cut), labels.slice(cut)].map((list) =>
          namePrints(indicatorRows(list.map((one) => ({ label: one })))),
        );
        const prints = lists.flatMap((list) => [...list]);
        const again = repeats(lists);
        const keys = labels.map((one) => nameKey(one));
        labels.forEach((_, index) => {
          const same = keys.flatMap((key, at) => (key === keys[index] ? [prints[at]] : []));
          expect(new Set(same).size).toBe(1);
          if (same.length > 1) expect(again(prints[index] ?? 0)).toBe(true);
        });
      }),
    );
  });

  test("of many numbers those that stand twice are told, and no others", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer()), { maxLength: 60 }), { maxLength: 3 }),
        fc.integer(),
        (lists, other) => {
          const all = lists.flat();
          const again = repeats(lists.map((list) => Int32Array.from(list)));
          for (const one of [...all, other]) expect(again(one)).toBe(all.filter((number) => number === one).length > 1);
        },
      ),
    );
  });
});
