import { expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import { answerRowId } from "../../src/findings";
import { wordsOf } from "../../src/i18n";
import type { CellInput, SheetSpec } from "../../src/sheet";
import { recordSheet } from "../../src/summaries";
import { answerName } from "../../src/templates";
import { writeXlsx } from "../../src/workbook/xlsx";
import { HEADINGS } from "../support/headings";
import { memoryIo } from "../support/memory-io";

const words = wordsOf("vi");
const SHEET = "Chi xã";
const PLAIN: Omit<SheetSpec, "name" | "cells" | "names"> = {
  columns: Array.from({ length: 6 }, () => ({ width: 12 })),
  rowHeights: [], styles: [], merges: [], validations: [], conditionalFormats: [], charts: [],
  freeze: { rows: 0, cols: 0 },
  print: { orientation: "portrait", pagesWide: 1, margins: { top: 20, bottom: 20, left: 20, right: 20 } },
};

/** The table with what its record says of line 5: that it is the sum of lines 6 and 7, or not. */
function specs(status: string, named = true): SheetSpec[] {
  const part = (place: number, row: number, rows: number, role: "total" | "part") => ({
    name: answerName(1, 1, role, place),
    area: { row, rows, col: role === "total" ? 2 : 0, cols: role === "total" ? 4 : 6 },
  });
  const cells: CellInput[][] = HEADINGS.map((row) => [...row]);
  const table = { ...PLAIN, name: SHEET, cells, names: named ? [part(1, 4, 1, "total"), part(1, 5, 2, "part")] : [] };
  const id = answerRowId({ answer: 1, totals: 1, parts: 1, claim: "parts column sum" });
  const entry = { number: 1, severity: "Trả lời", place: "", text: "", status, explanation: null, who: "An", date: 46000, id };
  return [table, recordSheet({ sheet: words.record.sheet, record: 1, entries: [entry] }, words)];
}

async function check(status: string, named = true) {
  const { io, files, out } = memoryIo();
  files.set("xa.xlsx", await writeXlsx(specs(status, named)));
  const code = await run(["check", "xa.xlsx", "--json"], io);
  const [file] = (JSON.parse(out.join("\n")) as { files: { findings: { code: string; severity: string; cell: string }[] }[] }).files;
  const found = file?.findings ?? [];
  return {
    code,
    asked: found.some((one) => one.code === "table-question" && one.cell.endsWith("5")),
    errors: found.filter(({ severity }) => severity === "error").map(({ cell }) => cell),
  };
}

test("the command line reads what people have answered: yes is judged, no is neither judged nor asked", async () => {
  const [open, yes, no] = [await check("để xem"), await check("Phải"), await check("Không phải")];
  expect([open.asked, yes.asked, no.asked]).toEqual([true, false, false]);
  expect(yes.errors.length).toBeGreaterThan(open.errors.length);
  expect(yes.errors.some((cell) => /^[CE][5-7]$/.test(cell))).toBe(true);
  expect(yes.code).toBe(1);
  expect(no.errors).toEqual(open.errors);
});

test("an answer whose cells have lost their names is passed over", async () => {
  expect(await check("Phải", false)).toEqual(await check("để xem"));
});
