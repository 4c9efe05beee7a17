import { groupBy } from "../../base";
import type { Paragraph } from "../document/document";
import { depthOf } from "../document/markers";
import { sameCurrency, type Line } from "./line";

/**
 * What stands under what by the outline of the text: inside of a paragraph behind "trong đó", "gồm" or a bracket; below a heading or an
 * item that has an amount; in the list that a paragraph opens. Changes the lines.
 */
export function byOutline(lines: Line[]): void {
  const places = groupBy(lines.map((_, place) => place), (place) => lines[place]?.mention.place ?? null);
  let opened: { readonly place: number; readonly paragraph: Paragraph } | null = null;
  inTables(lines);
  const numberedAbove = numbering();
  for (const [paragraph, here] of places) {
    if (paragraph === null || paragraph.cells !== null) continue;
    const whole = opened !== null && isListOf(paragraph, opened.paragraph) ? opened.place : null;
    const above = wholeAbove(paragraph, numberedAbove(paragraph), places, lines);
    const beside = above !== null && paragraph.marker === null && !isOpening(lines[above]) ? lines[above] : undefined;
    const outer = beside ? beside.parent : (above ?? whole);
    for (const place of here) {
      const line = lines[place];
      if (!line) continue;
      const { within } = line.mention;
      put(line, within ?? outer, lines);
      line.list = within === null ? (beside?.list ?? listOf(paragraph, outer)) : `in ${within}`;
    }
    const last = here.findLast((place) => lines[place]?.mention.opens != null && (lines[place]?.mention.within ?? null) === null);
    const isOpen = last !== undefined && here.every((place) => place <= last);
    if (isOpen) opened = { place: last, paragraph };
    else if (whole === null || paragraph.isHeading) opened = null;
  }
}

const isItem = ({ marker }: Paragraph): boolean => marker?.kind === "letter" || marker?.kind === "dash" || marker?.kind === "plus";

/**
 * What a paragraph stands under, asked in the order of the text: a) and b) behind "2.1." belong to it although it is no heading, and
 * "2.2." is beside it, whatever letters stand before.
 */
function numbering(): (paragraph: Paragraph) => Paragraph | null {
  let deep: Paragraph | null = null;
  return (paragraph) => {
    const { marker, parent, index } = paragraph;
    if (marker?.kind === "number" && depthOf(marker) > 1) {
      deep = paragraph;
      let above = parent;
      while (above !== null && isItem(above)) above = above.parent;
      return above;
    }
    if (isItem(paragraph)) return deep !== null && (parent?.index ?? -1) < deep.index && deep.index < index ? deep : parent;
    if (marker !== null) deep = null;
    return parent;
  };
}

/** "2.1 - Chi đầu tư": numbered in a way of its own. */
const NUMBERED = /^\d{1,2}(?:\.\d{1,2})+\s*[-–.]?\s/u;

/** Words without a mark belong to what stands before them only where that says so. */
function isOpening(line: Line | undefined): boolean {
  return line !== undefined && (line.mention.opens !== null || line.mention.paragraph.isHeading);
}

function inTables(lines: Line[]): void {
  for (const line of lines) {
    const { cell } = line.mention;
    if (cell === null) continue;
    line.list = cell.list;
    put(line, cell.parent, lines);
    line.isSome = line.parent !== null && cell.isSome;
  }
}

function put(line: Line, parent: number | null, lines: readonly Line[]): void {
  const whole = parent === null ? undefined : lines[parent];
  if (parent === null || !whole || !sameCurrency(whole, line) || whole.worth < line.worth) return;
  [line.parent, line.by, line.isSome] = [parent, "outline", whole.mention.opens === "some"];
}

function listOf({ parent, section }: Paragraph, outer: number | null): string {
  return `${outer === null ? "" : `of ${outer} `}under ${parent?.index ?? section.heading?.index ?? -1}`;
}

/** The amount of the nearest heading or item above: the one that opens a list, else its first. */
function wholeAbove(
  paragraph: Paragraph, start: Paragraph | null, places: ReadonlyMap<Paragraph | null, readonly number[]>, lines: readonly Line[],
): number | null {
  const isNumbered = paragraph.marker === null && NUMBERED.test(paragraph.text.text);
  for (let parent = start; parent !== null; { parent } = parent) {
    // a number that was not taken for one: items with a dash are below it
    if (isNumbered && (parent.marker?.kind === "dash" || parent.marker?.kind === "plus" || NUMBERED.test(parent.text.text))) continue;
    const here = places.get(parent);
    if (here && here.length > 0) return here.find((place) => lines[place]?.mention.opens != null) ?? here[0] ?? null;
    // what is beside an item of a list is not below it
    if (parent.isHeading && parent.section.kind !== paragraph.section.kind) return null;
  }
  return null;
}

/** Whether a paragraph is of the list that the other one opens: beside it, and marked as its own kind of item. */
function isListOf(paragraph: Paragraph, opener: Paragraph): boolean {
  const { parent, marker, isHeading } = paragraph;
  return parent === opener.parent && !isHeading && marker !== null && marker.kind !== opener.marker?.kind;
}
