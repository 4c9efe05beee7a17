import { compareDays, type Day, type Judgement, type Target } from "../quantity";
import { type IndicatorRow, type TargetCell, targetOf, verdictOn } from "../tables";

/**
 * `open`: its year is over and nothing is reported in full; `notDue`: so, and its year is not over yet; `undirected`: a value is
 * reported, and nobody has said whether it should rise or fall; `several`: its cell holds several targets; `otherUnit`: it is in another
 * unit than its row. Of a target in words: `words` where nobody has assessed its result, else what a person has chosen.
 */
export const STATUSES = [
  "met", "notMet", "open", "notDue", "undirected", "several", "words", "wordsMet", "wordsNotMet", "wordsWatched", "unreadable", "otherUnit",
] as const;
export type Status = (typeof STATUSES)[number];

/** An indicator held against one of its targets. */
export interface Standing {
  readonly row: IndicatorRow;
  readonly year: number;
  readonly cell: TargetCell;
  /** In the row's unit. */
  readonly target: Target | null;
  readonly actual: number | null;
  /** The value as it was typed, where that is no number ("Đạt"); null for a number and where nothing stands. */
  readonly said: string | null;
  readonly status: Status;
  /** How the value stands to the target; null where that cannot be said. */
  readonly judgement: Judged | null;
}

export type Judged = Exclude<Judgement, { readonly status: "cannot-check" }>;

/** Better than the target asks for; what has to lie between two ends cannot be. */
export function isExceeded({ judgement }: Pick<Standing, "judgement">): boolean {
  return judgement?.status === "met" && judgement.side !== "both" && judgement.distance < 0;
}

/**
 * Each target of an indicator with its actual value and status; a target without any entry is left out. Without a day every year
 * counts as over.
 */
export function standings(row: IndicatorRow, today: Day | null = null): Standing[] {
  return [...row.targets].flatMap(([year, cell]): Standing[] => {
    if (cell.state === "blank") return [];
    const actualCell = row.actuals.get(year);
    const actual = actualCell?.state === "number" ? actualCell.value : null;
    const said = actualCell?.state === "text" ? actualCell.text : null;
    const standing = { row, year, cell, target: targetOf(row, cell), actual, said, judgement: null };
    if (cell.state !== "target") return [{ ...standing, status: assessed(row, year) ?? cell.state }];
    const verdict = verdictOn(row, cell, actualCell);
    if (verdict.status !== "cannot-check")
      return [{ ...standing, status: verdict.status === "met" ? "met" : "notMet", judgement: verdict }];
    if (verdict.reason === "other-unit") return [{ ...standing, status: "otherUnit" }];
    if (verdict.reason === "no-direction") return [{ ...standing, status: "undirected" }];
    const due = today === null || compareDays({ year, month: 12, day: 31 }, today) < 0;
    return [{ ...standing, status: verdict.reason === "no-baseline" ? "words" : due ? "open" : "notDue" }];
  });
}

const ASSESSED = { met: "wordsMet", notMet: "wordsNotMet", watched: "wordsWatched" } as const;

/** What a person has chosen for a result in words; null where nobody has. */
function assessed({ assessments }: IndicatorRow, year: number): Status | null {
  const state = assessments.get(year)?.state;
  return state === undefined || state === "blank" || state === "other" ? null : ASSESSED[state];
}

const VERDICTS: ReadonlySet<Status> = new Set(["met", "notMet", ...Object.values(ASSESSED)]);

/**
 * The one standing that speaks for an indicator: its last target that has a verdict or was assessed, else one with a value and no
 * direction, else the first that is due, else the first to come.
 */
export function headline(all: readonly Standing[]): Standing | null {
  const judged = all.findLast(({ status }) => VERDICTS.has(status));
  const first = (wanted: Status): Standing | undefined => all.find(({ status }) => status === wanted);
  return (
    judged ??
    first("undirected") ??
    first("open") ??
    first("notDue") ??
    all.findLast(({ said, actual }) => said !== null || actual !== null) ??
    all[0] ??
    null
  );
}

export interface Counts {
  readonly met: number;
  /** Of those met: better than the target asks for. */
  readonly exceeded: number;
  readonly checkable: number;
  readonly notMet: number;
  readonly open: number;
  readonly notDue: number;
  /** In words, whether assessed or not; they never count among those that are met or not. */
  readonly words: number;
  readonly wordsMet: number;
  readonly wordsNotMet: number;
  readonly wordsWatched: number;
  /** What is wanted cannot be told: no direction, several targets in one cell, another unit, or one that cannot be read. */
  readonly unjudged: number;
}

/**
 * "n/m chỉ tiêu đạt": m are those that can be held against a number; the ones in words, and those whose target does not say enough, are
 * counted apart.
 */
export function count(all: readonly Pick<Standing, "status" | "judgement">[]): Counts {
  const of = (status: Status): number => all.filter((one) => one.status === status).length;
  const [wordsMet, wordsNotMet, wordsWatched] = [of("wordsMet"), of("wordsNotMet"), of("wordsWatched")];
  const [words, unjudged] = [
    of("words") + wordsMet + wordsNotMet + wordsWatched,
    of("undirected") + of("several") + of("unreadable") + of("otherUnit"),
  ];
  const exceeded = all.filter(isExceeded).length;
  return {
    met: of("met"),
    exceeded,
    notMet: of("notMet"),
    open: of("open"),
    notDue: of("notDue"),
    words, wordsMet, wordsNotMet, wordsWatched, unjudged,
    checkable: all.length - words - unjudged,
  };
}
