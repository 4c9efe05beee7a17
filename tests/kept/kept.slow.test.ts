import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { writeSummary, type Today } from "../../src/app";
import { rules } from "../../src/checks";
import { run } from "../../src/cli/program";
import { wordsOf } from "../../src/i18n";
import type { CellValue, SheetSpec } from "../../src/sheet";
import { inputsOf } from "../../src/summaries";
import type { Workbook } from "../../src/workbook/port";
import { openXlsx } from "../../src/workbook/xlsx";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";
import { plainSheet } from "../contract/sheets";
import { memoryIo } from "../support/memory-io";
import { figuresIn, said, type Said } from "./said";

/** `said.json` of a version: what it said of its workbooks, with the rules and codes that it had. */
interface Kept {
  readonly day: Today;
  readonly rules: readonly string[];
  readonly codes: readonly string[];
  readonly files: Readonly<Record<string, Said>>;
  readonly figures: ReturnType<typeof figuresIn>;
}

const versions = readdirSync(__dirname).filter((name) => /^v\d/.test(name));
const bytesOf = (version: string, file: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, version, file)));
const keptOf = (version: string): Kept => JSON.parse(readFileSync(join(__dirname, version, "said.json"), "utf8")) as Kept;

test.each(versions)("%s: its rules have their names still, so that one which is turned off in a record stays off", (version) => {
  expect(rules.map(({ name }) => name)).toEqual(expect.arrayContaining([...keptOf(version).rules]));
});

describe.each(versions.flatMap((version) => Object.keys(keptOf(version).files).map((file) => [version, file] as const)))(
  "%s/%s",
  (version, file) => {
    const { day, codes, files } = keptOf(version);
    const before = files[file];
    if (!before) throw new Error(file);

    test("has the tables, findings, statuses and rules turned off that its version found in it", async () => {
      const now = await said(await openXlsx(bytesOf(version, file)), day);
      expect(now.tables.map(({ relations: _, ...table }) => table)).toEqual(before.tables.map(({ relations: _, ...table }) => table));
      // a later version may know more relations than these
      before.tables.forEach(({ relations }, index) => expect(now.tables[index]?.relations).toEqual(expect.arrayContaining([...relations])));
      // and may find what this one had no code for
      expect(now.findings.filter(({ code }) => codes.includes(code))).toEqual(before.findings);
      expect({ turnedOff: now.turnedOff, record: now.record, summary: now.summary }).toEqual({
        turnedOff: before.turnedOff,
        record: before.record,
        summary: before.summary,
      });
    });
  },
);

describe.each(versions)("%s: units rolled up", (version) => {
  test("come to the same figures; the roll-up that it made of them is passed over", async () => {
    const { day, files, figures } = keptOf(version);
    const { io, files: disk, out, errors } = memoryIo("", new Date(day.year, day.month - 1, day.day));
    for (const file of Object.keys(files).filter((name) => /^(?:unit-|roll-up)/.test(name))) disk.set(`xa/${file}`, bytesOf(version, file));
    await run(["summarize", "xa", "-o", "tong.xlsx", "--json"], io);
    expect(figuresIn(out.join("\n"))).toEqual(expect.arrayContaining(figures.map((one) => [...one])));
    expect(errors.join("\n")).toContain(wordsOf("vi").rollUp.passed(["xa/roll-up.xlsx"]));
  });
});

/** Every sheet of a workbook with its cells and names, to be put into another. */
async function sheetsOf(workbook: Workbook): Promise<SheetSpec[]> {
  const { sheets, names } = await workbook.outline();
  const read = await workbook.read(sheets.map(({ name }) => ({ sheet: name, area: { row: 0, col: 0, rows: 1_000, cols: 60 } })));
  return read.map((snapshot) => ({
    ...plainSheet(snapshot.sheet, inputsOf(snapshot, snapshot.values[0]?.length ?? 0)),
    names: names.flatMap(({ name, scope, refersTo }) =>
      scope === null && refersTo.sheet === snapshot.sheet ? [{ name, area: refersTo.area }] : [],
    ),
  }));
}

describe.each(
  versions.flatMap((version) => [[version, "page-vi.xlsx", "vi"], [version, "libreoffice-en.xlsx", "en"]] as const),
)("%s/%s: opened in Excel", (version, file, lang) => {
  const { day, files } = keptOf(version);
  let opened: OpenedWorkbook;
  beforeEach(async () => {
    opened = openExcelWorkbook();
    await opened.workbook.addSheets((await sheetsOf(await openXlsx(bytesOf(version, file)))).filter(({ name }) => name !== "Sheet1"));
  });
  afterEach(() => opened.dispose());

  test("its summary is made again in its place, with what people have written in their rows; the record says what it said", async () => {
    const words = wordsOf(lang);
    const { result } = await writeSummary(opened.workbook, { today: day, date: "01/07/2026" }, words);
    expect(result).toEqual({ sheet: words.summary.sheet, created: false });
    const [snapshot] = await opened.workbook.read([{ sheet: result.sheet, area: { row: 0, col: 0, rows: 300, cols: 30 } }]);
    const cells = snapshot?.values ?? [];
    const row = cells.findIndex((line) => String(line[18] ?? "").startsWith("indicator "));
    const at = (line: number, col: number): CellValue => cells[line]?.[col] ?? null;
    expect([at(row, 9), at(row, 22), at(row + 1, 1)]).toEqual(["Xem lại số liệu", "Hỏi Sở Nội vụ", "Dòng của tôi"]);
    expect(cells.flat().filter((value) => value === "Dòng của tôi")).toHaveLength(1);
    expect(cells.flat().some((value) => typeof value === "string" && value.includes("30/06/2026"))).toBe(true);
    expect((await said(opened.workbook, day)).record).toEqual(files[file]?.record);
  });
});
