import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { bodyOf, columnsOf, madeBudgets, planOf, rowOf, spending } from "../../tests/support/budgets";
import { wordsOf } from "../i18n";
import { DEFAULT_ROWS, catalogue, withBlanks, type Plan, type PlanBudget } from "../plan";
import { MONEY_UNITS, fromDong } from "../quantity";
import {
  contains, formulaTokens, lastCell, overlap, parseA1, referenceArea, specArea, toA1, type Cell, type CellInput, type SheetSpec,
} from "../sheet";
import {
  BUDGET_LAYOUTS, COLOURS, DEFAULT_CHOICES, budgetTable, definedName, layoutsOf, planTag, readDefinedName, type BudgetLayout,
  type TableChoices,
} from ".";

const words = wordsOf("vi").templates;

function budgetOf(plan: Plan): PlanBudget {
  const [budget] = plan.budgets;
  if (!budget) throw new Error("no budget");
  return budget;
}

function made(plan: Plan, choices: Partial<TableChoices> = {}): SheetSpec {
  return budgetTable(plan, budgetOf(plan), { table: "budget1", sheet: "x" }, { ...DEFAULT_CHOICES, ...choices }, words);
}

function planWith(id: string): Plan {
  const plan = catalogue.find((one) => one.id === id);
  if (!plan) throw new Error(id);
  return plan;
}

const laiChau = planWith("lai-chau-2021-2025");
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
const names = (count: number): string[] => range(count).map((index) => `Xã ${index + 1}`);
const column = (spec: SheetSpec, key: Parameters<ReturnType<typeof columnsOf>["get"]>[0]): CellInput[] => {
  const { from, to } = bodyOf(spec);
  const col = columnsOf(spec).get(key);
  if (col === undefined) throw new Error(`no column ${key}`);
  return spec.cells.slice(from, to + 1).map((row) => row[col] ?? null);
};
const cell = (spec: SheetSpec, row: number, key: Parameters<ReturnType<typeof columnsOf>["get"]>[0]): CellInput =>
  spec.cells[row]?.[columnsOf(spec).get(key) ?? -1] ?? null;
const formula = (input: CellInput): string => (typeof input === "object" && input !== null ? input.formula : "");

/** Every cell that a formula names. */
function cellsOf(text: string): Set<string> {
  return new Set(
    formulaTokens(text).flatMap((token) => {
      const area = token.kind === "reference" ? referenceArea(token.address) : null;
      return area
        ? range(area.rows).flatMap((row) => range(area.cols).map((col) => toA1({ row: area.row + row, col: area.col + col })))
        : [];
    }),
  );
}

/** Column numbers that a rule adds up: "(22=2+3+…+21)" → 22 and 2 to 21. */
function readRule(rule: string): { own: number; parts: number[] } | null {
  const match = /^\((\d+)=(.+)\)$/.exec(rule);
  if (!match) return null;
  const parts = (match[2] ?? "").split("+").flatMap((part, index, all): number[] => {
    if (part !== "…") return [Number(part)];
    const [before, after] = [Number(all[index - 1]), Number(all[index + 1])];
    return range(after - before - 1).map((step) => before + 1 + step);
  });
  return { own: Number(match[1]), parts };
}

describe.each(
  catalogue.flatMap((plan) =>
    withBlanks(plan, { ...DEFAULT_ROWS, sources: ["Ngân sách tỉnh", "Xã hội hóa"] }).budgets.flatMap((budget) =>
      BUDGET_LAYOUTS.map((layout): [string, BudgetLayout, Plan] => [plan.id, layout, { ...plan, budgets: [budget] }]),
    ),
  ),
)("%s laid out as %s", (_id, layout, plan) => {
  for (const reportingUnits of [[], names(25)]) {
    const spec = made(plan, { layout, reportingUnits });

    test(`with ${reportingUnits.length} units everything stays inside the table, and merges keep apart`, () => {
      const whole = specArea(spec);
      expect(spec.cells.every((row) => row.length === spec.columns.length)).toBe(true);
      for (const { area } of [...spec.styles, ...spec.validations, ...spec.conditionalFormats, ...spec.names])
        expect(contains(whole, area) && contains(whole, lastCell(area))).toBe(true);
      for (const [index, merge] of spec.merges.entries()) {
        expect(merge.row + merge.rows).toBeLessThanOrEqual(bodyOf(spec).from);
        expect(spec.merges.slice(index + 1).some((other) => overlap(merge, other))).toBe(false);
        for (const breakCol of spec.print.pageBreakCols ?? [])
          expect(merge.col < breakCol && merge.col + merge.cols > breakCol).toBe(false);
      }
      expect(spec.names.every(({ name }) => readDefinedName(name) !== null)).toBe(true);
    });

    test(`with ${reportingUnits.length} units the keys of its rows are there, each once`, () => {
      const keys = column(spec, "key");
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.every((key) => typeof key === "string" && key !== "")).toBe(true);
    });
  }
});

