import { addTo, type Few } from "../../base";
import type { Words } from "../../i18n";
import type { FoundCounts } from "../../i18n/roll-up-types";
import { findPlan } from "../../plan";
import { decimalsOf, writeNumber } from "../../quantity";
import type { CellInput, SheetSpec } from "../../sheet";
import { ASSESSMENTS, COLOURS, TASK_STATUSES, UNLISTED_STATUSES, groupKey } from "../../templates";
import { columnName } from "./column-names";
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
    Math.max(
      0,
      ...lines.flatMap(({ figures }) =>
        [...figures.values()].flatMap((one) => [...one].map(([column, { value }]) => (column === RATE ? 0 : decimalsOf(value ?? 0)))),
      ),
    );
  // amounts of one budget have the same decimals, indicators as many as they need
  const money = FORMATS[Math.min(decimalsIn(section.lines), 3)] ?? FORMATS[0];
  const columns: PageColumn[] = [
    { upper: null, lower: heads.number, width: 6, align: "center", numberFormat: "@" },
    { upper: null, lower: isBudget ? words.templates.budget.label : heads.line, width: 46 },
    ...(isBudget ? [] : [{ upper: null, lower: heads.measure, width: 15, align: "center" } as const]),
    ...used.flatMap((column): PageColumn[] => {
      const upper = columnName(column, words, totalOf(section));
      if (isBudget)
        return [
          {
            upper: null,
            lower: upper,
            width: column === RATE ? 11 : 16,
            align: "right",
            numberFormat: column === RATE ? FORMATS[1] : money,
          },
        ];
      const counts = { upper, width: 11, align: "center", numberFormat: "@" } as const;
      return [
        { upper, lower: heads.value, width: 15, align: "right" },
        { ...counts, lower: heads.units },
        ...(judged(column) ? [{ ...counts, lower: heads.met }] : []),
      ];
    }),
    ...(isBudget ? [{ upper: null, lower: heads.units, width: 14, align: "center", numberFormat: "@" } as const] : []),
    { upper: null, lower: heads.note, width: 28, plain: true },
  ];
  const cellsAt = (line: RolledLine, node: string): CellInput[] => {
    const figures = used.map((column) => ({ column, figure: figureAt(line, node, column) }));
    if (isWords(line)) return figures.flatMap(({ column }) => [null, null, ...(judged(column) ? [null] : [])]);
    if (isBudget)
      return [...figures.map(({ figure }) => figure?.value ?? null), `${mostUnits(line, node, used)}/${context.expected.get(node) ?? 0}`];
    if (line.mode === "said")
      return figures.flatMap(({ column, figure }) => [
        assessedWords(figure, words), shareOfUnits(figure, node, context), ...(judged(column) ? [null] : []),
      ]);
    return figures.flatMap(({ column, figure }): CellInput[] => [
      figure?.why ? (node === "" ? words.rollUp.notAdded : "–") : (figure?.value ?? null),
      shareOfUnits(figure, node, context),
      ...(judged(column) ? [figure && figure.judged > 0 ? `${figure.met}/${figure.judged}` : null] : []),
    ]);
  };
  // what is true of every line is said once, over the table
  const [fewer = "", ...others] = isBudget ? new Set(section.lines.map((line) => fewerUnits(line, "", used, context).join("; "))) : [];
  const everywhere = others.length === 0 && fewer !== "";
  const noteOf = (line: RolledLine, node: string): string => {
    if (isBudget) return [...(everywhere ? [] : fewerUnits(line, node, used, context)), ...gapWords(section, line, node, words)].join("; ");
    return node !== ""
      ? ""
      : isWords(line)
        ? words.rollUp.why.words
        : whyWords(used.flatMap((column) => figureAt(line, "", column) ?? []), words).join("; ");
  };
  const groupOf = groupsOf(section);
  const rows = section.lines.flatMap((line, index): PageRow[] => {
    const group = groupOf(line);
    const begins = group !== "" && (index === 0 || group !== groupOf(section.lines[index - 1]));
    const own = isBudget ? {} : { numberFormat: FORMATS[Math.min(decimalsIn([line]), 2)] ?? FORMATS[0] };
    const tiers = line.figures.size === 0 ? [] : nodes;
    return [
      ...(begins ? [{ cells: columns.map((_, col) => (col === 1 ? group : null)), style: { bold: true, fill: COLOURS.group } }] : []),
      {
        cells: [line.number, line.label, ...(isBudget ? [] : [line.measure]), ...cellsAt(line, ""), noteOf(line, "")],
        style: { ...own, ...(nodes.length > 0 || isTotal(line) ? { bold: true } : {}) },
        ...(begins ? { under: true } : {}),
      },
      ...tiers.map((node): PageRow => ({
        cells: ["", tierName(node), ...(isBudget ? [] : [""]), ...cellsAt(line, node), noteOf(line, node)],
        style: { italic: true, ...own },
        under: true,
      })),
    ];
  });
  return pageSheet({
    name,
    title: titles[isBudget ? "budget" : "indicators"],
    lines: headLines(section, context, [
      ...(missing.length === 0 || isBudget ? [] : [words.rollUp.noData(missing.map((column) => columnName(column, words)))]),
      ...(everywhere ? [`${fewer}.`] : []),
    ]),
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
  return (mode === "listed" || mode === "said") && figures.size === 0;
}

/** "2 đạt; 1 theo dõi": how many units have chosen what of a result in words; null where none has. */
function assessedWords(figure: Figure | undefined, { templates: { indicators: own, lang } }: Words): string | null {
  const names = { met: own.met, notMet: own.notMet, watched: own.watched };
  const counted = ASSESSMENTS.flatMap((one) => {
    const units = figure?.statuses.get(one) ?? 0;
    return units > 0 ? [`${units} ${names[one].toLocaleLowerCase(lang)}`] : [];
  });
  return counted.length === 0 ? null : counted.join("; ");
}

/** Computed sums and totals of a budget have keys of their own; a total has no number. */
function isTotal({ mode, measure, number }: RolledLine): boolean {
  return mode === "sum" && measure === "" && (number === "" || /^[A-Z]$/.test(number));
}

/** What a budget calls its only total; undefined where it has none or several. */
function totalOf({ kind, lines }: Section): string | undefined {
  const totals = kind === "budget" ? lines.filter((line) => isTotal(line) && line.number === "") : [];
  return totals.length === 1 ? totals[0]?.label : undefined;
}

/** The group of a line in its plan, under which its numbers begin anew; "" where there are no two groups. */
function groupsOf({ kind, plan, lines }: Section): (line: RolledLine | undefined) => string {
  const known = kind === "indicators" ? findPlan(plan) : undefined;
  const groups = new Map(known?.indicators.map(({ code, group }) => [code, group ?? ""]));
  const groupOf = (line: RolledLine | undefined): string => (line && groups.get(line.key.replace(/@\d+$/, ""))) ?? "";
  return new Set(lines.map(groupOf)).size < 2 ? () => "" : groupOf;
}

/** How many units have given the column of a line that most have given. */
function mostUnits(line: RolledLine, node: string, columns: readonly string[]): number {
  return Math.max(0, ...columns.map((column) => figureAt(line, node, column)?.units ?? 0));
}

const FOLLOWS: ReadonlySet<string> = new Set([RATE, "years", "dyears"]);

/** Columns that fewer units have given, those of one count together; rates and sums of years follow from others. */
function fewerUnits(line: RolledLine, node: string, columns: readonly string[], { words, expected }: SheetContext): string[] {
  const most = mostUnits(line, node, columns);
  const counts = new Map<number, string[]>();
  for (const column of columns) {
    const units = figureAt(line, node, column)?.units ?? 0;
    if (!FOLLOWS.has(column) && units < most) addTo(counts, units, columnName(column, words));
  }
  return [...counts].map(([units, names]) => words.rollUp.fewer(names, units, expected.get(node) ?? 0));
}

/** By how much the lines of a breakdown come to something else than the amount that is stated for them. */
function gapWords({ lines, moneyUnit }: Section, line: RolledLine, node: string, words: Words): string[] {
  const stated = lines.find(({ key }) => line.key === groupKey(key, "item") || line.key === groupKey(key, "source"));
  const [own, wanted] = [figureAt(line, node, "amount")?.value, stated && figureAt(stated, node, "amount")?.value];
  if (!stated || typeof own !== "number" || typeof wanted !== "number") return [];
  const gap = Number((own - wanted).toFixed(6));
  return gap === 0 ? [] : [words.rollUp.gap(gap > 0, writeNumber(Math.abs(gap), words.notation), moneyUnit, stated.label)];
}

/** Why nothing of a line could be added, over all columns. */
function whyWords(figures: readonly Figure[], words: Words): string[] {
  const own = words.rollUp.why;
  const lacking = unionOf(figures.filter(({ why }) => why === "no-basis").map((figure) => figure.lacking));
  return [
    ...(lacking.count > 0 ? [own["no-basis"](fewWords(lacking, words))] : []),
    ...(figures.some(({ why }) => why === "not-added") ? [own["not-added"]] : []),
  ];
}

/** Names of several lists, each once; of lists that hold only the first of their names at least so many. */
function unionOf(lists: readonly Few[]): Few {
  const first = [...new Set(lists.flatMap((list) => list.first))].sort();
  return { first, count: Math.max(first.length, ...lists.map(({ count }) => count)) };
}

/** How many units have done, are doing, have not begun a task, or said of it what is on no list, and are late with it. */
export function taskSheet(section: Section, name: string, context: SheetContext): SheetSpec {
  const { words, nodes, expected } = context;
  const { columns: heads, titles } = words.rollUp;
  const count = { upper: null, width: 13, align: "center" } as const;
  const unlisted = UNLISTED_STATUSES.filter((status) => section.lines.some((line) => figureAt(line, "", "status")?.statuses.get(status)));
  const statuses = [...TASK_STATUSES, ...unlisted];
  const names = { ...words.templates.tasks.statuses, ...words.templates.tasks.unlisted };
  const cellsAt = (line: RolledLine, node: string): CellInput[] => {
    const figure = figureAt(line, node, "status");
    const late = (figure?.judged ?? 0) - (figure?.met ?? 0);
    return [...statuses.map((status) => figure?.statuses.get(status) ?? 0), late, (expected.get(node) ?? 0) - (figure?.units ?? 0)];
  };
  const rows = section.lines.flatMap((line): PageRow[] => [
    { cells: [line.number, line.label, ...cellsAt(line, "")], style: nodes.length > 0 ? { bold: true } : {} },
    ...nodes.map((node): PageRow => ({ cells: ["", tierName(node), ...cellsAt(line, node)], style: { italic: true }, under: true })),
  ]);
  return pageSheet({
    name,
    title: titles.tasks,
    lines: headLines(section, context, []),
    caption: null,
    columns: [
      { upper: null, lower: heads.number, width: 6, align: "center", numberFormat: "@" },
      { upper: null, lower: words.templates.tasks.label, width: 56 },
      ...statuses.map((status): PageColumn => ({ ...count, lower: names[status] })),
      { ...count, lower: heads.late },
      { ...count, lower: heads.unreported },
    ],
    rows,
    kept: 2,
  });
}

