import type { KeptField, Words } from "../i18n";
import type { Plan, PlanBudget, PlanBudgetLine, PlanIndicator, PlanTarget, PlanTask } from "../plan";
import { fromDong } from "../quantity";
import type { CellInput, SheetSpec } from "../sheet";
import { COLOURS, FONT, MARGINS, SIZE, heightFor, keptPlanName } from "../templates";
import { Rows } from "./rows";

/** The columns of the sheet of a kept plan, in their order; the last one is hidden. */
export const KEPT_FIELDS = ["kind", "name", "said", "year", "where", "evidence", "data"] as const satisfies readonly KeptField[];

/**
 * What the hidden cell of a row holds: a fact of the plan, and which indicator or budget it is of; `rows`: how many come after the first.
 */
export type KeptRow =
  | { readonly plan: Omit<Plan, "indicators" | "budgets" | "tasks" | "notes">; readonly rows: number }
  | { readonly indicator: Omit<PlanIndicator, "targets">; readonly first: PlanTarget | null }
  | { readonly target: PlanTarget; readonly of: string }
  | { readonly budget: Omit<PlanBudget, "lines"> }
  | { readonly line: PlanBudgetLine; readonly of: string }
  | { readonly task: PlanTask }
  | { readonly note: Plan["notes"][number] };

/** No cell holds more letters. */
const MOST_LETTERS = 32_767;

const WIDTHS: Readonly<Record<KeptField, number>> = { kind: 11, name: 52, said: 28, year: 12, where: 26, evidence: 70, data: 10 };

type Shown = Partial<Record<Exclude<KeptField, "data">, string | number | null>>;

/**
 * The visible sheet that keeps a plan in the workbook that its tables are in: each fact with its place and its words in the document. The
 * plan is read from it again (`readKeptPlan`), whatever language it was written in.
 */
export function planSheet(plan: Plan, { sheet, number }: { readonly sheet: string; readonly number: number }, words: Words): SheetSpec {
  const own = words.drafts.kept;
  const width = KEPT_FIELDS.length;
  const rows = new Rows(width);
  rows.line(own.title, { bold: true, size: SIZE.title, align: "center", valign: "center", wrap: true }, 26);
  rows.line(own.note, { italic: true, size: SIZE.table, wrap: true }, 34);
  const head = rows.add(
    KEPT_FIELDS.map((field) => own.heads[field]),
    { bold: true, align: "center", valign: "center", wrap: true, border: true, fill: COLOURS.head, numberFormat: "@" },
    24,
  );
  const first = rows.next;
  for (const [shown, kept] of rowsOf(plan, words)) rows.add(cellsOf(shown, kept), undefined, heightOf(shown));
  const all = { row: first, col: 0, rows: rows.next - first, cols: width };
  rows.style(all, { font: FONT, size: SIZE.table, valign: "top", wrap: true, numberFormat: "@", border: true });
  rows.style({ ...all, col: KEPT_FIELDS.indexOf("year"), cols: 1 }, { numberFormat: "General", align: "center" });
  return {
    name: sheet,
    cells: rows.cells,
    columns: KEPT_FIELDS.map((field) => ({ width: WIDTHS[field], ...(field === "data" ? { hidden: true } : {}) })),
    rowHeights: rows.heights,
    styles: [{ area: { row: 0, col: 0, rows: first, cols: width }, style: { font: FONT, size: SIZE.table } }, ...rows.styles],
    merges: rows.merges,
    names: [{ name: keptPlanName(number), area: { row: head, col: 0, rows: rows.next - head, cols: width } }],
    freeze: { rows: first, cols: 0 },
    validations: [],
    conditionalFormats: [],
    print: { orientation: "landscape", pagesWide: 1, titleRows: { from: head, to: head }, margins: MARGINS },
    charts: [],
  };
}

/** Excel makes no row higher, in points. */
const HIGHEST = 409;

function heightOf(shown: Shown): number {
  const texts = KEPT_FIELDS.flatMap((field) => (field === "data" ? [] : [{ text: String(shown[field] ?? ""), width: WIDTHS[field] }]));
  return Math.min(HIGHEST, heightFor(texts, SIZE.table));
}

/** Evidence that is too long for the hidden cell stands in the column of evidence alone, as much of it as fits. */
function cellsOf(shown: Shown, kept: KeptRow): CellInput[] {
  const whole = JSON.stringify(kept);
  const without = (key: string, value: unknown): unknown => (key === "evidence" ? undefined : value);
  const data = whole.length <= MOST_LETTERS ? whole : JSON.stringify(kept, without);
  return KEPT_FIELDS.map((field) => {
    const cell = field === "data" ? data : (shown[field] ?? null);
    return typeof cell === "string" ? cell.slice(0, MOST_LETTERS) : cell;
  });
}

function rowsOf(plan: Plan, words: Words): (readonly [Shown, KeptRow])[] {
  const { kept: own, amount } = words.drafts;
  const { indicators, budgets, tasks, notes, ...head } = plan;
  const facts: readonly (readonly [Shown, KeptRow])[] = [
    ...indicators.flatMap(({ targets: [first = null, ...others], ...indicator }): (readonly [Shown, KeptRow])[] => {
      const shown = (target: PlanTarget | null): Shown => ({
        kind: own.kinds.indicator, name: indicator.name, said: target?.text ?? null, year: target?.year ?? null,
        where: target?.where ?? indicator.where, evidence: target?.evidence ?? null,
      });
      return [
        [shown(first), { indicator, first }],
        ...others.map((target): readonly [Shown, KeptRow] => [shown(target), { target, of: indicator.code }]),
      ];
    }),
    ...budgets.flatMap(({ lines, ...budget }): (readonly [Shown, KeptRow])[] => [
      [{ kind: own.kinds.budget, name: budget.title }, { budget }],
      ...lines.map((line): readonly [Shown, KeptRow] => [
        {
          kind: own.kinds.budget, name: line.label, where: line.where, evidence: line.evidence ?? null,
          said: line.amount === null ? null : amount(fromDong(line.amount, budget.unit), budget.unit),
        },
        { line, of: budget.id },
      ]),
    ]),
    ...tasks.map((task): readonly [Shown, KeptRow] => [
      {
        kind: own.kinds.task, name: task.name, where: task.where, evidence: task.evidence ?? null,
        said: own.led(task.lead, task.cooperating, task.time),
      },
      { task },
    ]),
    ...notes.map((note): readonly [Shown, KeptRow] => [{ kind: own.kinds.note, name: note.text, where: note.where }, { note }]),
  ];
  const said = [plan.issuer, plan.number, plan.date].filter(Boolean).join("; ");
  const year = `${plan.period.from}–${plan.period.to}`;
  return [[{ kind: own.kinds.plan, name: plan.title, said, year }, { plan: head, rows: facts.length }], ...facts];
}
