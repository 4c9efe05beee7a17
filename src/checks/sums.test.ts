import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { found, today } from "../../tests/support/context";
import { calculated, type Typed } from "../../tests/support/formula-grids";
import { budgetOf, yearsOf } from "../../tests/support/grids";
import { parseA1, toA1 } from "../sheet";
import { check } from ".";
import { sums } from "./sums";

const right = { total: 275556, items: [39705, 78960, 84640, 72151, 100], sources: [158486, 56000, 4430, 56640] };
const rows = { total: 1, firstItem: 3 };

describe("sums", () => {
  test("a table that agrees says nothing", () => {
    expect(found(sums, budgetOf(right))).toEqual([]);
  });

  test("two digits swapped: the gap, the witness, the cell and its correction", () => {
    const [finding, ...others] = found(sums, budgetOf({ ...right, items: [39750, ...right.items.slice(1)] }));
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
    const [finding, ...others] = found(sums, budgetOf({ ...right, total: 275565 }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ data: { correction: { at: { row: rows.total, col: 2 }, from: 275565, to: 275556 }, witness: null } });
  });

  test("two breakdowns without a stated total name the cell as well; with years, in the column of the year", () => {
    const blank = { ...right, total: null };
    expect(found(sums, budgetOf(blank))).toEqual([]);
    expect(found(sums, budgetOf({ ...blank, items: [39750, ...right.items.slice(1)] }))).toMatchObject([
      {
        code: "breakdowns-differ",
        at: { row: rows.firstItem, col: 2 },
        data: {
          gap: 45,
          correction: { at: { row: rows.firstItem, col: 2 }, from: 39750, to: 39705, kind: "digits-swapped" },
          candidates: [],
        },
      },
    ]);
    expect(found(sums, budgetOf({ ...blank, items: [...right.items, 1234] }))).toMatchObject([
      { code: "breakdowns-differ", data: { equals: { label: "A 6" } } },
    ]);
    const [tie] = found(sums, budgetOf({ ...blank, items: [39706, ...right.items.slice(1)] }));
    expect(tie?.code === "breakdowns-differ" && tie.data.correction === null && tie.data.candidates.length > 1).toBe(true);
    const years = (one: number) =>
      calculated(["number", "label", "amount", "y2024", "y2025", "key"], [
        ["", "Tổng", 3000, null, null, "T"],
        ["A", "Theo nội dung", "=SUM(C4:C5)", "=SUM(D4:D5)", "=SUM(E4:E5)", "T:item"],
        ["1", "Một", 1207, one, 604, "A.1"],
        ["2", "Hai", 1793, 899, 894, "A.2"],
        ["B", "Theo nguồn", "=SUM(C7:C8)", "=SUM(D7:D8)", "=SUM(E7:E8)", "T:source"],
        ["1", "Tỉnh", 2000, 1001, 999, "B.1"],
        ["2", "Xã", 1000, 501, 499, "B.2"],
      ]);
    expect(found(sums, years(603))).toEqual([]);
    const all = found(sums, years(630));
    expect(all).toMatchObject([{ at: { row: 3, col: 3 }, data: { correction: { from: 630, to: 603 } } }]);
  });

  test("an item and a source wrong at once are told each by itself, with what may be wrong in it", () => {
    const all = found(sums, budgetOf({ ...right, items: [39750, ...right.items.slice(1)], sources: [158486, 56000, 4403, 56640] }));
    expect(all).toMatchObject([
      {
        code: "sum-mismatch",
        at: { row: rows.firstItem },
        data: { gap: -45, correction: { from: 39750, to: 39705, kind: "digits-swapped" }, together: [] },
      },
      {
        code: "sum-mismatch",
        at: { row: 11 },
        data: { gap: 27, correction: { from: 4403, to: 4430, kind: "digits-swapped" }, together: [] },
      },
    ]);
    const [items, sources] = found(
      sums,
      budgetOf({ ...right, items: [39705, 79860, ...right.items.slice(2)], sources: [158286, 56000, 4430, 56640] }),
    );
    // two lines of the one and several of the other tie
    expect(items).toMatchObject({
      data: { gap: -900, correction: null, together: [], candidates: [{ at: { row: 6 } }, { at: { row: 4 } }] },
    });
    expect(sources).toMatchObject({ data: { gap: 200, correction: null, together: [] } });
    expect(sources?.code === "sum-mismatch" && sources.data.candidates.length > 1).toBe(true);
  });

  test("parts trong đó over their whole are told beside another mistake of that line's sum", () => {
    const table = (other: number) =>
      calculated(
        ["number", "label", "amount", "key"],
        [
          ["", "Tổng", 10_177, "T"], ["A", "Theo nội dung", "=SUM(C4,C9)", "T:item"], ["1", "Một", 8177, "A.1"],
          ["1.1", "Mua", other, "A.1.1"], ["1.2", "Sửa", 2037, "A.1.2"], ["-", "Nhà A", 1987, "A.1.2.1"], ["-", "Nhà B", 54, "A.1.2.2"],
          ["2", "Hai", 2000, "A.2"],
        ],
      );
    const codes = (other: number) => found(sums, table(other)).map(({ code, data }) => [code, "gap" in data && data.gap]);
    expect(codes(6140)).toEqual([["over-total", -4]]);
    expect(codes(6640).sort()).toEqual([["over-total", -4], ["sum-mismatch", -500]]);
  });

  test("years that are all filled have to reach their total", () => {
    expect(found(sums, yearsOf(100, [20, 30, 50]))).toEqual([]);
    expect(found(sums, yearsOf(100, [20, 30, 49]))).toMatchObject([{ code: "sum-mismatch", data: { axis: "row", gap: 1 } }]);
  });

  test("years that are partly filled may stay below their total and may not exceed it", () => {
    expect(found(sums, yearsOf(100, [20, null, 50]))).toEqual([]);
    expect(found(sums, yearsOf(100, [null, null, null]))).toEqual([]);
    expect(found(sums, yearsOf(100, [60, null, 50]))).toMatchObject([{ code: "over-total", severity: "error", data: { gap: -10 } }]);
  });

  test("a dash and words for none: 0 among the parts, whose sum is checked; a missing total in the place of one", () => {
    const dash = { ...right, items: [39705, 78960, 84640, 72251, "-"] };
    const told = (table: ReturnType<typeof budgetOf>) => check([table], today).findings.filter(({ severity }) => severity !== "info");
    for (const none of ["-", "—", "…", "x", "Ko", "không có", "0đ"]) {
      const items = [...dash.items.slice(0, 4), none];
      expect(told(budgetOf({ ...right, items }))).toEqual([]);
      expect(found(sums, budgetOf({ ...right, items: [39750, ...items.slice(1)] }))).toMatchObject([
        { data: { correction: { from: 39750, to: 39705 } } },
      ]);
      expect(told(budgetOf({ ...right, total: none }))).toEqual([]);
      expect(found(sums, budgetOf({ ...right, total: none, items: [39750, ...right.items.slice(1)] }))).toMatchObject([
        { code: "breakdowns-differ" },
      ]);
      expect(found(sums, yearsOf(none, [20, 30, 50]))).toEqual([]);
      expect(found(sums, yearsOf(50, [20, 30, none]))).toEqual([]);
      expect(found(sums, yearsOf(50, [20, 31, none]))).toMatchObject([{ code: "sum-mismatch", data: { gap: -1 } }]);
    }
    // not known yet: a blank, so that the others need not reach the total
    expect(
      check([budgetOf({ ...right, items: [39705, 78960, 84640, "chưa phân bổ", 100] })], today).findings.every(
        ({ severity }) => severity !== "error",
      ),
    ).toBe(true);
  });

  test("text among the parts is a finding of its own and no wrong sum", () => {
    expect(found(sums, budgetOf({ ...right, items: ["39.705", ...right.items.slice(1)] }))).toEqual([]);
  });

  test("on tables that nobody has seen: what agrees is quiet, and a correction always settles every sum", () => {
    const amount = fc.integer({ min: 100, max: 999_999 });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 2, maxLength: 9 }), fc.array(amount, { minLength: 1, maxLength: 5 }), fc.nat(),
        fc.integer({ min: 1, max: 50_000 }),
        (items, split, which, off) => {
          const total = items.reduce((all, one) => all + one, 0);
          const rest = total - split.reduce((all, one) => all + one, 0);
          const sources = [...split, rest];
          expect(found(sums, budgetOf({ total, items, sources }))).toEqual([]);

          const wrong = items.map((value, index) => (index === which % items.length ? value + off : value));
          const [finding] = found(sums, budgetOf({ total, items: wrong, sources }));
          expect(finding?.code).toBe("sum-mismatch");
          if (finding?.code !== "sum-mismatch") return;
          expect(finding.data.gap).toBe(-off);
          for (const { at, to } of finding.data.correction ? [finding.data.correction] : finding.data.candidates) {
            const corrected = wrong.map((value, index) => (at.row === rows.firstItem + index ? to : value));
            expect(found(sums, budgetOf({ total, items: corrected, sources }))).toEqual([]);
          }
        },
      ),
    );
  });

  test("two amounts typed in each other's place are told together", () => {
    const items = [78960, 39705, ...right.items.slice(2)];
    const columns = ["number", "label", "amount", "y2024", "y2025", "key"] as const;
    const rows = (swapped: boolean): Typed[][] => {
      const [a, b] = swapped ? [3120, 2417] : [2417, 3120];
      return [
        ["", "Tổng", 20_000, 5537, 14_463, "T"],
        ["A", "Theo nội dung", "=SUM(C4:C5)", "=SUM(D4:D5)", "=SUM(E4:E5)", "T:item"],
        ["1", "Một", 8000, a, 5583, "A.1"],
        ["2", "Hai", 12_000, b, 8880, "A.2"],
      ];
    };
    expect(found(sums, budgetOf({ ...right, items }))).toEqual([]);
    expect(
      found(
        sums,
        calculated(
          [...columns.slice(0, 5), "years", "key"],
          rows(false).map((row, index) => [...row.slice(0, 5), `=SUM(D${index + 2}:E${index + 2})`, row[5] ?? null]),
        ),
      ),
    ).toEqual([]);
    const [finding, ...others] = found(
      sums,
      calculated(
        [...columns.slice(0, 5), "years", "key"],
        rows(true).map((row, index) => [...row.slice(0, 5), `=SUM(D${index + 2}:E${index + 2})`, row[5] ?? null]),
      ),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: "sum-mismatch",
      data: {
        correction: null,
        together: [
          { at: { row: 3, col: 3 }, from: 3120, to: 2417, kind: "cells-swapped" },
          { at: { row: 4, col: 3 }, from: 2417, to: 3120, kind: "cells-swapped" },
        ],
      },
    });
  });

  test("a total typed without one of its lines names the line", () => {
    const [finding, ...others] = found(sums, budgetOf({ total: 275556 - 84640, items: right.items, sources: right.sources }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      data: { correction: { at: { row: rows.total }, to: 275556, kind: "row-left-out" }, other: { label: "A 3" } },
    });
  });

  test("a gap that is exactly one line says so", () => {
    expect(found(sums, budgetOf({ ...right, items: [...right.items, 1234] }))).toMatchObject([
      { code: "sum-mismatch", data: { gap: -1234, equals: { label: "A 6" } } },
    ]);
    expect(found(sums, budgetOf({ ...right, items: [...right.items, 1234, 1234] }))).toMatchObject([{ data: { equals: null } }]);
    expect(found(sums, budgetOf({ ...right, items: [...right.items, 100] }))).toMatchObject([{ data: { equals: null } }]);
  });

  test("a gap that rounding explains is information; whole amounts have to agree", () => {
    const thirds = { total: 100, items: [33.3, 33.3, 33.3], sources: [100] };
    expect(found(sums, budgetOf(thirds))).toMatchObject([
      { code: "sum-rounding", severity: "info", data: { gap: 0.1, stated: { value: 100 } } },
    ]);
    expect(found(sums, budgetOf({ ...thirds, items: [33.3, 33.3, 32.9] }))).toMatchObject([{ code: "sum-mismatch", severity: "error" }]);
    expect(found(sums, budgetOf({ total: 100, items: [33, 33, 33], sources: [100] }))).toMatchObject([
      { code: "sum-mismatch", severity: "error" },
    ]);
  });

  test("of corrections that explain as well, the one near the line's other years comes first", () => {
    const table = (y2024: number) =>
      calculated(
        ["number", "label", "amount", "y2023", "y2024", "y2025", "years", "key"],
        [["", "Tổng", 26_180, 8720, y2024, 8730, "=SUM(D2:F2)", "T"]],
      );
    expect(found(sums, table(8730))).toEqual([]);
    expect(found(sums, table(7830))).toMatchObject([
      { code: "sum-mismatch", data: { axis: "row", over: "years", gap: 900, correction: { at: { col: 4 }, to: 8730 } } },
    ]);
  });

  const crossed = (typed: Readonly<Record<string, Typed>> = {}) =>
    calculated(
      ["number", "label", "amount", "y2024", "y2025", "years", "u1", "u2", "units", "key"],
      [
        ["", "Tổng", 9735, 4867, 4868, "=SUM(D2:E2)", 5841, 3894, "=SUM(G2:H2)", "T"],
        [
          "A", "Theo nội dung", "=SUM(C4,C7)", "=SUM(D4,D7)", "=SUM(E4,E7)", "=SUM(D3:E3)", "=SUM(G4,G7)", "=SUM(H4,H7)", "=SUM(G3:H3)",
          "T:item",
        ],
        ["1", "Xây dựng", 4012, "=SUM(D5:D6)", "=SUM(E5:E6)", "=SUM(D4:E4)", "=SUM(G5:G6)", "=SUM(H5:H6)", "=SUM(G4:H4)", "A.1"],
        ["1.1", "Tỉnh", 1207, 603, 604, "=SUM(D5:E5)", 724, 483, "=SUM(G5:H5)", "A.1×B.1"],
        ["1.2", "Xã", 2805, 1402, 1403, "=SUM(D6:E6)", 1683, 1122, "=SUM(G6:H6)", "A.1×B.2"],
        ["2", "Đào tạo", 5723, "=SUM(D8:D9)", "=SUM(E8:E9)", "=SUM(D7:E7)", "=SUM(G8:G9)", "=SUM(H8:H9)", "=SUM(G7:H7)", "A.2"],
        ["2.1", "Tỉnh", 2318, 1159, 1159, "=SUM(D8:E8)", 1391, 927, "=SUM(G8:H8)", "A.2×B.1"],
        ["2.2", "Xã", 3405, 1703, 1702, "=SUM(D9:E9)", 2043, 1362, "=SUM(G9:H9)", "A.2×B.2"],
        [
          "B", "Theo nguồn", "=SUM(C11:C12)", "=SUM(D11:D12)", "=SUM(E11:E12)", "=SUM(D10:E10)", "=SUM(G11:G12)", "=SUM(H11:H12)",
          "=SUM(G10:H10)", "T:source",
        ],
        ["1", "Tỉnh", 3525, "=SUM(D5,D8)", "=SUM(E5,E8)", "=SUM(D11:E11)", "=SUM(G5,G8)", "=SUM(H5,H8)", "=SUM(G11:H11)", "B.1"],
        ["2", "Xã", 6210, "=SUM(D6,D9)", "=SUM(E6,E9)", "=SUM(D12:E12)", "=SUM(G6,G9)", "=SUM(H6,H9)", "=SUM(G12:H12)", "B.2"],
      ].map((row, index) => row.map((cell, col): Typed => typed[toA1({ row: index + 1, col })] ?? cell)),
    );

  test.each([
    ["the amount of a share: item, source, years and units speak against it", "C9", 3450, 3405],
    ["the amount of an item: breakdown, shares, years and units", "C7", 5732, 5723],
    ["the amount of a source", "C12", 6201, 6210],
    ["the stated total", "C2", 9753, 9735],
    ["a year of a share", "D6", 1420, 1402],
    ["a year of the total", "E2", 4886, 4868],
    ["a reporting unit of a share", "H8", 972, 927],
    ["a reporting unit of the total", "G2", 5481, 5841],
  ])("by item and source, with years and reporting units: %s", (_, cell, typed, meant) => {
    expect(found(sums, crossed())).toEqual([]);
    const all = found(sums, crossed({ [cell]: typed }));
    expect(all).toHaveLength(1);
    expect(all).toMatchObject([
      {
        code: "sum-mismatch",
        at: parseA1(cell),
        data: { correction: { at: parseA1(cell), from: typed, to: meant, kind: "digits-swapped" } },
      },
    ]);
  });

  test("a line of another column is no reason for a gap, whatever its amount", () => {
    expect(found(sums, crossed({ D8: -1159 }))).toMatchObject([
      { data: { gap: 2318, equals: null, correction: { at: parseA1("D8"), to: 1159, kind: "sign" } } },
    ]);
  });

  test.each([2, 3])("parts trong đó may not exceed their whole, in column %d", (col) => {
    const table = (of: number) => {
      const part: Typed[] = ["-", "Trong đó", null, null, "A.2"];
      part[col] = of;
      return calculated(
        ["number", "label", "amount", "y2025", "key"],
        [["", "Tổng", 50, 50, "T"], ["A", "Theo nội dung", "=SUM(C4)", "=SUM(D4)", "T:item"], ["1", "Một", 50, 50, "A.1"], part],
      );
    };
    expect(found(sums, table(50))).toEqual([]);
    expect(found(sums, table(51))).toMatchObject([{ code: "over-total", severity: "error", data: { gap: -1 } }]);
  });

  test("an amount that is too much for its item and for its source is told of both", () => {
    const table = calculated(
      ["number", "label", "amount", "key"],
      [
        ["", "Tổng", 9735, "T"],
        ["A", "Theo nội dung", "=SUM(C4,C7)", "T:item"],
        ["1", "Xây dựng", 4012, "A.1"],
        ["1.1", "Tỉnh", 4500, "A.1×B.1"],
        ["1.2", "Xã", null, "A.1×B.2"],
        ["2", "Đào tạo", 5723, "A.2"],
        ["2.1", "Tỉnh", null, "A.2×B.1"],
        ["2.2", "Xã", null, "A.2×B.2"],
        ["B", "Theo nguồn", "=SUM(C11:C12)", "T:source"],
        ["1", "Tỉnh", 3525, "B.1"],
        ["2", "Xã", 6210, "B.2"],
      ],
    );
    expect(found(sums, table).map(({ code, at, data }) => [code, toA1(at), "gap" in data && data.gap])).toEqual([
      ["over-total", "C4", -488], ["over-total", "C11", -975],
    ]);
  });

  test("the id of a finding stays while its cause stays", () => {
    const wrong = { ...right, items: [39750, ...right.items.slice(1)] };
    const ids = [check([budgetOf(wrong)], today), check([budgetOf({ ...wrong, items: [39750, 78960, 84640, 72151, 100] })], today)].map(
      ({ findings }) => findings.map(({ id }) => id),
    );
    expect(ids[0]).toEqual(ids[1]);
  });
});
