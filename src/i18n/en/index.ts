import type { Words } from "../types";
import { cli } from "./cli";
import { documents } from "./documents";
import { failures, ownFault, refusals, system } from "./failures";
import { agreement, findings } from "./findings";
import { brokenRule } from "./findings-structure";
import { notices } from "./notices";
import { forms } from "./forms";
import { record, rules } from "./record";
import { taken } from "./taken";
import { drafts } from "./drafts";
import { rollUp } from "./roll-up";
import { summary } from "./summary";
import { templates } from "./templates";
import { UNITS } from "./units";
import { textCheck } from "./text-check";
import { versions } from "./versions";

/** English: complete beside the Vietnamese. */
export const en: Words = {
  lang: "en",
  notation: "en",
  units: UNITS,
  severities: { error: "Wrong", warning: "To review", document: "As the document says", info: "Information" },
  byDocument: "The following cells hold what the plan's document says; it is the document that is not consistent, which is no error of the table. Once a cell is put right it is checked like any other.",
  templates,
  findings,
  failures,
  refusals,
  system,
  ownFault,
  brokenRule,
  notices,
  documents,
  agreement,
  summary,
  record,
  taken,
  drafts,
  rollUp,
  textCheck,
  versions,
  forms,
  rules,
  cli,
};
