import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { wordsOf } from "../i18n";
import { catalogue } from "../plan";
import { PARTED, comparablesOfPlans, comparePlans, type Comparable, type Comparison } from "./comparison";
import { matchKey } from "./comparison-match";
import { nearMisses } from "./comparison-near";
import { comparisonOfCells, comparisonSheet, readCodes } from "./comparison-sheet";
import { verdictText } from "./comparison-verdict";
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

  test("which is stricter is said for the same year, and for another one where the sooner asks for as much or more", () => {
    const text = (plan: string, year: number): string => {
      const found = of(plan, year);
      return found ? verdictText(found, wordsOf("vi")) : "";
    };
    expect(text("bac-ninh-2018-2030", 2030)).toBe("Chặt hơn: tỉnh Kon Tum. Chặt nhất năm 2030");
    expect(text("kon-tum-2030", 2030)).toBe("Lỏng hơn: tỉnh Bắc Ninh (2025, 2030); thành phố Lào Cai (2024)");
    expect(text("bac-ninh-2018-2030", 2025)).toBe("Chặt hơn: tỉnh Kon Tum (2030). Lỏng hơn: thành phố Lào Cai (2024)");
    // 98 % in 2030 is more, but later: neither is stricter than the other
    expect(text("tp-lao-cai-2024", 2024)).toBe("Chặt hơn: tỉnh Kon Tum (2030); tỉnh Bắc Ninh (2025)");
    expect(insurance?.members.map(({ item }) => [item.planName, item.level])).toEqual([["tỉnh Kon Tum", "province"], ["tỉnh Bắc Ninh", "province"], ["thành phố Lào Cai", "district"]]);
  });

  test("a unit that differs does not match, and joined by hand is not compared", () => {
    const slip = items.filter(({ label, plan }) => /tử vong trẻ (?:em )?dưới 5 tuổi/i.test(label) && plan !== "tp-lai-chau-2030-2045");
    expect(slip.map(({ unit }) => unit).sort()).toEqual(["%", "‰"]);
    const joined = comparePlans(items, new Map(slip.map(({ key }) => [key, "tv5"])));
    const rate = joined.groups.find(({ code }) => code === "tv5")?.members.find(({ item }) => item.unit === "%");
    expect(rate?.verdicts.map(({ reason }) => reason)).toEqual(["other-unit"]);
  });
});

test("one is stricter where the other is looser, and sooner where it is later", () => {
  const year = fc.constantFrom(2024, 2025, 2030);
  const one = fc.record({ year, comparator: fc.constantFrom(">", ">=", "<", "=" , "~"), value: fc.constantFrom(90, 95, 98) } as const);
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: (each) => each.year, minLength: 1 }), fc.uniqueArray(one, { selector: (each) => each.year, minLength: 1 }), fc.constantFrom("up", "down"), (a, b, direction) => {
      const item = (plan: string, targets: typeof a): Comparable => ({ key: plan, plan, planName: plan, level: null, label: "Tỷ lệ", unit: "%", direction, targets: targets.map(({ year: at, ...target }) => ({ year: at, target: { ...target, value2: null, baseline: null, unit: "%" } })) });
      const told = comparePlans([item("a", a), item("b", b)]).groups[0]?.members.flatMap(({ item: { plan }, verdicts }) => verdicts.flatMap(({ year: at, against }) => against.map((each) => `${plan} ${at} ${each.is} ${each.plan} ${each.year}`))) ?? [];
      const turned = { stricter: "looser", looser: "stricter", same: "same" } as const;
      const other = told.map((each) => { const [plan, at, is, against, of] = each.split(" ") as [string, string, keyof typeof turned, string, string]; return `${against} ${of} ${turned[is]} ${plan} ${at}`; });
      expect(other.sort()).toEqual(told.sort());
      for (const each of told) { const [, at, is, , of] = each.split(" "); if (is === "stricter") expect(Number(at)).toBeLessThanOrEqual(Number(of)); }
    }),
  );
});

describe("the sheet", () => {
  const words = wordsOf("vi");
  const spec = comparisonSheet("So sánh", comparePlans(items), words);

  test("its cells alone are enough to lay it out again", () => {
    expect(comparisonOfCells("So sánh", spec.cells, words)).toEqual(spec);
  });

  test("codes are read as people have left them: of several rows of one indicator what was changed counts", () => {
    const column = (col: number) => spec.cells.slice(3).map((row) => row[col] as string | null);
    const [keys, codes] = [column(9), column(8)];
    expect(readCodes(keys, codes).get("bac-ninh-2018-2030/ii.2-2-a")).toBe("2");
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

test.each([
  ["Số lần kiểm tra sức khỏe mỗi năm của người cao tuổi", "Số lần kiểm tra sức khỏe của người cao tuổi", "lần/năm"],
  ["Tỷ lệ trạm y tế xã, phường, thị trấn quản lý bệnh", "Tỷ lệ Trạm Y tế xã, phường quản lý bệnh", "%"],
  ["Tỷ lệ dân số được quản lý bằng hồ sơ điện tử", "Tỷ lệ dân số trên địa bàn tỉnh được quản lý hồ sơ điện tử", "%"],
])("%s is %s, too", (one, other, unit) => {
  expect(matchKey(one, unit)).toBe(matchKey(other, unit));
});

test("what is counted each year is not what is counted at all", () => {
  expect(matchKey("Số cán bộ được đào tạo mỗi năm", "người")).not.toBe(matchKey("Số cán bộ được đào tạo", "người"));
});

test("what may be one indicator is told: other words for the same, and the same words with another unit; never another age", () => {
  const near = nearMisses(comparePlans(items)).map(({ item, other, otherUnit }) => [item.label, other.label, otherUnit]);
  expect(near).toContainEqual(["Số giường bệnh viện trên 10.000 dân", "Số giường bệnh trên một vạn dân", false]);
  expect(near).toContainEqual(["Tỷ suất tử vong trẻ dưới 5 tuổi", "Tỷ suất tử vong trẻ em dưới 5 tuổi", true]);
  for (const [one, other] of near) expect(/dưới \d+ tuổi/.exec(String(one))?.[0]).toBe(/dưới \d+ tuổi/.exec(String(other))?.[0]);
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
