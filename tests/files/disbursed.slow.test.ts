import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkWorkbook } from "../../src/app";
import { run } from "../../src/cli/program";
import { schemas } from "../../src/cli/schema";
import type { Finding } from "../../src/findings";
import { findingSentence, wordsOf } from "../../src/i18n";
import { DEFAULT_ROWS, catalogue, withBlanks, type Plan } from "../../src/plan";
import { toA1, type CellInput, type SheetSpec } from "../../src/sheet";
import { graphOf } from "../../src/tables";
import { BUDGET_LAYOUTS, DEFAULT_CHOICES, budgetTable, type ColumnKey, type TableChoices } from "../../src/templates";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { amountOf, bodyOf, columnsOf, filled, madeBudgets, paidOf, planOf, rowOf, spending, typedOver } from "../support/budgets";
import { memoryIo } from "../support/memory-io";

const vi = wordsOf("vi");
/** All years of the made budgets are over. */
const today = { year: 2040, month: 1, day: 1 };

function made(plan: Plan, choices: Partial<TableChoices> = {}, place = 1): SheetSpec {
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  return budgetTable(
    plan, budget, { table: `budget${place}`, sheet: `Kinh phí ${place}` },
    { ...DEFAULT_CHOICES, unit: "dong", disbursed: true, ...choices },
    vi.templates,
  );
}

async function checked(...specs: readonly SheetSpec[]) {
  return checkWorkbook(await openXlsx(await writeXlsx([...specs])), today);
}

async function findings(...specs: readonly SheetSpec[]): Promise<readonly Finding[]> {
  return (await checked(...specs)).findings;
}

const plans: readonly Plan[] = catalogue.map((plan) => withBlanks(plan, DEFAULT_ROWS));
const col = (spec: SheetSpec, key: ColumnKey): number => columnsOf(spec).get(key) ?? -1;
const change = (spec: SheetSpec, row: string, key: ColumnKey, value: CellInput): SheetSpec =>
  typedOver(spec, rowOf(spec, row), col(spec, key), value);
const has = (spec: SheetSpec, key: ColumnKey): boolean => columnsOf(spec).has(key);

