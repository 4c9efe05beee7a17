import { describe, expect, test } from "@jest/globals";
import { readSpec } from "../../tests/support/made-tables";
import { outlineNumbers } from "../checks/outline-numbers";
import { wordsOf } from "../i18n";
import { catalogue, ownPlan, ownTargets, targetsElsewhere, type Plan, type PlanIndicator, type PlanTarget } from "../plan";
import { contains, toA1, type Area, type CellInput, type CellStyle, type SheetSpec } from "../sheet";
import { openXlsx, writeXlsx } from "../workbook/xlsx";
import { COLOURS, DEFAULT_CHOICES, indicatorTable, readDefinedName, resultYears, unitOf, yearOf, type ColumnKey } from ".";
import { addsUp, standingAlone, targetInput } from "./indicators-lines";

const PLACE = { table: "indicators1", sheet: "x" } as const;
const vi = wordsOf("vi").templates;
const table = (plan: Plan, choices: Partial<typeof DEFAULT_CHOICES> = {}): SheetSpec =>
  indicatorTable(plan, PLACE, { ...DEFAULT_CHOICES, ...choices }, vi);

function planOf(id: string): Plan {
  const plan = catalogue.find((one) => one.id === id);
  if (!plan) throw new Error(id);
  return plan;
}

function keysOf(spec: SheetSpec): ColumnKey[] {
  return spec.names.map(({ name }) => readDefinedName(name)?.key as ColumnKey);
}

function areaOf(spec: SheetSpec, key: string) {
  const area = spec.names.find(({ name }) => name === `PT_indicators1_${key}`)?.area;
  if (!area) throw new Error(`no column ${key}`);
  return area;
}

const column = (spec: SheetSpec, key: string): CellInput[] =>
  spec.cells.slice(areaOf(spec, key).row).map((row) => row[areaOf(spec, key).col] ?? null);

function indicator(code: string, rest: Partial<PlanIndicator>): PlanIndicator {
  const target: PlanTarget = { year: 2025, comparator: "=", value: 10, value2: null, unit: null, text: "10" };
  return {
    code,
    name: code,
    group: null,
    unit: "%",
    direction: "up",
    baseline: null,
    baselineYear: null,
    ratio: null,
    targets: [target],
    where: "x",
    ...rest,
  };
}

const RATIO = { numerator: "Số đạt", denominator: "Tổng số" };
const small = (indicators: readonly PlanIndicator[]): Plan => ({
  id: "thu",
  title: "Thử",
  issuer: "Thử",
  number: null,
  date: null,
  period: { from: 2021, to: 2025 },
  indicators: [...indicators],
  budgets: [],
  tasks: [],
  notes: [],
});

/** The values of a sheet with cells typed over, by column and row of the body. */
async function computed(spec: SheetSpec, typed: Readonly<Record<string, CellInput>>) {
  const body = areaOf(spec, "label").row;
  const cells = spec.cells.map((row) => [...row]);
  for (const [at, value] of Object.entries(typed)) {
    const [key = "", row = "0"] = at.split("/");
    const line = cells[body + Number(row)];
    if (line) line[areaOf(spec, key).col] = value;
  }
  const book = await openXlsx(await writeXlsx([{ ...spec, cells }]));
  const [snapshot] = await book.read([{ sheet: "x", area: { row: 0, col: 0, rows: cells.length, cols: spec.columns.length } }]);
  // a formula that shows nothing is "" in one engine and blank in another
  return (key: string, row: number) => snapshot?.values[body + row]?.[areaOf(spec, key).col] ?? "";
}

