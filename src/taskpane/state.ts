import type {
  CheckResult, Notice, OtherLayout, Present, RollUpDraft, ScopeKind, SheetArea, SheetInfo, TableSheet,
} from "../app";
import type { PaneTask, PaneWords } from "../i18n/pane";
import type { Lang } from "../quantity";
import type { Occupied, Report, Result } from "../self-test";
import type { Choice } from "./choice";
import type { Deed, UndoStep } from "./deeds";
import { FIRST_DRAFT, type DraftState } from "./draft/draft-state";
import { FIRST_COMPARE, type CompareState } from "./compare-form";
import { FIRST_REPORT, type ReportState } from "./text-report/report-state";
import { FIRST_TEMPLATE, type TemplateState } from "./template-form";
import { EMPTY_ROLL_UP, listed, type RollUpForm } from "./roll-up-form";

export type { Deed, UndoStep } from "./deeds";
export type Work = typeof import("./work");
export type Place = keyof PaneWords["places"];

/** What came of adding up many units; `sheets` null: nothing is written, the person says whether it should be. */
export interface RolledUp {
  readonly draft: RollUpDraft;
  readonly sheets: readonly string[] | null;
}

/** The self-test of Excel, as far as it is. */
export interface SelfTestState {
  /** Its page stands where the place would. */
  readonly shown: boolean;
  readonly results: readonly Result[];
  /** What it ended with; null before, and while it runs. */
  readonly end: Report | Occupied | null;
}

export interface Checked {
  readonly result: CheckResult;
  readonly at: Date;
  /** True when nobody asked for it: it came after typing. */
  readonly self: boolean;
  /** Why the record could not be brought in step with it; null where it was, and where there is none. */
  readonly unrecorded: unknown;
}

export interface State {
  readonly place: Place;
  readonly lang: Lang;
  /** How this Excel writes numbers: texts write them alike. Null until it has said so, and where it does not: as the language does. */
  readonly notation: Lang | null;
  /** Null until the second script has come. */
  readonly work: Work | null;
  readonly choice: Choice | null;
  /** The one action under way; `run` tells its results from those of a cancelled one; `share` how far it is, from 0 to 1. */
  readonly running: { readonly task: PaneTask; readonly run: number; readonly share: number | null; readonly stopping: boolean } | null;
  /** What could not be done of the last work, which is done all the same. */
  readonly notices: readonly Notice[];
  readonly problem: { readonly task: PaneTask; readonly error: unknown } | null;
  readonly made: readonly SheetInfo[] | null;
  /** Of the budget tables that were made. */
  readonly otherLayout: OtherLayout | null;
  /** The chosen tables that are there already: the person says what becomes of them. */
  readonly present: Present | null;
  readonly checked: Checked | null;
  /** The selected areas whose table is described; null where nobody has asked. */
  readonly described: readonly SheetArea[] | null;
  /** What the next check looks at. */
  readonly scope: ScopeKind;
  /** Cells of open findings are marked, but on these sheets; null while marks are off. */
  readonly marks: { readonly refused: readonly string[] } | null;
  /** Sheets where old marks could not be taken away. */
  readonly unmarked: readonly string[];
  /** A check by itself waits until Excel has left cell edit mode. */
  readonly waiting: boolean;
  readonly summary: { readonly sheet: string; readonly created: boolean; readonly comparison?: string; readonly record?: string } | null;
  readonly rollUp: RollUpForm;
  /** Whether the form of the roll-up is unfolded. */
  readonly rollUpShown: boolean;
  readonly rolledUp: RolledUp | null;
  readonly compare: CompareState;
  readonly template: TemplateState;
  readonly draft: DraftState;
  readonly report: ReportState;
  readonly selfTest: SelfTestState;
  /** The last action last: it is undone first. */
  readonly steps: readonly UndoStep[];
}

