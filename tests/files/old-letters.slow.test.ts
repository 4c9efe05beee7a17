import { expect, test } from "@jest/globals";
import { utils, write, type BookType } from "@e965/xlsx";
import { run } from "../../src/cli/program";
import { checkReportSchema } from "../../src/cli/schema";
import { memoryIo } from "../support/memory-io";

/** Words in TCVN3 and VNI as their fonts show them, in a table whose total is off by swapped digits. */
const HEADS = { tcvn3: ["Sè TT", "Néi dung", "Sè tiÒn (triÖu ®ång)"], vni: ["Soá TT", "Noäi dung", "Soá tieàn (trieäu ñoàng)"] } as const;
const TOTAL = { tcvn3: "Tæng céng", vni: "Toång coäng" } as const;

async function report(letters: keyof typeof HEADS, bookType: BookType, name: string) {
  const sheet = utils.aoa_to_sheet([
    [...HEADS[letters]],
    ["", TOTAL[letters], 1_653],
    ["1", "A", 250], ["2", "B", 475], ["3", "C", 910],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Sheet1");
  const { io, out, files } = memoryIo();
  files.set(name, new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer));
  await run(["check", name, "--json", "--date", "2026-06-30"], io);
  const [file] = checkReportSchema.parse(JSON.parse(out.join("\n"))).files;
  return { tables: file?.tables, findings: file?.findings.map(({ code, cell, message, data }) => ({ code, cell, message, data })) };
}

test.each([
  ["tcvn3", "biff8", "a.xls"], ["tcvn3", "xlsb", "a.xlsb"], ["tcvn3", "ods", "a.ods"],
  ["vni", "biff8", "a.xls"], ["vni", "xlsb", "a.xlsb"], ["vni", "ods", "a.ods"],
] as const)("a table in %s letters is read from a %s as from a .xlsx", async (letters, bookType, name) => {
  const wanted = await report(letters, "xlsx", "a.xlsx");
  expect(wanted.tables).toMatchObject([{ unit: "trieu-dong" }]);
  expect(wanted.findings?.length).toBeGreaterThan(0);
  expect(await report(letters, bookType, name)).toEqual(wanted);
});