describe("tables with what was disbursed", () => {
  test.each(plans.map((plan) => [plan.id, plan] as const))(
    "%s, as made, in every layout, with all years, some and reporting units: nothing is found but what its document has wrong",
    async (id, plan) => {
      const choices = BUDGET_LAYOUTS.flatMap((layout) =>
        [null, [plan.period.to]].flatMap((years) => [[], ["Xã A", "Xã B"]].map((reportingUnits) => ({ layout, years, reportingUnits }))),
      );
      const codes = (await findings(...choices.map((choice, index) => made(plan, choice, index + 1)))).map(({ code }) => code);
      expect([...new Set(codes)]).toEqual(id === "tp-lao-cai-2024" ? ["over-total"] : []);
    },
  );

  test("filled in they are quiet, read back as typed, and rates are those of the amounts", async () => {
    await fc.assert(
      fc.asyncProperty(madeBudgets, fc.boolean(), async ({ all, stated, choices }, some) => {
        const years = some ? [all.from] : null;
        const spec = filled(made(planOf(all, stated), { ...choices, disbursed: true, years }), all);
        const { findings: found, tables } = await checked(spec);
        expect(found).toEqual([]);
        const [table] = tables;
        if (table?.kind !== "budget") throw new Error("no budget");
        const paid = has(spec, "dyears") ? "dyears" : "disbursed";
        const [total] = table.rows;
        expect(total?.cells.get(paid)).toMatchObject({ state: "number", value: amountOf(paidOf(all), {}) });
        expect(table.rates?.cells.map((rate) => rate.state === "number" && rate.value > 55 && rate.value <= 60)).toEqual(
          table.rows.map(() => true),
        );
        const own = graphOf(table).relations.filter(({ key }) => /\/(d\d{4}|disbursed|dyears)\//.test(key));
        expect(own.length).toBeGreaterThan(0);
      }),
      { numRuns: 14 },
    );
  });

  const all = spending({ items: 3, sources: 2, from: 2024, years: 3, units: 0 }, 17);
  const full = (choices: Partial<TableChoices>): SheetSpec => filled(made(planOf(all), choices), all);

  test("with any of the cells still blank nothing is said: years come by and by, and sources before items", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...BUDGET_LAYOUTS), fc.constantFrom(null, [2025]), fc.array(fc.nat(999), { minLength: 1, maxLength: 40 }),
        async (layout, years, which) => {
          const spec = full({ layout, years });
          const open = [...columnsOf(spec)]
            .filter(([key]) => /^d\d|^disbursed/.test(key))
            .flatMap(([, at]) =>
              spec.cells.flatMap((row, index) => (index >= bodyOf(spec).from && typeof row[at] === "number" ? [{ row: index, at }] : [])),
            );
          const blank = which.reduce((one, index) => {
            const place = open[index % open.length];
            return place ? typedOver(one, place.row, place.at, null) : one;
          }, spec);
          expect(await findings(blank)).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
    const spec = full({ layout: "both" });
    const items = ["A.1", "A.2", "A.3"].reduce((one, row) => change(one, row, "d2024", null), spec);
    const { tables, findings: found } = await checked(items);
    expect(found).toEqual([]);
    expect(tables[0]?.kind === "budget" && tables[0].rows[0]?.cells.get("d2024")).toMatchObject({
      value: amountOf(paidOf(all), { year: 0 }),
    });
  });

  test("items and sources that do not come to the same are found, in a year and in the whole", async () => {
    for (const [key, years] of [["d2025", null], ["disbursed", [2025]]] as const) {
      const spec = full({ layout: "both", years });
      const right = Number(spec.cells[rowOf(spec, "A.2")]?.[col(spec, key)]);
      const found = await findings(change(spec, "A.2", key, right - 5));
      expect(found.map(({ code, severity }) => [code, severity])).toEqual([["breakdowns-differ", "error"]]);
      expect(found.map((one) => findingSentence(one, vi))).toEqual([
        expect.stringMatching(years === null ? /^Giải ngân năm 2025: “/ : /^Giải ngân: “/),
      ]);
      expect(found[0]?.cells).toContainEqual({ sheet: spec.name, row: rowOf(spec, "A.2"), col: col(spec, key) });
    }
  });

  test("more in the years than in the whole is found", async () => {
    const spec = full({ layout: "item", years: [2024, 2025] });
    const found = await findings(change(spec, "A.1", "disbursed", Number(spec.cells[rowOf(spec, "A.1")]?.[col(spec, "d2024")])));
    expect(found).toMatchObject([
      { code: "over-total", severity: "error", at: { row: rowOf(spec, "A.1"), col: col(spec, "disbursed") }, data: { over: "years" } },
    ]);
  });

  test("lines under a line come to it, in the columns of what was disbursed alone", async () => {
    const line = { of: null, where: "x", kind: "item" as const };
    const [budget] = planOf(all).budgets;
    if (!budget) throw new Error("no budget");
    const lines = [
      ...budget.lines.filter(({ kind }) => kind !== "source"),
      ...[1, 2].map((index) => ({
        ...line,
        number: `A.1.${index}`,
        label: `Mục ${index}`,
        parent: "A.1",
        amount: amountOf(all, { item: 0, source: index - 1 }),
      })),
    ];
    const spec = made({ ...planOf(all), budgets: [{ ...budget, lines }] }, { years: [2025] });
    const paid = (row: string, value: number) => (one: SheetSpec): SheetSpec => change(one, row, "disbursed", value);
    const right = [paid("A.1", 90), paid("A.1.1", 40), paid("A.1.2", 50)].reduce((one, put) => put(one), spec);
    expect(await findings(right)).toEqual([]);
    const found = await findings(paid("A.1.2", 51)(right));
    expect(found).toMatchObject([{ code: "sum-mismatch", data: { gap: -1, axis: "column" } }]);
    expect(found[0]?.cells.every((at) => at.col === col(spec, "disbursed"))).toBe(true);
  });
});

