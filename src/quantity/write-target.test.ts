import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readTarget } from "./read-target";
import type { Comparator, Target } from "./types";
import { writeTarget } from "./write-target";

const target = (comparator: Comparator, value: number, rest: Partial<Target> = {}): Target => ({
  comparator,
  value,
  value2: null,
  baseline: null,
  unit: null,
  ...rest,
});

test("in the notation of a cell", () => {
  expect(writeTarget(target(">", 30, { unit: "%", baseline: 24.4 }), "vi")).toBe("> 30");
  expect(writeTarget(target(">", 30, { unit: "%" }), "vi", { withUnit: true })).toBe("> 30%");
  expect(writeTarget(target(">", 30, { unit: "%", baseline: 24.4 }), "vi", { withUnit: true })).toBe("từ 24,4% lên > 30%");
  expect(writeTarget(target("range", 16, { value2: 18 }), "vi")).toBe("16 - 18");
  expect(writeTarget(target("~", 75.5, { unit: "tuổi" }), "vi", { withUnit: true })).toBe("khoảng 75,5 tuổi");
  expect(writeTarget(target("~", 75.5), "en")).toBe("about 75.5");
  expect(writeTarget(target(">=", 95), "vi")).toBe("≥ 95");
  expect(writeTarget(target("=", 17, { value2: 17, unit: "xã" }), "vi", { withUnit: true })).toBe("17/17 xã");
  expect(writeTarget(target("=", 12, { unit: "/vạn dân" }), "vi", { withUnit: true })).toBe("12/vạn dân");
  expect(writeTarget(target("=", 275_556_000_000, { unit: "đồng" }), "vi", { withUnit: true })).toBe("275.556.000.000 đồng");
});

describe("reading what was written gives the target back", () => {
  const number = fc.tuple(fc.integer({ min: 0, max: 1e9 }), fc.nat(4)).map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
  const unit = fc.constantFrom(
    null, "%", "‰", "%/năm", "/vạn dân", "tuổi", "cm", "xã", "đồng", "đồng/người/năm", "triệu tấn", "‰/năm", "điểm %", "lần/năm",
    "xã, phường", "cán bộ/trạm", "thứ bậc", "% GDP", "bác sĩ", "tháng tuổi",
  );
  const targets = fc
    .record({
      comparator: fc.constantFrom<Comparator>(">", ">=", "<", "<=", "=", "~", "range", "change"),
      value: number,
      upper: number,
      baseline: fc.option(number),
      unit,
    })
    .map(({ comparator, value, upper, baseline, unit: of }): Target => ({
      comparator,
      value: comparator === "range" ? Math.min(value, upper) : value,
      value2: comparator === "range" ? Math.max(value, upper) : null,
      // the level that a change starts from always stands elsewhere
      baseline: comparator === "change" ? null : baseline,
      unit: of,
    }));
  const lang = fc.constantFrom("vi" as const, "en" as const);

  test("in a cell, with its unit and baseline in columns of their own", () => {
    fc.assert(fc.property(targets, lang, (aim, of) => {
      expect(readTarget(writeTarget(aim, of), { unit: aim.unit, lang: of, baseline: aim.baseline })).toMatchObject({ target: aim });
    }), { numRuns: 1000 });
  });

  test("and with its unit", () => {
    fc.assert(fc.property(targets, lang, (aim, of) => {
      expect(readTarget(writeTarget(aim, of, { withUnit: true }), { lang: of })).toMatchObject({ target: aim });
    }), { numRuns: 1000 });
  });

  test("counts out of something", () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.constantFrom(
          ["xã", 17], [null, 63], ["/100", 100], ["/vạn dân", 10_000], ["/100.000 dân", 100_000], ["xã, phường", 21],
          ["/1.000 trẻ đẻ sống", 1000],
        ),
        lang,
        (value, [of, value2], notation) => {
          const aim = target("=", value, { value2: value2, unit: of as string | null });
          expect(readTarget(writeTarget(aim, notation), { unit: aim.unit, lang: notation })).toMatchObject({ target: aim });
          expect(readTarget(writeTarget(aim, notation, { withUnit: true }), { lang: notation })).toMatchObject({ target: aim });
        },
      ),
    );
  });
});
