import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { tableOf } from "../../tests/support/grids";
import { minutes } from "../../tests/support/patience";
import { wordsOf } from "../i18n";
import {
  areComparable, readTargetCell, writeNumber, writeTarget, type Comparator, type Direction, type Lang, type Target,
} from "../quantity";
import { toA1, type CellInput, type SheetSpec } from "../sheet";
import { type IndicatorTable, verdictOn } from "../tables";
import { openXlsx, writeXlsx } from "../workbook/xlsx";
import { statusFormula, type KnownTarget } from "./status-formula";

type Cell = string | number | null;

interface Row {
  readonly actual: Cell;
  readonly target: Cell;
  /** One of ours, or other words. */
  readonly direction?: string | null;
  readonly unit: Cell;
  readonly baseline?: Cell;
  /** The target of a later year. */
  readonly next?: Cell;
  /** What was written into the target's cell, and its unit, when the table was made. */
  readonly known?: { readonly content: string | number; readonly unit: string | null };
  /** The same of the later year's. */
  readonly knownNext?: string | number;
}

const COLUMNS = ["label", "unit", "baseline", "target2025", "target2030", "actual2025", "direction"] as const;
const COL = Object.fromEntries(COLUMNS.map((key, col) => [key, col])) as Record<(typeof COLUMNS)[number], number>;

function knownOf(content: string | number, unit: string | null, lang: Lang): KnownTarget | null {
  const reading = readTargetCell(content, unit, lang);
  if (reading.kind === "words") return { content, unit, target: null };
  return reading.kind === "unreadable" || reading.more.length > 0 || !areComparable(reading.target.unit, unit)
    ? null
    : { content, unit, target: reading.target };
}

const wordOf = (direction: Row["direction"], lang: Lang): Cell => {
  const words: Readonly<Record<string, string>> = wordsOf(lang).templates.indicators.direction;
  return direction == null ? null : (words[direction] ?? direction);
};

/** What the sheet's formula says of each row, and what check, summary and roll-up are told. */
async function verdicts(rows: readonly Row[], lang: Lang = "vi"): Promise<{ sheet: string; check: string }[]> {
  const { templates } = wordsOf(lang);
  const { met, notMet, noDirection, seeCheck } = templates.indicators;
  const typed = rows.map(({ actual, target, direction, unit, baseline = null, next = null }): Cell[] => [
    "Chỉ tiêu thử", unit, baseline, target, next, actual, wordOf(direction, lang),
  ]);
  const cells = rows.map((row, r): CellInput[] => {
    const at = (key: keyof typeof COL): string => toA1({ row: r, col: COL[key] });
    const known = row.known ? knownOf(row.known.content, row.known.unit, lang) : null;
    const later = {
      cell: at("target2030"),
      known: row.knownNext === undefined ? null : knownOf(row.knownNext, row.known?.unit ?? null, lang),
    };
    const formula = statusFormula(
      {
        actual: at("actual2025"),
        target: { cell: at("target2025"), known },
        later: [later],
        direction: at("direction"),
        baseline: at("baseline"),
        unit: at("unit"),
        parts: null,
      },
      templates,
    );
    if (formula.formula.length > 8192) throw new Error(`too long: ${formula.formula.length}`);
    return [...(typed[r] ?? []), formula];
  });
  const margins = { top: 1, bottom: 1, left: 1, right: 1, header: 0, footer: 0 };
  const spec: SheetSpec = {
    name: "x",
    cells,
    columns: (cells[0] ?? []).map(() => ({ width: 10 })),
    rowHeights: [],
    styles: [],
    merges: [],
    names: [],
    freeze: { rows: 0, cols: 0 },
    validations: [],
    conditionalFormats: [],
    charts: [],
    print: { orientation: "portrait", pagesWide: 1, margins },
  };
  const book = await openXlsx(await writeXlsx([spec]));
  const [snapshot] = await book.read([{ sheet: "x", area: { row: 0, col: COLUMNS.length, rows: rows.length, cols: 1 } }]);
  const heads = [templates.indicators.label];
  const names = new Map<unknown, string>([[met, "met"], [notMet, "not-met"], [noDirection, "no-direction"], [seeCheck, "see"], [null, ""]]);
  return rows.map((_, index) => {
    const value = snapshot?.values[index]?.[0] ?? null;
    const table = tableOf("indicators", COLUMNS, [typed[index] ?? []], undefined, heads) as IndicatorTable;
    const [row] = table.rows;
    const verdict = row && verdictOn(row, row.targets.get(2025), row.actuals.get(2025));
    return {
      sheet: names.get(value) ?? String(value),
      check: !verdict ? "no-row" : verdict.status === "cannot-check" ? verdict.reason : verdict.status,
    };
  });
}

