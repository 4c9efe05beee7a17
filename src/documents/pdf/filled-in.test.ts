import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { withFilledIn } from "./filled-in";
import { linesOf } from "./lines";
import type { Piece } from "./pieces";

const piece = (text: string, x: number, width: number): Piece => ({ text, x, width, y: 100, size: 13 });
const told = (pieces: readonly Piece[]) => linesOf(pieces).map(({ text }) => text);

describe("letters of another font", () => {
  test("stand in the blanks that the library has in their places", () => {
    expect(told([
      piece("Đ c l p - T", 60.8, 62.8), piece(" ", 123.6, 11.6), piece("do - H nh phúc", 135.2, 82.4), piece("ộ", 70.2, 7.8),
      piece(" ", 78, 12.6), piece("ậ", 90.6, 7.7), piece(" ", 98.3, 25.2), piece("ự", 123.6, 8.4), piece(" ", 131.9, 36.5),
      piece("ạ", 168.5, 7.7),
    ])).toEqual(["Độc lập - Tự do - Hạnh phúc"]);
  });

  test("leave the blank between words, though the library has one for both", () => {
    expect(told([piece("t", 380.4, 3.6), piece(" ", 384, 10.6), piece("l", 394.6, 3.6), piece("ỷ ệ", 384.1, 21.9)])).toEqual(["tỷ lệ"]);
  });

  test("change nothing where no piece lies upon another", () => {
    const pieces = [piece("Tổng kinh phí", 60, 80), piece("152.480", 300, 40)];
    expect(withFilledIn(pieces)).toEqual(pieces);
  });

  test("are never lost, whatever lies where", () => {
    const any = fc.record({
      text: fc.constantFrom("a b c", "ệ", "ỷ ệ", "n h", "x", "  ", "Đ c"), x: fc.nat(60), width: fc.nat(80), y: fc.constant(100),
      size: fc.constantFrom(0, 10, 13),
    });
    const letters = (text: string) => [...text].filter((letter) => letter !== " ").sort().join("");
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (pieces) => {
        const all = (some: readonly Piece[]) => letters(some.map(({ text }) => text).join(""));
        expect(all(withFilledIn(pieces))).toBe(all(pieces));
      }),
      { examples: [[[piece("Đ c", 0, 1), piece("ệ", 0, 0), piece("a b c", 0, 2)]]], numRuns: 2_000 },
    );
  });
});
