import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { DocumentCourse, DocumentText } from "../document-text";
import { DocumentFailure } from "../failure";
import { plainBlanks } from "../signs";
import { shown } from "../symbols";
import { gridsOf, type Grid } from "./grids";
import { failureOf, openPdf, type Pdf } from "./library";
import { linesOf, type Line } from "./lines";
import { piecesOf, type Matrix, type Piece, type Placed } from "./pieces";
import { rulesOf } from "./rules";
import { withoutRunning } from "./running";

/** A document of more pages is refused. */
const MOST_PAGES = 2000;
/** A page of fewer letters is none of text: a stamp, a number. */
const FEW_LETTERS = 12;
/** A gap between lines that is so many times the usual one parts paragraphs. */
const APART = 1.45;

interface Page {
  readonly lines: readonly Line[];
  readonly height: number;
  readonly letters: number;
}

/**
 * Reads the text layer of a PDF: a line a line, rows of ruled tables and columns parted by tabs, without the numbers of pages and what
 * comes again at their edges. A page at a time, between which others may run. Throws DocumentFailure.
 */
export async function readPdf(bytes: Uint8Array, { progress, stopped, rest }: DocumentCourse): Promise<DocumentText> {
  const { pdf, document, close } = await openPdf(bytes);
  try {
    if (document.numPages > MOST_PAGES) throw new DocumentFailure("too-large", { fault: "pages", part: "", what: String(MOST_PAGES) });
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      if (stopped?.()) throw new DocumentFailure("stopped", {});
      const page = await document.getPage(number);
      pages.push(await readPage(pdf, page));
      page.cleanup();
      progress?.(number / document.numPages);
      await rest?.();
    }
    return textOf(pages);
  } catch (error) {
    throw failureOf(error);
  } finally {
    await close();
  }
}

function textOf(pages: readonly Page[]): DocumentText {
  if (pages.length === 0) throw new DocumentFailure("empty", {});
  const bare = pages.flatMap(({ letters }, index) => (letters < FEW_LETTERS ? [index + 1] : []));
  if (bare.length * 2 > pages.length) throw new DocumentFailure("scan", { pages: bare.length });
  const text = withoutRunning(pages).flatMap(paragraphs).join("\n").normalize("NFC");
  if (text.trim() === "") throw new DocumentFailure("scan", { pages: pages.length });
  return { text, notices: bare.length > 0 ? [{ kind: "pages-without-text", pages: bare }] : [] };
}

/** The lines of a page, a blank one where the gap is wider than usual, and before and after a table. */
function paragraphs(lines: readonly Line[]): string[] {
  const pairs = lines.map((line, at) => ({ line, before: lines[at - 1] }));
  const gaps = pairs.flatMap(({ line, before }) => (before && !line.table && !before.table ? [line.y - before.y] : []));
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return pairs.flatMap(({ line, before }) => {
    if (!before) return [line.text];
    const isApart = line.table || before.table ? line.table !== before.table : line.y - before.y > APART * usual;
    return isApart ? ["", line.text] : [line.text];
  });
}

async function readPage(pdf: Pdf, page: PDFPageProxy): Promise<Page> {
  const { transform, height, width } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item): Placed[] =>
    "str" in item ? [{ text: plainBlanks(shown(item.str, "")), width: item.width, place: item.transform as unknown as Matrix }] : [],
  );
  const { straight, others, turn } = piecesOf(texts, transform as unknown as Matrix);
  const letters = texts.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  const plain = linesOf(straight);
  const lines = plain.some(({ text }) => text.includes("\t")) ? await withGrids(pdf, page, straight, turn) : plain;
  // a page that is read turned is as high as it was wide
  const isTurned = turn[0] === 0 && transform[0] !== 0;
  return { lines: [...lines, ...linesOf(others)], height: isTurned ? width : height, letters };
}

/** The lines of a page with its ruled tables. What is drawn on a page is asked for only where there may be some: it takes long. */
async function withGrids(pdf: Pdf, page: PDFPageProxy, pieces: readonly Piece[], turn: Matrix): Promise<Line[]> {
  const rules = rulesOf(await page.getOperatorList(), pdf.OPS, turn);
  const { grids, rest } = gridsOf(rules, pieces);
  return [...linesOf(rest), ...grids.flatMap(gridLines)].sort((a, b) => a.y - b.y);
}

function gridLines(table: Grid): Line[] {
  const high = (table.bottom - table.top) / Math.max(1, table.rows.length);
  return table.rows.map((text, at) => ({ text, y: table.top + (at + 1) * high, size: high, table }));
}