/** Two verdicts for one cell: the sheet says one of its own, and the check another. */
const disagree = ({ sheet, check }: { sheet: string; check: string }): boolean =>
  ["met", "not-met", "no-direction"].includes(sheet) && sheet !== check;

const directions = fc.constantFrom<Direction | null>("up", "down", "equal", null);
const tenth = fc.integer({ min: -50, max: 3000 }).map((tenths) => tenths / 10);
const value = fc.oneof(
  tenth, fc.integer({ min: 0, max: 20_000_000 }), fc.integer({ min: 0, max: 20_000 }).map((one) => one / 1000),
  fc.constantFrom(0, 0.5, 0.6, 1, 2.5, 99.95, 1234, 275_556.123456),
);
const units = fc.constantFrom(
  "%", "‰", "tuổi", "xã, phường", "giường bệnh", "/vạn dân", "ca/100.000 dân", "triệu đồng", "cm", "bác sĩ/trạm", "%/năm", "tháng", "lần",
  null,
);
const nudge = fc.constantFrom(0, 0, 0.05, -0.05, 0.1, -0.1, 0.3, -0.4, 0.5, -0.5, 0.6, 1, -1, 1e-9, 25, -25);
const close = (near: number, by: number): number => Number((near + by).toPrecision(12));

describe.each(["vi", "en"] as const)("the status in the sheet (%s)", (lang) => {
  test("of a target that was written is the verdict of the check, whatever its words", async () => {
    const drawn = fc.record({
      comparator: fc.constantFrom<Comparator>(">", ">=", "<", "<=", "=", "~", "range", "change"),
      low: value,
      more: value,
      outOf: fc.boolean(),
      ends: fc.constantFrom(null, { low: ">", high: "<" } as const, { low: ">=", high: "<=" } as const, { low: ">", high: "<=" } as const),
      unit: units,
      direction: directions,
      baseline: fc.option(value),
      by: nudge,
      atHigh: fc.boolean(),
      far: fc.option(value, { freq: 3 }),
      next: fc.option(value, { freq: 3 }),
    });
    const rows = fc
      .sample(drawn, 60)
      .flatMap(({ comparator, low, more, outOf, ends, unit, direction, baseline, by, atHigh, far, next }): Row[] => {
        const high = close(Math.abs(low), Math.abs(more) + 1);
        const start = comparator === "change" && baseline !== null ? baseline : 0;
        const target: Target = {
          comparator,
          value: Math.abs(low),
          value2: comparator === "range" ? high : outOf && comparator !== "change" ? 17 : null,
          baseline: null,
          unit,
          ...(comparator === "range" && ends ? { ends } : {}),
        };
        const content = comparator === "=" && target.value2 === null ? target.value : writeTarget(target, lang);
        const known = knownOf(content, unit, lang);
        return known?.target
          ? [
              {
                actual: far ?? close(start + (atHigh ? high : Math.abs(low)), by),
                target: content,
                direction, unit, baseline, next,
                known: { content, unit },
                ...(next === null ? {} : { knownNext: next }),
              },
            ]
          : [];
      });
    const said = await verdicts(rows, lang);
    expect(rows.length).toBeGreaterThan(10);
    expect(said.flatMap((one, index) => (disagree(one) ? [{ ...one, ...rows[index] }] : []))).toEqual([]);
    // and it says one wherever there is one
    expect(
      said.flatMap((one, index) =>
        ["met", "not-met", "no-direction"].includes(one.check) && one.sheet === "see" ? [{ ...one, ...rows[index] }] : [],
      ),
    ).toEqual([]);
  }, minutes(2));

  test("of anything that people type is the verdict of the check, or sends there", async () => {
    const written = fc.record({
      number: value,
      grouped: fc.boolean(),
      zeros: fc.constantFrom("", "", "0"),
      sign: fc.constantFrom("", "> ", ">", "≥ ", ">=", "< ", "<", "≤ ", "<=", "≤", "=", "> =", "trên ", "dưới ", "khoảng "),
      unit: fc.constantFrom("", "", "%", " %", "own", " own", "‰", " xã"),
      more: fc.constantFrom("", "", "", " - 50", "/17", " (năm 2025)", " và < 90", "%5"),
    });
    const drawn = fc.record({
      written,
      as: fc.constantFrom("number", "text", "text"),
      unit: units,
      direction: fc.oneof(directions, fc.constantFrom("tăng lên", "lung tung", "Giảm ")),
      baseline: fc.option(value),
      by: nudge,
      next: fc.option(fc.oneof(value, fc.constantFrom("> 10", "≤ 85", "giảm mạnh", "10 - 20", "95%", "12,5", "1.234", "")), { freq: 3 }),
    });
    const rows = fc
      .sample(drawn, 60)
      .map(({ written: { number, grouped, zeros, sign, unit: after, more }, as, unit, direction, baseline, by, next }): Row => {
        const shown = writeNumber(number, lang, { maxDecimals: 6 });
        const plain = grouped ? shown : shown.replaceAll(lang === "vi" ? "." : ",", "");
        const decimal = plain.includes(lang === "vi" ? "," : ".") && more === "" ? zeros : "";
        const phrase = `${sign}${plain}${decimal}${after.replace("own", unit ?? "")}${more}`;
        return { actual: close(number, by), target: as === "number" ? number : phrase, direction, unit, baseline, next };
      });
    const said = await verdicts(rows, lang);
    expect(said.flatMap((one, index) => (disagree(one) ? [{ ...one, ...rows[index] }] : []))).toEqual([]);
    expect(said.filter(({ sheet }) => ["met", "not-met", "no-direction"].includes(sheet)).length).toBeGreaterThan(0);
  }, minutes(2));
});

