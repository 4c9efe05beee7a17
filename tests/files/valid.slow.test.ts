import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { run } from "../../src/cli/program";
import { createEngine } from "../../src/host/engine";
import { savable } from "../../src/host/files/save";
import { sheetName, type SheetSpec } from "../../src/sheet";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { CORPUS } from "../support/corpus";
import { memoryIo } from "../support/memory-io";

const VALID = resolve(CORPUS, "../ooxml/valid.py");
const CASES = resolve(CORPUS, "../cases");
const PYTHON = ["/usr/bin/python3", "python3"].find((python) => spawnSync(python, ["-c", "import lxml"]).status === 0);
const checked = existsSync(VALID) && PYTHON !== undefined;
const there = checked ? describe : describe.skip;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plan-tables-valid-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the schemas of the format and the limits of Excel have against files; "" for nothing. */
function faults(files: ReadonlyMap<string, Uint8Array>): string {
  const paths = [...files].map(([name, bytes]) => {
    const path = join(folder, name.replaceAll("/", "-"));
    writeFileSync(path, bytes);
    return path;
  });
  const { stdout, stderr } = spawnSync(PYTHON ?? "", [VALID, ...paths], { encoding: "utf8" });
  return [...stdout.split("\n"), ...stderr.split("\n")]
    .filter((line) => line.trim() !== "" && !/^\d+ files?, 0 with remarks$/.test(line))
    .join("\n");
}

/** What comes out of Word, other programs and tired hands. */
const NASTY = [
  "Dòng\vhai", "\u0000\u0001\u001f", "\ud800 nửa", "\udc00", "\ufffe\uffff", "_x000B_ _x0041_", "]]> <b>&amp;", "＝1+1", "'a",
  "dài ".repeat(500), "x".repeat(40_000), "\t\r\n", "😀".repeat(300),
];

const sheet = (text: string): SheetSpec => ({
  name: "Biểu",
  cells: [[text, 1], [text, 2], [{ formula: `=LEN("${text.replaceAll('"', '""').slice(0, 9000)}")` }, { formula: "=SUM(B1:B2)" }]],
  columns: [{ width: 400 }, { width: 10 }],
  rowHeights: [{ row: 0, height: 717 }],
  styles: [],
  merges: [],
  names: [],
  freeze: { rows: 0, cols: 0 },
  validations: [
    {
      area: { row: 0, col: 1, rows: 2, cols: 1 },
      rule: { kind: "decimal", min: 0, max: 9 },
      alert: "stop",
      errorTitle: text,
      errorMessage: text,
      promptTitle: text,
      promptMessage: text,
    },
  ],
  conditionalFormats: [
    { area: { row: 0, col: 0, rows: 1, cols: 1 }, formula: `=A1="${text.replaceAll('"', '""')}"`, style: { fill: "#FF0000" } },
  ],
  print: { orientation: "portrait", pagesWide: 1, margins: { top: 20, bottom: 20, left: 20, right: 20 } },
  charts: (["bar", "pie", "line"] as const).map((kind, index) => ({
    name: text,
    kind,
    title: text,
    alt: text,
    categories: { row: 0, col: 0, rows: 2, cols: 1 },
    series: [{ name: text, values: { row: 0, col: 1, rows: 2, cols: 1 } }],
    at: { row: 5 + 20 * index, col: 0, rows: 15, cols: 6 },
  })),
  notes: [{ at: { row: 0, col: 0 }, text }],
});