describe("years", () => {
  const actualYears = (spec: SheetSpec): number[] => keysOf(spec).flatMap((key) => yearOf(key, "actual") ?? []);

  test("each year of a plan can be reported, unless others are chosen", () => {
    for (const plan of catalogue) {
      const { from, to } = plan.period;
      const period = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      const beyond = new Set(plan.indicators.flatMap((one) => ownTargets(one).flatMap(({ year }) => (year > to ? [year] : []))));
      expect(actualYears(table(plan))).toEqual([...period, ...[...beyond].sort((a, b) => a - b)]);
      expect(resultYears(plan, DEFAULT_CHOICES)).toMatchObject({ without: [], uncompared: [] });
    }
    const chosen = { years: [2026, 2027] };
    expect(actualYears(table(planOf("bac-ninh-2018-2030"), chosen))).toEqual(chosen.years);
    expect(resultYears(planOf("bac-ninh-2018-2030"), { ...DEFAULT_CHOICES, ...chosen }).without).toEqual([
      2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2028, 2029, 2030,
    ]);
  });

  test("of a very long period those that have targets or end a stage, which is told", () => {
    const plan = { ...small([indicator("a", {})]), period: { from: 2021, to: 2047 } };
    const target = { year: 2028, comparator: "=", value: 10, value2: null, unit: null, text: "10" } satisfies PlanTarget;
    const long = { ...plan, indicators: [indicator("a", { targets: [target] })] };
    expect(actualYears(table(long))).toEqual([2025, 2028, 2030, 2035, 2040, 2045, 2047]);
    expect(resultYears(long, DEFAULT_CHOICES).without).toHaveLength(20);
  });

  test("of many years the table is printed on two pages side by side at most, without the numbers behind its shares", () => {
    for (const plan of catalogue) {
      const { print } = table(plan);
      expect((print.pageBreakCols ?? []).length).toBeLessThanOrEqual(1);
      expect(print.percent ?? 100).toBeGreaterThanOrEqual(56);
    }
    const spec = table(planOf("bac-ninh-2018-2030"));
    expect(spec.print.area?.cols).toBe(areaOf(spec, "numerator").col);
  });

  test("a status stands where a year that is reported has a target, and nowhere else", () => {
    const has = (years: readonly number[] | null): boolean => keysOf(table(planOf("lai-chau-2021-2025"), { years })).includes("status");
    expect([has(null), has([2024, 2025]), has([2022, 2023])]).toEqual([true, true, false]);
  });

  test("each year that has a target and a result has a status of its own; the name without a year is of the last of the plan's own time", () => {
    const statuses = (id: string, choices: Partial<typeof DEFAULT_CHOICES> = {}): string[] =>
      keysOf(table(planOf(id), choices)).filter((key) => key.startsWith("status"));
    expect(statuses("bac-ninh-2018-2030")).toEqual(["status2025", "status"]);
    expect(statuses("tp-lao-cai-2024")).toEqual(["status", "status2025"]);
    expect(statuses("tp-lai-chau-2030-2045")).toEqual(["status", "status2045"]);
    expect(statuses("tp-lai-chau-2030-2045", { reportingUnits: ["A", "B"] })).toEqual(["status"]);
    expect(statuses("bac-ninh-2018-2030", { years: [2025] })).toEqual(["status"]);
    expect(resultYears(planOf("bac-ninh-2018-2030"), { ...DEFAULT_CHOICES, years: [2025] }).uncompared).toEqual([2030]);
    expect([actualYears(table(planOf("tp-lao-cai-2024"))), actualYears(table(planOf("tp-lai-chau-2030-2045"))).at(-1)]).toEqual([
      [2024, 2025], 2045,
    ]);
  });

  test("with reporting units one year is reported", () => {
    const reportingUnits = ["A", "B"];
    expect(actualYears(table(planOf("lai-chau-2021-2025"), { reportingUnits }))).toEqual([2025]);
    expect(actualYears(table(planOf("lai-chau-2021-2025"), { reportingUnits, years: [2022, 2023] }))).toEqual([2023]);
  });
});