const of = (actual: Cell, target: Cell, rest: Partial<Row> = {}): Row => ({ actual, target, direction: "up", unit: "%", ...rest });
const sheets = async (rows: readonly Row[], lang: Lang = "vi"): Promise<string[]> => (await verdicts(rows, lang)).map(({ sheet }) => sheet);
const wrote = (content: string | number, actual: Cell, rest: Partial<Row> = {}): Row =>
  of(actual, content, { ...rest, known: { content, unit: (rest.unit as string | undefined) ?? "%" } });

test("it is blank where there is no value or no target, and sends to the check what it cannot read", async () => {
  expect(await sheets([of(null, 30), of("28", 30), of(28, null), of(28, "  ")])).toEqual(["", "", "", ""]);
  expect(
    await sheets([
      of(28, "16 - 18"), of(28, "trên 30%"), of(28, "khoảng 75"), of(28, "Duy trì và nâng cao"), of(28, "12.34"), of(28, "1.23.4"),
      of(28, ">"), of(28, "%"), of(28, "+30"), of(28, "1e1"), of(28, "(28)"), of(28, "1/2"), of(28, "1:2"), of(28, "28,"), of(28, "2 8"),
      of(28, "5%5"), of(28, "$28"), of(28, "28-"),
    ]),
  ).toEqual(Array(18).fill("see"));
  expect((await verdicts([of(28, "≥=28"), of(27, "≥=28")])).filter(disagree)).toEqual([]);
});

test("what was written is judged in any words, and what is written over it as far as it is a number", async () => {
  expect(
    await sheets([
      wrote("100 - 200", 250, { direction: "equal", unit: "giường bệnh" }),
      wrote("100 - 200", 200, { direction: "equal", unit: "giường bệnh" }),
      wrote("khoảng 75,5", 75.4, { unit: "tuổi" }),
      wrote("< 8/100.000", 8, { unit: "ca/100.000 dân", direction: "down" }),
      wrote("< 8/100.000", 7.9, { unit: "ca/100.000 dân", direction: "down" }),
      wrote("17/17", 16, { unit: "xã, phường" }),
      wrote("> 5 và < 10", 10),
      wrote("> 5 và < 10", 5.1),
    ]),
  ).toEqual(["not-met", "met", "met", "not-met", "met", "not-met", "not-met", "met"]);
  const over = (target: Cell, unit = "%"): Row => ({ ...wrote("16 - 18", 28), target, unit });
  expect(await sheets([over("> 30"), over(20), over("17 - 19"), over("16 - 18", "‰"), over(null)])).toEqual([
    "not-met", "met", "see", "see", "",
  ]);
});

