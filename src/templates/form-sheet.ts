import { formulaOfRule, placedRules, type FormTemplate, type RuleByPlaces, type TemplateTable } from "../forms";
import type { MoneyUnit } from "../quantity";
import { equalAreas, formatWithDecimals, type Area, type CellInput, type SheetSpec, type StyledArea, type ValidationSpec } from "../sheet";
import { numberValidations } from "./entry-rules";
import { COLOURS, FONT, SIZE, heightFor } from "./layout";
import { MARGINS, PAGE_WIDTH, millimetresOf } from "./pages";
import type { TemplateWords } from "./words";

type Column = TemplateTable["columns"][number];

/** Characters of a column by what it holds. */
const WIDTHS: Readonly<Record<Column["use"], number>> = { outline: 6, label: 42, unit: 12, words: 20, amount: 15, quantity: 13, share: 12 };
/** Rows between two tables of a sheet. */
const GAP = 2;
/** Shares and amounts of large units show so many decimals. */
const DECIMALS: Readonly<Record<MoneyUnit, number>> = { dong: 0, "nghin-dong": 0, "trieu-dong": 0, "ty-dong": 3 };
const SHARE_DECIMALS = 1;

/** What a table puts on its sheet; rows are absolute. */
interface Block {
  readonly cells: CellInput[][];
  readonly styles: StyledArea[];
  readonly merges: Area[];
  readonly heights: { readonly row: number; readonly height: number }[];
  readonly validations: readonly ValidationSpec[];
  readonly head: { readonly from: number; readonly to: number };
}

/**
 * The sheet of a template that has none of its own, laid out as our tables are: title, caption, heads, the row of column numbers, lines,
 * formulas as its rules say, and marked cells that take numbers.
 */
export function formSheet(template: FormTemplate, name: string, words: TemplateWords): SheetSpec {
  const width = Math.max(...template.tables.map(({ columns }) => columns.length));
  const blocks: Block[] = [];
  for (const table of template.tables) {
    const from = blocks.reduce((rows, { cells }) => rows + cells.length + GAP, 0);
    blocks.push(blockOf(table, from, template.source?.document ?? null, words));
  }
  const widths = Array.from({ length: width }, (_, col) =>
    Math.max(
      ...template.tables.flatMap(({ columns }) => {
        const use = columns[col]?.use;
        return use === undefined ? [] : [WIDTHS[use]];
      }),
    ),
  );
  const blank = (count: number): CellInput[] => Array.from({ length: count }, () => null);
  const cells = blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : Array.from({ length: GAP }, () => blank(width))),
    ...block.cells.map((line) => [...line, ...blank(width - line.length)]),
  ]);
  const [first] = blocks;
  return {
    name,
    cells,
    columns: widths.map((one) => ({ width: one })),
    rowHeights: blocks.flatMap(({ heights }) => heights),
    styles: [
      { area: { row: 0, col: 0, rows: cells.length, cols: width }, style: { font: FONT, size: SIZE.table } },
      ...blocks.flatMap(({ styles }) => styles),
    ],
    merges: blocks.flatMap(({ merges }) => merges),
    names: [],
    freeze: first && blocks.length === 1 ? { rows: first.head.to + 1, cols: 0 } : { rows: 0, cols: 0 },
    validations: blocks.flatMap(({ validations }) => validations),
    conditionalFormats: [],
    print: {
      orientation: millimetresOf(widths) > PAGE_WIDTH.portrait * 1.15 ? "landscape" : "portrait",
      pagesWide: 1,
      ...(first && blocks.length === 1 ? { titleRows: first.head } : {}),
      margins: MARGINS,
    },
    charts: [],
  };
}

