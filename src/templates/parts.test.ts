import { expect, test } from "@jest/globals";
import { wordsOf } from "../i18n";
import { catalogue } from "../plan";
import { DEFAULT_CHOICES, budgetTable, indicatorTable, taskTable } from ".";
import { lineCount } from "./parts";

/** How wide the letters of Times New Roman are, in thousandths of its size; marks and horns add nothing. */
const ADVANCES: readonly (readonly [number, string])[] = [
  [250, " ,."], [278, "/:;ijlt"], [333, "!()-I[]fr"], [389, "Js"], [444, "?acez“”"], [500, "#0123456789bdghknopquvxyđ–"], [549, "≤≥±"],
  [556, "FPS"], [564, "+<=>×"], [611, "ELTZ"], [667, "BCR"], [722, "ADGHKNOQUVXYwĐ"], [778, "&m"], [833, "%"], [889, "M"], [944, "W"],
  [1000, "…‰"],
];
const ADVANCE = new Map(ADVANCES.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
/** Pixels of a letter at 12 points, and of a column for each of its characters. */
const EM = 16;
const PIXELS = 7;

function pixels(text: string): number {
  return [...text.normalize("NFD").replace(/\p{M}/gu, "")].reduce((sum, letter) => sum + ((ADVANCE.get(letter) ?? 500) * EM) / 1000, 0);
}

/** The lines of a cell as programs set them: some break words that do not fit where they end, some first after a sign in them. */
function setLines(text: string, width: number, inWords: RegExp | null): number {
  const room = width * PIXELS;
  let [lines, used] = [1, 0];
  const put = (piece: string, gap: number): void => {
    const wide = pixels(piece);
    if (used > 0 && used + gap + wide > room) [lines, used] = [lines + 1, wide];
    else used += (used > 0 ? gap : 0) + wide;
    if (used <= room || piece.length < 2) return;
    // letter by letter
    used -= wide;
    for (const letter of piece) {
      const own = pixels(letter);
      if (used > 0 && used + own > room) [lines, used] = [lines + 1, own];
      else used += own;
    }
  };
  for (const word of text.split(/\s+/)) {
    if (inWords === null || pixels(word) <= room) put(word, pixels(" "));
    else word.split(inWords).forEach((piece, index) => put(piece, index === 0 ? pixels(" ") : 0));
  }
  return lines;
}

const BREAKS = [null, /(?<=[/&–-])/];
const ROOM = 0.92;

const { templates } = wordsOf("vi");
const texts = catalogue.flatMap((plan) => {
  const specs = [
    indicatorTable(plan, { table: "indicators1", sheet: "x" }, DEFAULT_CHOICES, templates),
    taskTable(plan, { table: "tasks1", sheet: "x" }, DEFAULT_CHOICES, templates),
    ...plan.budgets.map((budget) => budgetTable(plan, budget, { table: "budget1", sheet: "x" }, DEFAULT_CHOICES, templates)),
  ];
  return specs.flatMap(({ cells }) => cells.slice(4).flat()).filter((cell) => typeof cell === "string");
});

test("no text of the five plans is set in more lines than its row has room for, however wide its column", () => {
  const all = [
    ...new Set([
      ...texts,
      ...["HĐND&UBND", "TTYT-BVĐK-CDC", "QĐ-TTg/UBND/SYT"].flatMap((word) => [
        word, `Văn phòng ${word} thành phố`, `của ${word}, ${word} và ${word}`,
      ]),
    ]),
  ];
  const cut = all.flatMap((text) =>
    [6, 8, 9, 10, 12, 16, 22, 24, 28, 36, 46].flatMap((width) =>
      BREAKS.flatMap((inWords) =>
        setLines(text, width, inWords) > lineCount(text, width * ROOM)
          ? [{ text, width, set: setLines(text, width, inWords), counted: lineCount(text, width * ROOM) }]
          : [],
      ),
    ),
  );
  expect(cut).toEqual([]);
});

test("a name in capitals takes the lines that it is printed in", () => {
  expect([
    lineCount("Văn phòng HĐND&UBND thành phố", 22 * ROOM), lineCount("ca/100.000 dân", 9 * ROOM), lineCount("", 5),
    lineCount("Sở Y tế", 22 * ROOM),
  ]).toEqual([3, 3, 1, 1]);
});
