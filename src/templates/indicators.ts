import { writeTarget, type Lang } from "../quantity";
import type { Plan, PlanIndicator, PlanTarget } from "../plan";
import { toA1, type CellInput, type ConditionalFormatSpec, type SheetSpec, type StyledArea, type ValidationSpec } from "../sheet";
import { mergeRuns } from "./runs";
import { definedName, groupRowKey, type ColumnKey, type TableId } from "./keys";
import { COLOURS, LARGEST, SIZE, column, frameOf, headOf, headingHeights, heightFor, printOf, sheetOf, type Column, type Heading } from "./layout";
import type { TemplateWords } from "./words";

export interface IndicatorOptions {
  readonly table: TableId;
  /** The sheet's name, free in the workbook. */
  readonly sheet: string;
}

const WIDE = 48;

/** A row of the body: an indicator, or the heading of a group of them. */
interface Row {
  readonly number: string;
  readonly group: string | null;
  readonly indicator: PlanIndicator | null;
}

/** Indicators under the headings that they have in the document, numbered anew under each. */
function rowsOf(plan: Plan): Row[] {
  const groups = [...new Set(plan.indicators.map(({ group }) => group))];
  return groups.flatMap((group, index): Row[] => [
    ...(group === null ? [] : [{ number: roman(index + 1), group, indicator: null }]),
    ...plan.indicators.filter((indicator) => indicator.group === group).map((indicator, at): Row => ({ number: String(at + 1), group, indicator })),
  ]);
}

