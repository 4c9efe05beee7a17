import type { Span } from "../../base";
import { isCount, readUnit, type Comparator } from "../../quantity";
import type { PlanRole } from "./roles";

/** What a figure measures in; "rate": anything per something; "unknown": nothing says it. */
export type MeasureKind = "money" | "share" | "count" | "rate" | "unknown";

/** The kind of a unit as `readUnit` gives it. */
export function kindOf(unit: string | null): MeasureKind {
  const words = readUnit(unit).unit;
  if (words === null) return "unknown";
  if (/^(?:điểm )?%/.test(words)) return "share";
  if (words === "đồng") return "money";
  return isCount(words) ? "count" : "rate";
}

/** "nghìn người" is a thousand of "người"; money has its own scales. */
export function countScale(unit: string | null): { readonly unit: string | null; readonly factor: number } {
  const [, scale = "", counted = ""] = /^(nghìn|ngàn|vạn|triệu|tỷ|tỉ) (?!đồng|dân$)(\p{L}.*)$/iu.exec(unit ?? "") ?? [];
  const factor = SCALES[scale.toLowerCase()];
  return factor === undefined ? { unit, factor: 1 } : { unit: counted, factor };
}
const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };

/** How a figure is said of what it is said of: as it is, as a growth, a part of a whole, or a share of what was planned or was before. */
export type Manner = "plain" | "growth" | "part" | "ratio";

/** A figure of a text and what the text says of it. */
export interface Claim {
  /** The figure with its unit, in the text as given. */
  readonly span: Span;
  readonly text: string;
  /** The sentence that says it, in the text as given. */
  readonly sentence: Span;
  /** Money in đồng, shares in points, else in `unit`. */
  readonly value: number;
  /** The upper end of a range; null elsewhere. */
  readonly value2: number | null;
  readonly comparator: Comparator | null;
  /** Other readings of the same digits. */
  readonly others: readonly number[];
  /** A unit of the last digit that was written, in the unit of `value`. */
  readonly step: number;
  /** How many of `value`'s units one unit as written is: 1e9 for "tỷ đồng". */
  readonly factor: number;
  readonly kind: MeasureKind;
  readonly unit: string | null;
  readonly manner: Manner;
  /** The words of its sentence up to it, from the figure before; and those from it up to the next. */
  readonly before: string;
  readonly after: string;
  /** Headings that it stands under and its sentence up to `before`. */
  readonly context: string;
  /** The years that it is about: none where nothing says it. */
  readonly years: readonly number[];
  /** Whether its own sentence says the years. */
  readonly ownYears: boolean;
  /** Whether a heading or the line above says them, and not only the title of the text. */
  readonly headedYears: boolean;
  /** With what it is compared: "so với năm 2024". */
  readonly baseYears: readonly number[];
  readonly role: PlanRole | null;
  /** The place of the figure before it in the same sentence; null where it is the first. */
  readonly follows: number | null;
  /** The place of the figure that it is told to be a part of ("…, trong đó: …", a list under it); null for none. */
  readonly under: number | null;
}