describe("rows", () => {
  test("a budget offers the layouts that it has lines for, and any other gives way to the first of them", () => {
    const lines = (kinds: readonly string[]): PlanBudget => ({
      ...budgetOf(laiChau),
      lines: budgetOf(laiChau).lines.filter(({ kind }) => kinds.includes(kind)),
    });
    expect(
      [["total", "item", "source"], ["total", "item"], ["total", "source"], ["total"]].map((kinds) => layoutsOf(lines(kinds))),
    ).toEqual([["both", "item", "source", "item-source"], ["item"], ["source"], []]);
    for (const layout of BUDGET_LAYOUTS) {
      expect(column(made({ ...laiChau, budgets: [lines(["total", "item"])] }, { layout }), "key")).toEqual([
        "T", "T:item", "A.1", "A.2", "A.3", "A.4", "A.5",
      ]);
      expect(column(made({ ...laiChau, budgets: [lines(["total"])] }, { layout }), "key")).toEqual(["T"]);
    }
  });

  test("lines without a total get one that is not stated", () => {
    const budget = {
      ...budgetOf(laiChau),
      lines: budgetOf(laiChau).lines.filter(({ kind }) => kind === "item").map((line) => ({ ...line, parent: null })),
    };
    const spec = made({ ...laiChau, budgets: [budget] });
    expect(column(spec, "key").slice(0, 3)).toEqual(["total", "total:item", "A.1"]);
    expect([column(spec, "label")[0], column(spec, "amount")[0]]).toEqual([words.budget.total, null]);
  });

  test("each layout has its breakdowns; item by source has a row for each pair under its item", () => {
    expect(column(made(laiChau, { layout: "source" }), "key")).toEqual(["T", "T:source", "B.1", "B.2", "B.3", "B.4"]);
    const crossed = made(laiChau, { layout: "item-source" });
    expect(column(crossed, "key").slice(0, 8)).toEqual(["T", "T:item", "A.1", "A.1×B.1", "A.1×B.2", "A.1×B.3", "A.1×B.4", "A.2"]);
    expect(column(crossed, "number").slice(0, 8)).toEqual(["", "A", "1", "1.1", "1.2", "1.3", "1.4", "2"]);
    expect(column(crossed, "label")[4]).toBe(budgetOf(laiChau).lines.find(({ number }) => number === "B.2")?.label);
  });

  test("of a tree, the items without lines under them get the sources, and all above is added up", () => {
    const line = { of: null, amount: null, where: "x", parent: "T" };
    const lines: PlanBudget["lines"] = [
      { ...line, number: "T", label: "Tổng", kind: "total", parent: null },
      { ...line, number: "A.1", label: "Một", kind: "item" },
      { ...line, number: "A.1.1", label: "Một một", kind: "item", parent: "A.1" },
      { ...line, number: "A.1.1.1", label: "Trong đó", kind: "item", parent: null, of: "A.1.1" },
      { ...line, number: "A.1.2", label: "Một hai", kind: "item", parent: "A.1" },
      { ...line, number: "B.1", label: "Nguồn", kind: "source" },
      { ...line, number: "B.1.1", label: "Nguồn một", kind: "source", parent: "B.1" },
    ];
    const spec = made({ ...laiChau, budgets: [{ ...budgetOf(laiChau), lines }] }, { layout: "item-source" });
    expect(column(spec, "key")).toEqual([
      "T", "T:item", "A.1", "A.1.1", "A.1.1.1", "A.1.1×B.1.1", "A.1.2", "A.1.2×B.1.1", "T:source", "B.1", "B.1.1",
    ]);
    const row = (key: string): number => rowOf(spec, key);
    const at = (key: string): string => toA1({ row: row(key), col: columnsOf(spec).get("y2022") ?? 0 });
    const behind = (key: string): Set<string> => cellsOf(formula(cell(spec, row(key), "y2022")));
    expect(behind("A.1")).toEqual(new Set([at("A.1.1"), at("A.1.2")]));
    expect(behind("A.1.1")).toEqual(new Set([at("A.1.1×B.1.1")]));
    expect(behind("B.1")).toEqual(new Set([at("B.1.1")]));
    expect(behind("B.1.1")).toEqual(new Set([at("A.1.1×B.1.1"), at("A.1.2×B.1.1")]));
  });

  test("a blank budget has all that a filled one has; what is to be typed is yellow and not locked", () => {
    const plan = withBlanks({ ...laiChau, budgets: [] }, { ...DEFAULT_ROWS, items: 3, sources: ["Ngân sách tỉnh"] });
    for (const layout of BUDGET_LAYOUTS) {
      const spec = made(plan, { layout });
      expect(column(spec, "label")[0]).toBe(words.budget.total);
      // later styles go over earlier ones
      const open = (at: Cell): boolean =>
        spec.styles.findLast(({ area, style }) => style.locked !== undefined && contains(area, at))?.style.locked === false;
      const yellow = (at: Cell): boolean =>
        spec.styles.findLast(({ area, style }) => style.fill !== undefined && contains(area, at))?.style.fill === COLOURS.input;
      const { from, to } = bodyOf(spec);
      for (let row = from; row <= to; row++) {
        for (const key of ["label", "amount", "y2021"] as const) {
          const at = { row, col: columnsOf(spec).get(key) ?? -1 };
          const input = cell(spec, row, key);
          const typed = input === null || input === "";
          expect([toA1(at), open(at), yellow(at)]).toEqual([toA1(at), typed, typed]);
        }
      }
      expect(spec.validations.length).toBeGreaterThan(0);
    }
  });
});