there("nothing that is written is refused or repaired", () => {
  test.each(NASTY.map((text, index) => [index, text] as const))(
    "a text in every place that takes one: number %i of the list",
    async (_index, text) => {
      expect(faults(new Map([["x.xlsx", await writeXlsx([sheet(text)], { title: text })]]))).toBe("");
    },
  );

  test("whatever the text", async () => {
    const files = new Map<string, Uint8Array>();
    for (const [index, text] of fc.sample(fc.string({ unit: "binary", maxLength: 400 }), 25).entries())
      files.set(`s${index}.xlsx`, await writeXlsx([sheet(text)], { title: text }));
    expect(faults(files)).toBe("");
  });

  test("by any command, of plans with such names and labels", async () => {
    const { io, files, errors } = memoryIo();
    for (const [index, text] of NASTY.entries()) {
      const title = text.trim() === "" ? "x" : text;
      expect(
        await run(
          [
            "new", "blank", "-o", `bieu/${index}.xlsx`, "--title", title, "--issuer", text, "--rows", "3", "--years", "2026-2027",
            "--sources", text.replaceAll(";", ","), "--disbursed",
          ],
          io,
        ),
      ).toBe(0);
    }
    expect(errors).toEqual([]);
    await run(["check", "bieu", "--report", "ket-qua.xlsx"], io);
    await run(["summarize", "bieu", "-o", "tong-hop.xlsx"], io);
    await run(["summarize", "bieu/0.xlsx", "-o", "mot.xlsx"], io);
    await run(["plans", "--compare", "-o", "so-sanh.xlsx"], io);
    await run(["new", "lai-chau-2021-2025", "-o", "lai-chau.xlsx"], io);
    await run(["summarize", "lai-chau.xlsx", "-o", "lai-chau-tong-hop.xlsx"], io);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(["ket-qua.xlsx", "tong-hop.xlsx", "mot.xlsx", "so-sanh.xlsx", "lai-chau-tong-hop.xlsx"]),
    );
    expect(faults(files)).toBe("");
  });

  const cases = existsSync(CASES) ? test : test.skip;
  cases.each(["vertical-tab-in-label.xlsx", "long-label-1877.xlsx"])("%s through the check and the summary", async (file) => {
    const { io, files } = memoryIo();
    files.set(file, new Uint8Array(readFileSync(join(CASES, file))));
    await run(["check", file, "--report", "ket-qua.xlsx"], io);
    await run(["summarize", file, "-o", "tong-hop.xlsx", "--date", "2026-06-30"], io);
    files.delete(file);
    expect([...files.keys()]).toEqual(["ket-qua.xlsx", "tong-hop.xlsx"]);
    expect(faults(files)).toBe("");
  });
});

test("texts that fit are kept to the letter, others to the limit", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), async (text) => {
      const book = await openXlsx(
        await writeXlsx([{ ...sheet(""), cells: [[text]], charts: [], notes: [], conditionalFormats: [], validations: [] }]),
      );
      const [snapshot] = await book.read([{ sheet: "Biểu", area: { row: 0, col: 0, rows: 1, cols: 1 } }]);
      expect(snapshot?.values[0]?.[0]).toBe(text);
    }),
    { numRuns: 30 },
  );
});

test.each(["Tên trang tính rất dài hơn ba mươi mốt ký tự", "a[b]:c*d?e/f\\g", "'x'", "History", "a\vb", ...NASTY])(
  "what the page saves, with a sheet that is called %j and texts of the kind",
  async (name) => {
    const engine = createEngine({ name: "w", sheets: ["Trang 1", "Trang 2"] });
    const [first, second] = engine.workbook.getSheets();
    first?.getRange(`A1:A${NASTY.length}`).setValues(NASTY.map((text) => [text]));
    first?.getRange("B1").createOrUpdateNote({ id: "n", row: 0, col: 1, note: name, width: 100, height: 100, show: false });
    second?.getRange("A1").setValue({ f: "='Trang 1'!A2&1" });
    first?.setName(name);
    await engine.settled();
    const content = await (await savable(engine)).content();
    engine.dispose();
    if (checked) expect(faults(new Map([["page.xlsx", content]]))).toBe("");
    const book = await openXlsx(content);
    const { sheets } = await book.outline();
    expect(sheets).toHaveLength(2);
    expect(sheets[0]?.name).toBe(sheetName(name, ["Trang 2"]));
    const [formula] = await book.read([{ sheet: "Trang 2", area: { row: 0, col: 0, rows: 1, cols: 1 } }]);
    expect(formula?.formulas[0]?.[0]).toContain(sheetName(name, ["Trang 2"]).replaceAll("'", "''"));
    expect(typeof formula?.values[0]?.[0]).toBe("string");
  },
);
