import type { Span } from "../../base";
import { readTarget } from "../../quantity";
import { readMarker } from "../document/markers";
import type { BudgetFact, IndicatorFact } from "../draft";
import { withoutTrail } from "../indicators/words";

/** Where one figure ends and the words of the next begin. */
const BREAK = /[;,.]\s+|\s+(?:và|còn|đồng thời)\s+/giu;
const DIGIT = /\d/u;
/** The number of an item that ends in a mark of its own: no figure ends there. */
const NUMBERED = /(?:^|[\n\v])\s*\(?\d{1,2}\.\s+$/u;

/** Where a text says two figures: the place between them that is nearest its middle; null where it says one. */
export function splitPoint(text: string): number | null {
  const places = [...text.matchAll(BREAK)]
    .map((match) => match.index + match[0].length)
    .filter((at) => DIGIT.test(text.slice(0, at)) && DIGIT.test(text.slice(at)) && !NUMBERED.test(text.slice(0, at)));
  const middle = text.length / 2;
  return places.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? null;
}

/** A piece of a text without blanks and marks at its ends, nor the number of its item; empty, at its begin, where no more is left. */
export function trimmed(text: string, [from, to]: Span): Span {
  const piece = text.slice(from, to);
  const first = from + (/^[\s;,.]*/u.exec(piece)?.[0].length ?? 0);
  const isLine = /(?:^|[\n\v])[^\S\n\v]*$/u.test(text.slice(0, first));
  const begin = first + ((isLine ? readMarker(text.slice(first, to)) : null)?.length ?? 0);
  const end = to - (/[\s;,]*$/u.exec(piece)?.[0].length ?? 0);
  return begin < end ? [begin, end] : [from, from];
}

/** The target that words say, with the name before it; what they do not say is as before. */
export function readFigure(evidence: string, before: IndicatorFact): Partial<IndicatorFact> {
  const line = evidence.replace(/\s+/gu, " ");
  const read = readTarget(line);
  if (read.kind !== "target" && read.kind !== "quantity") return { text: line };
  const { comparator, value, value2, baseline, unit } = read.target;
  const name = nameBefore(line);
  return {
    name: name ?? before.name,
    text: (name === null ? line : line.slice(line.indexOf(name) + name.length)).trim(),
    comparator, value, value2,
    baseline: baseline ?? before.baseline,
    unit: unit ?? before.unit,
  };
}

/** The amount that words say, with the name before it. */
export function readAmount(evidence: string, before: BudgetFact): Partial<BudgetFact> {
  const line = evidence.replace(/\s+/gu, " ");
  const read = readTarget(line);
  const label = nameBefore(line) ?? before.label;
  if ((read.kind !== "target" && read.kind !== "quantity") || read.target.unit !== "đồng" || read.target.value === null) return { label };
  return { label, amount: read.target.value, unit: "đồng" };
}

/** The words before the first figure; null where there are none. */
function nameBefore(line: string): string | null {
  const [words = ""] = line.split(/\d/u);
  const bare = words.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
  const name = bare.slice(0, withoutTrail(bare, { from: 0, to: bare.length }, []).to);
  return /\p{L}{2}/u.test(name) ? name : null;
}
