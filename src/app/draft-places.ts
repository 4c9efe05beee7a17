import { originOf, type Span } from "../base";
import type { Paragraph, TextDocument } from "../drafting";
import type { PlaceStep } from "../i18n";

/** Where pieces of a document stand, as an official would say it. */
export interface Places {
  /** From the outermost step in: article, section, point, dash. Never empty. */
  readonly stepsOf: (span: Span) => PlaceStep[];
  /** The words of the numbered heading over a piece, else of the nearest one; null where it stands under none. */
  readonly headingOf: (span: Span) => string | null;
}

/** A heading is longer than that where it is a whole paragraph. */
const MOST_HEADING = 160;

/** The places of a document, reckoned once for all of its facts. */
export function placesIn({ paragraphs, tables }: TextDocument): Places {
  const ends = paragraphs.map(({ text }) => originOf(text, 0, text.text.length)[1]);
  const numbers = ordinals(paragraphs);
  const rows = new Map(tables.flatMap((table) => table.rows.map((row, at) => [row, at + 1] as const)));
  const at = ([from]: Span): Paragraph | undefined => {
    let [low, high] = [0, paragraphs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > from) high = middle;
      else low = middle + 1;
    }
    return paragraphs[Math.min(low, paragraphs.length - 1)];
  };
  return {
    stepsOf: (span) => {
      const paragraph = at(span);
      const steps = paragraph ? chainOf(paragraph).reduce<PlaceStep[]>((before, one) => withStep(before, one, numbers), []) : [];
      const row = paragraph && rows.get(paragraph);
      if (row !== undefined) return [...steps, { kind: "row", number: String(row) }];
      return steps.length > 0 ? steps : [{ kind: "paragraph", number: String((paragraph?.index ?? 0) + 1) }];
    },
    headingOf: (span) => {
      const headings: string[] = [];
      const own = at(span);
      for (let section = own?.section; section?.heading; section = section.parent ?? undefined) {
        // a paragraph that heads others is not headed by itself
        if (section.heading === own) continue;
        const words = headingWords(section.heading.text.text);
        if (words !== "" && words.length <= MOST_HEADING) {
          if (section.heading.marker) return words;
          // the title heads everything
          if (section.kind !== "other") headings.push(words);
        }
      }
      return headings[0] ?? null;
    },
  };
}

function headingWords(text: string): string {
  const [words = ""] = text.split(":");
  return words.replace(/[\s.;]+$/u, "").trim();
}

/** A paragraph with all that it stands under, from the outermost in. */
function chainOf(paragraph: Paragraph): Paragraph[] {
  const chain: Paragraph[] = [];
  for (let one: Paragraph | null = paragraph; one; one = one.parent) chain.unshift(one);
  return chain;
}

const SECTIONS: readonly unknown[] = ["capital", "roman", "number"];

/** Which dash or plus it is among those beside it, by its place in the document. */
function ordinals(paragraphs: readonly Paragraph[]): ReadonlyMap<Paragraph, number> {
  const counts = new Map<string, number>();
  return new Map(
    paragraphs.map((paragraph) => {
      const key = `${paragraph.parent?.index ?? ""}/${paragraph.marker?.kind ?? ""}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [paragraph, count];
    }),
  );
}

function withStep(before: PlaceStep[], paragraph: Paragraph, numbers: ReadonlyMap<Paragraph, number>): PlaceStep[] {
  const { marker } = paragraph;
  if (!marker) return before;
  const number = /[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*(?=[^\p{L}\p{N}]*$)/u.exec(marker.text)?.[0] ?? "";
  const last = before.at(-1);
  switch (marker.kind) {
    case "annex":
    case "article":
      return [...before, { kind: marker.kind, number: marker.text.replace(/^\p{L}+(?:\s+lục)?/iu, "").replace(/[\s.:)]+$/u, "").trim() }];
    case "dash":
    case "plus":
      return [...before, { kind: marker.kind, number: String(numbers.get(paragraph) ?? 1) }];
    case "letter":
      return [...before, { kind: "point", number }];
    default:
      if (!SECTIONS.includes(marker.kind) || last?.kind !== "section") return [...before, { kind: "section", number }];
      return [...before.slice(0, -1), { kind: "section", number: joined(last.number, number) }];
  }
}

/** "II" and "1" are "II.1", "II.1" and "1.2" are "II.1.2". */
function joined(above: string, own: string): string {
  const [roman = "", ...rest] = above.split(".");
  const numbers = rest.join(".");
  if (numbers !== "" && own.startsWith(`${numbers}.`)) return `${roman}.${own}`;
  return own.startsWith(`${above}.`) ? own : `${above}.${own}`;
}