describe("formulas of what was disbursed", () => {
  const all = spending({ items: 3, sources: 2, from: 2024, years: 3, units: 0 }, 23);
  const spec = filled(made(planOf(all)), all);
  const cellOf = (row: string, key: ColumnKey): CellInput => spec.cells[rowOf(spec, row)]?.[col(spec, key)] ?? null;
  const at = (row: string, key: ColumnKey) => ({ row: rowOf(spec, row), col: col(spec, key) });

  test("a rate that was typed, right or wrong, is told with its formula, in per cent and not in money", async () => {
    const [found, ...more] = await findings(change(spec, "A.2", "rate", 95));
    if (found?.code !== "formula-replaced" || more.length > 0) throw new Error(found?.code ?? "nothing");
    expect(found).toMatchObject({
      severity: "error",
      at: at("A.2", "rate"),
      data: { unit: null, value: 95, formula: { to: (cellOf("A.2", "rate") as { formula: string }).formula } },
    });
    expect(findingSentence(found, vi)).not.toContain("đồng");
    const right = Math.round((amountOf(paidOf(all), { item: 1 }) / amountOf(all, { item: 1 })) * 1000) / 10;
    expect(await findings(change(spec, "A.2", "rate", right))).toMatchObject([{ code: "formula-replaced", severity: "warning" }]);
    expect(await findings(change(spec, "A.2", "rate", null))).toMatchObject([
      { code: "formula-replaced", severity: "warning", data: { value: null } },
    ]);
  });

  test("a rate of other cells is told, and one that comes to the same is not", async () => {
    const planned = toA1(at("A.2", "amount"));
    const [paid, other] = [toA1(at("A.2", "dyears")), toA1(at("A.1", "amount"))];
    expect(await findings(change(spec, "A.2", "rate", { formula: `=${paid}/${other}*100` }))).toMatchObject([
      { code: "formula-parts", severity: "error", at: at("A.2", "rate") },
    ]);
    expect(await findings(change(spec, "A.2", "rate", { formula: `=${paid}/${planned}*100` }))).toEqual([]);
  });

  test("text in a rate is told as text", async () => {
    expect(await findings(change(spec, "A.2", "rate", "59,9%"))).toMatchObject([{ code: "text-for-number", data: { reading: 59.9 } }]);
  });

  test("a total that was typed is told once, and so is one that adds both breakdowns", async () => {
    expect(await findings(change(spec, "T", "d2025", 5))).toMatchObject([
      { code: "formula-replaced", severity: "error", at: at("T", "d2025"), data: { right: amountOf(paidOf(all), { year: 1 }) } },
    ]);
    const sum = { formula: `=${toA1(at("T:item", "d2025"))}+${toA1(at("T:source", "d2025"))}` };
    expect(await findings(change(spec, "T", "d2025", sum))).toMatchObject([{ code: "formula-parts", at: at("T", "d2025") }]);
  });

  test("a sum of the years that was typed, and one that leaves a year out", async () => {
    expect(await findings(change(spec, "A.1", "dyears", 5))).toMatchObject([
      { code: "formula-replaced", severity: "error", at: at("A.1", "dyears") },
    ]);
    const short = { formula: `=SUM(${toA1(at("A.1", "d2024"))}:${toA1(at("A.1", "d2025"))})` };
    expect((await findings(change(spec, "A.1", "dyears", short))).filter(({ code }) => code === "formula-parts")).toMatchObject([
      { data: { missing: [{ at: at("A.1", "d2026") }] } },
    ]);
  });

  test("a column that is gone is told, a head of another year too", async () => {
    const without = (key: string): SheetSpec => ({ ...spec, names: spec.names.filter(({ name }) => !name.endsWith(`_${key}`)) });
    expect((await findings(without("d2025"))).filter(({ code }) => code === "columns-gone")).toMatchObject([{ data: { keys: ["d2025"] } }]);
    expect((await findings(without("dyears"))).filter(({ code }) => code === "columns-gone")).toMatchObject([
      { data: { keys: ["disbursed"] } },
    ]);
    const head = typedOver(spec, bodyOf(spec).from - 2, col(spec, "d2025"), "Năm 2035");
    expect(await findings(head)).toMatchObject([{ code: "column-head-year", data: { year: 2025 } }]);
  });
});

test("on the command line the choice is an option, and what is made is right from the beginning", async () => {
  const { io, files, out } = memoryIo();
  expect(await run(["new", "lai-chau-2021-2025", "-o", "a.xlsx", "--tables", "budget", "--disbursed"], io)).toBe(0);
  const names = (await (await openXlsx(files.get("a.xlsx") ?? new Uint8Array())).outline()).names.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["PT_budget1_dyears", "PT_budget1_rate", "PT_budget1_d2021", "PT_budget1_d2025"]));
  expect(await run(["new", "lai-chau-2021-2025", "-o", "b.xlsx", "--tables", "budget"], io)).toBe(0);
  const usual = (await (await openXlsx(files.get("b.xlsx") ?? new Uint8Array())).outline()).names.map(({ name }) => name);
  expect(usual.filter((name) => /_(d\d|dyears|disbursed|rate)/.test(name))).toEqual([]);
  out.length = 0;
  expect(await run(["check", "a.xlsx", "b.xlsx", "--json"], io)).toBe(0);
  const report = schemas.check.parse(JSON.parse(out.join("\n")));
  expect(report.files.map(({ findings: found }) => found)).toEqual([[], []]);
});
