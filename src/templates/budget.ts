import { fromDong, decimalsOf, type MoneyUnit } from "../quantity";
import type { Plan, PlanBudget, PlanBudgetLine } from "../plan";
import { toA1, type CellInput, type ConditionalFormatSpec, type SheetSpec, type StyledArea, type ValidationSpec } from "../sheet";
import { definedName, groupKey, type TableId } from "./keys";
import { COLOURS, LARGEST, SIZE, column, frameOf, headOf, headingHeights, heightFor, printOf, sheetOf, type Column, type Heading } from "./layout";
import { mergeRuns } from "./runs";
import type { TemplateWords } from "./words";

export interface BudgetOptions {
  readonly table: TableId;
  /** The sheet's name, free in the workbook. */
  readonly sheet: string;
  readonly unit: MoneyUnit;
}

/** A row of the body: a line of the plan, or a computed sum of lines. */
interface Row {
  readonly key: string;
  readonly number: string;
  readonly label: string;
  readonly depth: number;
  readonly amount: number | null;
  /** Keys of the rows that a computed row adds up; null for a typed one. */
  readonly sum: readonly string[] | null;
}

const WIDE = 48;
const LETTERS = ["A", "B"] as const;

/** The lines in the order of the table: the total, then for each breakdown its computed sum and its lines. */
function rowsOf(budget: PlanBudget, words: TemplateWords): Row[] {
  const children = grouped(budget.lines, ({ parent, of, kind }) => (of === null ? `${kind}/${parent ?? ""}` : null));
  const included = grouped(budget.lines, ({ of }) => of);
  const under = (parent: string | null, kind: PlanBudgetLine["kind"]): readonly PlanBudgetLine[] => children.get(`${kind}/${parent ?? ""}`) ?? [];
  const lines = (parent: string, kind: "item" | "source", prefix: string, depth: number): Row[] =>
    under(parent, kind).flatMap((line, index) => {
      const number = `${prefix}${index + 1}`;
      return [
        { key: line.number, number, label: line.label, depth, amount: line.amount, sum: null },
        ...(included.get(line.number) ?? []).map((part): Row => ({ key: part.number, number: "-", label: part.label, depth: depth + 1, amount: part.amount, sum: null })),
        ...lines(line.number, kind, `${number}.`, depth + 1),
      ];
    });
  return under(null, "total").flatMap((total): Row[] => {
    const breakdowns = (["item", "source"] as const).filter((kind) => under(total.number, kind).length > 0);
    return [
      { key: total.number, number: "", label: total.label, depth: 0, amount: total.amount, sum: null },
      ...breakdowns.flatMap((kind, index): Row[] => [
        {
          key: groupKey(total.number, kind),
          number: LETTERS[index] ?? "",
          label: kind === "item" ? words.budget.byItem : words.budget.bySource,
          depth: 0,
          amount: null,
          sum: under(total.number, kind).map(({ number }) => number),
        },
        ...lines(total.number, kind, "", 1),
      ]),
    ];
  });
}

