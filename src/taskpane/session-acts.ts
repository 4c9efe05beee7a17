import type { CellRef, Correction, OtherTable, Reason, Saying, ScopeKind } from "../app";
import type { Lang } from "../quantity";
import type { Choice } from "./choice";
import type { CompareForm } from "./compare-form";
import type { DraftState, TextSource } from "./draft/draft-state";
import type { RollUpForm } from "./roll-up-form";
import type { Place, State } from "./state";
import type { ReportState } from "./text-report/report-state";
import type { TemplateForm } from "./template-form";

/** What the pane does: every effect begins here and ends as an event; nothing that it returns ever rejects. */
export interface Session {
  readonly state: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  /** Loads what the first look did not need, and starts to watch for typing. */
  readonly start: () => Promise<void>;
  readonly visit: (place: Place) => void;
  readonly speak: (lang: Lang) => void;
  readonly choose: (choice: Choice) => void;
  /** Makes what is chosen; `repeat` says what becomes of tables that are there already (see `createTablesLive`). */
  readonly create: (repeat?: "ask" | "skip" | "again") => Promise<void>;
  /** Leaves the question of what is there already unanswered. */
  readonly leave: () => void;
  /** What the next check looks at. */
  readonly look: (scope: ScopeKind) => void;
  readonly check: () => Promise<void>;
  /** Describes the table of the cells that are selected now; what was never checked is checked first. */
  readonly describe: () => Promise<void>;
  /** Puts right what was understood of a table, for everybody; `who`: "" for nobody. */
  readonly say: (saying: Saying, who: string) => Promise<void>;
  /** Says that the line ("column") or column ("row") of a cell is the sum of those that are selected now. */
  readonly sayParts: (at: CellRef, axis: "column" | "row", who: string) => Promise<void>;
  /** Makes a table of others one of the workbook: names for its parts, and a sheet that says how it is understood. */
  readonly takeOver: (table: OtherTable) => Promise<void>;
  readonly letGo: (table: OtherTable) => Promise<void>;
  /** Makes the record of findings. */
  readonly record: () => Promise<void>;
  readonly explain: (id: string, reason: Reason) => Promise<void>;
  /** Answers a question among the findings, for everybody; `who`: "" for nobody. */
  readonly answer: (id: string, so: boolean, who: string) => Promise<void>;
  readonly turnOff: (rule: string, reason: Reason) => Promise<void>;
  readonly apply: (rule: string) => Promise<void>;
  /** Marks the cells of open findings, now and after each check. */
  readonly mark: () => Promise<void>;
  /** Takes every mark of ours away, those of earlier sittings too. */
  readonly unmark: () => Promise<void>;
  readonly cancel: () => void;
  readonly correct: (corrections: readonly [Correction, ...Correction[]]) => Promise<void>;
  readonly summarize: () => Promise<void>;
  readonly showRollUp: (shown: boolean) => void;
  readonly fillRollUp: (form: RollUpForm) => void;
  /** Learns which sheets have tables, once Excel lets it. */
  readonly listSheets: () => Promise<void>;
  /** Adds up what the form of the roll-up has chosen; where something is amiss nothing is written, unless `anyway`. */
  readonly rollUp: (anyway?: boolean) => Promise<void>;
  readonly leaveRollUp: () => void;
  readonly showCompare: (shown: boolean) => void;
  /** What was compared before is no longer what is chosen. */
  readonly fillCompare: (form: CompareForm) => void;
  /** Learns which sheets may be compared, once Excel lets it. */
  readonly listVersions: () => Promise<void>;
  readonly compare: () => Promise<void>;
  /** Writes what changed on a new sheet. */
  readonly writeCompared: () => Promise<void>;
  /** Makes the form that adjusts a budget on new sheets. */
  readonly writeAdjustment: () => Promise<void>;
  readonly showTemplate: (shown: boolean) => void;
  /** What was read before is no longer what is chosen. */
  readonly fillTemplate: (form: TemplateForm) => void;
  /** Reads the form that is chosen and says what changes of it: nothing is written. */
  readonly readTemplate: () => Promise<void>;
  /** Makes the sheet of what was read. */
  readonly makeTemplate: () => Promise<void>;
  readonly fillDraft: (change: Partial<DraftState>) => void;
  /** Reads a text and drafts a plan of it: nothing is written. */
  readonly readText: (source: TextSource) => Promise<void>;
  /** Reads a plan that was kept as a file. */
  readonly readPlan: (source: TextSource) => Promise<void>;
  readonly fillReport: (change: Partial<ReportState>) => void;
  /** Holds the figures of a text against the tables: nothing is written. */
  readonly checkReport: (source: TextSource) => Promise<void>;
  /** Writes what was found of them on a new sheet. */
  readonly writeReport: () => Promise<void>;
  readonly showSelfTest: (shown: boolean) => void;
  /** Tries Excel in a workbook that holds nothing. */
  readonly selfTest: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly forget: (id: number) => void;
  readonly goTo: (at: CellRef) => Promise<void>;
  readonly report: (error: unknown) => void;
  readonly dismiss: () => void;
}
