import type { Span } from "../base";
import type { Target } from "./types";

/**
 * What a measure does in its text.
 *
 * - "aim": what is reached or shall be; "start": where a change begins, or where things stand today; "reference": the base of a comparison
 *   ("so với 5%"); "per": the number of a denominator; "rank": a place ("xếp thứ 15/63", "trong 10 tỉnh dẫn đầu").
 * - "age": whose ("trẻ em dưới 5 tuổi"); "qualifier": a limit or count that only describes who or what is counted ("khám thai ≥ 4 lần",
 *   "ít nhất 4 loại bệnh"); "period": a bare time ("5 năm"); "aside": a note, a circumstance, a factor of a product, how far the aim
 *   before it lies from something.
 */
export type MeasureRole = "aim" | "age" | "start" | "reference" | "per" | "rank" | "qualifier" | "period" | "aside";

/** A number of a text with its unit and what is said of it. Spans point into the text as given. */
export interface SaidMeasure {
  /**
   * As `readTarget` gives it: money in đồng, shares in points, "=" where no comparator is said. "tăng trên 3%" is ">" 3 with `growth` 1:
   * whoever holds it against another year takes it for a change.
   */
  readonly target: Target;
  /** Other readings of the same words, the likelier first. */
  readonly alternatives: readonly Target[];
  readonly role: MeasureRole;
  /** Whether words or signs say how it compares; false where the target's "=" is only that a number stands there. */
  readonly comparatorSaid: boolean;
  /** 1 "tăng", -1 "giảm": the number is by how much, not where to; 0 elsewhere. */
  readonly growth: 1 | -1 | 0;
  /** A word of reaching or being stands before it: "đạt", "là", "còn". */
  readonly aimed: boolean;
  /** What is said of it cannot be told: "90% gì đó", "khác 5%", a comparison that contradicts itself. */
  readonly unclear: boolean;
  /** The number with its unit; both numbers of a range. */
  readonly span: Span;
  /** The words of the comparator; they may stand apart from `whole` ("Ít nhất mỗi xã có 2 bác sĩ", "từ 98% dân số trở lên"). */
  readonly comparator: Span | null;
  /** All that belongs to it without a gap: "đạt trên 95%", "từ 24,4% lên >30%", "150 đảng viên/năm trở lên". */
  readonly whole: Span;
  /** Where `target.baseline` stands, where the text says one. */
  readonly baselineSpan: Span | null;
  /**
   * The words that may name it: between `whole` and what comes before or after it in its sentence, the beginning or end of the sentence
   * (";", ".") or the `whole` of the nearest aim, place or start; of the end of a change `before` is what stands before its start.
   * Blanks and signs at their ends are left out.
   */
  readonly before: Span;
  readonly after: Span;
  /** Counts the sentences of the text from 0: measures with the same number stand in the same one. */
  readonly sentence: number;
  /** In brackets. */
  readonly bracketed: boolean;
}

/**
 * What a year does in its text.
 *
 * - "aim": by or in which something shall be ("đến năm 2030", "vào năm 2025", "(2030)"); "period": from a year to another ("giai đoạn
 *   2026-2030", "từ năm 2026": `to` null); "each": every year (`from` and `to` null).
 * - "base": of a comparison, or of the value that a change begins from ("so với năm 2010", "từ 12% (năm 2020) lên 18%"); "date": a day, a
 *   month or a quarter that is no last one; "document": of a law or decision, also a number without a year ("20-NQ/TW": both null);
 *   "vision": "tầm nhìn đến năm 2045".
 */
export type YearsRole = "aim" | "period" | "base" | "date" | "document" | "vision" | "each";

export interface SaidYears {
  /** One year is from itself to itself. */
  readonly from: number | null;
  readonly to: number | null;
  readonly role: YearsRole;
  /** With the words that belong to it ("đến hết năm 2030"), in the text as given. */
  readonly span: Span;
  /** As `SaidMeasure.sentence`. */
  readonly sentence: number;
}
