import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { BELIEVED, CERTAIN, type GridCell } from "../../../tables";
import type { Area, CellValue, SheetSnapshot } from "../../../sheet";
import { believedIn, layoutsOf } from "..";
import { HAND_SLIPS, slipIn } from "../../../../tests/corpus/hand-slips";
import { randomNumbers } from "../../../../tests/corpus/planted-tables";
import { numberAt } from "../grid-cells";

/** A list of groups with lines under each, in some columns of amounts, as somebody keeps it. */
interface Kept {
  readonly groups: readonly (readonly (readonly number[])[])[];
  /** What shows which lines lie under which. */
  readonly shown: "numbers" | "indents" | "bold" | "nothing";
  /** A column that adds up to nothing. */
  readonly noise: boolean;
  readonly sum: boolean;
  readonly shares: boolean;
  readonly notation: "typed" | "1.234,5" | "1,234.5" | "1 234,5";
}

/** Amounts of five digits and more, none like another: of small or equal ones many sums come about by chance. */
const amount = fc.noShrink(fc.noBias(fc.integer({ min: 10_007, max: 9_999_991 })));
const kept: fc.Arbitrary<Kept> = fc.integer({ min: 3, max: 5 }).chain((columns) =>
  fc.record({
    groups: fc.array(fc.array(fc.array(amount, { minLength: columns, maxLength: columns }), { minLength: 3, maxLength: 5 }), {
      minLength: 2, maxLength: 4,
    }),
    shown: fc.constantFrom("numbers", "indents", "bold", "nothing"),
    noise: fc.boolean(),
    sum: fc.boolean(),
    shares: fc.boolean(),
    notation: fc.constantFrom("typed", "1.234,5", "1,234.5", "1 234,5"),
  }),
);

const sumOf = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const ROMAN = ["I", "II", "III", "IV"];

interface Line {
  readonly mark: string;
  readonly label: string;
  readonly amounts: readonly number[];
}

/** Its lines from the total down, and the places of what each total adds up. */
function linesOf({ groups, sum }: Kept): { readonly lines: readonly Line[]; readonly sums: ReadonlyMap<number, readonly number[]> } {
  const across = (amounts: readonly number[]): number[] => (sum ? [sumOf(amounts), ...amounts] : [...amounts]);
  const down = (rows: readonly (readonly number[])[]): number[] => (rows[0] ?? []).map((_, at) => sumOf(rows.map((row) => row[at] ?? 0)));
  const wholes = groups.map(down);
  const lines: Line[] = [{ mark: "", label: "TỔNG SỐ", amounts: across(down(wholes)) }];
  const sums = new Map<number, number[]>();
  const heads: number[] = [];
  groups.forEach((group, place) => {
    const add = (line: Line): number => lines.push(line) - 1;
    const at = add({ mark: ROMAN[place] ?? "", label: `Lĩnh vực ${"ABCD"[place]}`, amounts: across(wholes[place] ?? []) });
    heads.push(at);
    const under = group.map((own, n) => add({ mark: `${n + 1}`, label: `Khoản thứ ${n + 1}`, amounts: across(own) }));
    sums.set(at, under);
  });
  sums.set(0, heads);
  return { lines, sums };
}

function written(value: number, notation: Kept["notation"]): CellValue {
  if (notation === "typed") return value;
  return String(value).replace(/\B(?=(\d{3})+$)/g, notation.slice(1, 2));
}

