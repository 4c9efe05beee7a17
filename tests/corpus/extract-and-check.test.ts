import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import {
  DEFAULT_OPTIONS, checkWorkbook, createSpecs, draftText, keptPlans, kindsOf, missingIn, planOf, readDocument, type Draft, type Plan,
} from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { writeXlsx } from "../../src/workbook/xlsx";
import { today } from "../support/context";
import { CORPUS } from "../support/corpus";
import { openFile } from "../support/open-file";

const words = wordsOf("vi");
const texts = [join(CORPUS, "../seeds"), join(CORPUS, "plantexts")].flatMap((folder) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")).map((name) => join(folder, name)) : [],
);

/** As a person would answer what the text leaves open. */
const planIn = (text: string, draft: Draft): Plan => {
  const missing = missingIn(draft);
  const choices = {
    ...(missing.includes("title") ? { title: "Kế hoạch" } : {}),
    ...(missing.includes("period") ? { period: { from: 2025, to: 2030 } } : {}),
  };
  return planOf(draft, readDocument(text), choices, words).plan;
};

for (const file of texts) describe(file, () => {
  const text = readFileSync(file, "utf8");

  test("becomes tables with nothing wrong in them but what the document has wrong, and a workbook that knows its plan", async () => {
    const draft = await draftText(text);
    const plan = planIn(text, draft);
    expect(plan.indicators.length + plan.budgets.length + plan.tasks.length).toBeGreaterThan(0);
    const workbook = await openFile(await writeXlsx(createSpecs({ ...DEFAULT_OPTIONS, plan, kinds: kindsOf(plan) }, words)));
    expect(await keptPlans(workbook)).toEqual([plan]);
    const { findings, tables, others } = await checkWorkbook(workbook, today);
    expect(others).toEqual([]);
    expect(tables).toHaveLength(kindsOf(plan).filter((kind) => kind !== "budget").length + plan.budgets.length);
    expect(findings.filter(({ severity, byDocument }) => severity === "error" && !byDocument)).toEqual([]);
    const targets = tables.flatMap((table) => (table.kind === "indicators" ? table.rows.flatMap(({ targets: own }) => [...own.values()])
      : []));
    expect(targets.filter(({ state }) => state === "unreadable")).toEqual([]);
  });

  test("has evidence for every fact that stands in the text where it says", async () => {
    const { indicators, budget, tasks } = await draftText(text);
    for (const { evidence, span } of [...indicators, ...budget, ...tasks]) expect(text.slice(...span)).toBe(evidence);
  });
});

test("there are texts, or nobody has the corpus", () => {
  expect(texts.length === 0).toBe(!existsSync(CORPUS));
});
