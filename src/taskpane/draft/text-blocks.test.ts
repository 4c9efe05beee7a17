import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { blocksOf, isSameBlock, piecesOf } from "./text-blocks";

const facts = fc.array(
  fc.record({ from: fc.nat(300), length: fc.nat(80) }).map(({ from, length }): [number, number] => [from, from + length]),
  { maxLength: 20 },
).map((spans) => spans.map((span, index) => ({ id: `i${index}`, span })));

describe("the pieces of a text by the facts that rest on them", () => {
  test("are the text, and each letter of a fact's piece bears its id", () => {
    fc.assert(
      fc.property(fc.nat(320), facts, (length, all) => {
        const pieces = piecesOf(length, all);
        expect(pieces.every(({ from, to }) => from < to)).toBe(true);
        const ids = pieces.flatMap(({ from, to, ids: own }) => Array.from({ length: to - from }, () => [...own].sort().join(" ")));
        const over = (at: number): string[] => all.filter(({ span: [from, to] }) => from <= at && at < to).map(({ id }) => id);
        expect(ids).toEqual(Array.from({ length }, (_, at) => over(at).sort().join(" ")));
      }),
    );
  });

  test("are cut into blocks at the ends of lines, nothing lost", () => {
    const line = fc.string({ maxLength: 900 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), facts, (lines, all) => {
        const text = lines.join("\n");
        const blocks = blocksOf(text, all);
        expect(blocks.flatMap(({ pieces }) => pieces.map(({ from, to }) => text.slice(from, to))).join("")).toBe(text);
        expect(blocks.slice(0, -1).every(({ from, to }) => text[to - 1] === "\n" || to - from === 4000)).toBe(true);
        expect(blocks.every((block, index) => isSameBlock(block, blocksOf(text, all)[index] ?? block))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("a line without an end is cut, and a piece over the cut stands in both blocks", () => {
    const blocks = blocksOf("x".repeat(4100), [{ id: "b1", span: [3990, 4010] }]);
    expect(blocks.map(({ from, to }) => [from, to])).toEqual([[0, 4000], [4000, 4100]]);
    expect(blocks[0]?.pieces.at(-1)).toEqual({ from: 3990, to: 4000, ids: ["b1"] });
    expect(blocks[1]?.pieces[0]).toEqual({ from: 4000, to: 4010, ids: ["b1"] });
    const [other] = blocksOf("x".repeat(4100), []);
    expect(other && blocks[0] && isSameBlock(blocks[0], other)).toBe(false);
  });
});