test("to be kept as it is a count has to be that number, a rounded share nearly", async () => {
  expect(
    await sheets([
      wrote(1, 0.6, { direction: "equal", unit: "trung tâm y tế" }),
      wrote(2, 2.5, { direction: "equal", unit: "con" }),
      wrote(90, 90.4, { direction: "equal" }),
      wrote(90, 90.6, { direction: "equal" }),
    ]),
  ).toEqual(["not-met", "not-met", "met", "not-met"]);
  // typed by a person: of other units the formula does not know which are rounded
  expect(
    await sheets([
      of(90.4, 90, { direction: "equal" }), of(90.46, 90.5, { direction: "equal" }), of(0.6, 1, { direction: "equal", unit: null }),
      of(0.6, 1, { direction: "equal", unit: "con" }), of(2, 1, { direction: "equal", unit: "con" }),
      of(1, 1, { direction: "equal", unit: "con" }),
    ]),
  ).toEqual(["met", "met", "not-met", "see", "not-met", "met"]);
});

test("numbers in the notation of the table", async () => {
  const people = (target: string): Row => of(1234, target, { unit: "người" });
  expect(
    await sheets([
      people("1.234"), people("> 1.234"), people("≥ 1.234 người"), people("> 1.233,5"), people("> 1,234"), people("≤ 9,0"),
      people("≥ 12,50"),
    ]),
  ).toEqual(["met", "not-met", "met", "met", "met", "see", "see"]);
  expect(await sheets([people("1,234"), people("> 1,234"), people("> 1.234")], "en")).toEqual(["met", "not-met", "met"]);
});

test("a number alone is judged by where it lies from the baseline, but for what is to be kept", async () => {
  const from = (baseline: Cell, direction: Direction | null): Row => of(8, 10, { direction, baseline });
  expect(await sheets([from(12.5, "up"), from(5, "down"), from(10, "up"), from(12.5, "equal"), from(null, "down")])).toEqual([
    "met", "not-met", "not-met", "not-met", "met",
  ]);
  const inText = (target: string, baseline: Cell): Row => of(8, target, { direction: null, baseline });
  expect(await sheets([inText("10", 12.5), inText("10 %", 12.5), inText("7,5", 5), inText("10", 5), inText("10", null)])).toEqual([
    "met", "met", "met", "not-met", "no-direction",
  ]);
});

test("the row's last target tells the direction of an earlier one", async () => {
  const before = (baseline: Cell, next: Cell): Row => of(92, 91, { direction: null, baseline, next });
  expect(await sheets([before(95, 97), before(95, 90), before(null, 95), before(null, "> 95"), before(null, "mạnh hơn")])).toEqual([
    "met", "not-met", "no-direction", "see", "see",
  ]);
  const known = (next: string): Row => ({ ...before(null, next), known: { content: 91, unit: "%" }, knownNext: next });
  expect(await sheets([known("> 95"), known("≤ 85"), known("Duy trì và nâng cao")])).toEqual(["met", "not-met", "no-direction"]);
});

test("a direction that is changed in its cell changes the verdict, and without any only the limit itself is certain", async () => {
  expect(await sheets(["up", "down", "Giảm", "equal", null, "xuống"].map((direction) => of(28, 30, { direction })))).toEqual([
    "not-met", "met", "met", "not-met", "no-direction", "see",
  ]);
  expect(await sheets([of(30, 30, { direction: null }), of(31, 30, { direction: null })])).toEqual(["met", "no-direction"]);
});

test("a count to which units have yet to add is left to the check", async () => {
  const { templates } = wordsOf("vi");
  const made = statusFormula(
    {
      actual: "A1",
      target: { cell: "B1", known: null },
      later: [],
      direction: "C1",
      baseline: "D1",
      unit: "E1",
      parts: { cells: "F1:H1", count: 3 },
    },
    templates,
  );
  expect(made.formula).toContain("IF(COUNT(F1:H1)<3,1/0,");
});
