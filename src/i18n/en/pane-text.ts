import type { PaneTextWords } from "../pane-text-types";

export const paneText: PaneTextWords = {
  hint: "Paste or choose the report that goes with the tables. Each amount, share and count in it is looked for in the tables by line, column, year and unit; nothing in the workbook is changed.",
  here: "The text is read on this machine and sent nowhere.",
  paste: "Text to compare",
  read: "Compare with the tables",
  pick: "Choose a file (.docx, .pdf, .txt)…",
  drop: "Drop the file here",
  reading: "Comparing…",
  unread: (file) => (file === null ? "The pasted text was not read:" : `“${file}” was not read:`),
  at: (time, file) => `Compared at ${time}: ${file === null ? "the pasted text" : `“${file}”`}. Rounding is no difference.`,
  more: (count) => `${count} more figures; the sheet has them all.`,
  hints: {
    unsure: "Near a cell of a table, but it is not certain that the text is about that cell: please look.",
    "not-found": "No line of the tables is called as this part of the text is.",
    agrees: "",
  },
};
