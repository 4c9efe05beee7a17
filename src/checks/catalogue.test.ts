import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { today } from "../../tests/support/context";
import { indicatorRows, type IndicatorCells } from "../../tests/support/indicator-rows";
import { wordsOf } from "../i18n";
import { catalogue, ownTargets, type PlanIndicator } from "../plan";
import type { IndicatorTable } from "../tables";
import { targetInput } from "../templates";
import { check } from ".";

const words = wordsOf("vi").templates.indicators;

/** The indicators as they stand in a table, with actual values of 2023 to 2025. */
function tableOf(
  indicators: readonly PlanIndicator[], plan: string,
  actual: (indicator: PlanIndicator, year: number) => number | null,
): IndicatorTable {
  const rows = indicators.map((one): IndicatorCells => ({
    label: one.name,
    unit: one.unit,
    key: one.code,
    direction: one.direction && words.direction[one.direction],
    baseline: one.baseline,
    ...Object.fromEntries(ownTargets(one).map((target) => [`target${target.year}`, targetInput(target, "vi") as string | number])),
    ...Object.fromEntries([2023, 2024, 2025].map((year) => [`actual${year}`, actual(one, year)])),
  }));
  return indicatorRows(rows, { plan, sheet: plan });
}

describe("the plans of the catalogue", () => {
  test.each(catalogue.map((plan) => [plan.id, plan] as const))(
    "%s: as the document has it, nothing is odd but units that must be slips",
    (id, plan) => {
      const found = check([tableOf(plan.indicators, id, () => null)], today).findings.filter(({ severity }) => severity !== "info");
      expect(found.map(({ code }) => code)).toEqual(id === "tp-lao-cai-2024" ? ["per-mille-unit", "per-mille-unit"] : []);
    },
  );

  test.each(catalogue.map((plan) => [plan.id, plan] as const))(
    "%s: values from half to one and a half of the targets may miss them, and are nothing worse",
    (id, plan) => {
      const own = plan.indicators.filter((indicator) => ownTargets(indicator).some(({ value }) => value !== null));
      fc.assert(
        fc.property(
          fc.array(fc.double({ min: 0.55, max: 1.5, noNaN: true }), { minLength: 3 * own.length, maxLength: 3 * own.length }),
          (parts) => {
            const table = tableOf(own, id, (indicator, year) => {
              const aim = ownTargets(indicator).find(({ value }) => value !== null)?.value ?? 0;
              const value = aim * (parts[3 * own.indexOf(indicator) + year - 2023] ?? 1);
              const whole = indicator.unit === "%" ? Math.min(100, value) : value;
              return Number.isInteger(aim) && indicator.unit !== "%" ? Math.max(1, Math.round(whole)) : Math.round(whole * 100) / 100;
            });
            const codes = check([table], today).findings.filter(({ severity }) => severity !== "info").map(({ code }) => code);
            expect(codes.filter((code) => code !== "target-not-met" && code !== "per-mille-unit")).toEqual([]);
          },
        ),
        { numRuns: 30 },
      );
    },
  );

  test("side by side: plans that set different targets for the same are information", () => {
    const found = check(
      catalogue.map((plan) => tableOf(plan.indicators, plan.id, () => null)),
      today,
    ).findings.filter(({ code }) => code === "plans-differ" || code === "targets-differ");
    const said = found.flatMap(({ code, severity, data }) =>
      "stricter" in data ? [[code, severity, data.indicator.normalize("NFC"), data.year, data.stricter]] : [],
    );
    expect(said).toContainEqual(["plans-differ", "info", "Tỷ lệ dân số tham gia bảo hiểm y tế", 2030, "this"]);
    expect(said.map(([code]) => code)).toEqual(found.map(() => "plans-differ"));
  });
});
