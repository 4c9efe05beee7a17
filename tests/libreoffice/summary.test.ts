import { beforeAll, describe, expect, test } from "@jest/globals";
import { checkWorkbook, createSpecs, summarySpecs } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import type { SheetSpec } from "../../src/sheet";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { today } from "../support/context";
import { options } from "../support/make-tables";
import { convert } from "./office";
import { minutes } from "../support/patience";

const LIMIT = minutes(4);
const words = wordsOf("vi");

/** The tables of a plan with every share at its target, and every line of the budget in two years. */
function filled(plan: string): SheetSpec[] {
  return createSpecs(options({ plan, kinds: ["indicators", "budget", "tasks"] }), words).map((spec) => {
    const column = (key: string): number | undefined => spec.names.find(({ name }) => name.endsWith(`_${key}`))?.area.col;
    const body = spec.names.find(({ name }) => name.endsWith("_label"))?.area ?? { row: 0 };
    const [target, actual, earlier, amount, year] = ["target2025", "actual2025", "actual2024", "amount", "y2025"].map(column);
    return {
      ...spec,
      cells: spec.cells.map((cells, row) =>
        cells.map((cell, col) => {
          const known =
            row < body.row
              ? null
              : col === actual
                ? cells[target ?? -1]
                : col === earlier
                  ? cells[target ?? -1]
                  : col === year
                    ? cells[amount ?? -1]
                    : null;
          return cell === null && typeof known === "number" ? (col === earlier ? known - 1 : known) : cell;
        }),
      ),
    };
  });
}

let sheets: SheetSpec[];
let pdf: string;
let flat: string;

beforeAll(async () => {
  const book = await openXlsx(await writeXlsx(filled("lai-chau-2021-2025")));
  sheets = summarySpecs(await checkWorkbook(book, today), { today, date: "22/11/2026" }, words);
  const bytes = await writeXlsx(sheets);
  pdf = new TextDecoder("latin1").decode(await convert(bytes, "pdf"));
  flat = new TextDecoder().decode(await convert(bytes, "fods"));
}, LIMIT);

describe("the summary in LibreOffice", () => {
  test("prints on the pages that it was laid out for, A4 that lies", () => {
    const breaks = sheets.flatMap(({ print }) => print.pageBreakRows ?? []).length;
    const pages = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => [
      Math.round(Number(width)), Math.round(Number(height)),
    ]);
    expect(breaks).toBeGreaterThan(3);
    expect(new Set(pages.map(String))).toEqual(new Set(["842,595"]));
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(breaks + 1);
  });

  test("has its shares calculated, its charts drawn and their words for those who do not see them", () => {
    expect(flat).not.toMatch(/Err:5\d\d|#NAME\?|#VALUE!|#REF!/);
    expect(flat).toContain('office:value="57.5"');
    expect(flat.match(/chart:class="chart:(?:bar|ring|line|circle)"/g)?.length).toBeGreaterThanOrEqual(
      sheets.flatMap(({ charts }) => charts).length,
    );
    for (const { alt } of sheets.flatMap(({ charts }) => charts)) expect(flat).toContain(alt.slice(0, 30).replaceAll("&", "&amp;"));
  });
});
