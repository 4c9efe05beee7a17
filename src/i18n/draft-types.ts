import type { Doubt, DraftHead } from "../drafting";
import type { PlanFault } from "../plan";
import type { MoneyUnit } from "../quantity";

/** What columns of the sheet of a kept plan hold. */
export type KeptField = "kind" | "name" | "said" | "year" | "where" | "evidence" | "data";

/** One step down to a place in a document: its kind and its number there. */
export interface PlaceStep {
  readonly kind: "annex" | "article" | "section" | "point" | "dash" | "plus" | "row" | "paragraph";
  /** "II.1", "a", "3"; of an annex "" where it has none. */
  readonly number: string;
}

/** A fact in a sentence about it; `name` "" where it has none. */
export interface FactNamed {
  readonly kind: "indicator" | "budget" | "task";
  readonly name: string;
}

/** Why a fact of a draft is not in its plan, or not as it was drafted. */
export type LeftWhy =
  /** An amount of other money, of parts of a đồng, or beyond what is counted exactly. */
  | "currency" | "not-whole-dong" | "too-much"
  /** It has neither a name nor evidence. */
  | "no-name"
  /** No target says a year: it stands in the last one of the plan. */
  | "no-year"
  /** Its year is none that a plan can have. */
  | "bad-year"
  /** No number that a table can hold. */
  | "bad-number"
  /** It says what it is part of in a circle, or of what is not there. */
  | "no-parent"
  /** A text that no cell holds was cut. */
  | "cut";

/** An amount as a sentence shows it. */
export interface ShownAmount {
  readonly label: string;
  /** In `unit`. */
  readonly amount: number;
  readonly unit: string;
}

/** A tree of amounts that does not add up. */
export interface ShownGap {
  readonly kind: "sum" | "words";
  readonly total: ShownAmount;
  /** In the unit of the total. */
  readonly computed: number;
  /** The figures of which one is most likely wrong, and what it should be; none where nothing stands out. */
  readonly candidates: readonly (ShownAmount & { readonly value: number })[];
}

/** Words of drafts, of the plans made of them, and of these as files. */
export interface DraftWords {
  /** The sheet that keeps a plan in the workbook. */
  readonly kept: {
    readonly sheet: string;
    readonly title: string;
    /** What the sheet is for. */
    readonly note: string;
    readonly heads: Readonly<Record<KeptField, string>>;
    readonly kinds: Readonly<Record<"plan" | "indicator" | "budget" | "task" | "note", string>>;
    readonly led: (lead: string | null, cooperating: string | null, time: string | null) => string;
  };
  readonly amount: (amount: number, unit: MoneyUnit) => string;
  /** "Điều 1, mục IV.1, gạch đầu dòng 2". */
  readonly place: (steps: readonly PlaceStep[]) => string;
  /** Why a fact is not sure, each as a part of a sentence. */
  readonly doubts: Readonly<Record<Doubt, string>>;
  readonly doubtful: (fact: FactNamed, doubts: readonly Doubt[]) => string;
  readonly left: (fact: FactNamed, why: LeftWhy) => string;
  readonly gap: (gap: ShownGap) => string;
  /** A table with that many rows of figures of which nothing was taken. */
  readonly unread: (rows: number) => string;
  /** The title of a budget of amounts that stand under no total. */
  readonly budget: string;
  /** The command `extract`. */
  readonly cli: {
    readonly extract: string;
    readonly output: string;
    readonly plan: string;
    readonly title: string;
    readonly issuer: string;
    readonly period: string;
    readonly progress: (percent: number) => string;
    readonly nothing: (file: string) => string;
    readonly planWritten: (file: string) => string;
    readonly badPeriod: (value: string) => string;
    /** The text names no plan: it is called as its file. */
    readonly noTitle: (title: string) => string;
    /** The text says no years of the plan: these were taken. */
    readonly yearsTaken: (from: number, to: number) => string;
    readonly badPlan: (file: string, fault: PlanFault) => string;
    readonly head: (head: Pick<DraftHead, "title" | "issuer" | "number" | "date" | "period">) => string;
    readonly list: (kind: "indicators" | "budget" | "tasks", count: number, unsure: number) => string;
    readonly target: (name: string, scope: string | null, text: string, year: number | null) => string;
    readonly amount: (label: string, amount: number, unit: string, year: number | null) => string;
    readonly task: (name: string, lead: string | null, time: string | null) => string;
    readonly unsure: (doubts: readonly Doubt[], evidence: string) => string;
  };
  /** What is wrong with a file that is no plan, the rest of a sentence that names the file. */
  readonly fault: (fault: PlanFault) => string;
}