describe("rows", () => {
  const words = (year: number): PlanTarget => ({
    year,
    comparator: null,
    value: null,
    value2: null,
    unit: null,
    text: "nâng cao chất lượng",
  });
  const rowsOf = (spec: SheetSpec): string[] =>
    column(spec, "number").map((number, index) => [number, column(spec, "label")[index], column(spec, "key")[index]].join(" | "));

  test("what is measured comes first, words after it under a heading of their own, each under its group", () => {
    const plan = small([
      indicator("a1", { group: "Một" }),
      indicator("a2", { group: "Một", targets: [words(2025)] }),
      indicator("b1", { group: "Hai", targets: [words(2025)] }),
      indicator("c1", { group: "Ba", targets: [words(2025)] }),
      indicator("c2", { group: "Ba" }),
    ]);
    expect(rowsOf(table(plan))).toEqual([
      "A | Chỉ tiêu định lượng | group:A",
      "I | Một | group:I",
      "1 | a1 | a1",
      "II | Ba | group:II",
      "1 | c2 | c2",
      "B | Chỉ tiêu định tính | group:B",
      "I | Một | group:B.I",
      "1 | a2 | a2",
      "II | Hai | group:B.II",
      "1 | b1 | b1",
      "III | Ba | group:B.III",
      "1 | c1 | c1",
    ]);
  });

  test("of one sort only they stand as in the document, without groups they have the heading of their part alone", () => {
    expect(rowsOf(table(small([indicator("a", { group: "Một" }), indicator("b", { group: "Hai" })])))).toEqual([
      "I | Một | group:I", "1 | a | a", "II | Hai | group:II", "1 | b | b",
    ]);
    expect(rowsOf(table(small([indicator("a", { targets: [words(2025)] }), indicator("b", {})])))).toEqual([
      "A | Chỉ tiêu định lượng | group:A", "1 | b | b", "B | Chỉ tiêu định tính | group:B", "1 | a | a",
    ]);
  });

  test("of the five plans each indicator stands once with its code, all measured ones above those in words, and no number is told to be wrong", () => {
    for (const plan of catalogue) {
      const read = readSpec(table(plan));
      if (read.kind !== "indicators") throw new Error("no table");
      expect(read.rows.map(({ key }) => key).sort()).toEqual(plan.indicators.map(({ code }) => code).sort());
      const measured = read.rows.map(({ targets }) => [...targets.values()].some(({ state }) => state === "target"));
      expect(measured).toEqual([...measured].sort((one, other) => Number(other) - Number(one)));
      expect(outlineNumbers.check(read, { today: { year: 2026, month: 1, day: 1 }, tables: [read] })).toEqual([]);
    }
  });
});

describe("targets", () => {
  test("stand in their own comparator", () => {
    const plan = planOf("lai-chau-2021-2025");
    const targets = new Map(column(table(plan), "key").map((key, index) => [key, column(table(plan), "target2025")[index]]));
    const wanted = plan.indicators.flatMap(({ code, targets: [one] }) =>
      one?.comparator === ">" ? [[code, `> ${one.value}`]] : one?.comparator === "=" && one.value2 === null ? [[code, one.value]] : [],
    );
    expect(wanted.length).toBeGreaterThan(3);
    expect(wanted.map(([code]) => [code, targets.get(code as string)])).toEqual(wanted);
  });
});

describe("words and numbers as they are printed", () => {
  const formatAt = (spec: SheetSpec, code: string, key: string): string | undefined => {
    const { row, col } = areaOf(spec, key);
    const at = row + column(spec, "key").indexOf(code);
    return spec.styles
      .flatMap(({ area, style }) =>
        style.numberFormat && at >= area.row && at < area.row + area.rows && col >= area.col && col < area.col + area.cols
          ? [style.numberFormat]
          : [],
      )
      .at(-1);
  };

  test("a target in words begins with a capital letter, whatever stands before it; one that begins with a number stays", () => {
    expect(
      ["giảm tỷ lệ tảo hôn", "“duy trì” xu hướng", "đến từng người dân", "12 loại vắc xin", "Đạt chuẩn", ""].map(standingAlone),
    ).toEqual(["Giảm tỷ lệ tảo hôn", "“Duy trì” xu hướng", "Đến từng người dân", "12 loại vắc xin", "Đạt chuẩn", ""]);
    const texts = catalogue.flatMap((plan) =>
      plan.indicators.flatMap(({ targets }) => targets.flatMap((one) => (one.comparator === null ? [String(targetInput(one, "vi"))] : []))),
    );
    expect(texts.filter((text) => /^\P{L}*\p{Ll}/u.test(text))).toEqual([]);
    expect(texts.length).toBeGreaterThan(30);
  });

  test("numbers that run to thousands have them apart, with the decimals of the document; results of counts too", () => {
    const spec = table(planOf("tp-lao-cai-2024"));
    expect(["target2024", "actual2024"].map((key) => formatAt(spec, "iii.9.3-5", key))).toEqual(["#,##0", "#,##0"]);
    expect(["target2024", "actual2024"].map((key) => formatAt(spec, "iii.9.2-2-a", key))).toEqual([undefined, undefined]);
    const [income, people] = [
      indicator("a", {
        unit: "triệu đồng/người",
        targets: [{ year: 2025, comparator: "=", value: 1250.5, value2: null, unit: null, text: "1.250,5" }],
      }),
      indicator("b", { unit: "người", baseline: 1000 }),
    ];
    const own = table(small([income, people]));
    // what is measured keeps the decimals that are typed
    expect(["baseline", "target2025", "actual2025"].map((key) => formatAt(own, "a", key))).toEqual(["#,##0.0", "#,##0.0", undefined]);
    expect(["baseline", "target2025", "actual2025"].map((key) => formatAt(own, "b", key))).toEqual(["#,##0", "#,##0", "#,##0"]);
  });
});

