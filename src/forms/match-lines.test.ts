import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { matchLines } from "./match-lines";

type Row = readonly [number: string, label: string, parent?: number | null];

const linesOf = (rows: readonly Row[]) => rows.map(([number, label, parent = null]) => ({ number, label, parent, code: "" }));
const matched = (a: readonly Row[], b: readonly Row[]): (string | undefined)[] => {
  const { ofA } = matchLines(linesOf(a), linesOf(b));
  return a.map((_, at) => b[ofA[at] ?? -1]?.join(" "));
};

const FORM: readonly Row[] = [
  ["", "Tổng số"],
  ["I", "Giáo dục", 0],
  ["1", "Lương", 1],
  ["2", "Sách vở", 1],
  ["II", "Y tế", 0],
  ["1", "Lương", 4],
  ["2", "Thuốc", 4],
];

describe("lines of two versions", () => {
  test("are found where lines came in between and numbers moved on", () => {
    const next: readonly Row[] = [
      ["", "Tổng số"],
      ["I", "Văn hóa", 0],
      ["II", "Giáo dục", 0],
      ["1", "Phụ cấp", 2],
      ["2", "Lương", 2],
      ["3", "Sách vở", 2],
      ["III", "Y tế", 0],
      ["1", "Lương", 6],
      ["2", "Thuốc", 6],
    ];
    expect(matched(FORM, next)).toEqual([" Tổng số", "II Giáo dục 0", "2 Lương 2", "3 Sách vở 2", "III Y tế 0", "1 Lương 6", "2 Thuốc 6"]);
  });

  test("a line that went and an equal one under another heading are two", () => {
    const next = FORM.filter((_, at) => at !== 5);
    const moved = ([number, label, parent = null]: Row): Row => [number, label, parent === 4 ? 3 : parent];
    const before = FORM.filter((_, at) => at !== 2).map(moved);
    expect(matched(before, next)[before.findIndex(([, label]) => label === "Lương")]).toBeUndefined();
  });

  test("are found in other spellings, in abbreviations and with a letter amiss", () => {
    const next: readonly Row[] = [
      ["", "TỔNG SỐ"],
      ["I.", "Giao dục:", 0],
      ["1.", "lương", 1],
      ["2.", "Sách  vở", 1],
      ["II.", "Y TẾ", 0],
      ["1.", "Lương", 4],
      ["2.", "Thuôc", 4],
    ];
    expect(matched(FORM, next).every((line) => line !== undefined)).toBe(true);
  });

  test("a code tells more than words", () => {
    const coded = (rows: readonly (readonly [string, string])[]) =>
      rows.map(([code, label]) => ({ number: "", label, code, parent: null }));
    const before = coded([["070", "Chi giáo dục"], ["130", "Chi y tế"]]);
    const { ofA } = matchLines(before, coded([["130", "Sự nghiệp y tế"], ["070", "Chi giáo dục"]]));
    expect([...ofA]).toEqual([1, -1]);
  });

  test("equal lines that nothing tells apart are paired in order, where there are as many", () => {
    const equal: readonly Row[] = [["-", "Khác"], ["-", "Khác"]];
    expect([...matchLines(linesOf(equal), linesOf(equal)).ofA]).toEqual([0, 1]);
    expect(matchLines(linesOf(equal), linesOf([...equal, ["-", "Khác"]])).pairs.length).toBeLessThanOrEqual(2);
  });

  test("lines without words are found between their neighbours", () => {
    expect(matched([["", "Đầu"], ["", ""], ["", "Cuối"]], [["", "Đầu"], ["", ""], ["", "Cuối"]])).toEqual([" Đầu", " ", " Cuối"]);
  });

  test("another name at the same place, under the same number with the same figures, is the same line", () => {
    const figures = ["9440", "4370", "115 91", "287", "8000"];
    const prints = (at: number): string | null => figures[at] ?? null;
    const before: readonly Row[] = [["", "Tổng số"], ["1", "Giáo dục"], ["2", "Nhà văn hóa"], ["3", "Y tế"], ["4", "Khác"]];
    const renamed = (at: number, label: string, number?: string): readonly Row[] =>
      before.map((row, place) => (place === at ? [number ?? row[0], label] : row));
    const partner = (now: readonly Row[], at: number, printB = prints) =>
      matchLines(linesOf(before), linesOf(now), { printA: prints, printB }).ofA[at];
    expect(partner(renamed(2, "Trạm bơm"), 2)).toBe(2);
    // under another number, with other figures, or round ones that chance makes equal, they are two
    expect(partner(renamed(2, "Trạm bơm", "5"), 2)).toBe(-1);
    expect(partner(renamed(2, "Trạm bơm"), 2, (at) => (at === 2 ? "116 91" : prints(at)))).toBe(-1);
    expect(partner(renamed(4, "Trạm bơm"), 4)).toBe(-1);
    // at another place, too
    const moved: readonly Row[] = [...before.slice(0, 2), ["3", "Y tế"], ["2", "Trạm bơm"], ["4", "Khác"]];
    expect(partner(moved, 2, (at) => figures[[0, 1, 3, 2, 4][at] ?? 0] ?? null)).toBe(-1);
  });

  test("in any order, each line of other words is found and none is wrong", () => {
    const label = fc.stringMatching(/^[bcdghklmnt][aeiou][ngm]? [bcdghklmnt][aeiou][ngm]? [bcdghklmnt][aeiou]$/);
    const words = fc.uniqueArray(label, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.nat()), (labels, numbers) => {
        const a = labels.map((label): Row => ["", label]);
        const b = a.toSorted(() => ((numbers.next().value ?? 0) % 2 === 0 ? 1 : -1));
        const { ofA } = matchLines(linesOf(a), linesOf(b));
        a.forEach(([, label], at) => expect(b[ofA[at] ?? -1]?.[1]).toBe(label));
      }),
    );
  });
});
