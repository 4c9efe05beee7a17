import { parts, place, short } from "../sentences";
import type { TextCheckWords } from "../text-check-types";
import { TYPING } from "./findings-sums";

const { number } = parts("en", "and");

const WAYS = {
  sum: "The cells of its line add up to", difference: "The two cells of its line differ by", growth: "By its cells it grew or fell by",
  part: "By its cells its part is", ratio: "By its cells the rate is",
} as const;

export const textCheck: TextCheckWords = {
  verdicts: { differs: "Differs", unsure: "To be looked at", "not-found": "Not in the tables", agrees: "Agrees" },
  counts: (counts) =>
    `${number(counts.differs)} figures differ from the tables, ${number(counts.unsure)} are to be looked at, ${number(counts.agrees)} agree, ${number(counts["not-found"])} are not in the tables`,
  told: ({ sure, shown, way, slip, elsewhere }) => {
    const said = shown === null ? "" : way === null ? `The table says ${shown}` : `${WAYS[way]} ${shown}`;
    const why = slip !== null && TYPING[slip] !== undefined ? ` (perhaps ${TYPING[slip]})` : "";
    const other = elsewhere === null ? "" : `${said === "" ? "The" : "; the"} figure of the text stands in ${place(elsewhere.at)} (${short(elsewhere.label)}, ${short(elsewhere.head)})`;
    return `${said}${why}${other}.${sure ? "" : " It is not sure that the text is about this cell."}`;
  },
  noFigures: "The text has no amount, share or count to be held against tables.",
  noTables: "No table of the workbook was understood that the text could be held against.",
  cli: {
    text: "hold the figures of this text (.docx, .pdf, .txt) against the tables of the file",
    oneFile: "With --text only one file of tables can be checked. Nothing was done.",
    inSentence: (sentence) => `Sentence: “${sentence}”`,
  },
  sheet: {
    name: "Text against tables",
    pasted: "pasted text",
    title: "FIGURES OF THE TEXT AGAINST THE TABLES",
    made: (text, date) => `(Text: ${text}; compared on ${date})`,
    note: "Figures are looked for by line, column, year and unit; rounding is no difference. “Differs” is said only where the cell is certain.",
    heads: { number: "No.", verdict: "Result", figure: "The text says", shown: "The table says", cell: "Cell", what: "What", sentence: "Sentence" },
  },
};
