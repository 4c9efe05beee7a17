import type { Span } from "../base";
import type { Comparator, Direction } from "../quantity";

/**
 * Why a fact is not sure, for a person to look at: what it is called, for which year it holds, its figure, whether it is one at all
 * (a target, a line of the budget, a task), what it is part of, letters that a scan has mistaken, several readings.
 */
export const DOUBTS = ["name", "year", "value", "kind", "parent", "scan", "readings"] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What every fact of a draft has. */
export interface Fact {
  /** Of its own within a draft, and the same whenever the same text is read: "i1", "b2", "t3". */
  readonly id: string;
  /** Exactly the piece of the text that says it, and where that stands in the text as given. */
  readonly evidence: string;
  readonly span: Span;
  /** Nothing speaks against it: `doubts` is empty. */
  readonly sure: boolean;
  readonly doubts: readonly Doubt[];
  /** Whose it is: absent where it stands as the text was read. */
  readonly by?: "person";
}

/** A target of one indicator for one year, or in words. */
export interface IndicatorFact extends Fact {
  /** As an official would call it, without its number: "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi". */
  readonly name: string;
  /** The year at whose end it is to be reached; null where the text does not say. */
  readonly year: number | null;
  /** The first year, where it holds for a period ("bình quân giai đoạn 2026-2030"); null elsewhere. */
  readonly from: number | null;
  /** Null together with `value` where the goal is words. */
  readonly comparator: Comparator | null;
  /** In `unit`; money in đồng, shares in points. */
  readonly value: number | null;
  /** The upper end of a range; null elsewhere. */
  readonly value2: number | null;
  readonly baseline: number | null;
  /** As `Target.unit`. */
  readonly unit: string | null;
  readonly direction: Direction | null;
  /** For whom or where it holds, where its heading says that: "tuyến huyện", "giáo dục mầm non". */
  readonly scope: string | null;
  /** The target in the words of the text ("đạt trên 95%"), what a table shows and a check reads. */
  readonly text: string;
}

/** An amount of the budget. */
export interface BudgetFact extends Fact {
  readonly label: string;
  /** In `unit`, as written: 39705 of "39.705 triệu đồng". */
  readonly amount: number;
  /** "triệu đồng", "đồng", "USD". */
  readonly unit: string;
  readonly year: number | null;
  readonly from: number | null;
  readonly kind: "item" | "source" | "total";
  /** The id of the line that it adds up into; null for a whole. */
  readonly parent: string | null;
  /** The id of the line that it is "trong đó" of without having to add up to it; null elsewhere. */
  readonly of: string | null;
}

export interface TaskFact extends Fact {
  /** As numbered in the text, null where it is not. */
  readonly number: string | null;
  readonly name: string;
  readonly lead: string | null;
  readonly cooperating: string | null;
  /** "Quý II/2024", "Hằng năm": in the words of the text. */
  readonly time: string | null;
}

/** A line of a tree that does not add up, and the amount in its own unit with which it does. */
export interface GapCandidate {
  readonly id: string;
  readonly value: number;
}

/** A tree of amounts that does not add up: `stated` minus `computed`, in đồng. */
export interface BudgetGap {
  /** The id of the whole. */
  readonly total: string;
  readonly parts: readonly string[];
  readonly stated: number;
  readonly computed: number;
  /** The figures of which one is most likely wrong, at most three, and what it should be; none where nothing stands out. */
  readonly candidates: readonly GapCandidate[];
  /** "words": the amount is not the one that is spelled out beside it ("Bằng chữ"). */
  readonly kind: "sum" | "words";
}

/** A table of figures in the text of which no fact was taken. */
export interface UnreadTable {
  /** From its first row to its last, in the text as given. */
  readonly span: Span;
  /** How many of its rows hold figures. */
  readonly rows: number;
}

/** What the head of the document says of it; null or blank where it does not. */
export interface DraftHead {
  readonly title: string;
  readonly issuer: string;
  readonly place: string | null;
  readonly number: string | null;
  /** "2018-06-04", "2024-01" or "2020". */
  readonly date: string | null;
  readonly period: { readonly from: number; readonly to: number } | null;
}

/** What a text says of a plan, each fact with the piece of the text that says it. */
export interface Draft {
  readonly head: DraftHead;
  readonly indicators: readonly IndicatorFact[];
  readonly budget: readonly BudgetFact[];
  readonly tasks: readonly TaskFact[];
  readonly gaps: readonly BudgetGap[];
  readonly unread: readonly UnreadTable[];
}
