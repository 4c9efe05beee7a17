import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { found } from "../../tests/support/context";
import { calculated } from "../../tests/support/formula-grids";
import { tableOf, type GridCell } from "../../tests/support/grids";
import type { BudgetTable } from "../tables";
import { sums } from "./sums";

/**
 * What a total is by, with the value that Excel shows for it: rows of the sheet count from 1, items from row 4 on, sources from `B + 1` on.
 */
interface Breakdowns {
  readonly items: readonly number[];
  readonly sources: readonly number[];
}

const add = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

type TotalKind = (own: Breakdowns) => GridCell;

const rowsOf = ({ items, sources }: Breakdowns) => {
  const groupB = 4 + items.length;
  return {
    items: `C4:C${groupB - 1}`,
    groupB,
    sources: `C${groupB + 1}:C${groupB + sources.length}`,
    each: sources.map((_, index) => `C${groupB + 1 + index}`),
  };
};
const of =
  (formula: (rows: ReturnType<typeof rowsOf>) => string, value: (a: number, b: number) => number | string): TotalKind =>
  (own) => ({ formula: formula(rowsOf(own)), value: value(add(own.items), add(own.sources)) });
const first = (a: number): number => a;
const second = (_: number, b: number): number => b;

const TOTALS: Readonly<Record<string, TotalKind>> = {
  "=C3": of(() => "=C3", first),
  "=C3+0": of(() => "=C3+0", first),
  "=+C3": of(() => "=+C3", first),
  "=C3*1": of(() => "=C3*1", first),
  "=ROUND(C3,0)": of(() => "=ROUND(C3,0)", first),
  "=N(C3)": of(() => "=N(C3)", first),
  "sum of the items": of(({ items }) => `=SUM(${items})`, first),
  "subtotal of the items": of(({ items }) => `=SUBTOTAL(9,${items})`, first),
  "subtotal over the breakdown": of(({ items }) => `=SUBTOTAL(109,${items})`, first),
  "the other breakdown": of(({ groupB }) => `=$C$${groupB}`, second),
  "sum of the sources": of(({ sources }) => `=SUM(${sources})`, second),
  "source plus source": of(({ each }) => `=${each.join("+")}`, second),
  "sumproduct of the sources": of(({ sources }) => `=SUMPRODUCT(${sources})`, second),
  "half of breakdown and lines": of(({ items }) => `=SUM(C3,${items})/2`, first),
  "mean of both": of(({ groupB }) => `=(C3+C${groupB})/2`, (a, b) => (a + b) / 2),
  "larger of both": of(({ groupB }) => `=MAX(C3,C${groupB})`, Math.max),
  "if equal": of(({ groupB }) => `=IF(C3=C${groupB},C3,"")`, (a, b) => (a === b ? a : "")),
  "helper cell": of(() => "=Z1", first),
  "another sheet": of(() => "='Bảng phụ'!B7", second),
  "a name": of(() => "=TongKinhPhi", first),
  "found by itself": of(() => '=INDIRECT("C3")', first),
  none: () => null,
};

function tableWith(own: Breakdowns, total: TotalKind, subtotals: boolean): BudgetTable {
  const { items, groupB, sources } = rowsOf(own);
  const sum = (area: string, values: readonly number[]): GridCell => ({
    formula: subtotals ? `=SUBTOTAL(9,${area})` : `=SUM(${area})`,
    value: add(values),
  });
  const lines = (prefix: string, values: readonly number[]): GridCell[][] =>
    values.map((value, index) => [String(index + 1), `${prefix} ${index + 1}`, value, `${prefix}.${index + 1}`]);
  expect(groupB).toBe(4 + own.items.length);
  const table = tableOf("budget", ["number", "label", "amount", "key"], [
    ["", "Tổng", total(own), "T"],
    ["A", "Phân theo nội dung chi", sum(items, own.items), "T:item"],
    ...lines("A", own.items),
    ["B", "Phân theo nguồn vốn", sum(sources, own.sources), "T:source"],
    ...lines("B", own.sources),
  ]);
  if (table.kind !== "budget") throw new Error("not a budget");
  return table;
}

/** One mistake of a typing hand, as text. */
const SLIPS: Readonly<Record<string, (value: string, at: number) => string>> = {
  "digit wrong": (value, at) => changed(value, at, (digit) => String((Number(digit) + 1 + (at % 8)) % 10)),
  "digits swapped": (value, at) => {
    const place = at % (value.length - 1);
    return value.slice(0, place) + (value[place + 1] ?? "") + (value[place] ?? "") + value.slice(place + 2);
  },
  "digit left out": (value, at) => changed(value, at, () => ""),
  "digit doubled": (value, at) => changed(value, at, (digit) => digit + digit),
  "zero too many": (value) => `${value}0`,
  "thousand-fold": (value) => `${value}000`,
  "million-fold": (value) => `${value}000000`,
  "any other number": (value, at) => String(Number(value) + 1234 + (at % 7919)),
};

