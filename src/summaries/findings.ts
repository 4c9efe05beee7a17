import { findingSentence, place } from "../i18n";
import { sortFindings, type Finding, type FindingCode, type Severity } from "../findings";
import type { Block, Line } from "./lines";
import { block, blank, cellsAt, words as wordsLine, type Scene } from "./parts";

/** What people have said of a finding. */
export interface Explained {
  readonly text: string;
  readonly who: string;
}

/** A leader reads no more than these; the record has all of them. */
const MOST = 60;

/** What the sections above have told already, row by row. */
const TOLD: ReadonlySet<FindingCode> = new Set<FindingCode>(["target-not-met", "behind-target", "task-late"]);

/** Open findings with the gravest first, those that people have explained apart; what is only information is counted. */
export function findingBlocks(findings: readonly Finding[], explained: ReadonlyMap<string, Explained>, { words }: Scene): Block[] {
  const { summary: own, severities } = words;
  const of = (severity: Severity): number => open.filter((one) => one.severity === severity).length;
  const sorted = sortFindings(findings);
  const open = sorted.filter(({ id, code }) => !explained.has(id) && !TOLD.has(code));
  const told = open.filter(({ severity }) => severity !== "info").slice(0, MOST);
  const closed = sorted.filter(({ id }) => explained.has(id)).slice(0, MOST);
  const { number, finding, place: where, severity, opinion, explanation } = own.columns;
  return [
    block({ rows: [wordsLine("bullet", "findings/sentence", own.findingCounts({ error: of("error"), warning: of("warning"), info: of("info"), explained: sorted.filter(({ id }) => explained.has(id)).length, told: told.length }))] }),
    ...(told.length === 0
      ? []
      : [
          block({
            head: [{ kind: "finding:head", key: "findings/head", cells: cellsAt([[0, number], [1, finding], [7, where], [9, severity], [10, opinion]]) }],
            rows: [
              ...told.map((one, index): Line => ({ kind: "finding", key: `finding/${one.id}`, cells: cellsAt([[0, String(index + 1)], [1, findingSentence(one, words)], [7, place(one.at)], [9, severities[one.severity]]]) })),
              blank("findings/after"),
            ],
          }),
        ]),
    ...(closed.length === 0
      ? []
      : [
          block({
            lead: [wordsLine("subheading", "explained", own.explainedHeading)],
            head: [{ kind: "explained:head", key: "explained/head", cells: cellsAt([[0, number], [1, finding], [6, where], [8, explanation]]) }],
            rows: [
              ...closed.map((one, index): Line => {
                const { text = "", who = "" } = explained.get(one.id) ?? {};
                return { kind: "explained", key: `explained/${one.id}`, cells: cellsAt([[0, String(index + 1)], [1, findingSentence(one, words)], [6, place(one.at)], [8, who === "" ? text : `${text} (${who})`]]) };
              }),
              blank("explained/after"),
            ],
          }),
        ]),
  ];
}
