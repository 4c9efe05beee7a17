import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkWorkbook } from "../../src/app";
import { wordsOf, findingSentence } from "../../src/i18n";
import { DEFAULT_ROWS, catalogue, ownPlan, withBlanks, type Plan } from "../../src/plan";
import { MONEY_UNITS } from "../../src/quantity";
import type { CellInput, SheetSpec } from "../../src/sheet";
import { BUDGET_LAYOUTS, DEFAULT_CHOICES, budgetTable, type TableChoices } from "../../src/templates";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { bodyOf, columnsOf, filled, planOf, rowOf, spending, typedOver } from "../support/budgets";
import { today } from "../support/context";
import { inserted } from "../support/inserted";

const vi = wordsOf("vi");
const UNITS = ["Phường Tân Phong", "Xã Sùng Phài"];
const plans: readonly Plan[] = [
  ...catalogue,
  ownPlan({ title: "Kế hoạch của xã", issuer: "UBND xã", from: 2026, to: 2030, rows: DEFAULT_ROWS }),
].map((plan) => withBlanks(plan, DEFAULT_ROWS));

function made(plan: Plan, choices: Partial<TableChoices>, place = 1): SheetSpec {
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  return budgetTable(
    plan, budget, { table: `budget${place}`, sheet: `Kinh phí ${place}` }, { ...DEFAULT_CHOICES, ...choices }, vi.templates,
  );
}

async function findings(specs: readonly SheetSpec[]) {
  return (await checkWorkbook(await openXlsx(await writeXlsx([...specs])), today)).findings;
}

describe("budget tables as they are made", () => {
  // the document of Lào Cai gives 1.987 + 54 million as parts of 2.037 million, which all tables show that have its items
  test.each(plans.map((plan) => [plan.id, plan] as const))(
    "%s, in every unit and layout, with years and reporting units: nothing is wrong but what its document has wrong",
    async (id, plan) => {
      const choices = BUDGET_LAYOUTS.flatMap((layout) =>
        MONEY_UNITS.flatMap((unit) =>
          [[], UNITS].map((reportingUnits) => ({
            layout, unit, reportingUnits,
            years: reportingUnits.length > 0 ? [plan.period.to - 1, plan.period.to] : null,
          })),
        ),
      );
      const found = await findings(choices.map((choice, index) => made(plan, choice, index + 1)));
      expect([...new Set(found.map(({ code }) => code))]).toEqual(id === "tp-lao-cai-2024" ? ["over-total"] : []);
    },
  );
});

const all = spending({ items: 4, sources: 3, from: 2024, years: 3, units: 2 }, 31);
const full = (choices: Partial<TableChoices>): SheetSpec =>
  filled(made(planOf(all), { unit: "dong", reportingUnits: UNITS, ...choices }), all);

/** A line typed in before the row, with its words and the same amount in all columns; its hidden key is blank. */
function withLine(spec: SheetSpec, at: number, amount: number | null): SheetSpec {
  const columns = columnsOf(spec);
  const sums = [columns.get("years"), columns.get("units"), columns.get("key"), columns.get("note"), columns.get("number")];
  return inserted(spec, "rows", at, 1, (col): CellInput =>
    col === columns.get("label") ? "Dòng mới" : sums.includes(col) ? null : amount,
  );
}

