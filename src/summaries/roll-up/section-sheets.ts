import type { Words } from "../../i18n";
import type { FoundCounts } from "../../i18n/roll-up-types";
import { findPlan } from "../../plan";
import { decimalsOf } from "../../quantity";
import type { CellInput, SheetSpec } from "../../sheet";
import { TASK_STATUSES } from "../../templates";
import { columnName } from "./column-names";
import type { Few } from "./counts";
import { pageSheet, under, type PageColumn, type PageRow } from "./page";
import { RATE, type Figure, type RolledLine, type Section } from "./result";

export interface SheetContext {
  readonly words: Words;
  readonly date: string;
  readonly found: FoundCounts;
  /** Tiers that get a row under each line, in the order of the tree. */
  readonly nodes: readonly string[];
  /** Units under each node; "" is the whole. */
  readonly expected: ReadonlyMap<string, number>;
}

/** A few names in a sentence. */
export function fewWords({ count, first }: Few, words: Words, most = 3): string {
  const shown = first.slice(0, most);
  return words.rollUp.few(shown, count - shown.length);
}

function headLines({ plan, part, units }: Section, context: SheetContext, more: readonly string[]): string[] {
  const { words, date, found, expected } = context;
  const known = findPlan(plan);
  const title = known?.budgets.find(({ id }) => id === part)?.title ?? known?.title;
  return under(words, date, found, [...(title ? [title] : []), words.rollUp.unitsIn(units, expected.get("") ?? units), ...more]);
}

const figureAt = (line: RolledLine, node: string, column: string): Figure | undefined => line.figures.get(node)?.get(column);

/** "37/38" */
function shareOfUnits(figure: Figure | undefined, node: string, { expected }: SheetContext): string {
  return `${figure?.units ?? 0}/${expected.get(node) ?? 0}`;
}

/** Columns in which any unit has given anything; the last one where there is none. */
function usedColumns({ columns, lines }: Section): readonly string[] {
  const used = columns.filter((column) => lines.some((line) => (figureAt(line, "", column)?.units ?? 0) > 0));
  return used.length > 0 ? used : columns.slice(-1);
}

/** Indicators or a budget: a row for each line, under it one for each tier. */
export function figureSheet(section: Section, name: string, context: SheetContext): SheetSpec {
  const { words, nodes } = context;
  const { columns: heads, titles } = words.rollUp;
  const isBudget = section.kind === "budget";
  const used = usedColumns(section);
  const missing = section.columns.filter((column) => !used.includes(column));
  const judged = (column: string): boolean => section.lines.some((line) => (figureAt(line, "", column)?.judged ?? 0) > 0);
  const decimalsIn = (lines: readonly RolledLine[]): number =>
    Math.max(0, ...lines.flatMap(({ figures }) => [...figures.values()].flatMap((one) => [...one].map(([column, { value }]) => (column === RATE ? 0 : decimalsOf(value ?? 0))))));
  // amounts of one budget have the same decimals, indicators as many as they need
  const money = FORMATS[Math.min(decimalsIn(section.lines), 3)] ?? FORMATS[0];
  const columns: PageColumn[] = [
    { upper: null, lower: heads.number, width: 6, align: "center", numberFormat: "@" },
    { upper: null, lower: isBudget ? words.templates.budget.label : heads.line, width: 46 },
    ...(isBudget ? [] : [{ upper: null, lower: heads.measure, width: 15, align: "center" } as const]),
    ...used.flatMap((column): PageColumn[] => {
      const upper = columnName(column, words);
      if (isBudget) return [{ upper: null, lower: upper, width: column === RATE ? 11 : 16, align: "right", numberFormat: column === RATE ? FORMATS[1] : money }];
      const counts = { upper, width: 11, align: "center", numberFormat: "@" } as const;
      return [
        { upper, lower: heads.value, width: 15, align: "right" },
        { ...counts, lower: heads.units },
        ...(judged(column) ? [{ ...counts, lower: heads.met }] : []),
      ];
    }),
    ...(isBudget ? [{ upper: null, lower: heads.units, width: 14, align: "center", numberFormat: "@" } as const] : []),
    { upper: null, lower: heads.note, width: 28 },
  ];
  const cellsAt = (line: RolledLine, node: string): CellInput[] => {
    const figures = used.map((column) => ({ column, figure: figureAt(line, node, column) }));
    if (isWords(line)) return figures.flatMap(({ column }) => [null, null, ...(judged(column) ? [null] : [])]);
    if (isBudget) return [...figures.map(({ figure }) => figure?.value ?? null), spanOfUnits(figures.map(({ figure }) => figure), node, context)];
    return figures.flatMap(({ column, figure }): CellInput[] => [
      figure?.why ? (node === "" ? words.rollUp.notAdded : "–") : (figure?.value ?? null),
      shareOfUnits(figure, node, context),
      ...(judged(column) ? [figure && figure.judged > 0 ? `${figure.met}/${figure.judged}` : null] : []),
    ]);
  };
  const noteOf = (line: RolledLine): string =>
    isWords(line) ? words.rollUp.why.words : [...new Set(used.flatMap((column) => whyWords(figureAt(line, "", column), words)))].join("; ");
  const rows = section.lines.flatMap((line): PageRow[] => {
    const own = isBudget ? {} : { numberFormat: FORMATS[Math.min(decimalsIn([line]), 2)] ?? FORMATS[0] };
    const tiers = line.figures.size === 0 ? [] : nodes;
    return [
      { cells: [line.number, line.label, ...(isBudget ? [] : [line.measure]), ...cellsAt(line, ""), noteOf(line)], style: { ...own, ...(nodes.length > 0 || isTotal(line) ? { bold: true } : {}) } },
      ...tiers.map((node): PageRow => ({ cells: ["", tierName(node), ...(isBudget ? [] : [""]), ...cellsAt(line, node), ""], style: { italic: true, ...own } })),
    ];
  });
  return pageSheet({
    name,
    title: titles[isBudget ? "budget" : "indicators"],
    lines: headLines(section, context, missing.length === 0 || isBudget ? [] : [words.rollUp.noData(missing.map((column) => columnName(column, words)))]),
    caption: isBudget && section.moneyUnit ? words.templates.unitCaption(section.moneyUnit) : null,
    columns,
    rows,
    kept: 2,
  });
}

