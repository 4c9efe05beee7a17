import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { savedWorkbook } from "../../src/host/files/sheet-specs";
import { readingWords, wordsOf } from "../../src/i18n";
import { DEFAULT_ROWS, catalogue, ownPlan, withBlanks, type Plan } from "../../src/plan";
import type { Lang } from "../../src/quantity";
import { readTable, tableOutlines } from "../../src/reading";
import { contains, specArea, type Area, type CellInput, type CellValue, type SheetSpec } from "../../src/sheet";
import type { Table } from "../../src/tables";
import { DEFAULT_CHOICES, budgetTable, indicatorTable, taskTable, type TableChoices } from "../../src/templates";
import { ExcelWorkbook } from "../../src/workbook/excel";
import type { Workbook } from "../../src/workbook/port";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { openExcel, type ExcelClient } from "../contract/excel-client";

const UNITS = ["Phường Tân Phong", "Phường Đoàn Kết", "Xã Sùng Phài"];
const plans: readonly Plan[] = [
  ...catalogue,
  ownPlan({
    title: "Kế hoạch của xã",
    issuer: "Ủy ban nhân dân xã",
    from: 2026,
    to: 2030,
    rows: { ...DEFAULT_ROWS, sources: ["Ngân sách xã"] },
  }),
].map((plan) => withBlanks(plan, DEFAULT_ROWS));

function tablesOf(plan: Plan, choices: TableChoices, lang: Lang): SheetSpec[] {
  const words = wordsOf(lang).templates;
  return [
    indicatorTable(plan, { table: "indicators1", sheet: "Chỉ tiêu" }, choices, words),
    ...plan.budgets.map((budget, index) =>
      budgetTable(plan, budget, { table: `budget${index + 1}`, sheet: `Kinh phí ${index + 1}` }, choices, words),
    ),
    taskTable(plan, { table: "tasks1", sheet: "Nhiệm vụ" }, choices, words),
  ];
}

/** What a person types into the open cells: numbers and words that the cell takes, some cells left blank. */
function filled(spec: SheetSpec): SheetSpec {
  const cells = spec.cells.map((row) => [...row]);
  let count = 0;
  const fill = (area: Area, valueOf: (n: number) => CellInput): void => {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let col = area.col; col < area.col + area.cols; col++) {
        count++;
        const line = cells[row];
        if (line && count % 5 !== 0) line[col] = valueOf(count);
      }
    }
  };
  const open = spec.styles.filter(({ style }) => style.locked === false && style.fill);
  // names stay where they are: a row is told by its own
  for (const { area } of open) if (area.col > 1) fill(area, (n) => `ghi ${n}: "12,5%", =1+1`);
  for (const { area, rule } of spec.validations)
    fill(area, (n) => (rule.kind === "list" ? (rule.values[n % rule.values.length] ?? null) : ((n * 7919) % 10_000) / 100));
  const label = spec.columns.length > 1 ? cells.map((row) => row[1]) : [];
  open.filter(({ area }) => contains(area, { row: area.row, col: 1 })).forEach(({ area }) => {
    for (let row = area.row; row < area.row + area.rows; row++)
      if (label[row] === null && cells[row]) (cells[row] as CellInput[])[1] = `Dòng ${row}`;
  });
  return { ...spec, cells };
}

/** A table without addresses, and without what formulas gave: what people typed and what it means. */
function typedRows({ id, kind, plan, rows, units, ...rest }: Table): unknown {
  const strip = (value: unknown): unknown => {
    if (value instanceof Map)
      return [...value].sort(([a], [b]) => String(a).localeCompare(String(b))).map(([key, one]) => [key, strip(one)]);
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== "object" || value === null) return value;
    if ("formula" in value && value.formula !== null) return "computed";
    return Object.fromEntries(
      Object.entries(value).filter(([key]) => key !== "at" && key !== "row").map(([key, one]) => [key, strip(one)]),
    );
  };
  return { id, kind, plan, rows: strip(rows), units: [...units], unit: "unit" in rest ? rest.unit : null };
}

/** The typed rows of a spec as they stand in it, before any file. */
function wanted(specs: readonly SheetSpec[]): unknown[] {
  const outline = {
    sheets: specs.map(({ name }) => ({ id: name, name, visible: true })),
    names: specs.flatMap(({ name: sheet, names }) => names.map(({ name, area }) => ({ name, scope: null, refersTo: { sheet, area } }))),
  };
  const values = (cell: CellInput): CellValue => (typeof cell === "object" ? null : cell);
  return tableOutlines(outline).map((one) => {
    const spec = specs.find(({ name }) => name === one.sheet);
    if (!spec) throw new Error(one.sheet);
    const formulas = spec.cells.map((row) => row.map((cell) => (typeof cell === "object" && cell !== null ? cell.formula : null)));
    return typedRows(
      readTable(
        one,
        { sheet: one.sheet, area: specArea(spec), values: spec.cells.map((row) => row.map(values)), formulas, unevaluated: [] },
        readingWords,
      ),
    );
  });
}