/** 4 → "IV"; groups are never many. */
function roman(number: number): string {
  const signs: readonly (readonly [number, string])[] = [[10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];
  const found = signs.find(([value]) => value <= number);
  return found ? found[1] + roman(number - found[0]) : "";
}

/** More columns of years than this do not fit a page: of a longer period only the years that have targets are reported. */
const MOST_YEARS = 6;

function yearsOf(plan: Plan): { years: readonly number[]; targetYears: readonly number[] } {
  const { from, to } = plan.period;
  const targetYears = [...new Set(plan.indicators.flatMap(({ targets }) => targets.map(({ year }) => year)))].sort((a, b) => a - b);
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const milestones = all.filter((year) => targetYears.includes(year));
  return { years: all.length > MOST_YEARS && milestones.length > 0 ? milestones : all, targetYears };
}

/** What stands in a target's cell: a number where it is a bare one, its comparator and value, or its words. */
export function targetInput(target: PlanTarget, lang: Lang): CellInput {
  const { comparator, value, value2 } = target;
  if (comparator === null || value === null) return target.text;
  return comparator === "=" ? value : writeTarget({ comparator, value, value2, baseline: null, unit: target.unit }, lang);
}

function columnsOf(plan: Plan, words: TemplateWords): Column[] {
  const { years, targetYears } = yearsOf(plan);
  const own = words.indicators;
  const longest = Math.max(0, ...plan.indicators.flatMap(({ targets }) => targets.map((target) => String(targetInput(target, words.lang)).length)));
  const targetWidth = longest > 24 ? 26 : 11;
  const visible: Omit<Column, "rule">[] = [
    { key: "number", width: 6, upper: words.number, lower: null },
    { key: "label", width: WIDE, upper: own.label, lower: null },
    { key: "unit", width: 9, upper: own.unit, lower: null },
    { key: "baseline", width: 10, upper: own.baseline, lower: null },
    ...targetYears.map((year) => ({ key: `target${year}`, width: targetWidth, upper: own.target, lower: own.toYear(year) }) as const),
    ...years.map((year) => ({ key: `actual${year}`, width: years.length > 2 ? 9 : 13, upper: own.actual, lower: words.year(year) }) as const),
    { key: "status", width: 11, upper: own.status(statusYear(plan)), lower: null },
    { key: "note", width: 16, upper: words.note, lower: null },
    ...(plan.indicators.some(({ ratio }) => ratio)
      ? [
          { key: "numerator", width: 28, upper: own.ratioOf, lower: own.numerator } as const,
          { key: "denominator", width: 28, upper: own.ratioOf, lower: own.denominator } as const,
          ...years.flatMap((year) => [
            { key: `num${year}`, width: 9, upper: own.ratio(year), lower: own.numerator } as const,
            { key: `den${year}`, width: 9, upper: own.ratio(year), lower: own.denominator } as const,
          ]),
        ]
      : []),
  ];
  const letters = ["A", "B", "C"];
  return [
    ...visible.map((one, index): Column => ({ ...one, rule: letters[index] ?? String(index - letters.length + 1) })),
    { key: "key", width: 10, upper: own.key, lower: null, rule: "", hidden: true },
    { key: "direction", width: 10, upper: own.directionHead, lower: null, rule: "", hidden: true },
  ];
}

/** The year whose actual values are held against their target: the last of the period that has targets, else the last of all. */
function statusYear(plan: Plan): number {
  const { years, targetYears } = yearsOf(plan);
  return targetYears.filter((year) => years.includes(year)).at(-1) ?? years.at(-1) ?? plan.period.to;
}

/**
 * "Đạt" or "Chưa đạt" as a formula that reads the target's own cell, so that it holds where the add-in is absent and after
 * the target is changed. Blank where there is no value yet or the target is a range or words.
 */
function statusFormula(actual: string, target: string, direction: PlanIndicator["direction"], words: TemplateWords): string {
  const [decimal, group] = words.lang === "vi" ? [",", "."] : [".", ","];
  const verdict = (test: string): string => `IF(${test},"${words.indicators.met}","${words.indicators.notMet}")`;
  const bare = { up: ">=", down: "<=", equal: "=" }[direction];
  const compared = ([">", "≥", "<", "≤"] as const).reduceRight<string>((otherwise, sign) => {
    const operator = { ">": ">", "≥": ">=", "<": "<", "≤": "<=" }[sign];
    const limit = `NUMBERVALUE(SUBSTITUTE(MID(${target},2,20),"%",""),"${decimal}","${group}")`;
    return `IF(LEFT(${target},1)="${sign}",${verdict(`${actual}${operator}${limit}`)},${otherwise})`;
  }, '""');
  return `=IF(OR(NOT(ISNUMBER(${actual})),${target}=""),"",IFERROR(IF(ISNUMBER(${target}),${verdict(`${actual}${bare}${target}`)},${compared}),""))`;
}

/**
 * The indicator table of a plan: unit, baseline, the target of each target year as the plan writes it, cells for the actual
 * value of each year, and for shares of a count their numerator and denominator, on a second printed page.
 */
export function indicatorTable(plan: Plan, options: IndicatorOptions, words: TemplateWords): SheetSpec {
  const { years } = yearsOf(plan);
  const rows = rowsOf(plan);
  const heading: Heading = { title: words.indicators.title, lines: [plan.title, words.attachedTo(plan.title, plan.issuer)], caption: null };
  const frame = frameOf(heading);
  const columns = columnsOf(plan, words);
  const at = (key: ColumnKey): number => columns.findIndex((candidate) => candidate.key === key);
  const judged = statusYear(plan);
  const actualFrom = at(`actual${years[0] ?? plan.period.from}`);
  const ratioFrom = at(`num${years[0] ?? plan.period.from}`);
  const height = rows.length;

  const body = rows.map(({ number, group, indicator }, index): CellInput[] => {
    const row = frame.body + index;
    if (!indicator) return columns.map(({ key }) => (key === "number" ? number : key === "label" ? group : key === "key" ? groupRowKey(number) : null));
    const target = at(`target${judged}`);
    const fixed = new Map<ColumnKey, CellInput>([
      ["number", number],
      ["label", indicator.name],
      ["unit", indicator.unit],
      ["baseline", indicator.baseline],
      ...indicator.targets.map((one): [ColumnKey, CellInput] => [`target${one.year}`, targetInput(one, words.lang)]),
      ...(target === -1
        ? []
        : [["status", { formula: statusFormula(toA1({ row, col: at(`actual${judged}`) }), toA1({ row, col: target }), indicator.direction, words) }] as [ColumnKey, CellInput]]),
      ["numerator", indicator.ratio?.numerator ?? null],
      ["denominator", indicator.ratio?.denominator ?? null],
      ["key", indicator.code],
      ["direction", words.indicators.direction[indicator.direction]],
    ]);
    return columns.map(({ key }) => fixed.get(key) ?? null);
  });

  const page = at("numerator");
  const head = headOf(heading, columns, page === -1 ? columns.length : page);
  const inputs = mergeRuns(rows.flatMap(({ indicator }, index) => (indicator && isCheckable(indicator) ? [{ row: frame.body + index, col: actualFrom, rows: 1, cols: years.length }] : [])));
  const ratioWidth = years.length * 2;
  const ratioRows = rows.flatMap(({ indicator }, index) => (indicator?.ratio ? [{ row: frame.body + index, col: ratioFrom, rows: 1, cols: ratioWidth }] : []));
  const ratios = mergeRuns(ratioRows);
  const closed = rows.flatMap(({ indicator }, index) => (!indicator || indicator.ratio || ratioFrom === -1 ? [] : [{ row: frame.body + index, col: ratioFrom, rows: 1, cols: ratioWidth }]));
  const targetCols = columns.flatMap(({ key }, col) => (key.startsWith("target") ? [col] : []));

  const styles: StyledArea[] = [
    ...head.styles,
    { area: { row: frame.body, col: 0, rows: height, cols: columns.length }, style: { border: true, valign: "center", wrap: true } },
    { area: column(frame.body, height, 0), style: { align: "center", numberFormat: "@" } },
    { area: column(frame.body, height, at("unit")), style: { align: "center" } },
    { area: column(frame.body, height, at("key")), style: { numberFormat: "@" } },
    { area: { row: frame.body, col: at("baseline"), rows: height, cols: at("status") - at("baseline") }, style: { align: "right" } },
    ...targetCols.map((col): StyledArea => ({ area: column(frame.body, height, col), style: { bold: true } })),
    { area: column(frame.body, height, at("status")), style: { align: "center", bold: true } },
    ...inputs.map((area): StyledArea => ({ area, style: { fill: COLOURS.input, locked: false } })),
    ...ratios.map((area): StyledArea => ({ area, style: { fill: COLOURS.input, locked: false, align: "right", numberFormat: "#,##0" } })),
    ...mergeRuns(closed).map((area): StyledArea => ({ area, style: { fill: COLOURS.closed } })),
    { area: column(frame.body, height, at("note")), style: { locked: false } },
    ...rows.flatMap(({ indicator }, index): StyledArea[] => (indicator ? [] : [{ area: { row: frame.body + index, col: 0, rows: 1, cols: columns.length }, style: { bold: true, fill: COLOURS.group } }])),
  ];

  return sheetOf({
    name: options.sheet,
    cells: [...head.cells, ...body],
    columns,
    rowHeights: [
      ...headingHeights(heading, columns, page === -1 ? columns.length : page),
      { row: frame.head, height: 34 },
      { row: frame.head + 1, height: 34 },
      ...body.map((cells, index) => ({
        row: frame.body + index,
        height: heightFor(cells.flatMap((cell, col) => (typeof cell === "string" && !columns[col]?.hidden ? [{ text: cell, width: columns[col]?.width ?? 1 }] : [])), SIZE.table),
      })),
    ],
    styles,
    merges: head.merges,
    names: [
      { name: definedName(options.table, "table"), area: { row: 0, col: 0, rows: frame.body + height, cols: columns.length } },
      ...columns.map(({ key }, col) => ({ name: definedName(options.table, key), area: column(frame.body, height, col) })),
    ],
    validations: [
      ...inputValidations(rows, frame.body, actualFrom, years.length, words),
      ...ratios.map((area): ValidationSpec => ({
        area,
        rule: { kind: "decimal", min: 0, max: LARGEST },
        alert: "warning",
        errorTitle: words.numberInput.title,
        errorMessage: words.numberInput.refusal,
      })),
    ],
    conditionalFormats: indicatorFormats(frame.body, height, { actualFrom, years: years.length, status: at("status"), ratioFrom }, words),
    print: printOf(columns, frame, page === -1 ? [] : [page]),
    frame,
  });
}

function isCheckable({ targets }: PlanIndicator): boolean {
  return targets.some(({ comparator }) => comparator !== null);
}

function inputValidations(rows: readonly Row[], body: number, col: number, years: number, words: TemplateWords): ValidationSpec[] {
  const areas = rows.flatMap(({ indicator }, index) => (indicator && isCheckable(indicator) ? [{ row: body + index, col, rows: 1, cols: years, share: indicator.ratio !== null }] : []));
  return [true, false].flatMap((share) =>
    mergeRuns(areas.filter((area) => area.share === share).map(({ row, col: from, rows, cols }) => ({ row, col: from, rows, cols }))).map((area): ValidationSpec => ({
      area,
      rule: share ? { kind: "decimal", min: 0, max: 100 } : { kind: "decimal", min: -LARGEST, max: LARGEST },
      alert: "warning",
      errorTitle: (share ? words.shareInput : words.numberInput).title,
      errorMessage: (share ? words.shareInput : words.numberInput).refusal,
    })),
  );
}

function indicatorFormats(
  body: number,
  height: number,
  cols: { actualFrom: number; years: number; status: number; ratioFrom: number },
  words: TemplateWords,
): ConditionalFormatSpec[] {
  const status = `$${toA1({ row: body, col: cols.status })}`;
  const statusArea = column(body, height, cols.status);
  const text = (col: number, width: number): ConditionalFormatSpec => ({
    area: { row: body, col, rows: height, cols: width },
    formula: `=AND(ISTEXT(${toA1({ row: body, col })}),${toA1({ row: body, col })}<>"")`,
    style: { fill: COLOURS.odd, bold: true },
  });
  return [
    { area: statusArea, formula: `=${status}="${words.indicators.notMet}"`, style: { fill: COLOURS.wrong } },
    { area: statusArea, formula: `=${status}="${words.indicators.met}"`, style: { fill: COLOURS.met } },
    text(cols.actualFrom, cols.years),
    ...(cols.ratioFrom === -1
      ? []
      : [
          text(cols.ratioFrom, cols.years * 2),
          ...Array.from({ length: cols.years }, (_, index): ConditionalFormatSpec => {
            const col = cols.ratioFrom + index * 2;
            const [above, below] = [toA1({ row: body, col }), toA1({ row: body, col: col + 1 })];
            return {
              area: { row: body, col, rows: height, cols: 2 },
              formula: `=AND(ISNUMBER($${above}),ISNUMBER($${below}),$${above}>$${below})`,
              style: { fill: COLOURS.wrong, bold: true },
            };
          }),
        ]),
  ];
}
