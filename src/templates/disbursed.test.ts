import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { bodyOf, columnsOf, madeBudgets, planOf, rowOf, spending } from "../../tests/support/budgets";
import { wordsOf } from "../i18n";
import { catalogue, type Plan } from "../plan";
import { contains, formulaTokens, referenceArea, toA1, type Cell, type CellInput, type SheetSpec } from "../sheet";
import { BUDGET_LAYOUTS, COLOURS, DEFAULT_CHOICES, budgetTable, definedName, type ColumnKey, type TableChoices } from ".";

const words = wordsOf("vi").templates;

function made(plan: Plan, choices: Partial<TableChoices> = {}): SheetSpec {
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  return budgetTable(plan, budget, { table: "budget1", sheet: "x" }, { ...DEFAULT_CHOICES, disbursed: true, ...choices }, words);
}

const laiChau = catalogue.find(({ id }) => id === "lai-chau-2021-2025") as Plan;
const cell = (spec: SheetSpec, row: string, key: ColumnKey): CellInput =>
  spec.cells[rowOf(spec, row)]?.[columnsOf(spec).get(key) ?? -1] ?? null;
const keysOf = (choices: Partial<TableChoices>): string[] => [...columnsOf(made(laiChau, choices)).keys()];

/** Every cell that a formula names. */
function named(input: CellInput): Set<string> {
  if (typeof input !== "object" || input === null) return new Set();
  const areas = formulaTokens(input.formula).flatMap((token) => (token.kind === "reference" ? (referenceArea(token.address) ?? []) : []));
  return new Set(
    areas.flatMap((area) =>
      Array.from({ length: area.rows * area.cols }, (_, index) =>
        toA1({ row: area.row + Math.floor(index / area.cols), col: area.col + (index % area.cols) }),
      ),
    ),
  );
}

