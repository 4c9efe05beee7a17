import type { ClaimData } from "./data";

/** What people have said of cells, for a sentence: `total` and `parts` are lines ("12", "13–17") or columns ("C", "D–F"). */
export interface AnswerData {
  readonly kind: "parts" | "only" | "total" | "head" | "column";
  readonly axis: "column" | "row";
  readonly op: ClaimData["op"];
  readonly total: string;
  readonly parts: readonly string[];
  /** Of a difference: so many of its first parts are added. */
  readonly added: number;
  /** Of a column: what it is. */
  readonly is: "amount" | "share" | "quantity" | "words" | null;
}
