import { describe, expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { run } from "../../src/cli/program";
import { checkReportSchema } from "../../src/cli/schema";
import { MAX_COLS, MAX_ROWS } from "../../src/sheet";
import { readBook } from "../../src/workbook/xlsx/read-book";
import { colOf, rowOf } from "../../src/workbook/xlsx/stored";
import { CORPUS } from "../support/corpus";
import { memoryIo } from "../support/memory-io";
import { openFile } from "../support/open-file";

const FOLDER = path.join(CORPUS, "workbooks");
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".xlsx")) : [];

/** Formulas whose computed value is the one that Excel left in the file; the others and those without value. */
async function recompute(bytes: Uint8Array): Promise<{ formulas: number; differ: string[]; unevaluated: string[] }> {
  const workbook = await openFile(bytes);
  const tally = { formulas: 0, differ: [] as string[], unevaluated: [] as string[] };
  for (const { sheet } of readBook(bytes).sheets) {
    const [snapshot] = await workbook.read([{ sheet: sheet.name, area: { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS } }]);
    if (!snapshot) throw new Error(sheet.name);
    tally.unevaluated.push(...snapshot.unevaluated.map(({ formula }) => formula));
    const lost = new Set(snapshot.unevaluated.map(({ row, col }) => `${row}:${col}`));
    for (const [key, { value, formula }] of sheet.cells) {
      if (!formula) continue;
      tally.formulas++;
      const [row, col] = [rowOf(key), colOf(key)];
      const now = snapshot.values[row - snapshot.area.row]?.[col - snapshot.area.col] ?? null;
      const same =
        typeof now === "number" && typeof value === "number"
          ? Math.abs(now - value) <= 1e-9 * Math.max(1, Math.abs(value))
          : JSON.stringify(now) === JSON.stringify(value === "" ? null : value);
      if (!same && !lost.has(`${row}:${col}`)) tally.differ.push(`${sheet.name} ${row}:${col} ${formula.text}`);
    }
  }
  return tally;
}

if (FILES.length === 0) {
  test(`no workbooks in ${FOLDER}: nothing of other people is tried here`, () => {
    expect(process.env.PLAN_TABLES_CORPUS).toBeUndefined();
  });
} else {
  describe("workbooks of other people", () => {
    test.each(FILES)("%s is checked from the command line, without a fault of ours", async (name) => {
      const { io, files, out, errors } = memoryIo();
      files.set(name, new Uint8Array(readFileSync(path.join(FOLDER, name))));
      const code = await run(["check", name, "--json"], io);
      expect({ code, errors }).toEqual({ code: code === 1 ? 1 : 0, errors: [] });
      expect(checkReportSchema.parse(JSON.parse(out.join("\n"))).files).toHaveLength(1);
    });

    test.each(FILES)(
      "%s opens, and every formula has the value that Excel gave it or is said to have none",
      async (name) => {
        const { differ, unevaluated } = await recompute(new Uint8Array(readFileSync(path.join(FOLDER, name))));
        expect(differ).toEqual([]);
        // Only what other workbooks hold, and what hangs on it, is out of reach.
        expect(unevaluated.length === 0 || unevaluated.some((formula) => formula.includes("["))).toBe(true);
      },
    );
  });
}
