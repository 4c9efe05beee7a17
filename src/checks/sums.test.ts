import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { budgetOf, yearsOf } from "../../tests/support/grids";
import { check } from ".";
import { sums } from "./sums";

const today = { year: 2026 };
const right = { total: 275556, items: [39705, 78960, 84640, 72151, 100], sources: [158486, 56000, 4430, 56640] };
const rows = { total: 1, firstItem: 3 };

describe("sums", () => {
  test("a table that agrees says nothing", () => {
    expect(sums.check(budgetOf(right), today)).toEqual([]);
  });

  test("two digits swapped: the gap, the witness, the cell and its correction", () => {
    const [finding, ...others] = sums.check(budgetOf({ ...right, items: [39750, ...right.items.slice(1)] }), today);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: "sum-mismatch",
      severity: "error",
      at: { row: rows.firstItem, col: 2 },
      data: {
        unit: "trieu-dong",
        stated: { value: 275556 },
        computed: { value: 275601 },
        gap: -45,
        witness: { value: 275556 },
        correction: { at: { row: rows.firstItem, col: 2 }, from: 39750, to: 39705, kind: "digits-swapped" },
      },
    });
  });

  test("a stated total that neither breakdown reaches is the likeliest cause itself", () => {
    const [finding, ...others] = sums.check(budgetOf({ ...right, total: 275565 }), today);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ data: { correction: { at: { row: rows.total, col: 2 }, from: 275565, to: 275556 }, witness: null } });
  });

  test("years that are all filled have to reach their total", () => {
    expect(sums.check(yearsOf(100, [20, 30, 50]), today)).toEqual([]);
    expect(sums.check(yearsOf(100, [20, 30, 49]), today)).toMatchObject([{ code: "sum-mismatch", data: { axis: "row", gap: 1 } }]);
  });

  test("years that are partly filled may stay below their total and may not exceed it", () => {
    expect(sums.check(yearsOf(100, [20, null, 50]), today)).toEqual([]);
    expect(sums.check(yearsOf(100, [null, null, null]), today)).toEqual([]);
    expect(sums.check(yearsOf(100, [60, null, 50]), today)).toMatchObject([{ code: "over-total", severity: "error", data: { gap: -10 } }]);
  });

  test("text among the parts is a finding of its own and no wrong sum", () => {
    expect(sums.check(budgetOf({ ...right, items: ["39.705", ...right.items.slice(1)] }), today)).toEqual([]);
  });

  test("on tables that nobody has seen: what agrees is quiet, and a correction always settles every sum", () => {
    const amount = fc.integer({ min: 100, max: 999_999 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 9 }), fc.array(amount, { minLength: 1, maxLength: 5 }), fc.nat(), fc.integer({ min: 1, max: 50_000 }), (items, split, which, off) => {
        const total = items.reduce((all, one) => all + one, 0);
        const rest = total - split.reduce((all, one) => all + one, 0);
        const sources = [...split, rest];
        expect(sums.check(budgetOf({ total, items, sources }), today)).toEqual([]);

        const wrong = items.map((value, index) => (index === which % items.length ? value + off : value));
        const [finding] = sums.check(budgetOf({ total, items: wrong, sources }), today);
        expect(finding?.code).toBe("sum-mismatch");
        if (finding?.code !== "sum-mismatch") return;
        expect(finding.data.gap).toBe(-off);
        for (const { at, to } of finding.data.correction ? [finding.data.correction] : finding.data.candidates) {
          const corrected = wrong.map((value, index) => (at.row === rows.firstItem + index ? to : value));
          expect(sums.check(budgetOf({ total, items: corrected, sources }), today)).toEqual([]);
        }
      }),
    );
  });

  test("the id of a finding stays while its cause stays", () => {
    const wrong = { ...right, items: [39750, ...right.items.slice(1)] };
    const ids = [check([budgetOf(wrong)], today), check([budgetOf({ ...wrong, items: [39750, 78960, 84640, 72151, 100] })], today)].map((all) => all.map(({ id }) => id));
    expect(ids[0]).toEqual(ids[1]);
  });
});
