import type { ClaimData, OtherFindings } from "../../findings";
import { columnLetters } from "../../sheet";
import { arithmetic, parts, partsNamed, place, short } from "../sentences";
import type { FindingWords } from "../types";
import { missed, withUnit } from "./findings-indicators";
import { day } from "./findings-structure";
import { sumsFindings } from "./findings-sums";
import { UNITS } from "./units";

const { number, target, cell, list } = parts("en", "and");

/** More tasks are counted. */
const MOST_TASKS = 5;
/** More lines, columns or cells are counted. */
const MOST_PARTS = 5;

const OPS: Readonly<Record<ClaimData["op"], string>> = {
  sum: "the sum",
  same: "the same as",
  "of-which": "the whole",
  difference: "the difference",
  product: "the product",
  ratio: "the ratio",
};

export const otherFindings: FindingWords<OtherFindings> = {
  "tables-differ": ({ here, there, agreeing, correction }) => {
    const amount = ({ value, unit }: typeof here): string => `${number(value)}${unit ? ` ${UNITS[unit]}` : ""}`;
    const fix = correction ? ` The sums of the other table hold: ${cell(correction.at)} may have to be ${number(correction.to)}.` : " Look which of them is right.";
    return `“${here.label}” (cell ${cell(here.at)}) states ${amount(here)}, and ${place(there.at)} states ${amount(there)}; the two columns agree in ${number(agreeing)} other lines.${fix}`;
  },
  "form-parts": ({ form, missing }) => {
    const named = missing.slice(0, MOST_PARTS).map(({ of, words }) => `the ${of} “${short(words)}”`);
    const more = missing.length - named.length;
    return `The rules of “${short(form)}” name ${list(named)}${more > 0 ? ` (and ${more} more lines or columns)` : ""}, which the table has not got; relations that need them are not checked, or are only warned of. Compare the table with its form, or change the words in the rules.`;
  },
  "form-blank": ({ axis, of, rule, cells }) => {
    const named = cells.slice(0, MOST_PARTS).map(({ at, label }) => `${cell(at)}${label === "" ? "" : ` (“${short(label)}”)`}`);
    const more = cells.length - named.length;
    return `Blank: ${list(named)}${more > 0 ? ` and ${more} more cells` : ""}, while the rule${rule === null ? "" : ` “${short(rule)}”`} of the ${axis === "column" ? "line" : "column"} “${short(of)}” wants every cell filled. Type the number (0 where there is none).`;
  },
  "wrong-day": ({ at, label, text, why }) =>
    `${cell(at)}${label === "" ? "" : ` (“${short(label)}”)`} says “${short(text)}”: ${why === "calendar" ? "no calendar has that day" : "it cannot be read as a time, while all other cells of the column are days"}. Compare with the document and write it anew.`,
  "result-not-met": ({ indicator, unit, actual, target: aim, judgement }) =>
    `Not met: “${short(indicator)}” reached ${withUnit(actual, unit)}, ${target(aim)} was wanted, ${missed(judgement, aim.unit)}.`,
  "assessment-differs": ({ indicator, unit, text, actual, target: aim, judgement }) =>
    `“${short(indicator)}” is called “${short(text)}”, but ${withUnit(actual, unit)} beside ${target(aim)} is ${judgement.status === "met" ? "met" : `not met (${missed(judgement, aim.unit)})`}. Check the figures and what is said of them.`,
  "status-differs": ({ task, text, why, due, done, progress }) => {
    const [term, end] = [due ? day(due) : "", done ? day(done) : ""];
    const said: Readonly<Record<typeof why, string>> = {
      "done-late": `but was done on ${end}, after its term ${term}`,
      "done-early": `but was done on ${end}, within its term ${term}`,
      "done-later": `but the day of its completion, ${end}, is still to come`,
      "not-due": `but its term ${term} is over`,
      "not-late": `but its term ${term} is not over`,
      unfinished: `but its progress is ${number(progress ?? 0)} %`,
      finished: "but its progress is 100 %",
    };
    return `“${short(task)}” is called “${short(text)}”, ${said[why]}. Check which is right.`;
  },
  "tasks-overdue": ({ tasks }) => {
    const named = tasks.slice(0, MOST_TASKS).map(({ label, due, text }) => `“${short(label)}” (due ${day(due)}, “${short(text)}”)`);
    const more = tasks.length - named.length;
    return `Past their term and not done: ${named.join("; ")}${more > 0 ? ` and ${more} more` : ""}.`;
  },
  "product-mismatch": (data) => sumsFindings["sum-mismatch"]({ ...data, witness: null }),
  "table-question": ({ unit, axis, stated, computed, claim, failing }) => {
    if (!claim) return "";
    const line = axis === "column";
    const what = line ? `line ${stated.at.row + 1} (“${stated.label}”)` : `column ${columnLetters(stated.at.col)}${claim.head === "" ? "" : ` (“${claim.head}”)`}`;
    const more = failing > 1 ? ` (it differs in ${number(failing)} cells)` : "";
    return `Is ${what} ${OPS[claim.op]} of ${line ? "line" : "column"} ${partsNamed(claim, axis, list)}? Cell ${cell(stated.at)} states ${number(stated.value)}${unit ? ` ${UNITS[unit]}` : ""}, and ${arithmetic(claim, "the sum of", cell)} is ${number(computed.value)}${more}. One answer and nobody asks again.`;
  },
};
