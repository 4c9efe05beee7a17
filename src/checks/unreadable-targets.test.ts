import { describe, expect, test } from "@jest/globals";
import { found } from "../../tests/support/context";
import { indicatorOf } from "../../tests/support/grids";
import { unreadableTargets } from "./unreadable-targets";

const unread = (target: Parameters<typeof indicatorOf>[0]) => found(unreadableTargets, indicatorOf(target, 31));

describe("unreadable-targets", () => {
  test("an error value instead of a target", () => {
    expect(unread({ error: "#N/A" })).toMatchObject([{ code: "target-unreadable", severity: "error", at: { row: 1, col: 4 } }]);
  });

  test("digits that are no number", () => {
    expect(unread("9,5,3")).toMatchObject([{ data: { text: "9,5,3" } }]);
  });

  test.each(["≥ 90 %; ≤ 5 ca", "90 % và 95 %"])("two targets in one cell, %p, are information", (target) => {
    expect(unread(target)).toMatchObject([{ code: "targets-several", severity: "info", data: { targets: [{ value: 90 }, {}] } }]);
  });

  test.each(["> 30", "từ 86% trở lên", "Duy trì và nâng cao", 90, null])("%p is quiet", (target) => {
    expect(unread(target)).toEqual([]);
  });
});