describe("tables that are being filled in", () => {
  test("with any of the years and reporting units still blank nothing is said", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...BUDGET_LAYOUTS), fc.array(fc.nat(999), { minLength: 1, maxLength: 40 }),
        async (layout, which) => {
          const spec = full({ layout });
          const columns = columnsOf(spec);
          const open = [...columns]
            .filter(([key]) => /^[yu]\d/.test(key))
            .flatMap(([, col]) =>
              spec.cells.flatMap((row, at) => (at >= bodyOf(spec).from && typeof row[col] === "number" ? [{ at, col }] : [])),
            );
          const blank = which.reduce((one, index) => {
            const cell = open[index % open.length];
            return cell ? typedOver(one, cell.at, cell.col, null) : one;
          }, spec);
          expect(await findings([blank])).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });

  test("each amount rounded to two decimals: gaps are rounding and nothing else", async () => {
    const spec = full({ layout: "item-source" });
    const rounded = {
      ...spec,
      cells: spec.cells.map((row, at) =>
        row.map((cell, col): CellInput =>
          at >= bodyOf(spec).from && col > 1 && typeof cell === "number" ? Math.round(cell / 1000 * 100) / 100 : cell,
        ),
      ),
    };
    const found = await findings([rounded]);
    expect(found.map(({ code }) => code).filter((code) => code !== "sum-rounding")).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe("after people have changed the table", () => {
  test.each(["both", "item-source"] as const)(
    "layout %s: a line put in below the last item is left out of the sum of the items, and of nothing else",
    async (layout) => {
      const spec = full({ layout });
      const row = rowOf(spec, "T:source");
      const found = (await findings([withLine(spec, row, 7)])).filter(({ code }) => code === "formula-parts");
      expect(found).toMatchObject([{ severity: "error", at: { row: rowOf(spec, "T:item") }, data: { missing: [{ at: { row } }] } }]);
    },
  );

  test("a line put in below the items: every column of their sum leaves it out, which is one finding with the right formula", async () => {
    const spec = full({ layout: "both" });
    const row = rowOf(spec, "A.4") + 1;
    const found = (await findings([withLine(spec, row, 7)])).filter(({ code }) => code === "formula-parts");
    const [finding] = found;
    if (found.length !== 1 || finding?.code !== "formula-parts") throw new Error(JSON.stringify(found));
    expect(finding).toMatchObject({
      severity: "error",
      data: { missing: [{ label: "Dòng mới", at: { row } }], formula: { to: `=SUM(C${rowOf(spec, "A.1") + 1}:C${row + 1})` } },
    });
    expect(finding.data.also).toHaveLength(5);
    expect(findingSentence(finding, vi)).toContain("bỏ sót");
  });

  test("a line put in among the items: formulas grow with it, and its own sums are missing", async () => {
    const spec = full({ layout: "both" });
    const codes = (await findings([withLine(spec, rowOf(spec, "A.3"), 7)])).map(({ code }) => code);
    expect(codes).not.toContain("formula-parts");
    expect(codes.filter((code) => code === "formula-replaced")).toHaveLength(2);
  });

  test("the sums of a row pasted as values are one warning, with the formulas to put back", async () => {
    const spec = full({ layout: "item-source" });
    const row = rowOf(spec, "A.2");
    const [whole] = (await checkWorkbook(await openXlsx(await writeXlsx([spec])), today)).tables;
    if (whole?.kind !== "budget") throw new Error("no budget");
    const line = whole.rows.find((one) => one.row === row);
    const pasted = [...(line?.cells ?? [])].reduce(
      (one, [, cell]) => (cell.formula !== null && cell.state === "number" ? typedOver(one, row, cell.at.col, cell.value) : one),
      spec,
    );
    const found = await findings([pasted]);
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ["formula-replaced", "warning"], ["formula-replaced", "warning"], ["formula-replaced", "warning"],
    ]);
    expect(
      found
        .flatMap((finding) => (finding.code === "formula-replaced" ? [finding.data.formula, ...finding.data.also] : []))
        .map(({ to }) => to)
        .sort(),
    ).toEqual([...(line?.cells ?? [])].flatMap(([, cell]) => cell.formula ?? []).sort());
  });

  test("a hidden year is told from the file", async () => {
    const spec = full({ layout: "both" });
    const hidden = {
      ...spec,
      columns: spec.columns.map((column, col) => (col === columnsOf(spec).get("y2025") ? { ...column, hidden: true } : column)),
    };
    expect(await findings([spec])).toEqual([]);
    const found = await findings([hidden]);
    expect(found).toMatchObject([{ code: "hidden-parts", severity: "info", data: { axis: "columns", parts: [{ label: "2025" }] } }]);
  });
});
