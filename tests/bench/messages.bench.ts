import { checkWorkbook, recheck } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { DEFAULT_CHOICES, budgetTable, indicatorTable } from "../../src/templates";
import { openExcelWorkbook } from "../contract/excel-workbook";
import { bigPlan } from "../support/big-plan";
import type { Row } from "./row";
import { taken } from "./taken";

export const name = "messages over the bridge, and their bytes";

const today = { year: 2026, month: 11, day: 22 };
const words = wordsOf("vi").templates;

/** The largest plan calculates for minutes, in milliseconds. */
const PATIENCE = 1_800_000;

/** What each action sends at three sizes of a plan, through Microsoft's client. */
export async function* run(): AsyncGenerator<Row> {
  for (const size of [30, 3_000, 30_000]) yield* await measure(size);
}

async function measure(size: number): Promise<Row[]> {
  const plan = bigPlan(size);
  const budget = plan.budgets[0];
  if (!budget) throw new Error("no budget");
  const specs = [
    indicatorTable(plan, { table: "indicators1", sheet: "Biểu chỉ tiêu" }, DEFAULT_CHOICES, words),
    budgetTable(plan, budget, { table: "budget1", sheet: "Biểu kinh phí" }, DEFAULT_CHOICES, words),
  ];
  const opened = openExcelWorkbook({ patience: PATIENCE });
  const rows: Row[] = [];
  const count = async <T>(label: string, action: () => Promise<T>): Promise<T> => {
    const before = opened.messages().length;
    const { ms, processor, result } = await taken(action);
    const sent = opened.messages().slice(before);
    rows.push({ label: `${label}, ${size} rows`, value: sent.length, unit: "messages" });
    rows.push({ label: `${label}, ${size} rows`, value: sent.reduce((all, bytes) => all + bytes, 0), unit: "bytes sent" });
    rows.push({ label: `${label}, ${size} rows`, value: Math.round(ms), unit: "ms" });
    rows.push({ label: `${label}, ${size} rows`, value: Math.round(processor), unit: "ms of processor" });
    return result;
  };
  await count("making both tables", () => opened.workbook.addSheets(specs));
  await opened.engine.settled(PATIENCE);
  const before = await count("checking", () => checkWorkbook(opened.workbook, today));
  const sheet = before.workbook.sheets.find(({ name: own }) => own === "Biểu kinh phí");
  const change = { sheetId: sheet?.id ?? "", area: { row: 9, col: 2, rows: 1, cols: 1 }, source: "local" } as const;
  await count("checking after typing", () => recheck(opened.workbook, before, [change], today));
  await opened.dispose();
  return rows;
}
