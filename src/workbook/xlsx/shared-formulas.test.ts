import { expect, test } from "@jest/globals";
import { rawBook } from "../../../tests/support/raw-book";
import { readBook } from "./read-book";
import { writtenOut } from "./written-out";

/** A formula of about 8,000 signs, used in each of so many rows. */
async function shared(rows: number) {
  const long = Array.from({ length: 900 }, (_, i) => `$A$${i + 1}+A1`).join("+").slice(0, 8_000);
  const cells = Array.from({ length: rows }, (_, i) => `<row r="${i + 1}"><c r="B${i + 1}"><f t="shared" si="0"${i === 0 ? ` ref="B1:B${rows}"` : ""}>${i === 0 ? long : ""}</f><v>7</v></c></row>`);
  const [sheet] = writtenOut(readBook(rawBook({ sheets: [{ name: "S", rows: cells.join("") }] })), 1_000_000).sheets;
  return [...(sheet?.cells.values() ?? [])].flatMap(({ formula }) => formula ?? []);
}

test("a long formula that a file shares among very many cells is written out up to a limit; the others could not be computed", async () => {
  const few = await shared(100);
  expect(few.filter(({ unreadable }) => unreadable)).toEqual([]);
  expect(few[50]?.text).toContain("+A51+");
  const many = await shared(1_000);
  const signs = many.reduce((all, { text }) => all + text.length, 0);
  expect([many.length, signs < 1_200_000, many.at(-1)]).toEqual([1_000, true, { text: "=…", spill: null, unreadable: true }]);
});