function snapshotOf({ shown, noise, sum, shares, notation }: Kept, lines: readonly Line[]): SheetSnapshot {
  const columns = (lines[0]?.amounts.length ?? 0) - (sum ? 1 : 0);
  const heads = ["Nội dung", ...(sum ? ["Tổng cộng"] : []), ...Array.from({ length: columns }, (_, at) => `Nguồn ${"ABCDE"[at]}`)];
  const share = (at: number): CellValue => (notation === "typed" ? 80 + at / 8 : String(80 + at / 8).replace(".", notation.slice(-2, -1)));
  const row = (mark: string, cells: readonly CellValue[], number: CellValue, last: CellValue): CellValue[] => [
    ...(shown === "numbers" ? [mark === "" ? null : mark] : []), ...cells, ...(noise ? [number] : []), ...(shares ? [last] : []),
  ];
  const values = [
    row("TT", heads, "Số hộ", "Tỷ lệ (%)"),
    ...lines.map(({ mark, label, amounts }, at) =>
      row(mark, [label, ...amounts.map((one) => written(one, notation))], written(households(at), notation), share(at)),
    ),
  ];
  const area = { row: 0, col: 0, rows: values.length, cols: values[0]?.length ?? 0 };
  const label = shown === "numbers" ? 1 : 0;
  const levels = lines.map(({ mark }) => (mark === "" ? 0 : ROMAN.includes(mark) ? 1 : 2));
  const cellsWith = (fits: (level: number) => boolean): Area[] =>
    levels.flatMap((level, at) => (fits(level) ? [{ row: at + 1, col: label, rows: 1, cols: 1 }] : []));
  const looks =
    shown === "bold"
      ? { bold: cellsWith((level) => level < 2).map((area) => ({ value: true as const, area })) }
      : shown === "indents"
        ? { indents: [1, 2].flatMap((value) => cellsWith((level) => level === value).map((area) => ({ value, area }))) }
        : {};
  return { sheet: "Biểu", area, values, formulas: values.map((one) => one.map(() => null)), unevaluated: [], looks };
}

/** Numbers of a column that adds up to nothing. */
const households = (line: number): number => 1_237 + ((line * 7_919) % 4_801);

/** What is believed of a sheet: by line and column of amounts, with whether it fails. */
function believedOf(snapshot: SheetSnapshot) {
  const first = snapshot.values[0]?.[0] === "TT" ? 2 : 1;
  return layoutsOf(snapshot, []).flatMap((layout) =>
    believedIn(layout).flatMap(({ op, axis, sure, total, parts }) => {
      if (op !== "sum" || sure < BELIEVED) return [];
      const place = ([line, column]: GridCell) =>
        [(layout.lines[line]?.row ?? 0) - 1, (layout.columns[column]?.col ?? 0) - first] as const;
      const value = (cell: GridCell) => numberAt(layout, cell);
      return [{ axis, sure, total: place(total), parts: parts.map(place), fails: value(total) !== sumOf(parts.map(value)) }];
    }),
  );
}

const RUNS = 40;

describe("a list of groups with lines under each", () => {
  test("adds up as it was made, and nothing that fails is believed of it", () => {
    fc.assert(
      fc.property(kept, (made) => {
        const { lines, sums } = linesOf(made);
        const told = believedOf(snapshotOf(made, lines));
        expect(told.filter(({ fails }) => fails)).toEqual([]);
        const down = told.filter(({ axis }) => axis === "column");
        const found = new Set(down.map(({ total, parts }) => `${total.join()} ${parts.map(([line]) => line).join()}`));
        for (const [total, parts] of sums)
          for (const column of (lines[0]?.amounts ?? []).keys()) expect(found).toContain(`${total},${column} ${parts.join()}`);
      }),
      { numRuns: RUNS },
    );
  });

  test.each(HAND_SLIPS)("tells of one slip, and is certain of nothing that it does not touch: %s", (kind) => {
    const slip = fc.tuple(kept, fc.nat(), fc.nat(), fc.nat());
    fc.assert(
      fc.property(slip, ([made, l, c, seed]) => {
        const { lines } = linesOf(made);
        const [line, column] = [l % lines.length, c % (lines[0]?.amounts.length ?? 1)];
        const was = lines[line]?.amounts[column] ?? 0;
        const now = Number(slipIn(String(was), kind, randomNumbers(seed)) ?? was);
        fc.pre(now !== was);
        const typed = lines.map((one, at) => (at === line ? { ...one, amounts: one.amounts.with(column, now) } : one));
        const failing = believedOf(snapshotOf(made, typed)).filter(({ fails }) => fails);
        const touches = ({ total, parts }: (typeof failing)[number]): boolean =>
          [total, ...parts].some(([row, col]) => row === line && col === column);
        // where numbers alone show a sum, a column that adds up to nothing is one column too many that speaks against it
        expect(failing.some(touches) || (made.shown === "nothing" && made.noise)).toBe(true);
        expect(failing.filter((one) => one.sure >= CERTAIN && !touches(one))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
