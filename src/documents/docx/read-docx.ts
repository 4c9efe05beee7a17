import { broken, readRelations, unpack } from "../../bytes";
import { writeRoman } from "../../quantity";
import type { DocumentNotice, DocumentText } from "../document-text";
import { DocumentFailure } from "../failure";
import { linesOf, type Block } from "./blocks";
import type { Inline, Met } from "./inline";
import { numberingSteps } from "./numbering";
import { blockReader, blocksIn, type Reading } from "./read-blocks";
import { stylesSteps } from "./styles";
import { blockSteps, type Element } from "./tree";

const NOTES = ["footnote", "endnote"] as const;
type NoteKind = (typeof NOTES)[number];

/**
 * Reads a .docx as text: paragraphs with their automatic numbers, tables by rows, notes at the end. Tracked changes are taken as accepted;
 * heads and feet of pages, hidden text and the table of contents are left out. In steps, between which others may run. Throws
 * DocumentFailure and UnreadableBytes.
 */
export function* docxSteps(bytes: Uint8Array): Generator<void, DocumentText> {
  const parts = unpack(bytes);
  const main = [...readRelations(parts, "").values()].find(({ type }) => type === "officeDocument")?.target;
  if (main === undefined) throw new DocumentFailure("not-a-document", {});
  const body = parts.get(main);
  if (!body) throw broken("part-missing", { part: main });
  yield;
  const related = [...readRelations(parts, main).values()];
  const partOf = (type: string): string | undefined => related.find((relation) => relation.type === type)?.target;

  const styles = yield* stylesSteps(parts, partOf("styles"));
  const numbering = yield* numberingSteps(parts, partOf("numbering"));
  const met: Met = { footnotes: [], endnotes: [], changes: 0, pictures: 0, foreignParts: 0 };
  const inline: Inline = { fields: [], met, hidden: styles.hidden, noteMark };
  const reading: Reading = { styles, numbering, inline };

  const { read, blocks } = blockReader(reading);
  if (!(yield* blockSteps(main, body, ["document", "body"], read))) throw new DocumentFailure("not-a-document", {});
  inline.fields.length = 0;
  const noteBlocks: Block[] = [];
  for (const kind of NOTES) {
    const part = partOf(`${kind}s`);
    const content = part === undefined ? undefined : parts.get(part);
    if (part === undefined || !content || met[`${kind}s`].length === 0) continue;
    const notes = new Map<string, Element>();
    yield* blockSteps(part, content, [`${kind}s`], (note) => void notes.set(note.attributes.id ?? "", note));
    // a note may refer to others, which then come after it
    met[`${kind}s`].forEach((id, index) => noteBlocks.push(...noteOf(kind, index + 1, notes.get(id), reading)));
  }
  return textOf([...blocks(), ...noteBlocks], met);
}

function textOf(blocks: readonly Block[], { changes, pictures, foreignParts }: Met): DocumentText {
  const text = linesOf(blocks).join("\n").normalize("NFC");
  if (text === "") throw pictures > 0 ? new DocumentFailure("scan", { pages: pictures }) : new DocumentFailure("empty", {});
  const counted: Extract<DocumentNotice, { readonly count: number }>[] = [
    { kind: "changes", count: changes }, { kind: "pictures", count: pictures }, { kind: "foreign-parts", count: foreignParts },
  ];
  return { text, notices: counted.filter(({ count }) => count > 0) };
}

/** Footnotes are "[1]", endnotes "[i]", as Word writes them. */
function noteMark(kind: NoteKind, number: number): string {
  return kind === "footnote" ? `[${number}]` : `[${writeRoman(number).toLowerCase()}]`;
}

function noteOf(kind: NoteKind, number: number, note: Element | undefined, reading: Reading): Block[] {
  const blocks = note ? blocksIn(note, reading) : [];
  const [first, ...rest] = blocks;
  if (first?.kind !== "paragraph") return blocks;
  return [{ kind: "paragraph", text: `${noteMark(kind, number)} ${first.text.trim()}` }, ...rest];
}
