import type { NoteSpec } from "../../sheet";
import { toA1 } from "../../sheet";
import { element, escapeText, escapeXstring, MAIN, XML_HEAD } from "./xml";

/** What the notes of a sheet say (ECMA-376 part 1, 18.7). Nobody is named as their author: the page does not know who wrote. */
export function notesPart(notes: readonly NoteSpec[]): string {
  const items = inOrder(notes).map(({ at, text }) =>
    element("comment", { ref: toA1(at), authorId: 0 }, `<text><r><t xml:space="preserve">${escapeXstring(text)}</t></r></text>`),
  );
  return (
    XML_HEAD + element("comments", { xmlns: MAIN }, `<authors><author></author></authors>${element("commentList", {}, items.join(""))}`)
  );
}

/** Shapes of a block of ids; a drawing names the blocks that are its own. */
const BLOCK = 1024;
const SHAPE = "_x0000_t202";

/** The boxes of the notes, which Excel still keeps as VML (ECMA-376 part 4, 19.4); hidden until somebody points at the cell. */
export function noteBoxesPart(notes: readonly NoteSpec[]): string {
  const blocks = Array.from({ length: Math.ceil((notes.length + 1) / BLOCK) }, (_, i) => i + 1);
  const boxes = inOrder(notes).map(({ at: { row, col }, text }, i) => {
    // left column, offset, top row, offset, right column, offset, bottom row, offset
    const anchor = [col + 1, 15, Math.max(0, row - 1), 10, col + 3, 15, Math.max(0, row - 1) + rowsFor(text), 4].join(", ");
    const data = `<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${col}</x:Column>`;
    const looks = '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>';
    const shape = {
      id: `_x0000_s${BLOCK + 1 + i}`,
      type: `#${SHAPE}`,
      style: "position:absolute;z-index:1;visibility:hidden",
      fillcolor: "#ffffe1",
      "o:insetmode": "auto",
    };
    return element("v:shape", shape, `${looks}${element("x:ClientData", { ObjectType: "Note" }, data)}`);
  });
  return element(
    "xml",
    {
      "xmlns:v": "urn:schemas-microsoft-com:vml",
      "xmlns:o": "urn:schemas-microsoft-com:office:office",
      "xmlns:x": "urn:schemas-microsoft-com:office:excel",
    },
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${escapeText(blocks.join(","))}"/></o:shapelayout>` +
      `<v:shapetype id="${SHAPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>` +
      boxes.join(""),
  );
}

/** Excel reads the notes of a sheet row by row. */
function inOrder(notes: readonly NoteSpec[]): NoteSpec[] {
  return [...notes].sort((a, b) => a.at.row - b.at.row || a.at.col - b.at.col);
}

/** So many rows are high enough for the text, of some twenty letters a line. */
function rowsFor(text: string): number {
  const lines = text.split("\n").reduce((all, line) => all + Math.max(1, Math.ceil(line.length / 20)), 0);
  return Math.min(20, Math.max(4, lines + 1));
}