async function tablesIn(workbook: Workbook): Promise<Table[]> {
  const outlines = tableOutlines(await workbook.outline());
  const snapshots = await workbook.read(outlines.map(({ sheet, area }) => ({ sheet, area })));
  return outlines.flatMap((outline, index) => {
    const snapshot = snapshots[index];
    return snapshot ? [readTable(outline, snapshot, readingWords)] : [];
  });
}

const cases = plans.flatMap((plan) =>
  ([[], UNITS] as const).map((reportingUnits): [string, Plan, TableChoices] => [
    `${plan.id}${reportingUnits.length > 0 ? ", by reporting unit" : ""}`,
    plan,
    { ...DEFAULT_CHOICES, reportingUnits },
  ]),
);

describe("made, filled, saved as .xlsx and opened again", () => {
  test.each(cases)("%s", async (_, plan, choices) => {
    const specs = tablesOf(plan, choices, choices.reportingUnits.length > 0 ? "en" : "vi").map(filled);
    const read = await tablesIn(await openXlsx(await writeXlsx(specs)));
    expect(read.map((table) => [table.plan?.plan, [...table.units.values()], table.rows.length > 0])).toEqual(
      specs.map(() => [plan.id, choices.reportingUnits, true]),
    );
    expect(read.map(typedRows)).toEqual(wanted(specs));
  });
});

describe("changed by a person in the workbook, saved and opened again", () => {
  let client: ExcelClient;

  beforeEach(() => {
    client = openExcel();
    Object.assign(globalThis, { Excel: client.Excel, Office: client.Office });
  });

  afterEach(() => {
    client.dispose();
    for (const name of ["Excel", "Office"]) Reflect.deleteProperty(globalThis, name);
  });

  const sheetOf = (name: string): FWorksheet => {
    const sheet = client.engine.workbook.getSheetByName(name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };

  // each plan once, every other one by reporting unit: the engine takes its time
  test.each(cases.filter((_, index) => index % 4 === 0 || index % 4 === 3))("%s", async (_, plan, choices) => {
    const specs = tablesOf(plan, choices, "vi").map(filled);
    await new ExcelWorkbook().addSheets(specs);
    for (const [index, spec] of specs.entries()) {
      const sheet = sheetOf(spec.name);
      const first = spec.names.find(({ name }) => name.endsWith("_label"))?.area.row ?? 0;
      // a row within the body, that stays blank; a column of notes; the whole table moved down and to the right; some columns hidden
      sheet.insertRows(first + 2, 1);
      sheet.insertColumns(3, 1);
      sheet.getRange(first + 1, 3).setValue("ý kiến của tôi");
      sheet.insertRows(0, 3);
      sheet.insertColumns(0, 2);
      sheet.hideColumns(4, 2);
      sheet.setName(`Đổi tên ${index + 1}`);
    }
    await client.engine.settled();
    const read = await tablesIn(await openXlsx(await writeXlsx(savedWorkbook(client.engine).specs)));
    expect(read.map(({ sheet }) => sheet)).toEqual(specs.map((_spec, index) => `Đổi tên ${index + 1}`));
    expect(read.map(typedRows)).toEqual(wanted(specs));
  });

  test("a row that was typed in within a table is another row", async () => {
    const [plan] = plans;
    if (!plan) throw new Error("no plan");
    const specs = tablesOf(plan, DEFAULT_CHOICES, "vi");
    await new ExcelWorkbook().addSheets(specs);
    for (const spec of specs) {
      const label = spec.names.find(({ name }) => name.endsWith("_label"))?.area;
      const sheet = sheetOf(spec.name);
      const at = (label?.row ?? 0) + (label?.rows ?? 0) - 1;
      sheet.insertRows(at, 1);
      sheet.getRange(at, 1).setValue("Dòng tự thêm");
    }
    await client.engine.settled();
    const read = await tablesIn(await openXlsx(await writeXlsx(savedWorkbook(client.engine).specs)));
    expect(read.map(({ rows }) => rows.filter(({ label }) => label === "Dòng tự thêm").map(({ key }) => key))).toEqual(
      specs.map(() => ["row:Dòng tự thêm"]),
    );
  });
});
