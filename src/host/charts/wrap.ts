/**
 * Breaks a text at its blanks into lines that are no wider than `most`, at most `lines` of them; what is left out is told by "…". A blank
 * text is one empty line: of none the chart library draws without end.
 */
export function wrap(text: string, most: number, lines: number, widthOf: (text: string) => number): string[] {
  const made: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = made.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= most) made[made.length - 1] = `${last} ${word}`;
    else made.push(word);
  }
  if (made.length === 0) return [""];
  return made.length <= lines ? made : [...made.slice(0, lines - 1), `${made[lines - 1] ?? ""}…`];
}
