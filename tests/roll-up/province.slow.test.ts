import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  addFiles, emptyRollUp, mergeRollUps, nodesOver, resultOf, withMissing, type RollUp, type RollUpResult, type SourceRow, type UnitReport,
} from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { openXlsx } from "../../src/workbook/xlsx";
import { makeProvince, type Province } from "./province";
import { minutes } from "../support/patience";

const words = wordsOf("vi");
const COUNT = 60;
let province: Province;
let parts: { readonly rollUp: RollUp; readonly reports: readonly UnitReport[]; readonly sources: readonly SourceRow[] }[];
let result: RollUpResult;

const copy = (rollUp: RollUp): RollUp => structuredClone(rollUp);

function merged(order: readonly number[]): RollUp {
  const into = emptyRollUp();
  for (const index of order) mergeRollUps(into, copy(parts[index]?.rollUp ?? emptyRollUp()));
  return into;
}

beforeAll(async () => {
  province = await makeProvince(COUNT, words);
  const nodes = nodesOver(province.communes.map(({ unit }) => unit));
  parts = [];
  for (const { unit, bytes } of province.communes) {
    const file = bytes();
    if (!file) continue;
    const rollUp = emptyRollUp();
    const done = await addFiles(
      rollUp, { unit, files: [{ file: `${unit}.xlsx` }] }, { open: () => openXlsx(file) },
      { nodes, today: { year: 2024, month: 3, day: 1 }, sources: true },
      words,
    );
    parts.push({ rollUp, ...done });
  }
  result = resultOf(merged(parts.map((_, index) => index)));
}, minutes(6));

const line = (kind: string, key: string) => {
  const found = result.sections.find((one) => one.kind === kind)?.lines.find((one) => one.key === key);
  if (!found) throw new Error(`${kind} ${key}`);
  return found;
};
const figure = (kind: string, key: string, column: string, node = "") => line(kind, key).figures.get(node)?.get(column);
const known = (slot: string) => province.totals.get(slot) ?? { sum: 0n, units: 0 };
const inDong = (unit: string): boolean => province.communes.some((one) => one.unit === unit && one.moneyUnit === "dong");
const faulty = (fault: string): string[] =>
  province.communes.filter(({ faults }) => faults.some((one) => one === fault)).map(({ unit }) => unit);

