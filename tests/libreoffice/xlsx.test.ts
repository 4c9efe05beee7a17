import { beforeAll, describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import type { Workbook } from "../../src/workbook/port";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import type { SheetSpec } from "../../src/sheet";
import { specArea } from "../../src/sheet";
import { budgetSheet, plainSheet } from "../contract/sheets";
import { convert } from "./office";
import { minutes } from "../support/patience";

const NAME = "Biểu 'A' số 1";
const DANGERS = ["=1+1", "+84", "-", "@A1", "'a", "1.10", "007", "1/2", "TRUE", "_x0041_", " a  b ", "a\nb", "ế"];

describe("what LibreOffice makes of a written file", () => {
  const budget = budgetSheet(NAME);
  const texts = plainSheet("Chữ", DANGERS.map((text) => [text]));
  const numbers = plainSheet("Số", [[{ formula: `='Biểu ''A'' số 1'!C8*2` }, { formula: '=NUMBERVALUE("1.234,5",",",".")' }, 0.1, true]]);
  let through: Workbook;
  let parts: Map<string, string>;

  const values = async (spec: SheetSpec): Promise<unknown> => (await through.read([{ sheet: spec.name, area: specArea(spec) }]))[0]?.values;

  beforeAll(async () => {
    const bytes = await convert(await writeXlsx([budget, texts, numbers]), "xlsx");
    through = await openXlsx(bytes);
    parts = new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  }, minutes(4));

  test("values, texts and results come back", async () => {
    const before = await openXlsx(await writeXlsx([budget]));
    expect(await values(budget)).toEqual((await before.read([{ sheet: NAME, area: specArea(budget) }]))[0]?.values);
    expect(await values(texts)).toEqual(DANGERS.map((text) => [text]));
    expect(await values(numbers)).toEqual([[406_610, 1234.5, 0.1, true]]);
  });

  test("sheets and names come back", async () => {
    const { sheets, names } = await through.outline();
    expect(sheets.map(({ name }) => name)).toEqual([NAME, "Chữ", "Số"]);
    expect(names).toContainEqual({
      name: "PT.budget.amount",
      scope: null,
      refersTo: { sheet: NAME, area: { row: 4, col: 2, rows: 3, cols: 1 } },
    });
  });

  test("print set-up, merges, validations, conditional formats and charts are understood", () => {
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*fitToWidth="1"[^>]*fitToHeight="0"[^>]*orientation="landscape"/);
    expect(sheet).toMatch(/<headerFooter [^>]*differentFirst="true"/);
    expect([...sheet.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref).sort()).toEqual([
      "A1:E1", "A2:E2", "A3:A4", "B3:B4", "C3:C4", "D3:E3",
    ]);
    expect(sheet).toMatch(/<dataValidation [^>]*sqref="C5:E7"[^>]*type="decimal"|<dataValidation [^>]*type="decimal"[^>]*sqref="C5:E7"/);
    expect(sheet).toContain("ABS(N(C10))&gt;0");
    expect(parts.get("xl/workbook.xml")).toMatch(/_xlnm\.Print_Titles"[^>]*>[^<]*!\$A:\$B,[^<]*!\$3:\$4</);
    const drawn = [...parts]
      .filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name))
      .map(([, xml]) => /<c:(bar|doughnut)Chart>/.exec(xml)?.[1]);
    expect(drawn.sort()).toEqual(["bar", "doughnut"]);
  });
});

test("it prints on A4, landscape where the spec says so", async () => {
  const pdf = strFromU8(await convert(await writeXlsx([budgetSheet(NAME), plainSheet("Dọc", [["a"]])]), "pdf"), true);
  const pages = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => [
    Math.round(Number(width)), Math.round(Number(height)),
  ]);
  expect(pages).toContainEqual([842, 595]);
  expect(pages).toContainEqual([595, 842]);
}, minutes(4));
