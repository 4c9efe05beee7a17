import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { wordsOf } from "../i18n";
import { catalogue } from "../plan";
import { PARTED, comparablesOfPlans, comparePlans, matchKey, type Comparable, type Comparison } from "./comparison";
import { comparisonOfCells, comparisonSheet, readCodes } from "./comparison-sheet";
import { compareTargets } from "../quantity";

const items = comparablesOfPlans(catalogue);
const groupOf = ({ groups }: Comparison, label: RegExp) => groups.find(({ members }) => members.some(({ item }) => label.test(item.label)));

describe("the plans of the catalogue side by side", () => {
  const insurance = groupOf(comparePlans(items), /tham gia bảo hiểm y tế/i);
  const targets = insurance?.members.flatMap(({ item, verdicts }) => verdicts.map((one) => ({ plan: item.plan, ...one }))) ?? [];
  const of = (plan: string, year: number) => targets.find((one) => one.plan === plan && one.year === year);

  test("health insurance stands in three plans, each target with its year, comparator and level", () => {
    expect(targets.map(({ plan, year, target }) => `${plan} ${year} ${target.comparator} ${target.value}`).sort()).toEqual([
      "bac-ninh-2018-2030 2025 = 96",
      "bac-ninh-2018-2030 2030 = 98",
      "kon-tum-2030 2030 > 95",
      "tp-lao-cai-2024 2024 > 96.5",
    ]);
  });

  test("which is stricter is said for the same year, and for later years that ask for less", () => {
    const konTum = "Ban Thường vụ Tỉnh ủy";
    expect(of("bac-ninh-2018-2030", 2030)).toMatchObject({ stricter: [konTum], looser: [], strictest: true, reason: null });
    expect(of("kon-tum-2030", 2030)).toMatchObject({ stricter: [], looser: ["Ủy ban nhân dân tỉnh Bắc Ninh"], strictest: false });
    expect(of("tp-lao-cai-2024", 2024)?.ahead).toEqual(expect.arrayContaining([{ plan: konTum, year: 2030 }, { plan: "Ủy ban nhân dân tỉnh Bắc Ninh", year: 2025 }]));
  });

  test("a unit that differs does not match, and joined by hand is not compared", () => {
    const slip = items.filter(({ label, plan }) => /tử vong trẻ (?:em )?dưới 5 tuổi/i.test(label) && plan !== "tp-lai-chau-2030-2045");
    expect(slip.map(({ unit }) => unit).sort()).toEqual(["%", "‰"]);
    const joined = comparePlans(items, new Map(slip.map(({ key }) => [key, "tv5"])));
    const rate = joined.groups.find(({ code }) => code === "tv5")?.members.find(({ item }) => item.unit === "%");
    expect(rate?.verdicts.map(({ reason }) => reason)).toEqual(["other-unit"]);
  });
});

describe("the sheet", () => {
  const words = wordsOf("vi");
  const spec = comparisonSheet("So sánh", comparePlans(items), words);

  test("its cells alone are enough to lay it out again", () => {
    expect(comparisonOfCells("So sánh", spec.cells, words)).toEqual(spec);
  });

  test("codes are read as people have left them: of several rows of one indicator what was changed counts", () => {
    const column = (col: number) => spec.cells.slice(3).map((row) => row[col] as string | null);
    const [keys, codes] = [column(8), column(7)];
    expect(readCodes(keys, codes).get("bac-ninh-2018-2030/ii.2-2-a")).toBe("1");
    const last = keys.findLastIndex((key) => key?.startsWith("bac-ninh-2018-2030/ii.2-2-a\n"));
    expect(readCodes(keys, codes.with(last, "")).get("bac-ninh-2018-2030/ii.2-2-a")).toBe(PARTED);
    expect(readCodes(keys, codes.with(last, "7")).get("bac-ninh-2018-2030/ii.2-2-a")).toBe("7");
  });
});

test.each([
  ["Tỷ lệ dân số tham gia bảo hiểm y tế", "Tỉ lệ người dân có thẻ BẢO HIỂM Y TẾ", "%"],
  ["Số bác sĩ trên 10.000 dân", "Số bác sỹ trên một vạn dân", "/vạn dân"],
  ["Tỷ lệ suy dinh dưỡng thể thấp còi của trẻ em dưới 5 tuổi", "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "%"],
])("%s is %s", (one, other, unit) => {
  expect(matchKey(one, unit)).toBe(matchKey(other.normalize("NFD"), unit));
});

test("ages and units tell indicators apart", () => {
  expect(matchKey("Tử vong trẻ dưới 5 tuổi", "‰")).not.toBe(matchKey("Tử vong trẻ dưới 1 tuổi", "‰"));
  expect(matchKey("Tử vong trẻ dưới 5 tuổi", "‰")).not.toBe(matchKey("Tử vong trẻ dưới 5 tuổi", "%"));
});

describe("what people joined or parted", () => {
  const codesOf = ({ groups, alone }: Comparison): Map<string, string> =>
    new Map([...groups.flatMap(({ code, members }) => members.map(({ item }) => [item.key, code] as const)), ...alone.map(({ item, parted }) => [item.key, parted ? PARTED : ""] as const)]);

  test("stands, and a second comparison changes nothing", () => {
    const keys = items.map(({ key }) => key);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom("a", "b", PARTED)), { maxLength: 6 }), (said) => {
        const codes = new Map(said);
        const first = comparePlans(items, codes);
        for (const { code, members } of first.groups) for (const { item } of members) if (codes.has(item.key)) expect(code).toBe(codes.get(item.key));
        for (const [key, code] of codes) if (code === PARTED) expect(first.alone.some(({ item, parted }) => item.key === key && parted)).toBe(true);
        expect(first.groups.flatMap(({ members }) => members).length + first.alone.length).toBe(items.length);
        expect(codesOf(comparePlans(items, codesOf(first)))).toEqual(codesOf(first));
      }),
      { numRuns: 30 },
    );
  });

  test("the order of the plans makes no difference to who stands together", () => {
    const together = (all: readonly Comparable[]): string[] => comparePlans(all).groups.map(({ members }) => members.map(({ item }) => item.key).sort().join()).sort();
    expect(together([...items].reverse())).toEqual(together(items));
  });
});

test.each([
  [">", 95, ">=", 95, -1],
  [">=", 98, ">", 95, -1],
  ["<", 15, "<=", 15, -1],
  ["<", 12, "<", 15, -1],
  [">", 95, "<", 95, null],
] as const)("%s %d is held against %s %d", (a, x, b, y, expected) => {
  const target = (comparator: typeof a | typeof b, value: number) => ({ comparator, value, value2: null, baseline: null, unit: "%" });
  const found = compareTargets(target(a, x), "up", target(b, y), "up");
  expect(found === null ? null : Math.sign(found)).toBe(expected);
});