describe("shares of a count", () => {
  test("their numerators and denominators begin a page where many rows have them, else they are not printed", () => {
    const many = table(small([indicator("a", { ratio: RATIO }), indicator("b", {})]));
    expect(many.print).toMatchObject({ pageBreakCols: [areaOf(many, "numerator").col] });
    const few = table(small([indicator("a", { ratio: RATIO }), indicator("b", {}), indicator("c", {}), indicator("d", {})]));
    expect(few.print.area).toEqual({ row: 0, col: 0, rows: few.cells.length, cols: areaOf(few, "numerator").col });
  });
});

describe("reporting units", () => {
  const plan = small([
    indicator("share", { ratio: RATIO, unit: "%" }),
    indicator("rate", { ratio: RATIO, unit: "‰" }),
    indicator("count", { unit: "bác sĩ" }),
    indicator("mean", { unit: "tuổi" }),
    indicator("of-each", { unit: "trạm y tế", name: "Số trạm y tế của mỗi xã" }),
    indicator("kinds", { unit: "loại vắc xin" }),
  ]);
  const spec = table(plan, { reportingUnits: ["A", "B", "C"] });

  test("each has a column under its name", () => {
    const head = areaOf(spec, "head");
    expect(keysOf(spec).flatMap((key) => (unitOf(key, "u") === null ? [] : [spec.cells[head.row + 1]?.[areaOf(spec, key).col]]))).toEqual([
      "A", "B", "C",
    ]);
  });

  test("the whole of a share comes of the sums of numerators and denominators, of a count it is the sum, of all others it is typed", async () => {
    expect(plan.indicators.map(addsUp)).toEqual([false, false, true, false, false, false]);
    expect(column(spec, "actual2025").map((cell) => cell === null)).toEqual([false, false, false, true, true, true]);
    const at = await computed(spec, { "un1/0": 1, "ud1/0": 2, "un2/0": 10, "ud2/0": 90, "un1/1": 3, "ud1/1": 200, "u1/2": 7, "u3/2": 5 });
    expect([at("u1", 0), at("u2", 0), at("u3", 0), at("num2025", 0), at("den2025", 0), at("actual2025", 0)]).toEqual([
      50, 11.11, "", 11, 92, 11.96,
    ]);
    expect([at("actual2025", 1), at("actual2025", 2)]).toEqual([15, 12]);
    // of the count one unit has said nothing yet
    expect([at("status", 0), at("status", 2)]).toEqual(["Đạt", "xem Kiểm tra"]);
  });

  test("what nobody has filled in stays blank", async () => {
    const at = await computed(spec, { "un1/0": 4 });
    expect(["u1", "den2025", "actual2025", "status"].map((key) => at(key, 0))).toEqual(["", "", "", ""]);
    expect(at("actual2025", 2)).toBe("");
  });

  test("the column-number row says what the formulas of every row do, and no more", () => {
    const rules = spec.cells[areaOf(spec, "label").row - 1] ?? [];
    const ruled = keysOf(spec).flatMap((key) => {
      const rule = /^(table|head|plan|caption)$/.test(key) ? null : rules[areaOf(spec, key).col];
      return typeof rule === "string" && rule.includes("=") ? [[key, rule] as const] : [];
    });
    expect(ruled.map(([key]) => key)).toEqual(["num2025", "den2025"]);
    for (const [key, rule] of ruled) {
      const numbers = rule.split(/[=+]/);
      const columns = numbers.slice(1).map((number) => rules.indexOf(number));
      expect(rules.indexOf(rule)).toBe(areaOf(spec, key).col);
      for (const [index, cell] of column(spec, key).entries()) {
        if (cell === null) continue;
        const list = columns.map((col) => toA1({ row: areaOf(spec, key).row + index, col })).join(",");
        expect(cell).toEqual({ formula: `=IF(COUNT(${list})=0,"",SUM(${list}))` });
      }
    }
  });
});