export type Event =
  | { readonly type: "placed"; readonly place: Place }
  | { readonly type: "spoken"; readonly lang: Lang }
  | { readonly type: "told-notation"; readonly notation: Lang | null }
  | { readonly type: "loaded"; readonly work: Work; readonly choice: Choice | null }
  | { readonly type: "chosen"; readonly choice: Choice }
  | { readonly type: "began"; readonly task: PaneTask; readonly run: number }
  | { readonly type: "ended"; readonly run: number }
  | { readonly type: "cancelled" | "stopping" | "dismissed" }
  | { readonly type: "progressed"; readonly share: number; readonly run: number }
  | { readonly type: "asked"; readonly present: Present | null; readonly run: number | null }
  | { readonly type: "failed"; readonly task: PaneTask; readonly error: unknown; readonly run: number | null }
  | { readonly type: "noticed"; readonly notices: readonly Notice[] }
  | { readonly type: "created"; readonly sheets: readonly SheetInfo[]; readonly otherLayout: OtherLayout | null }
  | { readonly type: "checked"; readonly checked: Checked; readonly run: number | null }
  /** What followed a check: the record was brought in step, or was not. */
  | { readonly type: "kept"; readonly result: CheckResult; readonly unrecorded: unknown; readonly run: number | null }
  | { readonly type: "described"; readonly at: readonly SheetArea[]; readonly run: number | null }
  | { readonly type: "scoped"; readonly scope: ScopeKind }
  | { readonly type: "marked"; readonly refused: readonly string[] }
  | { readonly type: "unmarked"; readonly refused: readonly string[] }
  | { readonly type: "waited"; readonly waiting: boolean }
  | { readonly type: "summarized"; readonly summary: NonNullable<State["summary"]> }
  | { readonly type: "roll-up-shown"; readonly shown: boolean }
  | { readonly type: "roll-up-filled"; readonly form: RollUpForm }
  | { readonly type: "sheets-listed"; readonly sheets: readonly TableSheet[] }
  | { readonly type: "rolled-up"; readonly rolledUp: RolledUp | null; readonly run: number | null }
  | { readonly type: "comparing"; readonly change: Partial<CompareState>; readonly run: number | null }
  | { readonly type: "templating"; readonly change: Partial<TemplateState>; readonly run: number | null }
  | { readonly type: "drafting"; readonly change: Partial<DraftState>; readonly run: number | null }
  | { readonly type: "reporting"; readonly change: Partial<ReportState>; readonly run: number | null }
  | { readonly type: "self-test-shown"; readonly shown: boolean }
  | { readonly type: "self-test-begun"; readonly run: number }
  | { readonly type: "self-test-told"; readonly result: Result; readonly run: number }
  | { readonly type: "self-test-ended"; readonly end: Report | Occupied; readonly run: number }
  | { readonly type: "stepped"; readonly step: UndoStep }
  | { readonly type: "undone"; readonly step: UndoStep }
  | { readonly type: "warned"; readonly id: number }
  | { readonly type: "forgotten"; readonly id: number };

const ENDING: readonly PaneTask[] = ["create", "roll-up", "write-comparison", "make-form", "take-over", "self-test"];

/** True of what writes until it has taken back what it wrote: a stop is asked for, not done. */
export function writesUntilItsEnd({ running }: State): boolean {
  return running !== null && ENDING.includes(running.task);
}

export function firstState(place: Place, lang: Lang): State {
  return {
    place, lang,
    notation: null,
    work: null,
    choice: null,
    running: null,
    notices: [],
    problem: null,
    made: null,
    otherLayout: null,
    present: null,
    checked: null,
    described: null,
    scope: "all",
    marks: null,
    unmarked: [],
    waiting: false,
    summary: null,
    rollUp: EMPTY_ROLL_UP,
    rollUpShown: false,
    rolledUp: null,
    compare: FIRST_COMPARE,
    template: FIRST_TEMPLATE,
    draft: FIRST_DRAFT,
    report: FIRST_REPORT,
    selfTest: { shown: false, results: [], end: null },
    steps: [],
  };
}

/** Whether what was told of a check before holds after this one. */
function stillHolds({ kind, sheet }: Notice, { sheets, lostAnswers }: CheckResult): boolean {
  if (kind === "answer") return lostAnswers !== null;
  const held = sheets.find((one) => one.sheet === sheet);
  if (kind === "unread") return held?.unread != null;
  return kind !== "calculation" && !(kind === "picture" && (held?.tables.length ?? 0) > 0);
}

