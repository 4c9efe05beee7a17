import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { originOf, traced, tracedJoin, tracedPiece, tracedReplace } from "./traced";

describe("a text that knows where it came from", () => {
  it("keeps the places of what is left, and gives what replaces a match the whole of it", () => {
    const text = tracedReplace(tracedReplace(traced("đạt **20%\n** xã"), /\*\*/g, ""), /\s+/g, " ");
    expect(text.text).toBe("đạt 20% xã");
    const [from, to] = originOf(text, text.text.indexOf("20%"), text.text.indexOf("20%") + 3);
    expect("đạt **20%\n** xã".slice(from, to)).toBe("20%");
  });

  it("gives decomposed letters their whole origin", () => {
    const given = "tỷ lệ".normalize("NFD");
    const text = tracedReplace(traced(given), /\P{M}\p{M}+/gu, ([letter]) => letter.normalize("NFC"));
    expect(text.text).toBe("tỷ lệ");
    expect(given.slice(...originOf(text, 1, 2)).normalize("NFC")).toBe("ỷ");
  });

  it("keeps pieces in order and inside of the origin, whatever is replaced", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("", "-", "ab"), fc.nat(20), fc.nat(20), (given, by, a, b) => {
        const text = tracedReplace(tracedReplace(traced(given), /[a-z]{1,2}/g, by), /\s+/g, " ");
        const [low, high] = [Math.min(a, b, text.text.length), Math.min(Math.max(a, b), text.text.length)];
        const [from, to] = originOf(text, low, high);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(given.length);
        expect(tracedPiece(text, low, high).text).toBe(text.text.slice(low, high));
      }),
    );
  });
});

it("joins pieces, and counts letters of two units as two", () => {
  const given = "a😀\n b";
  const origin = traced(given);
  expect(origin.begins).toHaveLength(given.length);
  const joined = tracedJoin([tracedPiece(origin, 0, 3), tracedPiece(origin, 5)], " ");
  expect(joined.text).toBe("a😀 b");
  expect(given.slice(...originOf(joined, 3, 4))).toBe("\n ");
  expect(given.slice(...originOf(joined, 1, 5))).toBe("😀\n b");
});
