import type { CheckedClaim, TextVerdict, Way } from "../drafting";
import type { Words } from "../i18n";
import { writeNumber } from "../quantity";
import { quoteSheet, toA1, type CellRef } from "../sheet";
import { textCounts, type TextCheck } from "./check-text";

/** A figure of a text beside what the tables say, as other programs read it. Addresses name their sheet: 'Biểu kinh phí'!C8. */
export interface ClaimReport {
  readonly verdict: TextVerdict;
  /** The figure with its unit, as it stands at `span` of the text. */
  readonly text: string;
  readonly span: readonly [from: number, to: number];
  readonly sentence: string;
  /** Money in đồng, shares in points. */
  readonly value: number;
  readonly value2: number | null;
  readonly unit: string | null;
  readonly years: readonly number[];
  /** The cell that it is, or most likely is. */
  readonly cell: string | null;
  /** What the cell, or the arithmetic over `cells`, comes to, in the same unit as `value`. */
  readonly expected: number | null;
  readonly how: "cell" | Way | null;
  readonly cells: readonly string[];
  readonly slip: string | null;
  /** Another cell that holds the text's figure. */
  readonly elsewhere: string | null;
}

export interface TextReport {
  readonly counts: Readonly<Record<TextVerdict, number>>;
  readonly claims: readonly ClaimReport[];
}

/** The sentence in one line. */
export function sentenceOf({ text }: Pick<TextCheck, "text">, { claim: { sentence } }: CheckedClaim): string {
  return text.slice(...sentence).replace(/\s+/g, " ").trim();
}

/** So much of a sentence is shown before its figure, and behind it, in signs. */
const [MOST_BEFORE, MOST_AFTER] = [140, 90];

/** A sentence about its figure: of a long one what stands near it. */
export function sentencePieces(
  { text }: Pick<TextCheck, "text">, { claim: { sentence, span } }: CheckedClaim,
): { readonly before: string; readonly figure: string; readonly after: string } {
  const line = (from: number, to: number): string => text.slice(from, to).replace(/\s+/g, " ");
  const [before, after] = [line(sentence[0], span[0]).trimStart(), line(span[1], sentence[1]).trimEnd()];
  const begin = before.length > MOST_BEFORE ? before.indexOf(" ", before.length - MOST_BEFORE) + 1 : 0;
  const end = after.length > MOST_AFTER ? after.lastIndexOf(" ", MOST_AFTER) : after.length;
  return {
    before: `${begin > 0 ? "… " : ""}${before.slice(begin)}`,
    figure: line(...span),
    after: `${after.slice(0, end)}${end < after.length ? " …" : ""}`,
  };
}

/** 'Biểu kinh phí'!C8 */
export function toPlace(at: CellRef): string {
  return `${quoteSheet(at.sheet)}!${toA1(at)}`;
}

/** What was found of a text, in the order of its figures. */
export function describeText(check: TextCheck): TextReport {
  return {
    counts: textCounts(check),
    claims: check.claims.map((checked): ClaimReport => {
      const { claim, verdict, fact, computed, slip, elsewhere } = checked;
      return {
        verdict,
        text: claim.text,
        span: [...claim.span],
        sentence: sentenceOf(check, checked),
        value: claim.value, value2: claim.value2, unit: claim.unit, years: claim.years,
        cell: fact ? toPlace(fact.at) : null,
        expected: computed?.value ?? fact?.value ?? null,
        how: computed?.way ?? (fact ? "cell" : null),
        cells: (computed?.of ?? (fact ? [fact] : [])).map(({ at }) => toPlace(at)),
        slip,
        elsewhere: elsewhere ? toPlace(elsewhere.at) : null,
      };
    }),
  };
}

/** Decimals of a share that was worked out, and of an amount of a cell in the text's unit. */
const [SHARE_DECIMALS, MOST_DECIMALS] = [2, 6];

/** What the tables say in place of a figure, in the unit in which the text says it: "275,556 tỷ đồng"; null where they say nothing. */
export function shownInstead({ claim, fact, computed }: CheckedClaim, { notation }: Pick<Words, "notation">): string | null {
  const value = computed?.value ?? fact?.value;
  if (value === undefined) return null;
  const unit = /[\p{L}%‰/][^\d]*$/u.exec(claim.text.normalize("NFC"))?.[0].trim() ?? "";
  const number = (amount: number): string =>
    writeNumber(amount / claim.factor, notation, { maxDecimals: computed && claim.kind === "share" ? SHARE_DECIMALS : MOST_DECIMALS });
  const both = fact?.value2 == null || computed ? number(value) : `${number(value)} - ${number(fact.value2)}`;
  return /^[%‰]/.test(unit) ? `${both}${unit}` : `${both} ${unit}`.trim();
}

/** What a person is told of a figure, in one sentence; "" where there is nothing to tell but that it agrees or was not found. */
export function figureSentence(checked: CheckedClaim, words: Words): string {
  const { verdict, fact, computed, slip, elsewhere } = checked;
  if (verdict === "agrees" || verdict === "not-found") return "";
  const shown = shownInstead(checked, words);
  return words.textCheck.told({
    sure: verdict === "differs",
    shown,
    way: computed?.way ?? null,
    slip: slip !== null && !(elsewhere && elsewhere !== fact) ? slip : null,
    elsewhere: elsewhere && elsewhere !== fact ? { at: elsewhere.at, label: elsewhere.line.label, head: elsewhere.column.head } : null,
  });
}

/** What a cell is called: its line and, where the table has several, its column. */
export function factName({ line, column }: NonNullable<CheckedClaim["fact"]>): string {
  return column.head === "" || line.table.columns.length === 1 ? line.label : `${line.label} (${column.head})`;
}