function changed(value: string, at: number, by: (digit: string) => string): string {
  const place = at % value.length;
  return value.slice(0, place) + by(value[place] ?? "") + value.slice(place + 1);
}

const amount = fc.integer({ min: 100, max: 999_999 });

describe("a total that is a formula", () => {
  test("of two breakdowns, one with a slip, the wrong cell is always among those that are named, or more than twenty tie", () => {
    fc.assert(
      fc.property(
        fc.record({
          items: fc.array(amount, { minLength: 2, maxLength: 8 }),
          split: fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 }),
          kind: fc.constantFrom(...Object.keys(TOTALS)),
          slip: fc.constantFrom(...Object.keys(SLIPS)),
          side: fc.constantFrom("items", "sources" as const),
          which: fc.nat(),
          at: fc.nat(),
          subtotals: fc.boolean(),
        }),
        ({ items, split, kind, slip, side, which, at, subtotals }) => {
          const total = TOTALS[kind];
          const mistype = SLIPS[slip];
          if (!total || !mistype) throw new Error(kind);
          const sources = parted(add(items), split);
          const right = { items, sources };
          expect(found(sums, tableWith(right, total, subtotals))).toEqual([]);
          const place = which % right[side].length;
          const before = right[side][place] ?? 0;
          const text = mistype(String(before), at);
          // a number does not begin with zeros: they would be lost as well
          fc.pre(text !== String(before) && /^[1-9]/.test(text));
          const typed = Number(text);
          const wrong = { ...right, [side]: right[side].map((value, index) => (index === place ? typed : value)) } as Breakdowns;
          const all = found(sums, tableWith(wrong, total, subtotals));
          expect(all.map(({ code }) => code)).toEqual(["breakdowns-differ"]);
          const [finding] = all;
          if (finding?.code !== "breakdowns-differ") return;
          const { correction, candidates, together, alike, rarer } = finding.data;
          const row = (side === "items" ? 3 : 4 + items.length) + place;
          const named = [...(correction ? [correction] : []), ...candidates, ...rarer, ...together];
          // a number that no slip makes is not named beside those that a slip explains
          if (slip === "any other number" && named.some(({ kind }) => kind !== null)) return;
          if (alike + rarer.length <= 20) expect(named.find((one) => one.at.row === row)).toMatchObject({ from: typed, to: before });
        },
      ),
      { numRuns: 200 },
    );
  });

  test("at every level and in every column, items by source and years too: the wrong cell is named", () => {
    const layouts: Readonly<Record<string, (value: (right: number) => number) => BudgetTable>> = {
      "lines under an item, sums by formulas": (value) =>
        calculated(["number", "label", "amount", "key"], [
          ["", "Tổng", "=C3", "T"],
          ["A", "Theo nội dung", "=C4+C7", "T:item"],
          ["1", "Một", "=SUM(C5:C6)", "A.1"],
          ["1.1", "Mua", value(12_345), "A.1.1"],
          ["1.2", "Sửa", 7655, "A.1.2"],
          ["2", "Hai", 4000, "A.2"],
          ["B", "Theo nguồn", "=SUM(C9:C10)", "T:source"],
          ["1", "Tỉnh", 14_000, "B.1"],
          ["2", "Xã", 10_000, "B.2"],
        ]),
      "the amount of an item is the one of its lines, the stated total is typed": (value) =>
        calculated(["number", "label", "amount", "key"], [
          ["", "Tổng", 24_000, "T"],
          ["A", "Theo nội dung", "=C4+C7", "T:item"],
          ["1", "Một", "=SUM(C5:C6)", "A.1"],
          ["1.1", "Mua", value(12_345), "A.1.1"],
          ["1.2", "Sửa", 7655, "A.1.2"],
          ["2", "Hai", "=24000-C4", "A.2"],
          ["B", "Theo nguồn", "=SUM(C9:C10)", "T:source"],
          ["1", "Tỉnh", "=C5+1655", "B.1"],
          ["2", "Xã", 10_000, "B.2"],
        ]),
      "amounts are the sums of their years": (value) =>
        calculated(["number", "label", "amount", "y2024", "y2025", "years", "key"], [
          ["", "Tổng", "=C3", "=D3", "=E3", "=SUM(D2:E2)", "T"],
          ["A", "Theo nội dung", "=SUM(C4:C5)", "=SUM(D4:D5)", "=SUM(E4:E5)", "=SUM(D3:E3)", "T:item"],
          ["1", "Một", "=SUM(D4:E4)", value(12_345), 604, "=SUM(D4:E4)", "A.1"],
          ["2", "Hai", "=F5", 8990, 8940, "=SUM(D5:E5)", "A.2"],
          ["B", "Theo nguồn", "=SUM(C7:C8)", "=SUM(D7:D8)", "=SUM(E7:E8)", "=SUM(D6:E6)", "T:source"],
          ["1", "Tỉnh", "=D7+E7", 11_335, 9000, "=SUM(D7:E7)", "B.1"],
          ["2", "Xã", "=F8", 10_000, 544, "=SUM(D8:E8)", "B.2"],
        ]),
      "items by source": (value) =>
        calculated(["number", "label", "amount", "key"], [
          ["", "Tổng", "=C9", "T"],
          ["A", "Theo nội dung", "=C4+C7", "T:item"],
          ["1", "Một", "=SUM(C5:C6)", "A.1"],
          ["", "Tỉnh", value(12_345), "A.1×B.1"],
          ["", "Xã", 7655, "A.1×B.2"],
          ["2", "Hai", 4000, "A.2"],
          ["", "Tỉnh", 4000, "A.2×B.1"],
          ["B", "Theo nguồn", "=SUM(C10:C11)", "T:source"],
          ["1", "Tỉnh", 16_345, "B.1"],
          ["2", "Xã", 7655, "B.2"],
        ]),
      "what is left over is computed": (value) =>
        calculated(["number", "label", "amount", "key"], [
          ["", "Tổng", value(24_365), "T"],
          ["A", "Theo nội dung", "=SUM(C4:C6)", "T:item"],
          ["1", "Một", 12_345, "A.1"],
          ["2", "Hai", 8020, "A.2"],
          ["3", "Còn lại", "=C2-C4-C5", "A.3"],
          ["B", "Theo nguồn", "=SUM(C8:C9)", "T:source"],
          ["1", "Tỉnh", 14_365, "B.1"],
          ["2", "Xã", 10_000, "B.2"],
        ]),
    };
    for (const table of Object.values(layouts)) {
      expect(found(sums, table((right) => right))).toEqual([]);
      let right = 0;
      for (const [slip, mistype] of Object.entries(SLIPS)) {
        for (const at of [0, 1, 2, 3]) {
          const typed = (value: number): number => {
            right = value;
            return Number(mistype(String(value), at));
          };
          const wrong = table(typed);
          const written = mistype(String(right), at);
          if (written === String(right) || !/^[1-9]/.test(written) || slip === "any other number") continue;
          const named = found(sums, wrong).flatMap((one) =>
            one.code === "sum-mismatch" || one.code === "breakdowns-differ"
              ? [...(one.data.correction ? [one.data.correction] : []), ...one.data.candidates, ...one.data.rarer, ...one.data.together]
              : [],
          );
          expect(named).toContainEqual(expect.objectContaining({ from: Number(written), to: right }));
        }
      }
    }
  });

  test("the total itself is told, between the breakdowns, where nothing speaks for a cell; a tie of up to twenty lists its cells", () => {
    const [finding] = found(sums, tableWith({ items: [3000, 4000, 5000], sources: [6000, 4766] }, TOTALS["=C3"] ?? (() => null), false));
    expect(finding).toMatchObject({
      code: "breakdowns-differ",
      at: { row: 1, col: 2 },
      data: {
        stated: { at: { row: 2 }, label: "Phân theo nội dung chi", value: 12_000 },
        computed: { label: "Phân theo nguồn vốn", value: 10_766 },
        correction: null,
        alike: 5,
      },
    });
    expect(finding?.code === "breakdowns-differ" && finding.data.candidates.map(({ kind }) => kind)).toEqual([
      null, null, null, null, null,
    ]);
  });

  test("a formula of plain numbers is typed and can be the wrong one; one about another sheet is named, and nothing is written over it", () => {
    const own = { items: [39_750, 78_964, 84_640] };
    const typed = (cell: GridCell): BudgetTable => {
      const table = tableOf("budget", ["number", "label", "amount", "key"], [
        ["", "Tổng", 203_309, "T"],
        ["A", "Phân theo nội dung chi", { formula: "=SUM(C4:C6)", value: add(own.items) }, "T:item"],
        ...[cell, ...own.items.slice(1)].map((value, index): GridCell[] => [String(index + 1), `A ${index + 1}`, value, `A.${index + 1}`]),
      ]);
      if (table.kind !== "budget") throw new Error("not a budget");
      return table;
    };
    expect(found(sums, typed({ formula: "=39000+750", value: 39_750 }))).toMatchObject([
      { data: { correction: { from: 39_750, to: 39_705, kind: "digits-swapped", source: { formula: "=39000+750", linked: false } } } },
    ]);
    expect(found(sums, typed({ formula: "='Chi tiết'!F9", value: 39_750 }))).toMatchObject([
      { data: { correction: { from: 39_750, to: 39_705, source: { formula: "='Chi tiết'!F9", linked: true } } } },
    ]);
  });
});

/** A whole number in parts of about those shares. */
function parted(whole: number, shares: readonly number[]): number[] {
  const all = add(shares);
  const parts = shares.slice(1).map((share) => Math.max(10, Math.floor((whole * share) / all)));
  return [whole - add(parts), ...parts];
}