describe("columns", () => {
  test("the amounts are typed, the breakdowns are sums, the years are empty", () => {
    const spec = made(laiChau);
    expect(column(spec, "amount")).toEqual([
      275556, { formula: "=SUM(C10:C14)" }, 39705, 78960, 84640, 72151, 100, { formula: "=SUM(C16:C19)" }, 158486, 56000, 4430, 56640,
    ]);
    expect(column(spec, "y2021").filter((value) => value !== null)).toEqual([
      { formula: '=IF(COUNT(D10:D14)=0,"",SUM(D10:D14))' }, { formula: '=IF(COUNT(D16:D19)=0,"",SUM(D16:D19))' },
    ]);
    expect(column(spec, "years")[0]).toEqual({ formula: '=IF(COUNT(D8:H8)=0,"",SUM(D8:H8))' });
  });

  test.each(MONEY_UNITS)("in %s the amounts are those of the plan", (unit) => {
    const shown = column(made(laiChau, { unit }), "amount").filter((value) => typeof value === "number");
    expect(shown).toEqual(budgetOf(laiChau).lines.map(({ amount }) => fromDong(amount ?? 0, unit)));
  });

  test("the words over a column are those of its year or unit, and the table says of which plan it is", () => {
    const spec = made(laiChau, { reportingUnits: ["Xã Mường Kim", "Phường Tân Phong"] });
    const head = spec.names.find(({ name }) => name === definedName("budget1", "head"))?.area;
    const tag = spec.names.find(({ name }) => name === definedName("budget1", "plan"))?.area;
    if (!head || !tag) throw new Error("no name");
    const lower = (key: "y2021" | "u1" | "u2" | "units"): CellInput => cell(spec, head.row + 1, key);
    expect([head.rows, lower("y2021"), lower("u1"), lower("u2"), lower("units")]).toEqual([
      2, "Năm 2021", "Xã Mường Kim", "Phường Tân Phong", words.budget.units,
    ]);
    expect([spec.cells[tag.row]?.[tag.col], spec.columns[tag.col]?.hidden]).toEqual([planTag(laiChau.id, budgetOf(laiChau).id), true]);
  });

  test("chosen years have no sum, which would look like that of the period", () => {
    const spec = made(laiChau, { years: [2022, 2024], reportingUnits: names(2) });
    expect([...columnsOf(spec).keys()]).toEqual(["number", "label", "amount", "y2022", "y2024", "u1", "u2", "units", "note", "key"]);
    expect([...columnsOf(made(laiChau, { years: [] })).keys()]).toEqual(["number", "label", "amount", "note", "key"]);
    expect([...columnsOf(made(laiChau, { years: [2021, 2022, 2023, 2024, 2025] })).keys()]).toContain("years");
  });

  test("the rules over the columns say what the formulas add up", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 23 }), fc.integer({ min: 0, max: 30 }), fc.constantFrom(...BUDGET_LAYOUTS),
        (years, units, layout) => {
          const spec = made(planOf(spending({ items: 2, sources: 2, from: 2018, years, units }, 1)), {
            layout,
            reportingUnits: names(units),
          });
          const { from, to } = bodyOf(spec);
          const rules = (spec.cells[from - 1] ?? []).map((rule, col) => ({
            col,
            text: String(rule ?? ""),
            read: readRule(String(rule ?? "")),
          }));
          const colOf = new Map(rules.map(({ col, text, read }) => [read?.own ?? Number(text), col]));
          const summed = rules.filter(({ read }) => read !== null);
          expect(summed).toHaveLength(units > 0 ? 2 : 1);
          for (const { col, text, read } of summed) {
            expect(text.split("+").length).toBeLessThanOrEqual(6);
            for (let row = from; row <= to; row++) {
              const named = cellsOf(formula(spec.cells[row]?.[col] ?? null));
              expect(named).toEqual(new Set(read?.parts.map((part) => toA1({ row, col: colOf.get(part) ?? -1 }))));
            }
          }
        },
      ),
      { numRuns: 40 },
    );
    expect(readRule("(22=2+3+…+21)")?.parts).toEqual(range(20).map((index) => index + 2));
  });

  test("formulas of computed rows add up their rows, each once, in every layout", () => {
    fc.assert(
      fc.property(madeBudgets, ({ all, stated, choices }) => {
        const spec = made(planOf(all, stated), choices);
        const columns = columnsOf(spec);
        const keys = new Map([...column(spec, "key").entries()].map(([index, key]) => [String(key), bodyOf(spec).from + index]));
        for (const [key, row] of keys) {
          const group = /^T:(item|source)$/.exec(key)?.[1];
          const crossed = choices.layout === "item-source" && /^[AB]\.\d+$/.test(key);
          const wanted = [...keys.keys()].filter((other) =>
            group
              ? new RegExp(`^${group === "item" ? "A" : "B"}\\.\\d+$`).test(other)
              : crossed && (other.startsWith(`${key}×`) || other.endsWith(`×${key}`)),
          );
          for (const [columnKey, col] of columns) {
            if (!/^(y|u)\d+$/.test(columnKey)) continue;
            const parts = wanted.map((other) => toA1({ row: keys.get(other) ?? -1, col }));
            const own = formula(spec.cells[row]?.[col] ?? null);
            expect(cellsOf(own)).toEqual(new Set(parts));
            expect(own.includes("SUM")).toBe(parts.length > 0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("print", () => {
  test("a wide table is cut between its columns, its numbers and words repeated, and stays readable", () => {
    for (const [years, units, pages] of [[5, 0, 1], [6, 0, 1], [13, 0, 2], [22, 0, 2], [5, 12, 2], [13, 60, 7]] as const) {
      const spec = made(planOf(spending({ items: 2, sources: 2, from: 2018, years, units }, 1)), {
        unit: "dong",
        reportingUnits: names(units),
      });
      const { percent, pageBreakCols = [], titleCols, orientation } = spec.print;
      expect([years, units, orientation, 1 + pageBreakCols.length]).toEqual([years, units, "landscape", pages]);
      if (pages === 1) continue;
      expect(percent).toBeGreaterThanOrEqual(55);
      expect(titleCols).toEqual({ from: 0, to: 1 });
      expect(pageBreakCols.every((col, index) => col > (pageBreakCols[index - 1] ?? 2))).toBe(true);
      expect(spec.merges.some(({ row, col }) => row === 0 && col === 2)).toBe(true);
    }
  });

  test("the caption of the unit is where its name says, also where the heading makes room for repeated columns", () => {
    for (const reportingUnits of [[], names(20)]) {
      const spec = made(laiChau, { reportingUnits });
      const area = spec.names.find(({ name }) => name === definedName("budget1", "caption"))?.area;
      expect(area && spec.cells[area.row]?.[area.col]).toBe(words.unitCaption("trieu-dong"));
    }
  });

  test("columns are wide enough for the amounts in đồng", () => {
    const spec = made(laiChau, { unit: "dong" });
    expect(parseA1("C8")).toEqual({ row: bodyOf(spec).from, col: columnsOf(spec).get("amount") });
    for (const key of ["amount", "y2021", "years"] as const)
      expect(spec.columns[columnsOf(spec).get(key) ?? -1]?.width).toBeGreaterThan("275.556.000.000".length);
  });
});

describe("a budget is headed as its document does", () => {
  const headOf = (spec: SheetSpec): { title: CellInput; caption: CellInput; amount: CellInput } => {
    const at = (key: "caption" | "amount" | "head"): { row: number; col: number } =>
      spec.names.find(({ name }) => name === definedName("budget1", key))?.area ?? { row: -1, col: -1 };
    return {
      title: spec.cells[0]?.[0] ?? null,
      caption: spec.cells[at("caption").row]?.[at("caption").col] ?? null,
      amount: spec.cells[at("head").row]?.[at("amount").col] ?? null,
    };
  };

  test.each([
    ["lai-chau-2021-2025", {}, "Phụ lục\nBIỂU KINH PHÍ THỰC HIỆN ĐỀ ÁN", "Đơn vị tính: triệu đồng", "Tổng kinh phí thực hiện Đề án"],
    // a need is not what was approved, and the document counts in đồng
    ["tp-lao-cai-2024", {}, "Phụ lục\nBIỂU DỰ KIẾN NHU CẦU KINH PHÍ NĂM 2024", "Đơn vị tính: đồng", "Tổng nhu cầu kinh phí"],
    [
      "tp-lao-cai-2024", { unit: "trieu-dong" }, "Phụ lục\nBIỂU DỰ KIẾN NHU CẦU KINH PHÍ NĂM 2024", "Đơn vị tính: triệu đồng",
      "Tổng nhu cầu kinh phí",
    ],
  ] as const)("%s %j", (id, choices, title, caption, amount) => {
    expect(headOf(made(planWith(id), choices))).toEqual({ title, caption, amount });
  });

  test("a plan of one's own, which names nothing, has the usual words", () => {
    const blank = withBlanks({ ...planWith("kon-tum-2030"), budgets: [] }, DEFAULT_ROWS);
    expect(headOf(made(blank))).toEqual({
      title: "Phụ lục\nBIỂU KINH PHÍ THỰC HIỆN",
      caption: "Đơn vị tính: triệu đồng",
      amount: "Tổng kinh phí được duyệt",
    });
  });
});

describe("sources that are named without amounts", () => {
  const sources = planWith("tp-lao-cai-2024").budgets[0]?.lines.filter(({ kind }) => kind === "source") ?? [];

  test("are lines to fill in, and their sum is blank until one is", () => {
    const spec = made(planWith("tp-lao-cai-2024"));
    const col = spec.names.find(({ name }) => name === definedName("budget1", "amount"))?.area.col ?? -1;
    const at = (words: string): CellInput => spec.cells.find((row) => row[1] === words)?.[col] ?? null;
    expect(sources).toHaveLength(4);
    expect(sources.map(({ label }) => at(label))).toEqual([null, null, null, null]);
    expect(at(words.budget.bySource)).toMatchObject({ formula: expect.stringMatching(/^=IF\(COUNT\(/) });
    expect(at(words.budget.byItem)).toMatchObject({ formula: expect.stringMatching(/^=SUM\(/) });
  });

  test("are what each item is paid from, where that is asked for", () => {
    const spec = made(planWith("tp-lao-cai-2024"), { layout: "item-source" });
    expect(spec.cells.filter((row) => row[1] === sources[0]?.label).length).toBeGreaterThan(3);
  });
});
