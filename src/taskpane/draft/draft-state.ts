import type {
  BudgetFact, BudgetLayout, Draft, DraftHead, IndicatorFact, Plan, PlanFault, TableKind, TaskFact, TextDocument,
} from "../../app";
import type { FactKind } from "../../i18n/pane-draft-types";
import type { MoneyUnit } from "../../quantity";

/** A fact of a draft, with what it is. */
export type KindedFact =
  | { readonly kind: "indicators"; readonly fact: IndicatorFact }
  | { readonly kind: "budget"; readonly fact: BudgetFact }
  | { readonly kind: "tasks"; readonly fact: TaskFact };

/** A fact that was dropped, and before which one of its kind it stood (null: at the end): there it is put back. */
export type DroppedFact = KindedFact & { readonly before: string | null };

/** A draft at one moment of its being edited. */
export interface DraftVersion {
  readonly draft: Draft;
  readonly dropped: readonly DroppedFact[];
}

/** What is typed into the form of a fact, by field. */
export interface EditForm {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What is typed of the head of the document. */
export type HeadForm = Readonly<Record<"title" | "issuer" | "place" | "number" | "date" | "from" | "to", string>>;

/** A text that was read, and the draft that came of it as it is by now. */
export interface ReadText {
  /** Of its file; null for what was pasted. */
  readonly name: string | null;
  readonly text: string;
  /** The text taken apart. */
  readonly document: TextDocument;
  /** What has to be told of the file, in words of the language of that time. */
  readonly notices: readonly string[];
  readonly now: DraftVersion;
  /** What an undo goes back to, the last one last. */
  readonly earlier: readonly DraftVersion[];
  readonly head: HeadForm;
  readonly editing: EditForm | null;
}

/** Where a text comes from. */
export interface TextSource {
  readonly pasted: string;
  readonly file: File | null;
}

export interface DraftState {
  /** Which part is unfolded. */
  readonly shown: "text" | "plan" | null;
  readonly source: TextSource;
  /** The text is being chosen; false while its draft is looked over. */
  readonly choosing: boolean;
  /** Why the file that was chosen last gave nothing; null where it did. */
  readonly unread: { readonly file: string; readonly error: unknown } | null;
  /** No fact was found in the text that was read last. */
  readonly nothing: boolean;
  readonly read: ReadText | null;
  /** The draft that another text took the place of. */
  readonly replaced: ReadText | null;
  readonly planSource: TextSource;
  readonly plan: { readonly name: string | null; readonly plan: Plan } | null;
  /** What is wrong with the plan file. */
  readonly planFault: PlanFault | null;
  /** Why the plan file could not be opened at all. */
  readonly planUnread: { readonly error: unknown } | null;
  /** Which tables are made, null: all that there are facts for. */
  readonly kinds: readonly TableKind[] | null;
  readonly unit: MoneyUnit | null;
  readonly layout: BudgetLayout;
  /** What of the draft is not in the plan whose tables were made, or not as it was drafted, in words. */
  readonly left: readonly string[];
  /** Whether the head of the document is unfolded. */
  readonly headShown: boolean;
  /** How often somebody has tried to go on while a field of the head was not as it should be: it is told at the field. */
  readonly tried: number;
}

const NO_SOURCE: TextSource = { pasted: "", file: null };

export const FIRST_DRAFT: DraftState = {
  shown: null,
  source: NO_SOURCE,
  choosing: true,
  unread: null,
  nothing: false,
  read: null,
  replaced: null,
  planSource: NO_SOURCE,
  plan: null,
  planFault: null,
  planUnread: null,
  kinds: null,
  unit: null,
  layout: "both",
  left: [],
  headShown: false,
  tried: 0,
};

/** The facts of a kind, each with what it is. */
export function factsOf(draft: Draft, kind: FactKind): readonly KindedFact[] {
  switch (kind) {
    case "indicators":
      return draft.indicators.map((fact) => ({ kind, fact }));
    case "budget":
      return draft.budget.map((fact) => ({ kind, fact }));
    case "tasks":
      return draft.tasks.map((fact) => ({ kind, fact }));
  }
}

/** What the form of the head shows at first. */
export function headForm({ title, issuer, place, number, date, period }: DraftHead): HeadForm {
  return {
    title, issuer,
    place: place ?? "",
    number: number ?? "",
    date: date === null ? "" : date.split("-").reverse().join("/"),
    from: period ? String(period.from) : "",
    to: period ? String(period.to) : "",
  };
}
