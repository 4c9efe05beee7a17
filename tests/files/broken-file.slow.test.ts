import { expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { DEFAULT_OPTIONS, createSpecs } from "../../src/app";
import { run } from "../../src/cli/program";
import { wordsOf } from "../../src/i18n";
import { writeXlsx } from "../../src/workbook/xlsx";
import { memoryIo } from "../support/memory-io";

const SHEET = "xl/worksheets/sheet1.xml";

async function changed(change: (sheet: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(
    await writeXlsx(createSpecs({ ...DEFAULT_OPTIONS, plan: "lai-chau-2021-2025", kinds: ["budget"] }, wordsOf("vi"))),
  );
  return zipSync({ ...parts, [SHEET]: strToU8(change(strFromU8(parts[SHEET] ?? new Uint8Array()))) });
}

test.each<readonly [string, (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>, vi: string, en: string]>([
  [
    "cut off",
    (bytes) => bytes.slice(0, bytes.length / 2),
    "tệp bị hỏng (không giải nén được, có thể chưa được tải về đầy đủ)",
    "the file is broken (it cannot be unpacked; it may not have been downloaded whole)",
  ],
  [
    "no XML", () => changed((sheet) => sheet.slice(0, -20)), `tệp bị hỏng (${SHEET} không đúng cú pháp XML)`,
    `the file is broken (${SHEET} is no well-formed XML)`,
  ],
  [
    "a row beyond all sheets",
    () => changed((sheet) => sheet.replace('<row r="1"', '<row r="9999999"')),
    `tệp bị hỏng (${SHEET} có dòng số “9999999”)`,
    `the file is broken (${SHEET} has a row “9999999”)`,
  ],
  [
    "too many parts",
    () => zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a${index}`, new Uint8Array()]))),
    "tệp lớn quá mức cho phép (có hơn 10.000 tệp con)",
    "the file is larger than allowed (more than 10,000 files inside)",
  ],
])("what is wrong with a file is said in the language of the sentence: %s", async (_name, made, vi, en) => {
  const whole = await writeXlsx(createSpecs({ ...DEFAULT_OPTIONS, plan: "lai-chau-2021-2025", kinds: ["budget"] }, wordsOf("vi")));
  for (const [lang, why] of [["vi", vi], ["en", en]] as const) {
    const { io, files, errors } = memoryIo();
    files.set("bieu.xlsx", await made(whole));
    expect(await run(["check", "bieu.xlsx", "--lang", lang], io)).toBe(2);
    expect(errors).toEqual([wordsOf(lang).cli.unreadable("bieu.xlsx", why)]);
  }
});
