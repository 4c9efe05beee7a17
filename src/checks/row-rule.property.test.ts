import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { tableOf, type GridCell } from "../../tests/support/grids";
import { columnsOf, type IndicatorColumns, type IndicatorTable, numberCells, oddCells } from "../tables";
import type { ColumnKey } from "../templates";
import { assessments } from "./assessments";
import { budgetShares } from "./budget-shares";
import { directions } from "./directions";
import { jumps } from "./jumps";
import { indicatorDates } from "./number-text";
import { perMille } from "./per-mille";
import { indicatorSlips } from "./percent-slips";
import type { RowRule } from "./row-rule";
import { shares } from "./shares";
import { targetOrder } from "./target-order";
import { targets } from "./targets";
import { unitLimits } from "./unit-limits";
import { unreadableTargets } from "./unreadable-targets";

const RULES: readonly RowRule[] = [
  unitLimits, indicatorSlips, perMille, shares, targets, targetOrder, jumps, budgetShares, unreadableTargets, indicatorDates, directions,
];

const YEARS = [2021, 2022, 2023, 2024, 2025, 2026] as const;
const UNITS = ["%", "%", "‰", "/vạn dân", "trẻ nam/100 trẻ nữ", "người", "triệu đồng", "tuổi", "lần", null];
const LABELS = [
  "Tỷ lệ hộ nghèo", "Tỷ suất tử vong trẻ em dưới 5 tuổi", "TỶ SUẤT CHẾT SƠ SINH", "Tỷ suất sinh thô".normalize("NFD"),
  "Tỷ lệ tăng dân số tự nhiên", "Infant mortality", "Tốc độ tăng trưởng", "Tỷ lệ ngân sách y tế dành cho công tác y tế dự phòng",
  "Số ca mắc",
];
const TARGETS: readonly GridCell[] = [
  "> 30", "≥ 50", "dưới 15", "< 15‰", "trên 95%", "16 - 18", "khoảng 40", "giảm 2%", "từ 24,4% lên >30%", "17/17 xã", "Duy trì", "12..3",
  null, 30, 50, 95, 0.5, { error: "#N/A" },
];
const ODD: readonly GridCell[] = [
  null, null, "", "  ", "12,5", "chưa có", true, { error: "#REF!" }, -5, 0, 0.35, 9500, 955, 101, 12.345, { formula: "=A1", value: "" },
];

/** Half of them a little over where the row begins. */
const target = fc.oneof(fc.constant("own" as const), fc.constantFrom(...TARGETS));

/** A row that is right but for some of its cells: values go one way, most of them come out of their numerators and denominators. */
const row = fc.record({
  base: fc.constantFrom(0.6, 2, 30, 50, 95, 1500, 40_000),
  steps: fc.array(fc.constantFrom(0.5, 1, 1, 2, -1), { minLength: YEARS.length, maxLength: YEARS.length }),
  denominator: fc.constantFrom(37, 200, 1000),
  places: fc.constantFrom(0, 1, 2, 16),
  unit: fc.constantFrom(...UNITS),
  label: fc.constantFrom(...LABELS),
  direction: fc.constantFrom("tăng", "tăng", "giảm", "giữ", null),
  status: fc.constantFrom(null, "Đạt", "tạm được"),
  targets: fc.tuple(target, target),
  computed: fc.boolean(),
  faults: fc.array(
    fc.tuple(
      fc.nat(),
      fc.oneof(
        fc.constantFrom(...ODD), fc.constant(45_000), fc.double({ min: -10, max: 1e6, noNaN: true }),
        fc.constantFrom(0.01, 0.1, 10, 100, -1).map((times) => ({ times })),
      ),
    ),
    { maxLength: 2 },
  ),
});

const COLUMNS: readonly ColumnKey[] = [
  "number", "label", "unit", "baseline", "target2025", "target2030", "u1", "u2",
  ...YEARS.map((year) => `actual${year}` as const),
  "un1", "ud1", "un2", "ud2",
  ...YEARS.flatMap((year) => [`num${year}`, `den${year}`] as const),
  "key", "direction", "status",
];
/** Where faults are planted. */
const NUMBERS = COLUMNS.flatMap((key, at) => (/^(?:baseline|actual|num|den|u|un|ud)\d*$/.test(key) ? [at] : []));

type Faulty = Exclude<GridCell, null> | null | { readonly times: number };

