/** What a part of a document holds, in order. */
export type Block = Paragraph | Table;

/** Its text with its number before it; "\v" where a line was broken, "\t" where there was a tab. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
}

export interface Table {
  readonly kind: "table";
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** How many columns it takes. */
  readonly span: number;
}

/** Lines of the text; a table stands between blank lines. */
export function linesOf(blocks: readonly Block[]): string[] {
  const lines: string[] = [];
  const blank = (): void => {
    if (lines.length > 0 && lines.at(-1) !== "") lines.push("");
  };
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      const line = trimmed(block.text);
      if (line === "") blank();
      else lines.push(line);
      continue;
    }
    blank();
    lines.push(...tableLines(block));
    blank();
  }
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** A row is a line. What is a table for its frame or its place alone holds paragraphs and tables as the body does. */
function tableLines({ rows }: Table): string[] {
  const isFrame = rows.every((cells) => cells.length === 1);
  return rows.flatMap((cells) => {
    const read = cells.map(({ blocks, span }) => ({ blocks, span, lines: linesOf(blocks) }));
    const [only, ...others] = read.filter(({ lines }) => lines.length > 0);
    if (!only) return [];
    if (others.length === 0 && (isFrame || only.blocks.some(({ kind }) => kind === "table"))) return only.lines;
    return [read.map(({ lines, span }) => cellText(lines) + "\t".repeat(span - 1)).join("\t")];
  });
}

/** Paragraphs and the rows of a table within are lines of the cell. */
function cellText(lines: readonly string[]): string {
  return lines.filter((line) => line !== "").join("\v").replace(/\t+/g, " ").trim();
}

/** So many tabs within a paragraph and it is a row of columns, whose first may be empty; fewer, and the first is an indent. */
const COLUMNS = 2;

function trimmed(text: string): string {
  const line = text.trim();
  const tabs = line.split("\t").length - 1;
  return tabs >= COLUMNS ? text.replace(/^[ \v]+/, "").trimEnd() : line;
}
