import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { sheetName } from "./spec";

describe("sheetName", () => {
  test("a name that is taken, in any case, gets a number", () => {
    expect(sheetName("Biểu kinh phí", [])).toBe("Biểu kinh phí");
    expect(sheetName("Biểu kinh phí", ["BIỂU KINH PHÍ", "Biểu kinh phí (2)"])).toBe("Biểu kinh phí (3)");
  });

  test("a name that Excel keeps for itself gets a number", () => {
    expect(["History", "HISTORY", " 'history' "].map((wanted) => sheetName(wanted, []))).toEqual([
      "History (2)", "HISTORY (2)", "history (2)",
    ]);
    expect(sheetName("Historyː", [])).toBe("Historyː");
  });

  test("whatever is wanted, Excel takes the name and it is free", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }), fc.constantFrom("😀", "\ud83d", "\ude00", "\v")),
          maxLength: 60,
        }),
        fc.array(fc.string({ maxLength: 31 })),
        (wanted, taken) => {
          const name = sheetName(wanted, taken);
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|\p{Cs}/u);
          expect(taken.map((one) => one.toLocaleLowerCase("vi"))).not.toContain(name.toLocaleLowerCase("vi"));
        },
      ),
    );
  });
});
