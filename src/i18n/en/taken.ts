import type { TakenWords } from "../taken-types";
import { UNITS } from "./units";

export const taken: TakenWords = {
  sheet: (table) => `How ${table} is read`,
  title: (table) => `HOW THE TABLE IS UNDERSTOOD: ${table}`,
  where: (place, unit) => `The table stood at ${place} when it was taken over; unit: ${unit === null ? "not known" : UNITS[unit]}. It is checked by the rules below, wherever it moves and whatever is inserted.`,
  note: "The yellow cells of rules (ids that begin with r) may be changed, rows of rules deleted, and rules added below the last row: the operation (sum, difference…), the id of the line or column that is the total, and the ids of its parts. To let go of the whole table press “Let go” at “This table”.",
  heads: {
    id: "Id", text: "Line, column, rule", is: "Is", total: "Total / under line", parts: "Parts", only: "Only in / except", blanks: "Blanks",
    tolerance: "May be off", severity: "Severity", from: "Because of", data: "Data",
  },
  uses: { amount: "amounts", share: "shares", quantity: "quantities, prices", words: "words", unit: "units" },
  level: (level) => `line of level ${level}`,
  ops: { sum: "sum", same: "same", "of-which": "whole", difference: "difference", product: "product", ratio: "ratio" },
  blanks: { fail: "fail", zero: "zero", skip: "skip" },
  severities: { error: "error", warning: "warning", info: "information" },
  froms: {
    formula: "formula", "rule-row": "row of column numbers", outline: "outline", label: "label", numbers: "numbers", answer: "people",
  },
  asked: "not sure, asked",
  except: "except",
};