describe("columns of what was disbursed", () => {
  test("stand beside the amount: the whole, its rate, and after the years of the plan one for each year", () => {
    expect(keysOf({})).toEqual([
      "number", "label", "amount", "dyears", "rate", "y2021", "y2022", "y2023", "y2024", "y2025", "years", "d2021", "d2022", "d2023",
      "d2024", "d2025", "note", "key",
    ]);
    expect(keysOf({ disbursed: false }).filter((key) => /^(d|rate)/.test(key))).toEqual([]);
  });

  test("of some years the whole is typed; of a single year, or none, it is all that there is", () => {
    expect(keysOf({ years: [2022, 2025] })).toEqual([
      "number", "label", "amount", "disbursed", "rate", "y2022", "y2025", "d2022", "d2025", "note", "key",
    ]);
    expect(keysOf({ years: [] })).toEqual(["number", "label", "amount", "disbursed", "rate", "note", "key"]);
    const one = made({ ...laiChau, period: { from: 2024, to: 2024 } });
    expect([...columnsOf(one).keys()]).toEqual(["number", "label", "amount", "disbursed", "rate", "y2024", "years", "note", "key"]);
  });

  test("are of the whole line where there are reporting units", () => {
    const keys = keysOf({ reportingUnits: ["Xã A", "Xã B"] });
    expect(keys.filter((key) => /^(d|u)/.test(key))).toEqual(["dyears", "d2021", "d2022", "d2023", "d2024", "d2025", "u1", "u2", "units"]);
  });

  test("the heads are those of reports, the rules say what is added and divided", () => {
    const spec = made(laiChau);
    const head = spec.names.find(({ name }) => name === definedName("budget1", "head"))?.area.row ?? -1;
    const at = (row: number, key: ColumnKey): CellInput => spec.cells[row]?.[columnsOf(spec).get(key) ?? -1] ?? null;
    expect([at(head, "dyears"), at(head, "rate"), at(head, "d2021"), at(head + 1, "d2024")]).toEqual([
      "Giải ngân", "Tỷ lệ giải ngân (%)", "Giải ngân theo năm", "Năm 2024",
    ]);
    expect((["amount", "dyears", "rate", "y2021", "years", "d2021", "d2025", "note"] as const).map((key) => at(head + 2, key))).toEqual([
      "1", "(2=10+11+12+13+14)", "(3=2/1)", "4", "(9=4+5+6+7+8)", "10", "14", "15",
    ]);
  });

  test("the rate is of the whole and blank while nothing is planned; a total is the larger of its breakdowns", () => {
    const spec = made(laiChau);
    expect(cell(spec, "A.1", "rate")).toEqual({ formula: '=IF(AND(ISNUMBER(C10),ISNUMBER(D10)),IF(C10>0,ROUND(D10/C10*100,1),""),"")' });
    expect(cell(spec, "T", "d2021")).toEqual({ formula: '=IF(COUNT(L9,L15)=0,"",MAX(L9,L15))' });
    expect(cell(made(laiChau, { layout: "item" }), "T", "d2021")).toEqual({ formula: '=IF(COUNT(L9)=0,"",SUM(L9))' });
    expect(cell(spec, "T", "dyears")).toEqual({ formula: '=IF(COUNT(L8:P8)=0,"",SUM(L8:P8))' });
    expect(cell(spec, "T:item", "d2021")).toEqual({ formula: '=IF(COUNT(L10:L14)=0,"",SUM(L10:L14))' });
    expect([cell(spec, "A.1", "d2021"), cell(spec, "A.1", "dyears")]).toEqual([null, { formula: '=IF(COUNT(L10:P10)=0,"",SUM(L10:P10))' }]);
  });

  test("formulas of a column of a year add up the same rows as those of the plan; every row has its rate", () => {
    fc.assert(
      fc.property(madeBudgets, ({ all, stated, choices }) => {
        const spec = made(planOf(all, stated), { ...choices, disbursed: true });
        const columns = columnsOf(spec);
        const [key, plan, paid] = [columns.get("key"), columns.get("y2024"), columns.get("d2024") ?? columns.get("disbursed")];
        const { from, to } = bodyOf(spec);
        for (let row = from; row <= to; row++) {
          const cells = spec.cells[row] ?? [];
          const rows = (col: number | undefined): string[] => [...named(cells[col ?? -1] ?? null)].map((at) => at.replace(/[A-Z]+/, ""));
          if (cells[key ?? -1] === "T")
            expect(rows(paid)).toEqual(
              [...(choices.layout === "source" ? [] : ["T:item"]), ...(choices.layout === "item" ? [] : ["T:source"])].map((group) =>
                String(rowOf(spec, group) + 1),
              ),
            );
          else expect(rows(paid)).toEqual(rows(plan));
          expect(cells[columns.get("rate") ?? -1]).toMatchObject({ formula: expect.stringContaining("ISNUMBER") });
        }
      }),
      { numRuns: 60 },
    );
  });

  test("lines are yellow, and what is computed is not", () => {
    for (const layout of BUDGET_LAYOUTS) {
      for (const years of [null, [2021, 2022]]) {
        const spec = made(laiChau, { layout, years });
        // later styles go over earlier ones
        const open = (at: Cell): boolean =>
          spec.styles.findLast(({ area, style }) => style.locked !== undefined && contains(area, at))?.style.locked === false;
        const yellow = (at: Cell): boolean =>
          spec.styles.findLast(({ area, style }) => style.fill !== undefined && contains(area, at))?.style.fill === COLOURS.input;
        const { from, to } = bodyOf(spec);
        for (let row = from; row <= to; row++) {
          for (const [key, col] of columnsOf(spec)) {
            if (!/^(d\d|disbursed|dyears|rate)/.test(key)) continue;
            const typed = spec.cells[row]?.[col] === null;
            expect([key, toA1({ row, col }), open({ row, col }), yellow({ row, col })]).toEqual([key, toA1({ row, col }), typed, typed]);
          }
        }
      }
    }
  });
});

test("the years of the plan stay on one page where it takes them, those of what was disbursed on the next", () => {
  const spec = made(laiChau);
  expect(spec.print).toMatchObject({ orientation: "landscape", pageBreakCols: [columnsOf(spec).get("d2021")] });
  expect(made(laiChau, { years: [2025] }).print.pageBreakCols).toBeUndefined();
});

test("a long period is cut where it has to be", () => {
  const spec = made(planOf(spending({ items: 2, sources: 2, from: 2018, years: 22, units: 0 }, 1)), { unit: "dong" });
  const breaks = spec.print.pageBreakCols ?? [];
  expect(breaks.length).toBeGreaterThan(2);
  expect(breaks.every((col, index) => col > (breaks[index - 1] ?? 2))).toBe(true);
  expect(spec.print.percent).toBeGreaterThanOrEqual(55);
});
