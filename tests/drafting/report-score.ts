import { indexOf, judging, type CheckedClaim, type FactTable } from "../../src/drafting/against";
import { claimsIn } from "../../src/drafting/claims";
import { readDocument } from "../../src/drafting";
import { reportBooks } from "./report-books";
import { factsToTell, madeReport, type MadeReport } from "./reports";

/** How well figures of reports are held against tables. */
export interface ReportScore {
  readonly reports: number;
  /** Figures written, and of those the wrong ones. */
  readonly figures: number;
  readonly wrong: number;
  /** Figures that are said to differ, those of them that are wrong, and those whose cell is the one that they were written from. */
  readonly told: number;
  readonly toldRightly: number;
  readonly toldCell: number;
  /** Right figures that are said to agree; wrong ones that are. */
  readonly agreeing: number;
  readonly agreeingWrongly: number;
  /** Wrong figures that are at least listed to be looked at. */
  readonly unsure: number;
}

const NOTHING: ReportScore = {
  reports: 0, figures: 0, wrong: 0, told: 0, toldRightly: 0, toldCell: 0, agreeing: 0, agreeingWrongly: 0, unsure: 0,
};

function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What is said of a text against tables. */
export function checked(text: string, tables: readonly FactTable[]): CheckedClaim[] {
  return finished(judging(finished(claimsIn(readDocument(text))), indexOf(tables)));
}

export type Judged = readonly { readonly figure: MadeReport["figures"][number]; readonly said: CheckedClaim | null }[];

/** Each written figure with what was said of it; null where it was not read. */
export function judged({ text, figures }: MadeReport, tables: readonly FactTable[]): Judged {
  const all = checked(text, tables);
  return figures.map((figure) => ({
    figure,
    said: all.find(({ claim: { span } }) => span[0] < figure.span[1] && figure.span[0] < span[1]) ?? null,
  }));
}

function scoreOf(one: Judged): ReportScore {
  const count = (wanted: (pair: Judged[number]) => boolean): number => one.filter(wanted).length;
  const isAt = ({ figure: { fact }, said }: Judged[number]): boolean =>
    said?.fact?.at.sheet === fact.at.sheet && said.fact.at.row === fact.at.row && said.fact.at.col === fact.at.col;
  return {
    reports: 1,
    figures: one.length,
    wrong: count(({ figure }) => figure.wrong !== null),
    told: count(({ said }) => said?.verdict === "differs"),
    toldRightly: count(({ said, figure }) => said?.verdict === "differs" && figure.wrong !== null),
    toldCell: count((pair) => pair.said?.verdict === "differs" && isAt(pair)),
    agreeing: count(({ said, figure }) => said?.verdict === "agrees" && figure.wrong === null),
    agreeingWrongly: count(({ said, figure }) => said?.verdict === "agrees" && figure.wrong !== null),
    unsure: count(({ said, figure }) => said?.verdict === "unsure" && figure.wrong !== null),
  };
}

const added = (one: ReportScore, other: ReportScore): ReportScore =>
  Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value + other[key as keyof ReportScore]])) as unknown as ReportScore;

export interface ReportFigures {
  /** Reports with about half of their figures wrong, and the same without a wrong one. */
  readonly wrong: ReportScore;
  readonly right: ReportScore;
}

/**
 * Makes reports of all workbooks and holds them against their tables: `seeds` of each, with so many sentences. The figures of
 * docs/accuracy.md come of `reportFigures()`; `onEach` sees every judged figure.
 */
export async function reportFigures(
  seeds = 6, sentences = 12, onEach: (book: string, one: Judged, text: string) => void = () => undefined,
): Promise<ReportFigures> {
  let [wrong, right] = [NOTHING, NOTHING];
  for (const { name, tables } of await reportBooks()) {
    if (factsToTell(tables).length === 0) continue;
    for (let seed = 1; seed <= seeds; seed++) {
      for (const errs of [true, false]) {
        const made = madeReport(tables, seed * 1_000 + name.length, { sentences, errs });
        const one = judged(made, tables);
        onEach(name, one, made.text);
        if (errs) wrong = added(wrong, scoreOf(one));
        else right = added(right, scoreOf(one));
      }
    }
  }
  return { wrong, right };
}
