import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { wordsOf } from "../i18n";
import { catalogue } from "../plan";
import { comparablesOfPlans, comparePlans, type Comparable, type Comparison } from "./comparison";
import { PARTED, type Code, type Codes } from "./comparison-codes";
import { matchKey } from "./comparison-match";
import { nearMisses } from "./comparison-near";
import { comparisonOfCells, comparisonSheet, readCodes } from "./comparison-sheet";
import { verdictText } from "./comparison-verdict";
import { compareTargets } from "../quantity";

const items = comparablesOfPlans(catalogue);
const own = (codes: Iterable<readonly [string, string]>): Codes =>
  new Map([...codes].map(([key, code]): [string, Code] => [key, { code, own: true }]));
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
    expect(insurance?.members.map(({ item }) => [item.planName, item.level])).toEqual([
      ["tỉnh Kon Tum", "province"], ["tỉnh Bắc Ninh", "province"], ["thành phố Lào Cai", "district"],
    ]);
  });

  test("a unit that differs does not match, and joined by hand is not compared", () => {
    const slip = items.filter(({ label, plan }) => /tử vong trẻ (?:em )?dưới 5 tuổi/i.test(label) && plan !== "tp-lai-chau-2030-2045");
    expect(slip.map(({ unit }) => unit).sort()).toEqual(["%", "‰"]);
    const joined = comparePlans(items, own(slip.map(({ key }) => [key, "tv5"])));
    const rate = joined.groups.find(({ code }) => code === "tv5")?.members.find(({ item }) => item.unit === "%");
    expect(rate?.verdicts.map(({ reason }) => reason)).toEqual(["other-unit"]);
  });
});

test("one is stricter where the other is looser, and sooner where it is later", () => {
  const year = fc.constantFrom(2024, 2025, 2030);
  const one = fc.record({ year, comparator: fc.constantFrom(">", ">=", "<", "=" , "~"), value: fc.constantFrom(90, 95, 98) } as const);
  fc.assert(
    fc.property(
      fc.uniqueArray(one, { selector: (each) => each.year, minLength: 1 }),
      fc.uniqueArray(one, { selector: (each) => each.year, minLength: 1 }),
      fc.constantFrom("up", "down"),
      (a, b, direction) => {
        const item = (plan: string, targets: typeof a): Comparable => ({
          key: plan,
          plan,
          planName: plan,
          level: null,
          label: "Tỷ lệ",
          unit: "%",
          direction,
          targets: targets.map(({ year: at, ...target }) => ({ year: at, target: { ...target, value2: null, baseline: null, unit: "%" } })),
        });
        const told =
          comparePlans([item("a", a), item("b", b)]).groups[0]?.members.flatMap(({ item: { plan }, verdicts }) =>
            verdicts.flatMap(({ year: at, against }) => against.map((each) => `${plan} ${at} ${each.is} ${each.plan} ${each.year}`)),
          ) ?? [];
        const turned = { stricter: "looser", looser: "stricter", same: "same" } as const;
        const other = told.map((each) => {
          const [plan, at, is, against, of] = each.split(" ") as [string, string, keyof typeof turned, string, string];
          return `${against} ${of} ${turned[is]} ${plan} ${at}`;
        });
        expect(other.sort()).toEqual(told.sort());
        for (const each of told) {
          const [, at, is, , of] = each.split(" ");
          if (is === "stricter") expect(Number(at)).toBeLessThanOrEqual(Number(of));
        }
      },
    ),
  );
});