const tables = fc
  .record({ rows: fc.array(row, { minLength: 1, maxLength: 6 }), columns: fc.constantFrom("all", "no units", "no counts", "one year") })
  .map(({ rows, columns }): IndicatorTable => {
    const kept = COLUMNS.filter((key) =>
      columns === "all"
        ? true
        : columns === "no units"
          ? !/^u[nd]?\d/.test(key)
          : columns === "no counts"
            ? !/^(?:num|den|un|ud)/.test(key)
            : !/^(?:actual|num|den)202[1-4]/.test(key),
    );
    const grid = rows.map(
      ({ base, steps, denominator, places, unit, label, direction, status, targets: [near, far], computed, faults }, index) => {
        const cells = new Map<ColumnKey, GridCell>([
          ["number", String(index + 1)], ["label", label], ["unit", unit], ["key", `x${index}`], ["direction", direction],
          ["status", status], ["target2025", near === "own" ? base + 5 : near], ["target2030", far === "own" ? base + 8 : far],
          ["baseline", base],
        ]);
        const show = (key: ColumnKey, above: ColumnKey, below: ColumnKey, value: number): void => {
          const numerator = Math.round((value * denominator) / 100);
          const exact = (100 * numerator) / denominator;
          const shown = places === 16 ? exact : Math.round(exact * 10 ** places) / 10 ** places;
          cells.set(key, computed ? { formula: "=A1", value: shown } : shown).set(above, numerator).set(below, denominator);
        };
        YEARS.forEach((year, at) =>
          show(`actual${year}`, `num${year}`, `den${year}`, base + steps.slice(0, at + 1).reduce((all, step) => all + step, 0)),
        );
        for (const place of [1, 2] as const) show(`u${place}`, `un${place}`, `ud${place}`, base + place);
        const line = COLUMNS.map((key) => cells.get(key) ?? null);
        for (const [where, what] of faults) {
          const at = NUMBERS[where % NUMBERS.length] ?? 0;
          const fault: Faulty = what;
          const before = line[at];
          line[at] =
            typeof fault === "object" && fault !== null && "times" in fault
              ? typeof before === "number" ? before * fault.times : null
              : fault;
        }
        return kept.map((key) => line[COLUMNS.indexOf(key)] ?? null);
      },
    );
    const table = tableOf("indicators", kept, grid, "");
    if (table.kind !== "indicators") throw new Error("not an indicator table");
    return table;
  });

const budget = tableOf("budget", ["number", "label", "amount", "key"], [["", "Tổng", 100, "T"], ["1", "Công tác y tế dự phòng", 2, "A.1"]]);

describe("what columns of numbers tell of rows", () => {
  test("no rule passes over a row that it has something to say of", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(2023, 2026, 2031), (table, year) => {
        const context = { today: { year, month: 6, day: 1 }, tables: [table, budget] };
        // a table that was made of another one has the columns of its rows
        const copy = { ...table };
        for (const rule of RULES) {
          const all = table.rows.flatMap((one) => rule.ofRow(table, one, context));
          expect([rule.name, rule.check(table, context), rule.check(copy, context)]).toEqual([rule.name, all, all]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("no result in words is passed over", () => {
    const context = { today: { year: 2026, month: 6, day: 1 }, tables: [] };
    fc.assert(
      fc.property(tables, (table) => {
        const all = table.rows.flatMap((one) =>
          [...one.assessments].map(([year, cell]) => ({ ...cell, said: ["text", "number"].includes(one.actuals.get(year)?.state ?? "") })),
        );
        const [unknown, missing] = [
          all.filter(({ state }) => state === "other"), all.filter(({ state, said }) => state === "blank" && said),
        ];
        for (const findings of [assessments.check(table, context), assessments.check({ ...table }, context)]) {
          expect(findings.flatMap(({ code, at }) => (code === "assessment-unknown" ? [at] : []))).toEqual(unknown.map(({ at }) => at));
          expect(findings.flatMap(({ code, cells }) => (code === "assessments-missing" ? cells : []))).toEqual(missing.map(({ at }) => at));
        }
      }),
    );
    const some = fc.sample(tables, { numRuns: 400, seed: 1 }).flatMap((table) => assessments.check(table, context).map(({ code }) => code));
    expect(new Set(some)).toEqual(new Set(assessments.codes));
  });

  test("the tables of these properties have findings of every rule, and rows of which there is none", () => {
    const context = { today: { year: 2026, month: 6, day: 1 }, tables: [budget] };
    const some = fc.sample(tables, { numRuns: 400, seed: 1 });
    for (const rule of RULES) {
      const rows = some.flatMap((table) => table.rows.map((one) => rule.ofRow(table, one, { ...context, tables: [table, budget] }).length));
      expect([rule.name, rows.some((count) => count > 0), rows.includes(0)]).toEqual([rule.name, true, true]);
    }
  });

  test("columns gathered from rows are those that the rows were read from", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const told = ({ grid: _, targets: all, ...others }: IndicatorColumns) => ({
          ...others,
          targets: all.map(({ year, readings }) => ({ year, readings: readings.map(({ text, state }) => ({ text, state })) })),
        });
        expect(told(columnsOf({ ...table }))).toEqual(told(columnsOf(table)));
        expect(oddCells(table)).toEqual(numberCells(table).filter(({ cell }) => cell.state !== "number" && cell.state !== "blank"));
      }),
    );
  });
});