function blockOf(table: TemplateTable, from: number, document: string | null, words: TemplateWords): Block {
  const { columns, lines, title, unit } = table;
  const cols = columns.length;
  const levels = Math.max(1, ...columns.map(({ head }) => head.length));
  const hasRule = columns.some(({ rule }) => rule !== undefined);
  const above: (string | null)[] = [title, ...(document === null ? [] : [`(${document})`])];
  const head = from + above.length + 1;
  const body = head + levels + (hasRule ? 1 : 0);
  const lead = (text: string | null): CellInput[] => Array.from({ length: cols }, (_, col) => (col === 0 ? text : null));
  const cells: CellInput[][] = [
    ...above.map(lead),
    lead(unit === null ? null : words.unitCaption(unit)),
    ...Array.from({ length: levels }, (_, level) => columns.map(({ head: own }) => own[level] ?? null)),
    ...(hasRule ? [columns.map(({ rule }) => rule ?? null)] : []),
    ...lines.map((line) => columns.map(({ use }): CellInput => wordsOf(line, use))),
  ];
  const formulas = formulasOf(table, body);
  for (const [key, formula] of formulas) {
    const [row = 0, col = 0] = key.split(",").map(Number);
    const own = cells[row - from];
    if (own) own[col] = { formula };
  }
  const inputs = equalAreas({ row: body, col: 0, rows: lines.length, cols }, (row, col) => {
    const use = columns[col]?.use;
    return lines[row - body]?.heading || use === undefined || !isNumbers(use) || formulas.has(`${row},${col}`) ? null : true;
  }).map(({ area }) => area);
  const across = (row: number, rows: number): Area => ({ row, col: 0, rows, cols });
  const column = (col: number): Area => ({ row: body, col, rows: Math.max(1, lines.length), cols: 1 });
  const room = columns.reduce((sum, { use }) => sum + WIDTHS[use], 0);
  return {
    cells,
    merges: [...above.map((_, index) => across(from + index, 1)), across(from + above.length, 1), ...headMerges(columns, head, levels)],
    heights: [
      { row: from, height: heightFor([{ text: title ?? "", width: room * 0.85 }], SIZE.title) },
      ...lines.map(({ label }, index) => ({ row: body + index, height: heightFor([{ text: label, width: WIDTHS.label }], SIZE.table) })),
    ],
    styles: [
      { area: across(from, 1), style: { size: SIZE.title, bold: true, align: "center", valign: "center", wrap: true } },
      ...above
        .slice(1)
        .map((_, index): StyledArea => ({ area: across(from + 1 + index, 1), style: { italic: true, align: "center", wrap: true } })),
      { area: across(from + above.length, 1), style: { italic: true, align: "right" } },
      {
        area: across(head, levels),
        style: { bold: true, align: "center", valign: "center", wrap: true, border: true, fill: COLOURS.head, numberFormat: "@" },
      },
      ...(hasRule
        ? [
            {
              area: across(body - 1, 1),
              style: { size: SIZE.table - 1, italic: true, align: "center", border: true, numberFormat: "@" },
            } satisfies StyledArea,
          ]
        : []),
      { area: across(body, Math.max(1, lines.length)), style: { border: true, valign: "center" } },
      ...columns.map(({ use }, col): StyledArea => ({ area: column(col), style: columnStyle(use, unit) })),
      ...lines.flatMap(({ level }, index): StyledArea[] => {
        const row = body + index;
        const label = columns.findIndex(({ use }) => use === "label");
        return [
          ...(level > 0 && label !== -1
            ? [{ area: { row, col: label, rows: 1, cols: 1 }, style: { indent: level, align: "left" } } satisfies StyledArea]
            : []),
          ...(level === 0 && lines.some((one) => one.level > 0) ? [{ area: across(row, 1), style: { bold: true } }] : []),
        ];
      }),
      ...inputs.map((area): StyledArea => ({ area, style: { fill: COLOURS.input, locked: false } })),
    ],
    validations: numberValidations({ shares: [], counts: [], numbers: inputs }, words),
    head: { from: head, to: body - 1 },
  };
}

function wordsOf({ number, label, unit }: TemplateTable["lines"][number], use: Column["use"]): string | null {
  const text = use === "outline" ? number : use === "label" ? label : use === "unit" ? (unit ?? "") : "";
  return text === "" ? null : text;
}

function isNumbers(use: Column["use"] | undefined): boolean {
  return use === "amount" || use === "quantity" || use === "share";
}

function columnStyle(use: Column["use"], unit: MoneyUnit | null): StyledArea["style"] {
  if (use === "share") return { numberFormat: formatWithDecimals(SHARE_DECIMALS), align: "right" };
  if (use === "amount" || use === "quantity") return { numberFormat: formatWithDecimals(unit ? DECIMALS[unit] : 0), align: "right" };
  return { numberFormat: "@", wrap: true, ...(use === "label" || use === "words" ? { align: "left" } : { align: "center" }) };
}

/** Heads that neighbours share are one; one that has fewer levels than others reaches down to the lines. */
function headMerges(columns: readonly Column[], head: number, levels: number): Area[] {
  const merges: Area[] = [];
  columns.forEach(({ head: own }, col) => {
    const last = own.length - 1;
    if (last < levels - 1) merges.push({ row: head + Math.max(0, last), col, rows: levels - Math.max(0, last), cols: 1 });
  });
  for (let level = 0; level < levels - 1; level++) {
    for (let col = 0; col < columns.length;) {
      const shares = (other: number): boolean => {
        const [a, b] = [columns[col]?.head ?? [], columns[other]?.head ?? []];
        return b.length > level + 1 && a.length > level + 1 && a.slice(0, level + 1).every((text, at) => text === b[at]);
      };
      let end = col + 1;
      while (end < columns.length && shares(end)) end++;
      if (end - col > 1) merges.push({ row: head + level, col, rows: 1, cols: end - col });
      col = end;
    }
  }
  return merges;
}

/** The formulas of the rules by their cells, "row,column"; of two rules for one cell the first counts. */
function formulasOf(table: TemplateTable, body: number): ReadonlyMap<string, string> {
  const { columns, lines } = table;
  const found = new Map<string, string>();
  const figures = columns.flatMap(({ use }, col) => (use === "amount" || use === "quantity" ? [col] : []));
  const all = lines.flatMap(({ heading }, line) => (heading ? [] : [line]));
  const at = (rule: RuleByPlaces, place: number, own: number): { readonly row: number; readonly col: number } =>
    rule.axis === "column" ? { row: body + own, col: place } : { row: body + place, col: own };
  for (const rule of placedRules(table)) {
    for (const place of rule.in?.filter((one) => rule.axis === "row" || isNumbers(columns[one]?.use)) ??
      (rule.axis === "column" ? figures : all)) {
      const { row, col } = at(rule, place, rule.total);
      const key = `${row},${col}`;
      if (!found.has(key))
        found.set(
          key,
          formulaOfRule(
            rule,
            rule.parts.map((part) => at(rule, place, part)),
          ),
        );
    }
  }
  return found;
}