function grouped<T>(things: readonly T[], keyOf: (thing: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/** "=SUM(C10:C14)", or the cells one by one where others stand between them; blank where all of them are blank. */
function sumFormula(col: number, rows: readonly number[], keepBlank: boolean): string {
  const first = Math.min(...rows);
  const last = Math.max(...rows);
  const whole = last - first + 1 === rows.length;
  const parts = whole ? `${toA1({ row: first, col })}:${toA1({ row: last, col })}` : rows.map((row) => toA1({ row, col })).join(",");
  return keepBlank ? `=IF(COUNT(${parts})=0,"",SUM(${parts}))` : `=SUM(${parts})`;
}

/**
 * The budget table of a plan: the approved amounts as typed cells, beside them a live sum of each breakdown (by item, by
 * funding source) and of the years, which are left to be filled in. Amounts are shown in `options.unit`.
 */
export function budgetTable(plan: Plan, budget: PlanBudget, options: BudgetOptions, words: TemplateWords): SheetSpec {
  const years = Array.from({ length: plan.period.to - plan.period.from + 1 }, (_, index) => plan.period.from + index);
  const heading: Heading = { title: words.budget.title, lines: [plan.title, words.attachedTo(plan.title, plan.issuer)], caption: words.unitCaption(options.unit) };
  const frame = frameOf(heading);
  const yearRules = years.map((_, index) => index + 2);
  const columns: Column[] = [
    { key: "number", width: 6, upper: words.number, lower: null, rule: "A" },
    { key: "label", width: WIDE, upper: words.budget.label, lower: null, rule: "B" },
    { key: "amount", width: 14, upper: words.budget.amount, lower: null, rule: "1" },
    ...years.map((year, index): Column => ({ key: `y${year}`, width: 11, upper: words.budget.byYear, lower: words.year(year), rule: String(index + 2) })),
    { key: "years", width: 13, upper: words.budget.byYear, lower: words.budget.years, rule: `${years.length + 2}=${yearRules.join("+")}` },
    { key: "note", width: 16, upper: words.note, lower: null, rule: String(years.length + 3) },
    { key: "key", width: 10, upper: words.indicators.key, lower: null, rule: "", hidden: true },
  ];
  const at = (key: Column["key"]): number => columns.findIndex((candidate) => candidate.key === key);
  const rows = rowsOf(budget, words);
  const rowOf = new Map(rows.map((row, index) => [row.key, frame.body + index]));
  const sumRows = (row: Row): number[] => (row.sum ?? []).map((key) => rowOf.get(key) ?? frame.body);
  const amountCol = at("amount");
  const firstYear = at(`y${plan.period.from}`);
  const yearsCol = at("years");
  const yearCells = (row: number): string => `${toA1({ row, col: firstYear })}:${toA1({ row, col: yearsCol - 1 })}`;

  const body = rows.map((row, index): CellInput[] => {
    const here = frame.body + index;
    return columns.map(({ key }, col): CellInput => {
      if (key === "number") return row.number;
      if (key === "label") return row.label;
      if (key === "key") return row.key;
      if (key === "years") return { formula: `=IF(COUNT(${yearCells(here)})=0,"",SUM(${yearCells(here)}))` };
      if (key === "note") return null;
      if (row.sum) return { formula: sumFormula(col, sumRows(row), key !== "amount") };
      return key === "amount" && row.amount !== null ? fromDong(row.amount, options.unit) : null;
    });
  });

  const decimals = Math.max(0, ...rows.map(({ amount }) => (amount === null ? 0 : decimalsOf(fromDong(amount, options.unit)))));
  const amounts = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
  const height = rows.length;
  const numbers = { row: frame.body, col: amountCol, rows: height, cols: yearsCol - amountCol + 1 };
  const head = headOf(heading, columns);
  const typed = rows.flatMap((row, index) => (row.sum ? [] : [{ row: frame.body + index, col: amountCol, rows: 1, cols: yearsCol - amountCol }]));
  const inputs = mergeRuns(typed);
  const styles: StyledArea[] = [
    ...head.styles,
    { area: { row: frame.body, col: 0, rows: height, cols: columns.length }, style: { border: true, valign: "center", wrap: true } },
    { area: column(frame.body, height, 0), style: { align: "center", numberFormat: "@" } },
    { area: column(frame.body, height, at("key")), style: { numberFormat: "@" } },
    { area: numbers, style: { align: "right", numberFormat: amounts } },
    ...inputs.map((area): StyledArea => ({ area, style: { fill: COLOURS.input, locked: false } })),
    { area: column(frame.body, height, at("note")), style: { locked: false } },
    ...rows.flatMap((row, index): StyledArea[] => {
      const area = { row: frame.body + index, col: 0, rows: 1, cols: columns.length };
      if (row.depth > 0) return row.depth > 1 ? [{ area: { ...area, col: 1, cols: 1 }, style: { indent: row.depth - 1 } }] : [];
      return [{ area, style: { bold: true, ...(row.sum ? { fill: COLOURS.group } : {}) } }];
    }),
  ];

  return sheetOf({
    name: options.sheet,
    cells: [...head.cells, ...body],
    columns,
    rowHeights: [
      ...headingHeights(heading, columns),
      { row: frame.head, height: 24 },
      { row: frame.head + 1, height: 36 },
      ...rows.map((row, index) => ({ row: frame.body + index, height: heightFor([{ text: row.label, width: WIDE }], SIZE.table) })),
    ],
    styles,
    merges: head.merges,
    names: [
      { name: definedName(options.table, "table"), area: { row: 0, col: 0, rows: frame.body + height, cols: columns.length } },
      { name: definedName(options.table, "caption"), area: { row: frame.caption, col: 0, rows: 1, cols: 1 } },
      ...columns.map(({ key }, col) => ({ name: definedName(options.table, key), area: column(frame.body, height, col) })),
    ],
    validations: inputs.map((area): ValidationSpec => ({
      area,
      rule: { kind: "decimal", min: -LARGEST, max: LARGEST },
      alert: "warning",
      errorTitle: words.numberInput.title,
      errorMessage: words.numberInput.refusal,
    })),
    conditionalFormats: budgetFormats(rows, frame.body, { amountCol, firstYear, yearsCol }, sumRows),
    print: printOf(columns, frame),
    frame,
  });
}

/** Native marks that work where the add-in is absent: text in a number cell, a breakdown off its total, years off their line. */
function budgetFormats(
  rows: readonly Row[],
  body: number,
  cols: { amountCol: number; firstYear: number; yearsCol: number },
  sumRows: (row: Row) => number[],
): ConditionalFormatSpec[] {
  const height = rows.length;
  const cell = (row: number, col: number): string => toA1({ row, col });
  const whole = { row: body, col: cols.amountCol, rows: height, cols: cols.yearsCol - cols.amountCol };
  const amount = `$${cell(body, cols.amountCol)}`;
  const sum = `$${cell(body, cols.yearsCol)}`;
  const filled = `COUNT($${cell(body, cols.firstYear)}:$${cell(body, cols.yearsCol - 1)})=${cols.yearsCol - cols.firstYear}`;
  const groups = rows.flatMap((row, index) => (row.sum && sumRows(row).length > 0 ? [body + index] : []));
  return [
    { area: whole, formula: `=AND(ISTEXT(${cell(body, cols.amountCol)}),${cell(body, cols.amountCol)}<>"")`, style: { fill: COLOURS.odd, bold: true } },
    ...groups.map((row): ConditionalFormatSpec => {
      const total = cell(body, cols.amountCol).replace(/\d+$/, "$$$&");
      const own = cell(row, cols.amountCol);
      return {
        area: { row, col: cols.amountCol, rows: 1, cols: cols.yearsCol - cols.amountCol },
        formula: `=AND(ISNUMBER(${own}),ISNUMBER(${total}),ROUND(${own}-${total},6)<>0)`,
        style: { fill: COLOURS.wrong, bold: true },
      };
    }),
    {
      area: { row: body, col: cols.yearsCol, rows: height, cols: 1 },
      formula: `=AND(ISNUMBER(${amount}),ISNUMBER(${sum}),OR(ROUND(${sum}-${amount},6)>0,AND(${filled},ROUND(${sum}-${amount},6)<>0)))`,
      style: { fill: COLOURS.wrong, bold: true },
    },
  ];
}
