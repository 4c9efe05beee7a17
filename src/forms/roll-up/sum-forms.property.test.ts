import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formulaTable, type Rows } from "../../../tests/support/other-tables";
import { copyOf } from "./copy";
import { addForms, emptyForms } from "./heap";
import { sumForms, unitsIn, type FormsResult } from "./result";

const LINES = ["Chi đầu tư phát triển", "Chi giáo dục và đào tạo", "Chi sự nghiệp y tế", "Chi quản lý nhà nước", "Dự phòng ngân sách"];
const HEADS = ["Dự toán", "Thực hiện", "Bổ sung trong năm"];

interface Copy {
  /** By line and column, in triệu đồng. */
  readonly figures: readonly (readonly (number | null)[])[];
  readonly order: readonly number[];
  readonly heads: readonly number[];
  readonly hand: number;
  readonly unit: "triệu đồng" | "nghìn đồng";
}

const HANDS: readonly ((text: string) => string)[] = [
  (text) => text, (text) => text.toLocaleUpperCase("vi"), (text) => `  ${text} `, (text) => text.replace(" ", "\n"),
  (text) => text.normalize("NFD"), (text) => `${text}:`,
];

function rowsOf({ figures, order, heads, hand, unit }: Copy): Rows {
  const typed = HANDS[hand] ?? ((text: string) => text);
  const times = unit === "nghìn đồng" ? 1000 : 1;
  return [
    ["BIỂU TỔNG HỢP CHI NGÂN SÁCH NĂM 2026"],
    [null, null, null, null, `Đơn vị tính: ${unit}`],
    ["STT", "Nội dung", ...heads.map((head) => typed(HEADS[head] ?? ""))],
    ...order.map((line, at) => [
      at + 1, typed(LINES[line] ?? ""),
      ...heads.map((head) => {
        const figure = figures[line]?.[head] ?? null;
        return figure === null ? null : figure * times;
      }),
    ]),
  ];
}

const figure = fc.integer({ min: 101, max: 9_999 });
const copy = fc.record({
  figures: fc.array(fc.array(figure, { minLength: 3, maxLength: 3 }), { minLength: 5, maxLength: 5 }),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
  heads: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
  hand: fc.integer({ min: 0, max: HANDS.length - 1 }),
  unit: fc.constantFrom<"triệu đồng" | "nghìn đồng">("triệu đồng", "triệu đồng", "triệu đồng", "nghìn đồng"),
});

const LIKE_ALL = { order: [0, 1, 2, 3, 4], heads: [0, 1, 2], hand: 0, unit: "triệu đồng" } as const;

function added(units: readonly (readonly [unit: string, rows: Rows])[]): FormsResult {
  const heap = emptyForms();
  for (const [unit, rows] of units) addForms(heap, { unit, file: `${unit}.xlsx`, copies: [copyOf(formulaTable(rows))] }, { values: true });
  return sumForms(heap);
}

/** What a form comes to, by the words of its lines and columns. */
function figuresOf({ forms: [total] }: FormsResult): Record<string, number | null> {
  if (!total) throw new Error("no form");
  const { shape, cells } = total;
  return Object.fromEntries(
    cells.map(({ value }, place) => {
      const [line, column] = [shape.lines[Math.floor(place / shape.columns.length)], shape.columns[place % shape.columns.length]];
      return [`${line?.label ?? ""} / ${column?.head ?? ""}`, value];
    }),
  );
}

describe("copies of a form", () => {
  test("whose lines and columns stand elsewhere, in other spellings and units of money, add up to the same", () => {
    fc.assert(
      fc.property(fc.array(copy, { minLength: 1, maxLength: 4 }), fc.array(figure, { minLength: 15, maxLength: 15 }), (copies, own) => {
        const plain = { ...LIKE_ALL, figures: LINES.map((_, line) => HEADS.map((__, head) => own[line * 3 + head] ?? 0)) };
        // two plain copies more than others: theirs is the form
        const all: Copy[] = [...copies, ...copies.map(() => plain), plain];
        const result = added(all.map((one, at) => [`Xã ${at}`, rowsOf(one)]));
        expect(result.forms).toHaveLength(1);
        const wanted = Object.fromEntries(
          LINES.flatMap((line, at) =>
            HEADS.map((head, column) => [
              `${line} / ${head}`, all.reduce((sum, { figures }) => sum + (figures[at]?.[column] ?? 0), 0),
            ]),
          ),
        );
        expect(figuresOf(result)).toEqual(wanted);
        expect(result.forms[0]?.units.count).toBe(all.length);
        expect(result.notes.map(({ code }) => code).filter((code) => code !== "converted" && code !== "same-figures")).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test("come to the same in whatever order they are given", () => {
    fc.assert(
      fc.property(fc.array(copy, { minLength: 2, maxLength: 5 }), fc.func(fc.integer()), (copies, rank) => {
        const units = copies.map((one, at) => [`Xã ${at}`, rowsOf(one)] as const);
        const shuffled = units.toSorted(([a], [b]) => rank(a) - rank(b));
        const told = ({ forms, notes }: FormsResult): unknown => [
          notes, forms.map(({ shape, cells, best, gaps, words, extra }) => ({ shape, cells, best, gaps, words, extra })),
          forms.map((total) => total.shape.lines.map((_, line) => unitsIn(total, line))),
        ];
        expect(told(added(shuffled))).toEqual(told(added(units)));
      }),
      { numRuns: 12 },
    );
  });
});