describe("a province of sixty communes", () => {
  test.each(["giuong", "luot", "thu"])("counts and money of %s add up exactly, with the units that gave them", (key) => {
    for (const year of [2021, 2022, 2023]) {
      const { sum, units } = known(`indicators/${key}/actual${year}`);
      expect(units).toBeGreaterThan(20);
      expect(figure("indicators", key, String(year))).toMatchObject({ value: Number(sum) / 1000, units });
    }
  });

  test.each([["bac-sy", 10_000n], ["tu-vong", 1000n]] as const)("%s is the sum of numerators over that of denominators", (key, whole) => {
    const [above, below] = [known(`indicators/${key}/num2022`), known(`indicators/${key}/den2022`)];
    expect(figure("indicators", key, "2022")?.value).toBeCloseTo(Number((above.sum * whole * 1_000_000n) / below.sum) / 1e6, 5);
    expect(figure("indicators", key, "2022")).toMatchObject({ units: above.units, why: null });
  });

  test("a share is marked and not averaged where a unit lacks its basis, and the units are named", () => {
    expect(figure("indicators", "bhyt", "2022")).toMatchObject({ value: null, why: "no-basis", lacking: { first: faulty("no-basis") } });
    expect(result.mismatches).toContainEqual(expect.objectContaining({ code: "no-basis", key: "bhyt", column: "2022" }));
  });

  test.each(["tuoi-tho", "hang"])("%s is not added at all, its values are listed", (key) => {
    const found = figure("indicators", key, "2021");
    expect(found).toMatchObject({ value: null, why: "not-added" });
    expect(found?.listed.count).toBe(known(`indicators/${key}/actual2021`).units);
  });

  test("budgets in đồng and in millions come to the same, line by line", () => {
    for (const key of ["T", "A.1", "A.5", "B.1", "B.4"])
      expect(figure("budget", key, "amount")).toMatchObject({
        value: Number(known(`budget/${key}/amount`).sum) / 1000,
        units: parts.filter(({ reports }) => reports[0]?.state === "read").length,
      });
    expect(result.mismatches).toContainEqual(
      expect.objectContaining({
        code: "converted",
        from: "dong",
        to: "trieu-dong",
        units: expect.objectContaining({
          count: parts.filter(({ reports }) => reports[0]?.state === "read" && inDong(reports[0].unit)).length,
        }),
      }),
    );
  });

  test("each district has its own subtotal, and they come to the whole", () => {
    const districts = [...province.districts];
    expect(districts.length).toBe(4);
    for (const [district, totals] of districts)
      expect(figure("indicators", "luot", "2021", district)?.value).toBe(Number(totals.get("indicators/luot/actual2021")?.sum) / 1000);
  });

  test("a blank is no zero: figures say how many units gave them", () => {
    expect(figure("indicators", "giuong", "2023")?.units).toBeLessThan(figure("indicators", "giuong", "2021")?.units ?? 0);
    expect(figure("indicators", "giuong", "2025")).toBeUndefined();
  });

  test("text in a number's place, and a line that a unit lacks, are told with their units and not added", () => {
    expect(result.mismatches).toContainEqual(
      expect.objectContaining({
        code: "bad-cells",
        key: "giuong",
        column: "2022",
        units: { count: faulty("text").length, first: faulty("text").map((unit) => `${unit}: xem phụ lục`) },
      }),
    );
    expect(result.mismatches).toContainEqual(
      expect.objectContaining({
        code: "missing-lines",
        lines: ["Số lượt khám bệnh"],
        units: { count: faulty("lacks-a-code").length, first: faulty("lacks-a-code") },
      }),
    );
  });

  test("missing and broken files are named, and wrong sums counted as findings", () => {
    const reports = withMissing(parts.flatMap((one) => one.reports), province.communes.map(({ unit }) => unit));
    const of = (state: UnitReport["state"]) => reports.filter((one) => one.state === state).map(({ unit }) => unit);
    expect(of("missing")).toEqual(faulty("missing"));
    expect(of("broken").sort()).toEqual([...faulty("truncated"), ...faulty("no-zip")].sort());
    expect(reports.filter(({ errors }) => errors > 0).map(({ unit }) => unit)).toEqual(expect.arrayContaining(faulty("wrong-sum")));
    expect(reports).toHaveLength(COUNT);
  });

  test("every figure is the sum of the cells that are named as its sources", () => {
    const sources = parts.flatMap((one) => one.sources);
    const own = sources.filter((one) => one.kind === "indicators" && one.key === "luot" && one.column === "2022" && one.counted);
    expect(own.reduce((sum, { value }) => sum + Number(value), 0)).toBe(figure("indicators", "luot", "2022")?.value);
    expect(own.every(({ file, unit, at }) => file === `${unit}.xlsx` && at.sheet === words.templates.indicators.sheet)).toBe(true);
  });

  test("tasks are counted by status, the late ones apart", () => {
    const found = line("tasks", result.sections.find(({ kind }) => kind === "tasks")?.lines[0]?.key ?? "").figures.get("")?.get("status");
    expect([...(found?.statuses.values() ?? [])].reduce((sum, count) => sum + count, 0)).toBe(found?.units);
  });

  test("the result is the same in whatever order, and however grouped", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(parts.map((_, index) => index), { minLength: parts.length }),
        fc.nat({ max: parts.length }),
        (order, cut) => {
          const left = merged(order.slice(0, cut));
          mergeRollUps(left, merged(order.slice(cut)));
          expect(resultOf(left)).toEqual(result);
        },
      ),
      { numRuns: 8 },
    );
  });
});
