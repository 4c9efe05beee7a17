import { traced } from "../../base";
import { blocksOf, isWrapped, type Block } from "./blocks";
import { withColumns } from "./columns";
import type { DocumentTable, Paragraph, TextDocument } from "./document";
import { linesOf, type Line } from "./lines";
import { Outline } from "./outline";
import { titleOf } from "./title";
import { headingYears } from "./years";

/** How many lines or paragraphs are one step. */
const STEP = 200;

/** As `readDocument`, a few hundred lines a step; each step tells how much is done, up to 1. */
export function* documentSteps(text: string): Generator<number, TextDocument> {
  const lines: Line[] = [];
  for (const line of withColumns(linesOf(traced(text)))) {
    lines.push(line);
    if (lines.length % STEP === 0) yield Math.min(0.5, ((line.content.begins[0] ?? 0) / (text.length + 1)) * 0.5);
  }
  const paragraphs: Paragraph[] = [];
  const outline = new Outline();
  let before: Block | undefined;
  for (const block of blocksOf(lines, isWrapped(lines))) {
    if (before !== undefined) paragraphs.push(outline.add(before, block, paragraphs.length));
    before = block;
    if (paragraphs.length % STEP === 0) yield Math.min(1, 0.5 + (paragraphs.length / (lines.length + 1)) * 0.5);
  }
  if (before !== undefined) paragraphs.push(outline.add(before, undefined, paragraphs.length));
  const title = titleOf(paragraphs).paragraphs.map((paragraph) => paragraph.text.text).join(" ");
  return { text, paragraphs, tables: tablesOf(paragraphs), years: headingYears(title) };
}

/**
 * A text taken apart: wrapped lines joined to paragraphs, markers, headings with what they say of their lines, rows of tables (cells
 * between tabs, "\v" for a line end inside of a cell). Never throws; linear in the length of the text.
 */
export function readDocument(text: string): TextDocument {
  const steps = documentSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function tablesOf(paragraphs: readonly Paragraph[]): readonly DocumentTable[] {
  const tables: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.cells === null) continue;
    const last = tables.at(-1);
    if (last?.at(-1)?.index === paragraph.index - 1) last.push(paragraph);
    else tables.push([paragraph]);
  }
  return tables.map((rows) => ({ rows }));
}