test("where a document says nothing of today the office may, and what it says stays", () => {
  const words = { year: 2025, comparator: null, value: null, value2: null, unit: null, text: "Nâng cao" } satisfies PlanTarget;
  const spec = table(small([indicator("open", {}), indicator("said", { baseline: 5 }), indicator("words", { targets: [words] })]));
  const { row, col, rows } = areaOf(spec, "baseline");
  const isOpen = (at: number): boolean =>
    spec.styles
      .filter(({ area }) => contains(area, { row: at, col }))
      .some(({ style }) => style.locked === false && style.fill === COLOURS.input);
  expect(Array.from({ length: rows }, (_, index) => isOpen(row + index))).toEqual([false, true, false, false, false]);
  expect(spec.validations.some(({ area }) => contains(area, { row: row + 1, col }))).toBe(true);
});

describe("targets in words", () => {
  const target: PlanTarget = { year: 2025, comparator: null, value: null, value2: null, unit: null, text: "Duy trì và nâng cao" };
  const plan = small([
    indicator("x1", {}), indicator("x2", { unit: null, targets: [target] }), indicator("x3", {}), indicator("x4", { targets: [target] }),
  ]);
  // the heading of a part, x1, x3, the heading of the other, x2, x4
  const rowsIn = (spec: SheetSpec, areas: readonly Area[], key: string): number[] => {
    const own = areaOf(spec, key);
    return Array.from({ length: own.rows }, (_, row) => row).filter((row) =>
      areas.some((area) => contains(area, { row: own.row + row, col: own.col })),
    );
  };
  const styled = (spec: SheetSpec, has: (style: CellStyle) => boolean): Area[] =>
    spec.styles.flatMap(({ area, style }) => (has(style) ? [area] : []));

  test.each([[[]], [["Xã A", "Xã B"]]])("take words and numbers as results, with %p reporting units", (reportingUnits) => {
    const spec = table(plan, { reportingUnits });
    const results = keysOf(spec).filter((key) => yearOf(key, "actual") !== null || unitOf(key, "u") !== null);
    expect(results.length).toBe(reportingUnits.length === 0 ? 5 : 3);
    for (const key of results) {
      expect(rowsIn(spec, styled(spec, ({ locked }) => locked === false), key)).toEqual(expect.arrayContaining([4, 5]));
      expect(rowsIn(spec, styled(spec, ({ fill }) => fill === COLOURS.input), key)).toEqual(expect.arrayContaining([4, 5]));
      expect(rowsIn(spec, styled(spec, ({ numberFormat }) => numberFormat === "@"), key)).toEqual([4, 5]);
      expect(rowsIn(spec, spec.validations.map(({ area }) => area), key)).not.toEqual(expect.arrayContaining([4]));
      expect(rowsIn(spec, spec.conditionalFormats.map(({ area }) => area), key)).toEqual([0, 1, 2, 3]);
    }
  });

  test.each(["vi", "en"] as const)("are judged by a person, in the words in which the others are judged (%s)", (lang) => {
    const spec = indicatorTable(plan, PLACE, DEFAULT_CHOICES, wordsOf(lang).templates);
    const { met, notMet, watched } = wordsOf(lang).templates.indicators;
    expect(column(spec, "status").map((cell) => cell === null)).toEqual([true, false, false, true, true, true]);
    const lists = spec.validations.filter(({ rule }) => rule.kind === "list");
    expect(lists.map(({ rule, alert }) => [rule, alert])).toEqual([[{ kind: "list", values: [met, notMet, watched] }, "stop"]]);
    expect(rowsIn(spec, lists.map(({ area }) => area), "status")).toEqual([4, 5]);
    expect([met, notMet, watched].some((word) => word.includes(","))).toBe(false);
    expect(spec.conditionalFormats.filter(({ area }) => area.col === areaOf(spec, "status").col).map(({ formula }) => formula)).toEqual(
      expect.arrayContaining([expect.stringContaining(`="${met}"`), expect.stringContaining(`="${notMet}"`)]),
    );
  });
});

