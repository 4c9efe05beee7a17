import { describe, expect, test } from "@jest/globals";
import { snapshotOf } from "../../../tests/support/text-snapshots";
import { MAX_COLS, parseAreaA1, type Area, type CellValue } from "../../sheet";
import type { Said, SaidClaim } from "../../tables";
import { layoutsOf } from "./layouts";
import { readOthers } from "./read-others";

const area = (text: string): Area => {
  const found = parseAreaA1(text);
  if (!found) throw new Error(text);
  return found;
};
const said = (claim: SaidClaim, total: string, so = true): Said => ({ claim, so, totals: [area(total)], parts: [] });
const HEAD = { kind: "head", axis: "column" } as const;
const heads = (rows: readonly (readonly CellValue[])[], ...all: readonly Said[]) =>
  layoutsOf(snapshotOf(rows), [], all).map(({ headRows, lines, columns }) => ({
    heads: headRows.map((row) => row + 1),
    lines: lines.map(({ row }) => row + 1),
    paths: columns.map(({ path }) => path.join(" / ")),
  }));

const ROWS: readonly (readonly CellValue[])[] = [
  ["BIỂU CHI NĂM 2026", null, null, null],
  ["Năm", "Đợt 1", "Đợt 2", "Tổng"],
  ["STT", "Dự toán", "Thực hiện", "Cộng"],
  ["1", 10, 20, 30],
  ["2", 11, 21, 32],
  ["Cộng", 21, 41, 62],
];

describe("a row that people call a head", () => {
  test("is one, and the lines above it without numbers are too", () => {
    const rows: (CellValue[])[] = [
      ["STT", "Nội dung", "Thu", "Chi"], ["I", "Xã", null, "dự kiến"], ["II", "Huyện", "đợt 1", null],
      ["1", "a", 53, 94], ["2", "b", 79, 128],
    ];
    expect(heads(rows)[0]).toMatchObject({ heads: [1], lines: [2, 3, 4, 5] });
    expect(heads(rows, said(HEAD, "A2:D2"))[0]).toMatchObject({ heads: [1, 2], lines: [3, 4, 5] });
    expect(heads(rows, said(HEAD, "A3:D3"))[0]).toMatchObject({ heads: [1, 2, 3], lines: [4, 5] });
  });

  test("above the table belongs to it, and its words are read", () => {
    const rows: (CellValue[])[] = [
      ["Biểu 1", "Kế hoạch", "Kế hoạch"], [null, null, null],
      ["Nội dung", "Thu", "Chi"], ["a", 53, 94], ["b", 79, 128], ["c", 105, 162],
    ];
    expect(heads(rows)[0]?.heads).toEqual([3]);
    const [table] = heads(rows, said(HEAD, "A1:C1"));
    expect(table).toMatchObject({ heads: [1, 3], lines: [4, 5, 6], paths: ["Biểu 1 / Nội dung", "Kế hoạch / Thu", "Kế hoạch / Chi"] });
  });

  test("of numbers is one too, and in the middle another table begins with it", () => {
    const rows = [["Xã", "Thu", "Chi"], ["A", 53, 94], ["B", 79, 128], ["Huyện X", "Khoản 1", "Khoản 2"], ["C", 105, 162], ["D", 131, 196]];
    expect(heads(rows, said(HEAD, "A4:C4")).map(({ heads: own, lines }) => [own, lines])).toEqual([[[1], [2, 3]], [[4], [5, 6]]]);
    const coded = [["x", 101, 102], ["A", 53, 94], ["B", 79, 128]];
    expect(heads(coded, said(HEAD, "A1:C1"))[0]).toMatchObject({ heads: [1], lines: [2, 3] });
  });

  test("that repeats a word of the head on another page is no line and parts nothing", () => {
    const rows = [["Xã", "Thu", "Chi"], ["A", 53, 94], ["B", 79, 128], ["Xã", "(tiếp)", "(tiếp)"], ["C", 105, 162], ["Cộng", 300, 400]];
    expect(heads(rows, said(HEAD, "A4:C4"))).toMatchObject([{ heads: [1], lines: [2, 3, 5, 6] }]);
  });
});

