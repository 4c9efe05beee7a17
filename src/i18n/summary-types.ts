import type { MoneyUnit } from "../quantity";
import type { TaskStatus, UnlistedStatus } from "../templates";
import type { ComparisonWords } from "./comparison-types";
import type { OtherSummaryWords } from "./summary-others-types";

type Status = "met" | "notMet" | "open" | "notDue" | "undirected" | "several" | "words" | "wordsMet" | "wordsNotMet" | "wordsWatched" | "unreadable" | "otherUnit";
type TaskState = TaskStatus | UnlistedStatus | "blank";

/** The words of the sheet that goes to the leader, and of the one that holds plans against each other. Numbers in data are written already. */
export interface SummaryWords {
  readonly sheet: string;
  readonly title: string;
  /** `date` as written in the language. */
  readonly subtitle: (data: { readonly title: string | null; readonly plans: number; readonly date: string }) => string;
  readonly met: (counts: { readonly met: number; readonly exceeded: number; readonly checkable: number; readonly notMet: number; readonly open: number; readonly notDue: number; readonly words: number; /** Of those in words, what people have chosen. */ readonly wordsMet: number; readonly wordsNotMet: number; readonly wordsWatched: number; /** Neither in words nor comparable: no direction, several targets in a cell, unreadable. */ readonly unjudged: number }) => string;
  readonly noIndicators: string;
  /** What became of the indicators since the last summary. */
  readonly changes: (data: { readonly since: string; readonly moved: readonly { readonly to: Status; readonly labels: readonly string[] }[]; readonly added: number; readonly gone: number }) => string;
  /** A heading with its number or letter. */
  readonly section: (number: string, text: string) => string;
  readonly sections: { readonly indicators: string; readonly budget: string; readonly tasks: string };
  /** A plan whose name nothing says. */
  readonly unnamed: string;
  readonly missedHeading: (count: number) => string;
  readonly missed: (data: { readonly label: string; /** Null where nothing says it. */ readonly year: number | null; readonly actual: string; readonly target: string; /** By how much it is missed, and whether it is above what is asked for. */ readonly by: string | null; readonly over: boolean; readonly unit: string | null }) => string;
  /** In the column of what is passed or lacking: above or below a level that must not be passed. */
  readonly over: (by: string) => string;
  readonly under: (by: string) => string;
  readonly countsHeading: string;
  readonly counts: { readonly group: string; readonly total: string; readonly met: string; readonly exceeded: string; readonly notMet: string; readonly open: string; readonly notDue: string; readonly words: string };
  /** Over how many targets in words are assessed, and beside their sum. */
  readonly assessedHeading: string;
  readonly allInWords: string;
  readonly noGroup: string;
  readonly allIndicators: string;
  readonly targetsOf: (year: number) => string;
  readonly eachHeading: string;
  readonly wordsHeading: string;
  readonly courseHeading: string;
  readonly course: { readonly met: string; readonly missed: string; readonly onTheWay: string; readonly behind: (expected: string, year: number) => string };
  readonly year: (year: number) => string;
  readonly itemsBySources: string;
  /** The total in words. */
  readonly spelled: (words: string) => string;
  readonly tasks: {
    readonly sentence: (counts: { readonly total: number; readonly states: Readonly<Record<TaskState, number>>; readonly late: number; readonly due: number }, names: Readonly<Record<TaskState, string>>) => string;
    readonly byLead: string;
    readonly noLead: string;
    readonly blank: string;
    readonly total: string;
    /** Somebody says that they are not done; `due`: they should be, and nobody says anything. */
    readonly late: string;
    readonly lateHeading: (count: number) => string;
    readonly daysLate: string;
    readonly dueHeading: (count: number) => string;
    readonly dueOn: string;
  };
  readonly leftoverHeading: string;
  /** A row that is no longer ours, and stays for the comment on it. */
  readonly keptRow: (label: string) => string;
  readonly letter: {
    /** Asked for: the agency above the one that reports; of a Party committee's paper the committee above. */
    readonly above: string;
    readonly partyAbove: string;
    readonly agency: string;
    readonly state: string;
    readonly motto: string;
    readonly party: string;
    readonly number: string;
    readonly partyNumber: string;
    /** Beside the page: what we would write now where people have written something else. */
    readonly now: (text: string) => string;
    readonly place: (year: number) => string;
    readonly to: string;
    readonly receivers: readonly string[];
    readonly maker: string;
    readonly makerNote: string;
    readonly signer: string;
    readonly signerNote: string;
    /** Dots where a name is written. */
    readonly name: string;
  };
  readonly disbursed: {
    readonly heading: string;
    readonly byYear: string;
    /** `rate` in points; null where nothing is planned. */
    readonly sentence: (data: { readonly planned: number | null; readonly disbursed: number; readonly left: number | null; readonly rate: number | null; readonly unit: MoneyUnit | null }) => string;
    readonly amount: (unit: MoneyUnit | null) => string;
    readonly rate: string;
    readonly left: string;
    readonly chart: string;
  };
  readonly columns: {
    readonly number: string;
    readonly indicator: string;
    readonly unit: string;
    readonly baseline: string;
    readonly year: string;
    readonly target: string;
    readonly actual: string;
    readonly distance: string;
    readonly status: string;
    readonly progress: string;
    readonly opinion: string;
    /** Over the column beside the page that says where a figure comes from. */
    readonly source: string;
    readonly line: string;
    readonly amount: (unit: MoneyUnit | null) => string;
    readonly share: string;
    readonly what: string;
  };
  readonly status: Readonly<Record<Status, string>>;
  readonly total: string;
  readonly charts: {
    readonly indicators: string;
    readonly course: string;
    /** `number` "" where it would tell nothing apart. */
    readonly series: (number: string, label: string) => string;
    readonly byLine: (group: string, unit: string) => string;
    readonly shares: (group: string) => string;
    readonly itemsBySources: (unit: string) => string;
    readonly byYear: (unit: string) => string;
    readonly targetSeries: string;
    readonly actualSeries: string;
    /** Over the figures beside a chart. */
    readonly figures: string;
    readonly alt: (title: string, entries: readonly string[]) => string;
  };
  /** The sheet that holds plans against each other. */
  readonly comparison: ComparisonWords;
  /** What is said of tables that somebody else has made. */
  readonly others: OtherSummaryWords;
}
