import { formNoteWords, noteTable, tableName, type FormsDraft } from "../app";
import type { Words } from "../i18n";
import type { z } from "zod";
import type { summarizeReportSchema } from "./schema";

type Report = z.infer<typeof summarizeReportSchema>;

/** More notes are told by their number: all of them stand on a sheet. */
const MOST_NOTES = 20;
const MOST_NAMES = 3;

/** What is told of forms of anybody's on the terminal. */
export function formSentences({ result }: FormsDraft, words: Words): string[] {
  const told = result.notes.map((note) => {
    const table = noteTable(result, note);
    const first = note.units.first.slice(0, MOST_NAMES);
    const whose = words.rollUp.few(first, note.units.count - first.length);
    return `${table === "" ? "" : `${table}: `}${formNoteWords(note, words)}${whose === "" ? "" : ` ${whose}`}`;
  });
  return told.length <= MOST_NOTES ? told : [...told.slice(0, MOST_NOTES), words.rollUp.forms.more(told.length - MOST_NOTES)];
}

/** Every figure of every form. */
export function formFigures({ result: { forms } }: FormsDraft): Report["figures"] {
  return forms.flatMap(({ shape, cells }) => {
    const width = shape.columns.length;
    return cells.flatMap(({ value, units, how }, place): Report["figures"] => {
      const [line, column] = [shape.lines[Math.floor(place / width)], shape.columns[place % width]];
      if (!line || !column || column.id === null || units === 0) return [];
      return [
        {
          unit: "", kind: "other", plan: tableName(shape), budget: null, code: line.number, indicator: line.label,
          measure: column.unit ?? line.unit ?? shape.unit ?? "",
          year: column.year,
          column: column.head,
          value,
          why: how === "not-added" ? "not-added" : null,
          units,
        },
      ];
    });
  });
}

export function formMismatches({ result }: FormsDraft, words: Words): Report["mismatches"] {
  return result.notes.map((note) => {
    const table = noteTable(result, note);
    const message = `${table === "" ? "" : `${table}: `}${formNoteWords(note, words)}`;
    return { kind: "other", code: note.code, message, count: note.units.count, units: [...note.units.first] };
  });
}