/** What happens to the state of the pane; an event of a run that was cancelled changes nothing. */
export function reduce(state: State, event: Event): State {
  if ("run" in event && event.type !== "began" && event.run !== null && event.run !== state.running?.run) return state;
  switch (event.type) {
    case "placed":
      // what went wrong elsewhere was seen; what keeps the pane itself from working stays
      return {
        ...state,
        place: event.place,
        selfTest: { ...state.selfTest, shown: false },
        problem: state.problem?.task === "load" || state.problem?.task === "watch" ? state.problem : null,
      };
    case "spoken":
      return { ...state, lang: event.lang };
    case "told-notation":
      return { ...state, notation: event.notation };
    case "loaded":
      return {
        ...state,
        work: event.work,
        choice: state.choice ?? event.choice,
        problem: state.problem?.task === "load" ? null : state.problem,
      };
    case "chosen":
      return { ...state, choice: event.choice, present: null };
    case "began":
      return { ...state, running: { task: event.task, run: event.run, share: null, stopping: false }, notices: [], problem: null };
    case "progressed":
      return { ...state, running: state.running && { ...state.running, share: event.share } };
    case "stopping":
      return { ...state, running: state.running && { ...state.running, stopping: true } };
    case "asked":
      return { ...state, present: event.present, made: event.present ? null : state.made };
    case "ended":
    case "cancelled":
      return { ...state, running: null };
    case "failed":
      return { ...state, problem: { task: event.task, error: event.error } };
    case "noticed":
      return {
        ...state,
        notices: [
          ...state.notices.filter((known) => !event.notices.some((one) => one.kind === known.kind && one.sheet === known.sheet)),
          ...event.notices,
        ],
      };
    case "dismissed":
      return { ...state, notices: [], problem: null };
    case "created":
      return { ...state, made: event.sheets, otherLayout: event.otherLayout, present: null };
    case "checked":
      return {
        ...state,
        checked: event.checked,
        notices: state.notices.filter((one) => stillHolds(one, event.checked.result)),
        waiting: false,
        problem: state.problem?.task === "self-check" ? null : state.problem,
      };
    case "kept":
      return { ...state, checked: state.checked && { ...state.checked, result: event.result, unrecorded: event.unrecorded } };
    case "described":
      return { ...state, described: event.at };
    case "scoped":
      return { ...state, scope: event.scope };
    case "marked":
      return { ...state, marks: { refused: event.refused }, unmarked: [] };
    case "unmarked":
      return { ...state, marks: null, unmarked: event.refused };
    case "waited":
      return { ...state, waiting: event.waiting };
    case "summarized":
      return { ...state, summary: event.summary };
    case "roll-up-shown":
      return { ...state, rollUpShown: event.shown };
    case "roll-up-filled":
      // what was asked about is no longer what is chosen
      return { ...state, rollUp: event.form, rolledUp: state.rolledUp?.sheets ? state.rolledUp : null };
    case "sheets-listed":
      return { ...state, rollUp: listed(state.rollUp, event.sheets) };
    case "rolled-up":
      return { ...state, rolledUp: event.rolledUp };
    case "comparing":
      return { ...state, compare: { ...state.compare, ...event.change } };
    case "templating":
      return { ...state, template: { ...state.template, ...event.change } };
    case "drafting":
      return { ...state, draft: { ...state.draft, ...event.change } };
    case "reporting":
      return { ...state, report: { ...state.report, ...event.change } };
    case "self-test-shown":
      return { ...state, selfTest: { ...state.selfTest, shown: event.shown }, problem: null };
    case "self-test-begun":
      return { ...state, selfTest: { ...state.selfTest, results: [], end: null } };
    case "self-test-told":
      return { ...state, selfTest: { ...state.selfTest, results: [...state.selfTest.results, event.result] } };
    case "self-test-ended":
      return { ...state, selfTest: { ...state.selfTest, end: event.end } };
    case "stepped":
      return { ...state, steps: [...state.steps, event.step] };
    case "undone":
      return { ...withoutStep(state, event.step.id), ...withoutDeed(state, event.step.deed) };
    case "warned":
      return { ...state, steps: state.steps.map((step) => (step.id === event.id ? { ...step, warned: true } : step)) };
    case "forgotten":
      return withoutStep(state, event.id);
  }
}

function withoutStep(state: State, id: number): State {
  return { ...state, steps: state.steps.filter((step) => step.id !== id) };
}

/** What was said of an action no longer holds once it is undone. */
function withoutDeed({ compare, report }: State, { kind }: Deed): Partial<State> {
  if (kind === "created") return { made: null };
  if (kind === "summarized") return { summary: null };
  if (kind === "rolled-up") return { rolledUp: null };
  return kind === "compared" ? { compare: { ...compare, written: null }, report: { ...report, written: null } } : {};
}