describe("a row that people call no head", () => {
  test("is a line where nothing of the head stands below it, words above where something does", () => {
    expect(heads(ROWS)[0]?.heads).toEqual([2, 3]);
    expect(heads(ROWS, said(HEAD, "A3:D3", false))[0]).toMatchObject({ heads: [2], lines: [3, 4, 5, 6] });
    expect(heads(ROWS, said(HEAD, "A2:D2", false))[0]).toMatchObject({ heads: [3], lines: [4, 5, 6] });
    expect(heads(ROWS, said(HEAD, "A2:D2", false), said(HEAD, "A3:D3", false))[0]).toMatchObject({ heads: [], lines: [3, 4, 5, 6] });
  });

  test("is one again where it is said later", () => {
    expect(heads(ROWS, said(HEAD, "A3:D3", false), said(HEAD, "A3:D3"))[0]?.heads).toEqual([2, 3]);
    expect(heads(ROWS, said(HEAD, "A3:D3"), said(HEAD, "A3:D3", false))[0]?.heads).toEqual([2]);
  });
});

test("nonsense about heads is passed over", () => {
  const before = heads(ROWS);
  const nonsense = ["A40:D40", "J2:K2", "A1:XFD1048576", "A6:D6", "A100:D900"].map((text) => said(HEAD, text));
  expect(heads(ROWS, ...nonsense)).toEqual(before);
  expect(heads([], ...nonsense)).toEqual([]);
});

describe("a column", () => {
  const rows: readonly (readonly CellValue[])[] = [
    ["STT", "Nội dung", "Dự toán", "Thực hiện"],
    ["1", "a", 10, 100],
    ["2", "b", 20, 200],
    ["3", "c", 30, 300],
    [null, "Cộng", 60, 600],
  ];
  const column = (is: "amount" | "share" | "quantity" | "words", so = true, col = "C"): Said =>
    said({ kind: "column", axis: "row", is }, `${col}1:${col}5`, so);
  const kinds = (...all: readonly Said[]) => layoutsOf(snapshotOf(rows), [], all)[0]?.columns.map(({ kind }) => kind);
  const summed = (...all: readonly Said[]) =>
    readOthers(snapshotOf(rows), [], all)[0]?.relations
      .filter(({ op, axis }) => op === "sum" && axis === "column")
      .map(({ total }) => total.at.col);

  test("is what people call it, the later word counting", () => {
    expect(kinds()).toEqual(["outline", "label", "amount", "amount"]);
    for (const is of ["share", "quantity", "words"] as const) expect(kinds(column(is))?.[2]).toBe(is);
    expect(kinds(column("share"), column("quantity"))?.[2]).toBe("quantity");
    expect(kinds(column("words", true, "A"))?.[0]).toBe("words");
    expect(kinds(column("amount", true, "A"))).toEqual(["amount", "label", "amount", "amount"]);
  });

  test("that is none of it is one of amounts, or holds none", () => {
    expect(kinds(column("amount", false))?.[2]).toBe("words");
    expect(kinds(column("share"), column("share", false))?.[2]).toBe("amount");
    expect(kinds(column("share", false))?.[2]).toBe("amount");
  });

  test("of quantities is added up nowhere, and is a factor all the same", () => {
    expect(summed()).toEqual([2, 3]);
    expect(summed(column("quantity"))).toEqual([3]);
    const priced = [
      ["Nội dung", "Số lượng", "Đơn giá", "Thành tiền"],
      ["a", 2, 15, 30], ["b", 3, 17, 51], ["c", 5, 12, 60], ["d", 7, 11, 77], ["đ", 4, 13, 52],
      ["Cộng", 21, null, 270],
    ];
    const quantities = ["B", "C"].map((col) => said({ kind: "column", axis: "row", is: "quantity" }, `${col}1:${col}7`));
    const [table] = readOthers(snapshotOf(priced), [], quantities);
    expect(table?.relations.filter(({ op }) => op === "product")).toHaveLength(5);
    expect(table?.relations.filter(({ op }) => op === "sum").map(({ total }) => total.at.col)).toEqual([3]);
    expect(table?.columns.map(({ use }) => use)).toEqual(["quantity", "quantity", "amount"]);
  });

  test("that a name of the whole sheet is about is told nothing", () => {
    const claim: SaidClaim = { kind: "column", axis: "row", is: "share" };
    const wide: Said = { claim, so: true, parts: [], totals: [{ row: 0, rows: 9, col: 0, cols: MAX_COLS }] };
    expect(kinds(wide)).toEqual(kinds());
    expect(kinds(said(claim, "C90:C99"))).toEqual(kinds());
  });
});
