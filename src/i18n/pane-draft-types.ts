/** The kinds of facts of a draft, as groups and as what a person can add. */
export type FactKind = "indicators" | "budget" | "tasks";

/** A tree of the budget that does not add up; amounts in words, without their unit. */
export interface GapInWords {
  readonly label: string;
  readonly stated: string;
  readonly computed: string;
  /** By how much, without a sign. */
  readonly off: string;
  readonly unit: string;
}

/** What is wrong with what was typed into a field. */
export type FieldFault = "needed" | "no-number" | "no-year" | "order" | "long";

/** The words of the pane for plans that come out of a text or a file; they come with that part of the pane. */
export interface PaneDraftWords {
  readonly text: {
    readonly hint: string;
    /** That nothing leaves the machine. */
    readonly here: string;
    readonly paste: string;
    readonly read: string;
    readonly pick: string;
    readonly drop: string;
    readonly reading: string;
    readonly stop: string;
    /** Of a text in which no fact was found. */
    readonly nothing: string;
    /** Before why a file was not read. */
    readonly unread: (file: string) => string;
    /** What was read: a file by its name, or null for what was pasted. */
    readonly source: (file: string | null) => string;
    readonly other: string;
    readonly back: string;
    /** Brings back the draft that another text took the place of. */
    readonly earlier: string;
  };
  readonly bench: {
    readonly label: string;
    readonly textLabel: string;
    readonly textHint: string;
    readonly listLabel: string;
    readonly counts: (indicators: number, lines: number, tasks: number) => string;
    readonly unsure: (count: number) => string;
    readonly unsureHint: string;
    readonly groups: Readonly<Record<FactKind, (count: number) => string>>;
    readonly dropped: (count: number) => string;
    readonly more: (count: number) => string;
    readonly undo: string;
    /** Over what of the draft is not in the plan, or not as it was drafted. */
    readonly left: string;
    /** Tables of figures of which nothing was taken, by their first rows. */
    readonly unread: (heads: readonly string[]) => string;
    readonly add: string;
    readonly addHint: string;
    readonly addAs: Readonly<Record<FactKind, string>>;
  };
  readonly facts: {
    readonly year: (from: number | null, year: number | null) => string;
    readonly noYear: string;
    readonly baseline: (value: string) => string;
    readonly scope: (scope: string) => string;
    readonly inWords: string;
    readonly kinds: Readonly<Record<"item" | "source" | "total", string>>;
    readonly lead: (lead: string) => string;
    readonly cooperating: (names: string) => string;
    readonly doubts: Readonly<Record<"name" | "year" | "value" | "parent" | "scan" | "readings", string>> & {
      readonly kind: Readonly<Record<FactKind, string>>;
    };
    readonly right: string;
    readonly edit: string;
    readonly drop: string;
    readonly putBack: string;
    readonly join: string;
    readonly part: string;
    readonly toText: string;
    /** What the buttons of a fact are for. */
    readonly actions: (name: string) => string;
  };
  readonly fields: {
    readonly name: string;
    readonly label: string;
    readonly task: string;
    readonly comparator: string;
    readonly comparators: Readonly<Record<">" | ">=" | "<" | "<=" | "=" | "~" | "range" | "change" | "words", string>>;
    readonly value: string;
    readonly value2: string;
    readonly unit: string;
    readonly money: string;
    readonly year: string;
    readonly from: string;
    readonly baseline: string;
    readonly direction: string;
    readonly directions: Readonly<Record<"none" | "up" | "down" | "equal", string>>;
    readonly scope: string;
    readonly text: string;
    readonly amount: string;
    readonly kind: string;
    readonly budgetKinds: Readonly<Record<"item" | "source" | "total", string>>;
    readonly parent: string;
    readonly of: string;
    readonly noLine: string;
    readonly number: string;
    readonly lead: string;
    readonly cooperating: string;
    readonly time: string;
    readonly save: string;
    readonly leave: string;
    readonly faults: Readonly<Record<Exclude<FieldFault, "no-number">, string>> & {
      /** `example`: a number as it is typed here. */
      readonly "no-number": (example: string) => string;
    };
  };
  readonly gaps: {
    readonly title: (count: number) => string;
    readonly sum: (gap: GapInWords) => string;
    readonly words: (gap: GapInWords) => string;
    readonly candidates: (labels: readonly string[]) => string;
    readonly correct: (value: string) => string;
    readonly show: (label: string) => string;
  };
  readonly head: {
    readonly title: string;
    readonly name: string;
    readonly issuer: string;
    readonly place: string;
    readonly number: string;
    readonly date: string;
    readonly dateHint: string;
    readonly from: string;
    readonly to: string;
    readonly badDate: string;
    /** The title where something that is needed is missing. */
    readonly incomplete: string;
  };
  readonly save: {
    readonly download: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly text: string;
    /** The name of the file, without its ending. */
    readonly file: string;
    readonly downloaded: (file: string) => string;
  };
  readonly plan: {
    readonly hint: string;
    readonly paste: string;
    readonly read: string;
    readonly pick: string;
    readonly drop: string;
    readonly reading: string;
    readonly here: string;
    /** Before what is wrong with a plan: of a file by its name, or null for what was pasted. */
    readonly unread: (file: string | null) => string;
    readonly facts: (indicators: number, lines: number, tasks: number) => string;
  };
}
