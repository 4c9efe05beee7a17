/** A column of a table on a terminal: its width in characters, and the side that its text stands on. */
export interface TextColumn {
  readonly width: number;
  readonly right?: boolean;
}

/** How many characters wide a text is: Vietnamese letters are one each, however their accents are written. */
export function textWidth(text: string): number {
  return [...text.normalize("NFC").replace(/\p{M}/gu, "")].length;
}

/** The text in lines of at most so many characters, broken between words; a longer word stands on a line of its own. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.normalize("NFC").split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last) + 1 + textWidth(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 0 ? lines : [""];
}

/** The lines of a row; a cell that is too long goes on below itself. Columns are two blanks apart, and no line ends with blanks. */
export function textRow(columns: readonly TextColumn[], cells: readonly string[]): string[] {
  const pieces = columns.map(({ width }, index) => wrapped(cells[index] ?? "", width));
  return Array.from({ length: Math.max(...pieces.map((lines) => lines.length)) }, (_, line) =>
    columns
      .map(({ width, right = false }, index) => {
        const text = pieces[index]?.[line] ?? "";
        const room = " ".repeat(Math.max(0, width - textWidth(text)));
        return right ? room + text : text + room;
      })
      .join("  ")
      .trimEnd(),
  );
}
