import type { Lang, MoneyUnit } from "../quantity";
import type { Weight } from "../findings";
import type { BudgetLayout, TableKind } from "../templates";
import type { NoticeWords } from "./types";
import type { PaneTableWords } from "./pane-table-types";
import type { PaneCompareWords } from "./pane-compare-types";
import type { PaneFormWords } from "./pane-form-types";
import type { PaneExportWords, PaneRollUpWords } from "./pane-roll-up-types";

/** What a problem happened during. */
export type PaneTask = "load" | "watch" | "create" | "check" | "self-check" | "correct" | "record" | "describe" | "explain" | "answer" | "take-over" | "rule" | "mark" | "summarize" | "roll-up" | "compare" | "write-comparison" | "read-form" | "make-form" | "read-text" | "check-text" | "read-plan" | "undo" | "go" | "self-test" | "other";

/** Every word of the pane itself, in one language; sentences about tables, findings and failures are in `Words`. */
export interface PaneWords {
  readonly lang: Lang;
  readonly product: string;
  /** The tabs, and the main button of each. */
  readonly places: { readonly create: string; readonly check: string; readonly summary: string };
  readonly placesLabel: string;
  readonly create: {
    readonly hint: string;
    readonly loading: string;
    readonly plan: string;
    readonly period: (from: number, to: number) => string;
    readonly tables: string;
    readonly kinds: Readonly<Record<TableKind, string>>;
    readonly unit: string;
    readonly units: Readonly<Record<MoneyUnit, string>>;
    /** The unit that each plan writes its amounts in. */
    readonly ownUnit: string;
    readonly working: string;
    readonly cancel: string;
    readonly stopping: string;
    readonly made: string;
    /** The plan of one's own, whose tables are blank. */
    readonly own: string;
    readonly title: string;
    readonly issuer: string;
    /** A kind of table that the plan has no facts for. */
    readonly blank: (table: string) => string;
    /** What is folded away. */
    readonly more: string;
    readonly layout: string;
    readonly layouts: Readonly<Record<BudgetLayout, string>>;
    /** Why the budget table has another layout than the chosen one: `layout` in words. */
    readonly otherLayout: (layout: string, lacks: readonly ("item" | "source")[]) => string;
    readonly disbursed: string;
    readonly disbursedHint: string;
    readonly years: string;
    readonly yearsExample: string;
    readonly yearsOfPlan: string;
    readonly yearsOfOwn: string;
    /** What the indicator table will have: the years that can be reported in it, those of the period that cannot, and those that have targets and cannot ("" for none). */
    readonly yearColumns: (years: string, without: string, uncompared: string, byUnit: boolean) => string;
    readonly reportingUnits: string;
    readonly reportingUnitsHint: string;
    readonly rows: string;
    readonly sources: string;
    readonly sourcesHint: string;
    /** Before the list of tables that are there already. */
    readonly present: string;
    readonly missing: (tables: readonly string[]) => string;
    readonly addMissing: string;
    readonly again: string;
    readonly leave: string;
  };
  readonly check: {
    readonly hint: string;
    readonly working: string;
    readonly cancel: string;
    readonly noTables: string;
    readonly clean: string;
    /** Instead of it where the tables have no figures yet. */
    readonly blank: string;
    /** Where everything that is wrong has been explained. */
    readonly explainedOnly: string;
    /** Times as "14:05". */
    readonly checkedAt: (time: string) => string;
    readonly selfCheckedAt: (time: string) => string;
    readonly waiting: string;
    readonly counts: (counts: Readonly<Record<Weight, number>>) => string;
    readonly groups: Readonly<Record<Weight, string>>;
    /** What it means that findings are the document's own. */
    readonly byDocument: string;
    readonly group: (name: string, count: number) => string;
    readonly fix: (value: string) => string;
    readonly fixAt: (cell: string, value: string) => string;
    /** Puts formulas back that were lost. */
    readonly restore: (count: number) => string;
    /** Corrects several cells that only settle it together. */
    readonly fixTogether: (count: number) => string;
    readonly more: (count: number) => string;
    readonly scope: string;
    readonly scopes: Readonly<Record<"all" | "sheet" | "selection", string>>;
    /** Says of a check that it was not of everything. */
    readonly only: (scope: "sheet" | "selection", sheet: string) => string;
    readonly noTablesHere: string;
    /** Findings that people have explained. */
    readonly explained: (count: number) => string;
    readonly said: (text: string, who: string) => string;
    /** The button that shows what else can be done with a finding, which `place` names. */
    readonly actions: (place: string) => string;
    readonly explain: string;
    readonly explanation: string;
    /** Where it is written, and who says what is fixed. */
    readonly explainHint: string;
    /** Buttons of a question, and what a screen reader says of them: `place` is the question's. */
    readonly yes: string;
    readonly no: string;
    readonly answers: (place: string) => string;
    /** The title over the questions. */
    readonly questions: (count: number) => string;
    readonly turnOff: string;
    readonly reason: (rule: string) => string;
    readonly who: string;
    readonly save: string;
    readonly leave: string;
    readonly off: (count: number) => string;
    readonly apply: string;
    /** Before what a rule looks for. */
    readonly looks: string;
    readonly writing: string;
    readonly record: string;
    /** Before the link to the sheet of the record. */
    readonly recorded: string;
    readonly recordHint: string;
    readonly unrecorded: string;
    readonly mark: string;
    readonly unmark: string;
    readonly refused: (sheets: readonly string[]) => string;
    readonly stillMarked: (sheets: readonly string[]) => string;
  };
  readonly table: PaneTableWords;
  readonly compare: PaneCompareWords;
  readonly form: PaneFormWords;
  /** The parts that take the plan from elsewhere than the catalogue; what stands in them is in `PaneDraftWords`. */
  readonly draft: { readonly text: string; readonly plan: string };
  /** The part that holds a text against the tables; what stands in it is in `PaneTextWords`. */
  readonly textReport: string;
  readonly summary: {
    readonly hint: string;
    readonly working: string;
    readonly created: string;
    readonly updated: string;
  };
  readonly rollUp: PaneRollUpWords;
  readonly exporting: PaneExportWords;
  /** What could not be done of a work that is done all the same; of a sheet. */
  readonly notices: NoticeWords;
  readonly undo: {
    readonly label: string;
    readonly button: string;
    readonly working: string;
    readonly forget: string;
    readonly created: (sheets: readonly string[]) => string;
    /** `value` null for formulas; of several cells the value is not said. */
    readonly corrected: (cells: readonly string[], value: string | null) => string;
    readonly summarized: (sheet: string) => string;
    readonly rolledUp: (sheets: readonly string[]) => string;
    readonly recorded: (sheet: string) => string;
    readonly explained: (place: string) => string;
    readonly answered: (place: string) => string;
    /** A table of a sheet. */
    readonly taken: (table: string) => string;
    readonly letGo: (table: string) => string;
    readonly ruleOff: (rule: string) => string;
    readonly ruleOn: (rule: string) => string;
    readonly earlier: (count: number) => string;
    /** Of what cannot be taken back any more. */
    readonly aside: string;
  };
  readonly problems: Readonly<Record<PaneTask, string>>;
  readonly dismiss: string;
  readonly fault: { readonly title: string; readonly what: string; readonly details: string; readonly reload: string };
  readonly loadFailed: string;
  readonly outside: { readonly noOffice: string; readonly noExcel: string };
  /** The button "…" and what it holds. */
  readonly more: { readonly label: string; readonly selfTest: string };
  readonly language: string;
  /** Each language in its own words: the same in every language. */
  readonly languages: Readonly<Record<Lang, string>>;
}