/** By the number of decimals. */
const FORMATS = ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000"] as const;

/** The last step of a node, set in by its depth. */
function tierName(node: string): string {
  const steps = node.split("/");
  return `${"    ".repeat(steps.length)}${steps.at(-1) ?? node}`;
}

/** A line that nobody can give a number for: it says in words what is wanted, and no unit has. */
function isWords({ mode, figures }: RolledLine): boolean {
  return mode === "listed" && figures.size === 0;
}

/** Computed sums and totals of a budget have keys of their own; a total has no number. */
function isTotal({ mode, measure, number }: RolledLine): boolean {
  return mode === "sum" && measure === "" && (number === "" || /^[A-Z]$/.test(number));
}

/** "36–37/38" where columns differ. */
function spanOfUnits(figures: readonly (Figure | undefined)[], node: string, { expected }: SheetContext): string {
  const counts = figures.map((figure) => figure?.units ?? 0);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return `${least === most ? String(most) : `${least}–${most}`}/${expected.get(node) ?? 0}`;
}

function whyWords(figure: Figure | undefined, words: Words): string[] {
  if (!figure?.why) return [];
  return [figure.why === "no-basis" ? words.rollUp.why["no-basis"](fewWords(figure.lacking, words)) : words.rollUp.why["not-added"]];
}

/** How many units have done, are doing, have not begun a task, and are late with it. */
export function taskSheet(section: Section, name: string, context: SheetContext): SheetSpec {
  const { words, nodes, expected } = context;
  const { columns: heads, titles } = words.rollUp;
  const count = { upper: null, width: 13, align: "center" } as const;
  const cellsAt = (line: RolledLine, node: string): CellInput[] => {
    const figure = figureAt(line, node, "status");
    const late = (figure?.judged ?? 0) - (figure?.met ?? 0);
    return [...TASK_STATUSES.map((status) => figure?.statuses.get(status) ?? 0), late, (expected.get(node) ?? 0) - (figure?.units ?? 0)];
  };
  const rows = section.lines.flatMap((line): PageRow[] => [
    { cells: [line.number, line.label, ...cellsAt(line, "")], style: nodes.length > 0 ? { bold: true } : {} },
    ...nodes.map((node): PageRow => ({ cells: ["", tierName(node), ...cellsAt(line, node)], style: { italic: true } })),
  ]);
  return pageSheet({
    name,
    title: titles.tasks,
    lines: headLines(section, context, []),
    caption: null,
    columns: [
      { upper: null, lower: heads.number, width: 6, align: "center", numberFormat: "@" },
      { upper: null, lower: words.templates.tasks.label, width: 56 },
      ...TASK_STATUSES.map((status): PageColumn => ({ ...count, lower: words.templates.tasks.statuses[status] })),
      { ...count, lower: heads.late },
      { ...count, lower: heads.unreported },
    ],
    rows,
    kept: 2,
  });
}

