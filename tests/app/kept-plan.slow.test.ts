import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  checkWorkbook, createTablesLive, keptPlans, planFile, readPlanFile, recheck, takeBack, writeSummary, type Plan,
} from "../../src/app";
import { findPlan } from "../../src/plan";
import { wordsOf } from "../../src/i18n";
import { today } from "../support/context";
import { makeTables, options } from "../support/make-tables";
import { openExcelWorkbook, type OpenedWorkbook } from "../contract/excel-workbook";

const words = wordsOf("vi");
const SOURCES = "Nguồn số liệu";

/** A plan of nobody's catalogue, with words that a sheet must not take for a formula. */
function drafted(): Plan {
  const { $schema: _, ...plan } = structuredClone(findPlan("lai-chau-2021-2025")) ?? failed();
  const [first] = plan.indicators;
  const [target] = first?.targets ?? [];
  if (!first || !target) return failed();
  target.evidence = "=HYPERLINK(\"x\")\n- đạt trên 95%";
  first.name = "+Tỷ lệ người dân tham gia";
  return { ...plan, id: "huyen-mau-2021-2025", title: "Kế hoạch của huyện Mẫu", issuer: "Ủy ban nhân dân huyện Mẫu" };
}

function failed(): never {
  throw new Error("no plan");
}

let opened: OpenedWorkbook;
beforeEach(() => {
  opened = openExcelWorkbook();
});
afterEach(() => opened.dispose());

const sheets = async (): Promise<string[]> => (await opened.workbook.outline()).sheets.map(({ name }) => name);
const kinds = ["indicators", "budget"] as const;

describe("a plan that is not in the catalogue", () => {
  test("is kept in the workbook that its tables are made in, and read from it as it was; one undo takes all back", async () => {
    const { undo } = await makeTables(opened.workbook, options({ plan: drafted(), kinds }), words);
    expect(await sheets()).toEqual(["Sheet1", "Biểu chỉ tiêu", "Biểu kinh phí", SOURCES]);
    expect(await keptPlans(opened.workbook)).toEqual([drafted()]);
    await takeBack(opened.workbook, undo);
    expect(await sheets()).toEqual(["Sheet1"]);
    // the name of the sheet may stay behind
    await makeTables(opened.workbook, options({ plan: drafted(), kinds }), words);
    expect(await keptPlans(opened.workbook)).toEqual([drafted()]);
  });

  test("is known to whoever opens the workbook: what its document has wrong is the document's, and the summary names it", async () => {
    const plan = drafted();
    const [source] = plan.budgets[0]?.lines.filter(({ kind }) => kind === "source") ?? [];
    if (!source) return failed();
    source.amount = (source.amount ?? 0) + 1_000_000;
    await makeTables(opened.workbook, options({ plan, kinds }), words);
    const { findings, others, plans } = await checkWorkbook(opened.workbook, today);
    expect(plans.map((kept) => kept.plan)).toEqual([plan]);
    expect(others).toEqual([]);
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.filter(({ byDocument }) => !byDocument)).toEqual([]);
    const { result } = await writeSummary(opened.workbook, { today, date: "22/11/2026" }, words);
    const [page] = await opened.workbook.read([{ sheet: result.sheet, area: { row: 0, col: 0, rows: 30, cols: 8 } }]);
    expect(page?.values.flat().join("\n")).toContain("Kế hoạch của huyện Mẫu");
  });

  test("made again it is kept once, and the missing table is added; another plan under its id gets one of its own", async () => {
    await makeTables(opened.workbook, options({ plan: drafted(), kinds: ["budget"] }), words);
    const asked = await createTablesLive(opened.workbook, options({ plan: drafted(), kinds }), words);
    expect(asked).toMatchObject({ present: [{ kind: "budget" }], missing: ["indicators"] });
    await createTablesLive(opened.workbook, options({ plan: drafted(), kinds }), words, "skip");
    expect(await sheets()).toEqual(["Sheet1", "Biểu kinh phí", SOURCES, "Biểu chỉ tiêu"]);
    const other = { ...drafted(), title: "Kế hoạch khác" };
    await makeTables(opened.workbook, options({ plan: other, kinds: ["budget"] }), words);
    expect((await keptPlans(opened.workbook)).map(({ id, title }) => [id, title])).toEqual([
      ["huyen-mau-2021-2025", "Kế hoạch của huyện Mẫu"], ["huyen-mau-2021-2025-2", "Kế hoạch khác"],
    ]);
  });

  test("that is one of the catalogue is not kept", async () => {
    const plan = findPlan("lai-chau-2021-2025") ?? failed();
    await makeTables(opened.workbook, options({ plan: structuredClone(plan), kinds }), words);
    expect(await sheets()).toEqual(["Sheet1", "Biểu chỉ tiêu", "Biểu kinh phí"]);
    expect((await createTablesLive(opened.workbook, options({ plan: plan.id, kinds }), words))).toMatchObject({ missing: [] });
  });

  test("whose sheet people have spoilt is told, and its tables are checked all the same", async () => {
    await makeTables(opened.workbook, options({ plan: drafted(), kinds }), words);
    const before = await checkWorkbook(opened.workbook, today);
    await opened.type(SOURCES, "G5", "x");
    const notices: string[] = [];
    const id = before.plans[0]?.id ?? "";
    const after = await recheck(
      opened.workbook, before, [{ sheetId: id, area: { row: 4, col: 6, rows: 1, cols: 1 }, source: "local" }], today,
      { notice: ({ kind, sheet }) => notices.push(`${kind} ${sheet}`) },
    );
    expect(after?.plans.map(({ plan }) => plan)).toEqual([null]);
    expect(notices).toEqual([`plan ${SOURCES}`]);
    expect(after?.tables).toHaveLength(2);
    await expect(keptPlans(opened.workbook)).resolves.toEqual([]);
  });
});

test("the file of a plan is read back as it was", () => {
  expect(readPlanFile(planFile(drafted()))).toEqual({ plan: drafted() });
});
