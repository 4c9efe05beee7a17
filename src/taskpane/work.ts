// Everything that the pane needs beyond its first look, in one script that is loaded when it is first needed.
export * from "../app";
export { documentNotice, failureSentence, wordsOf, yearRanges } from "../i18n";
export { rulePage } from "../i18n/rule-pages";
export { writeNumber } from "../quantity";
export { checkView } from "./check-view";
export { compareView } from "./compare-view";
export { readPlanSource, readTextSource } from "./draft/read-source";
export { draftOptions, shownPlan } from "./draft/wanted";
export { rollUpView } from "./roll-up-view";
export { reportView } from "./text-report/report-view";