describe("rows to be filled in", () => {
  const own = ownPlan({ title: "Kế hoạch", issuer: "Xã", from: 2026, to: 2030, rows: { indicators: 4, items: 2, tasks: 2, sources: [] } });

  test("the direction is shown with its list, and the target is that of the last year", () => {
    const spec = table(own);
    const { col, rows } = areaOf(spec, "direction");
    expect([spec.columns[col]?.hidden ?? false, rows]).toEqual([false, 4]);
    expect(spec.validations.filter(({ rule }) => rule.kind === "list")).toMatchObject([
      { area: areaOf(spec, "direction"), alert: "stop", rule: { values: ["tăng", "giảm", "giữ"] } },
      // a target of one's own may be words
      { area: areaOf(spec, "status"), alert: "stop", rule: { values: ["Đạt", "Chưa đạt", "Theo dõi"] } },
    ]);
    expect(column(spec, "direction")).toEqual([null, null, null, null]);
    expect(keysOf(spec).flatMap((key) => yearOf(key, "target") ?? [])).toEqual([2030]);
  });

  test("what is typed into them gets its status", async () => {
    const at = await computed(table(own), {
      "label/0": "Tỷ lệ hộ nghèo", "target2030/0": "5", "direction/0": "giảm", "actual2030/0": 4,
      "label/1": "Tuổi thọ", "unit/1": "tuổi", "target2030/1": ">=75 tuổi", "actual2030/1": 74.5,
      "label/2": "Xếp hạng", "target2030/2": "4-6", "actual2030/2": 5,
    });
    expect([0, 1, 2, 3].map((row) => at("status", row))).toEqual(["Đạt", "Chưa đạt", "xem Kiểm tra", ""]);
  });
});

describe("a measure of which the document speaks twice", () => {
  const laoCai = catalogue.find(({ id }) => id === "tp-lao-cai-2024");
  const twice = laoCai?.indicators.filter((indicator) => targetsElsewhere(indicator).length > 0) ?? [];

  test("stands once, is judged by the first place, and its note tells the other", () => {
    if (!laoCai) throw new Error("no plan");
    const spec = table(laoCai);
    const at = (code: string, key: string): CellInput => column(spec, key)[column(spec, "key").indexOf(code)] ?? null;
    expect(twice.map(({ code }) => code)).toEqual(["ii.2-3", "ii.2-7-a", "ii.2-7-c", "iii.7-1-a"]);
    expect([at("iii.7-1-a", "target2024"), at("iii.7-1-a", "note")]).toEqual([42, "Mục V.5: 30 - 40%"]);
    expect([at("ii.2-3", "target2024"), at("ii.2-3", "note")]).toEqual(["< 1", "Mục III.9.2, gạch đầu dòng 3: 1‰"]);
  });

  test("the same level at another place is told as the same", () => {
    const plan = catalogue.find(({ id }) => id === "lai-chau-2021-2025");
    if (!plan) throw new Error("no plan");
    const spec = table(plan);
    expect(column(spec, "note")[column(spec, "key").indexOf("2.6")]).toBe(
      "Điều 1, mục II.5, đoạn 2: cũng mức này; Điều 1, mục III.8, đoạn 3: cũng mức này; Điều 1, mục I.1: thực hiện quản lý sức khỏe toàn dân",
    );
  });
});

test("the line under the title has as much of the date as is known, and the place of an issuer that does not name it", () => {
  const line = (id: string): CellInput => {
    const plan = catalogue.find((one) => one.id === id);
    return plan ? (table(plan).cells[2]?.find((cell) => cell !== null) ?? null) : null;
  };
  expect(["bac-ninh-2018-2030", "tp-lao-cai-2024", "lai-chau-2021-2025", "kon-tum-2030"].map(line)).toEqual([
    "(Kèm theo Kế hoạch số 220/KH-UBND ngày 04 tháng 6 năm 2018 của Ủy ban nhân dân tỉnh Bắc Ninh)",
    "(Kèm theo Kế hoạch số …… ngày …… tháng 01 năm 2024 của Ủy ban nhân dân thành phố Lào Cai)",
    "(Kèm theo Nghị quyết số …… ngày …… tháng …… năm 2020 của Hội đồng nhân dân tỉnh Lai Châu)",
    "(Kèm theo Kế hoạch số …… ngày …… tháng …… năm …… của Ban Thường vụ Tỉnh ủy Kon Tum)",
  ]);
});
