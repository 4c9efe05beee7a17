import { describe, expect, test } from "@jest/globals";
import { checkWorkbook, describeCheck } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { ownPlan } from "../../src/plan";
import { toA1, type CellInput } from "../../src/sheet";
import { standings } from "../../src/summaries";
import { DEFAULT_CHOICES, indicatorTable } from "../../src/templates";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { findingsOfCase as check, there } from "../support/cases";

const words = wordsOf("vi");
const DAY = { year: 2031, month: 1, day: 15 };

interface Typed {
  readonly baseline?: CellInput;
  readonly target: CellInput;
  readonly actual: CellInput;
  readonly direction?: CellInput;
  readonly unit?: string;
}

/** What the sheet's own formula, the check and the summary say of rows that somebody typed into a new plan of one's own. */
async function verdicts(rows: readonly Typed[]) {
  const plan = ownPlan({
    title: "Kế hoạch giảm nghèo",
    issuer: "UBND xã",
    from: 2026,
    to: 2030,
    rows: { indicators: rows.length, items: 0, tasks: 0, sources: [] },
  });
  const spec = indicatorTable(
    plan, { table: "indicators1", sheet: "Biểu chỉ tiêu" }, { ...DEFAULT_CHOICES, years: [2030] }, words.templates,
  );
  const cells = spec.cells.map((row) => [...row]);
  const area = (key: string) =>
    spec.names.find(({ name }) => name === `PT_indicators1_${key}`)?.area ?? { row: 0, col: 0, rows: 0, cols: 0 };
  for (const [index, { baseline = null, target, actual, direction, unit = "%" }] of rows.entries()) {
    const line = cells[area("label").row + index] ?? [];
    for (const [key, value] of Object.entries({
      label: `Chỉ tiêu ${index + 1}`,
      unit,
      baseline,
      target2030: target,
      actual2030: actual,
      ...(direction === undefined ? {} : { direction }),
    }))
      line[area(key).col] = value;
  }
  const result = await checkWorkbook(await openXlsx(await writeXlsx([{ ...spec, cells }])), DAY);
  const [snapshot] = await (
    await openXlsx(await writeXlsx([{ ...spec, cells }]))
  ).read([{ sheet: spec.name, area: { row: 0, col: 0, rows: cells.length, cols: spec.columns.length } }]);
  const { findings } = describeCheck(result, words);
  const table = result.tables.find(({ kind }) => kind === "indicators");
  return rows.map((_, index) => {
    const row = area("label").row + index;
    const cellsOf = ["direction", "target2030", "actual2030"].map((key) => toA1({ row, col: area(key).col }));
    const [standing] = table?.kind === "indicators" ? standings(table.rows[index] as (typeof table.rows)[number], DAY) : [];
    return {
      sheet: snapshot?.values[row]?.[area("status").col] ?? "",
      check: findings.flatMap(({ code, cell }) => (cellsOf.includes(cell) ? [code] : [])),
      summary: standing ? words.summary.status[standing.status] : null,
    };
  });
}

describe("a plan of one's own", () => {
  test("sheet, check and summary agree, and nothing is preset", async () => {
    const rows: readonly (readonly [Typed, sheet: string, summary: string, ...codes: string[]])[] = [
      [{ baseline: 12.5, target: 10, actual: 8 }, "Đạt", "Đạt"],
      [{ baseline: 12.5, target: "10", actual: 11 }, "Chưa đạt", "Chưa đạt", "target-not-met"],
      [{ baseline: 80, target: "95 %", actual: 96 }, "Đạt", "Đạt"],
      [{ target: "≤ 10", actual: 8 }, "Đạt", "Đạt"],
      [{ target: "≥ 10", actual: 8 }, "Chưa đạt", "Chưa đạt", "target-not-met"],
      [{ target: "10", actual: 8 }, "Chưa rõ chiều", "Chưa rõ chiều", "direction-unknown"],
      [{ target: "10", actual: 10 }, "Đạt", "Đạt", "direction-unknown"],
      [{ target: "10", actual: 8, direction: "giảm" }, "Đạt", "Đạt"],
      [{ baseline: 12.5, target: 10, actual: 8, direction: "tăng" }, "Đạt", "Đạt", "direction-differs"],
      [{ baseline: 12.5, target: 10, actual: 10, direction: "giữ" }, "Đạt", "Đạt"],
      [{ target: "≥ 90 %; ≤ 5 ca", actual: 95 }, "xem Kiểm tra", "Nhiều mục tiêu", "targets-several"],
      [{ target: "90 % và 95 %", actual: 92 }, "xem Kiểm tra", "Nhiều mục tiêu", "targets-several"],
    ];
    const said = await verdicts(rows.map(([typed]) => typed));
    expect(said).toEqual(rows.map(([, sheet, summary, ...codes]) => ({ sheet, check: codes, summary })));
  });
});

there("cases of directions", () => {
  test("own-poverty: met, and a warning names the row whose preset direction is the other one", async () => {
    const found = await check("own-poverty");
    expect(found.filter(({ code }) => code === "target-not-met")).toEqual([]);
    expect(found.filter(({ code }) => code === "direction-differs")).toMatchObject([
      { severity: "warning", message: expect.stringMatching(/nghèo.*“tăng”.*12,5.*10.*giảm/u) },
    ]);
  });
});