describe("the sheet", () => {
  const words = wordsOf("vi");
  const spec = comparisonSheet("So sánh", comparePlans(items), words);

  test("its cells alone are enough to lay it out again", () => {
    expect(comparisonOfCells("So sánh", spec.cells, words)).toEqual(spec);
  });

  describe("codes are read as people have left them", () => {
    const KEY = "bac-ninh-2018-2030/ii.2-2-a";
    const column = (col: number, { cells } = spec) => cells.slice(3).map((row) => row[col] as string | null);
    const [keys, codes] = [column(9), column(8)];
    const last = keys.findLastIndex((key) => key?.startsWith(`${KEY}\n`));
    const typed = (code: string): Codes => readCodes(keys, codes.with(last, code));

    test("of several rows of one indicator what was changed counts", () => {
      expect(readCodes(keys, codes).get(KEY)).toEqual({ code: "2", own: false });
      expect(typed("").get(KEY)).toEqual({ code: PARTED, own: true });
      expect(typed("7").get(KEY)).toEqual({ code: "7", own: true });
    });

    test("codes that look the same are one", () => {
      expect(typed(" Giường\n bệnh".normalize("NFD")).get(KEY)).toEqual({ code: "Giường bệnh", own: true });
      expect(typed("2 ").get(KEY)).toEqual({ code: "2", own: false });
    });

    test("who gave a code is still known when it was written, and what parts is taken back by deleting it", () => {
      const again = comparisonSheet("So sánh", comparePlans(items, typed("")), words);
      const [keysNow, codesNow] = [column(9, again), column(8, again)];
      expect(readCodes(keysNow, codesNow).get(KEY)).toEqual({ code: PARTED, own: true });
      const first = keysNow.findIndex((key) => key?.startsWith(`${KEY}\n`));
      const back = comparePlans(items, readCodes(keysNow, codesNow.with(first, "")));
      expect(back.groups.map(({ members }) => members.map(({ item }) => item.key))).toEqual(
        comparePlans(items).groups.map(({ members }) => members.map(({ item }) => item.key)),
      );
    });

    test("a sheet of an earlier version has no word on who gave its codes; what was parted stays so", () => {
      expect(readCodes([`${KEY}\n${PARTED}`, "x/1\n3", "x/2\n"], [PARTED, "3", null])).toEqual(
        new Map([[KEY, { code: PARTED, own: true }], ["x/1", { code: "3", own: false }], ["x/2", { code: "", own: false }]]),
      );
    });
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
  const plain = comparePlans(items);
  const [joined, single] = [
    new Set(plain.groups.flatMap(({ members }) => members.map(({ item }) => item.key))),
    new Set(plain.alone.slice(0, 6).map(({ item }) => item.key)),
  ];
  /** Those that are joined by name, and a few others. */
  const some = items.filter(({ key }) => joined.has(key) || single.has(key));
  const keys = some.map(({ key }) => key);
  const words = wordsOf("vi");
  /** Writes the sheet, lets people type codes into it, and reads them. */
  const typedInto = (comparison: Comparison, said: Iterable<readonly [string, string]> = []): Codes => {
    const codes = new Map(said);
    const cells = comparisonSheet("So sánh", comparison, words).cells.slice(3);
    const keyOf = (row: (typeof cells)[number]): string => String(row[9] ?? "").split("\n")[0] ?? "";
    return readCodes(cells.map((row) => row[9] as string | null), cells.map((row) => codes.get(keyOf(row)) ?? (row[8] as string | null)));
  };
  const place = ({ groups, alone }: Comparison): string[] =>
    [
      ...groups.flatMap(({ code, members }) => members.map(({ item }) => `${item.key} ${code}`)),
      ...alone.map(({ item, parted }) => `${item.key} ${parted ? "parted" : "alone"}`),
    ].sort();
  const together = ({ groups }: Comparison, key: string): string[] =>
    groups.map(({ members }) => members.map(({ item }) => item.key).sort()).find((group) => group.includes(key)) ?? [key];

  /** What people have said holds, and neither a second comparison nor one of what was written changes anything. */
  const stands = (of: readonly Comparable[], first: Comparison, said: ReadonlyMap<string, string>): void => {
    for (const [key, code] of said) {
      const joins = code !== PARTED && [...first.codes.values()].filter((one) => one.code === code).length > 1;
      expect(first.codes.get(key)).toEqual({ code, own: true });
      expect([
        first.groups.some((group) => group.code === code && group.members.some(({ item }) => item.key === key)),
        first.alone.some(({ item, parted }) => item.key === key && parted),
      ]).toEqual([joins, !joins]);
    }
    expect(place(first)).toHaveLength(of.length);
    for (const again of [first.codes, typedInto(first)]) expect(place(comparePlans(of, again))).toEqual(place(first));
  };
  const typed = fc.array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom("a", "b", "1", "7", "8", PARTED)), { maxLength: 6 });

  test("stands where two were given codes of their own that nobody else has", () => {
    const said = new Map([["kon-tum-2030/ii-2-d", "b"], ["tp-lai-chau-2030-2045/iii.3-5-a", "a"]]);
    stands(items, comparePlans(items, own(said)), said);
  });

  test("stands, and a second comparison changes nothing", () => {
    fc.assert(
      fc.property(typed, (codes) => { stands(some, comparePlans(some, own(codes)), new Map(codes)); }),
      { numRuns: 30 },
    );
  });

  test("stands in a sheet that is changed again and again, whichever plan is away for a time", () => {
    const plans = [...new Set(some.map(({ plan }) => plan))];
    fc.assert(
      fc.property(fc.array(fc.tuple(typed, fc.constantFrom(null, ...plans)), { minLength: 1, maxLength: 4 }), (times) => {
        let comparison = comparePlans(some);
        const said = new Map<string, string>();
        for (const [codes, away] of times) {
          const here = some.filter(({ plan }) => plan !== away);
          const stood = comparison.codes;
          for (const [key, code] of new Map(codes))
            if (place(comparison).some((one) => one.startsWith(`${key} `)) && stood.get(key)?.code !== code) said.set(key, code);
          comparison = comparePlans(here, typedInto(comparison, codes));
          // rows that are gone hold no code
          for (const key of said.keys()) if (!here.some((item) => item.key === key)) said.delete(key);
          stands(here, comparison, said);
        }
      }),
      { numRuns: 15 },
    );
  });

  describe("of the three that are joined by name", () => {
    const [KON_TUM, BAC_NINH, LAO_CAI] = ["kon-tum-2030/ii-2-a", "bac-ninh-2018-2030/ii.2-2-a", "tp-lao-cai-2024/ii.2-5"] as const;
    const three = [KON_TUM, BAC_NINH, LAO_CAI].sort();
    const without = (plan: string): Comparable[] => some.filter((item) => item.plan !== plan);
    const before = comparePlans(some);

    test("one with a code of its own stands apart from those that are left and from whoever comes", () => {
      const two = without("tp-lao-cai-2024");
      const parted = comparePlans(two, typedInto(comparePlans(two), [[KON_TUM, "x"]]));
      const back = comparePlans(some, typedInto(parted));
      expect(together(before, KON_TUM)).toEqual(three);
      expect([parted, comparePlans(two, typedInto(parted))].map((one) => together(one, BAC_NINH))).toEqual([[BAC_NINH], [BAC_NINH]]);
      expect(together(back, KON_TUM)).toEqual([KON_TUM]);
      expect(together(back, BAC_NINH)).toEqual([BAC_NINH, LAO_CAI].sort());
      expect(nearMisses(parted).some(({ item, other }) => [item, other].some(({ key }) => key === BAC_NINH || key === KON_TUM))).toBe(
        false,
      );
    });

    test("two that were given another code leave the third where it is, however often it is compared", () => {
      const first = comparePlans(some, typedInto(before, [[KON_TUM, "x"], [BAC_NINH, "x"]]));
      expect([first, comparePlans(some, typedInto(first))].map((one) => together(one, LAO_CAI))).toEqual([[LAO_CAI], [LAO_CAI]]);
      expect(nearMisses(first).some(({ item }) => item.key === LAO_CAI)).toBe(false);
    });

    test("one whose plans were away for a time is joined with them again, since nobody has said otherwise", () => {
      const away = comparePlans(without("bac-ninh-2018-2030").filter(({ plan }) => plan !== "tp-lao-cai-2024"), typedInto(before));
      expect(together(away, KON_TUM)).toEqual([KON_TUM]);
      expect(together(comparePlans(some, typedInto(away)), KON_TUM)).toEqual(three);
    });
  });

  test("the order of the plans makes no difference to who stands together", () => {
    const all = (of: readonly Comparable[]): string[] =>
      comparePlans(of).groups.map(({ members }) => members.map(({ item }) => item.key).sort().join()).sort();
    expect(all([...items].reverse())).toEqual(all(items));
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
