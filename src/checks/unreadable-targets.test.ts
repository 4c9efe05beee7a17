import { describe, expect, test } from "@jest/globals";
import { indicatorOf } from "../../tests/support/grids";
import { unreadableTargets } from "./unreadable-targets";

const found = (target: Parameters<typeof indicatorOf>[0]) => unreadableTargets.check(indicatorOf(target, 31), { year: 2026 });

describe("unreadable-targets", () => {
  test("an error value instead of a target", () => {
    expect(found({ error: "#N/A" })).toMatchObject([{ code: "target-unreadable", severity: "error", at: { row: 1, col: 4 } }]);
  });

  test.each(["> 30", "từ 86% trở lên", "Duy trì và nâng cao", 90, null])("%p is quiet", (target) => {
    expect(found(target)).toEqual([]);
  });
});
