import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { columnOf, readSpec, specOf, specOfPlan } from "../../tests/support/made-tables";
import { today } from "../../tests/support/context";
import { weightOf, type Finding } from "../findings";
import { catalogue, type Plan } from "../plan";
import { MONEY_UNITS } from "../quantity";
import type { CellValue, SheetSpec } from "../sheet";
import type { ColumnKey, TableKind } from "../templates";
import { check } from ".";

const CITY = "tp-lao-cai-2024";

interface Typed {
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
}

const found = (spec: SheetSpec, typed: readonly Typed[] = []): readonly Finding[] =>
  check([readSpec(spec, typed)], today).findings.filter(({ severity }) => severity !== "info");
const codes = (findings: readonly Finding[]): string[] => findings.map((finding) => `${finding.code}: ${weightOf(finding)}`);

/** The cell of a row, by its key. */
function at(spec: SheetSpec, kind: TableKind, key: string, column: ColumnKey): Omit<Typed, "value"> {
  const keys = columnOf(spec, kind, "key");
  return { row: spec.cells.findIndex((cells) => cells[keys] === key), col: columnOf(spec, kind, column) };
}

/** The sheet after somebody has deleted a row. */
function withoutRow(spec: SheetSpec, row: number): SheetSpec {
  return {
    ...spec,
    cells: spec.cells.filter((_, index) => index !== row),
    names: spec.names.map(({ name, area }) => ({
      name,
      area: area.row <= row && row < area.row + area.rows ? { ...area, rows: area.rows - 1 } : area,
    })),
  };
}

describe("a fresh table", () => {
  test.each(catalogue.map(({ id }) => id))("of %s has no error and nothing to review but what its document contradicts", (id) => {
    const plan = catalogue.find((one) => one.id === id);
    if (!plan) throw new Error(id);
    const all = [
      specOfPlan("indicators", plan),
      specOfPlan("tasks", plan),
      ...(plan.budgets.length > 0 ? MONEY_UNITS.map((unit) => specOfPlan("budget", plan, { unit })) : []),
    ];
    expect(all.flatMap((spec) => found(spec)).filter((finding) => weightOf(finding) !== "document")).toEqual([]);
  });

  test("says what its document contradicts, in each unit of money", () => {
    for (const unit of MONEY_UNITS) expect(codes(found(specOf("budget", CITY, { unit })))).toEqual(["over-total: document"]);
    expect(codes(found(specOf("indicators", CITY)))).toEqual(["per-mille-unit: document", "per-mille-unit: document"]);
  });
});

describe("a contradiction of the document", () => {
  const budget = specOf("budget", CITY, { unit: "trieu-dong" });
  const plan = catalogue.find(({ id }) => id === CITY) as Plan;
  const [part, other] = [at(budget, "budget", "2.2.3.1", "amount"), at(budget, "budget", "2.2.3.2", "amount")];

  test("is an error like any other as soon as a cell of it says anything else", () => {
    fc.assert(
      fc.property(fc.constantFrom(part, other), fc.integer({ min: 60, max: 5000 }), (cell, value) => {
        const after = found(budget, [{ ...cell, value: value + 2000 }]);
        expect(after.map(({ code }) => code)).toContain("over-total");
        expect(after.filter((finding) => weightOf(finding) === "document")).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("is still the document's where anything else of the table is wrong", () => {
    const top = plan.budgets[0]?.lines.find(({ kind }) => kind === "total")?.number ?? "";
    const wrong = codes(found(budget, [...computed(plan, budget, new Set()), { ...at(budget, "budget", top, "amount"), value: 1 }]));
    expect(wrong).toEqual(expect.arrayContaining(["over-total: document", "sum-mismatch: error"]));
  });

  test("of an indicator is not the document's under another name or unit", () => {
    const spec = specOf("indicators", CITY);
    const [first] = found(spec);
    const row = first?.at.row ?? -1;
    expect(
      codes(found(spec, [{ row, col: columnOf(spec, "indicators", "label"), value: "Tỷ suất tử vong trẻ em dưới 5 tuổi của thành phố" }])),
    ).toEqual(["per-mille-unit: warning", "per-mille-unit: document"]);
    expect(codes(found(spec, [{ row, col: first?.at.col ?? -1, value: "≤ 18,6" }]))).toEqual([
      "per-mille-unit: warning", "per-mille-unit: document",
    ]);
  });
});

/** What the computed sums show, once the rows of these keys are gone. */
function computed(plan: Plan, spec: SheetSpec, gone: ReadonlySet<string>): Typed[] {
  const lines = plan.budgets[0]?.lines ?? [];
  const keys = columnOf(spec, "budget", "key");
  return spec.cells.flatMap((cells, row) => {
    const [, parent, kind] = /^(.*):(item|source)$/.exec(String(cells[keys])) ?? [];
    if (parent === undefined) return [];
    const value = lines.reduce(
      (sum, line) =>
        line.parent === parent && line.kind === kind && line.of === null && !gone.has(line.number) ? sum + (line.amount ?? 0) : sum,
      0,
    );
    return [{ row, col: columnOf(spec, "budget", "amount"), value }];
  });
}

test("what is missing since somebody has deleted or moved a line is never the document's", () => {
  let missed = 0;
  for (const plan of catalogue.filter(({ budgets }) => (budgets[0]?.lines.length ?? 0) > 0)) {
    const spec = specOfPlan("budget", plan, { unit: "dong" });
    expect(codes(found(spec, computed(plan, spec, new Set()))).filter((code) => !code.endsWith("document"))).toEqual([]);
    for (const line of plan.budgets[0]?.lines ?? []) {
      const { row } = at(spec, "budget", line.number, "amount");
      const short = withoutRow(spec, row);
      const gone = found(short, computed(plan, short, new Set([line.number])));
      missed += gone.filter(({ severity }) => severity === "error").length;
      expect(codes(gone).filter((code) => /^(?:sum-mismatch|breakdowns-differ|sum-rounding): document$/.test(code))).toEqual([]);
      const moved = found(spec, [
        ...computed(plan, spec, new Set([line.number])),
        { row, col: columnOf(spec, "budget", "number"), value: "9.9.9" },
      ]);
      expect(moved.filter((finding) => finding.code === "sum-mismatch" && weightOf(finding) === "document")).toEqual([]);
    }
  }
  expect(missed).toBeGreaterThan(5);
});

test("tables of one's own have no document", () => {
  const spec = specOf("budget", CITY);
  const tag = spec.names.find(({ name }) => name.endsWith("_plan"))?.area;
  if (!tag) throw new Error("no tag");
  expect(codes(found(spec, [{ row: tag.row, col: tag.col, value: "own/Kế hoạch của xã" }]))).toEqual(["over-total: error"]);
});
