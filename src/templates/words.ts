import type { Plan } from "../plan";
import type { Direction, Lang, MoneyUnit } from "../quantity";
import type { TaskStatus, UnlistedStatus } from "../tables";

/** The words that tables need; i18n has them in each language. */
export interface TemplateWords {
  readonly lang: Lang;
  /** Over the title: "Phụ lục II"; null where the document has one annex alone. */
  readonly annex: (number: number | null) => string;
  /**
   * "(Kèm theo Kế hoạch số … ngày … tháng … năm … của …)" under the title: dots for what is not known, "2024-01" is a date without its day.
   */
  readonly attachedTo: (document: Pick<Plan, "title" | "issuer" | "number" | "date">) => string;
  readonly unitCaption: (unit: MoneyUnit) => string;
  readonly number: string;
  readonly note: string;
  readonly year: (year: number) => string;
  /** The input message and the refusal of a cell that takes numbers. */
  readonly numberInput: { readonly title: string; readonly refusal: string };
  /** The refusal of a cell that takes one of a list. */
  readonly listInput: { readonly title: string; readonly refusal: string };
  /** Over the columns of the reporting units, and over their total. */
  readonly reportingUnits: string;
  readonly unitsTotal: string;
  readonly shareInput: { readonly title: string; readonly refusal: string };
  readonly budget: {
    readonly sheet: string;
    /** Named as the budget is in its document; "" where nothing names it. */
    readonly title: (budget: string) => string;
    readonly label: string;
    readonly amount: string;
    readonly byYear: string;
    readonly years: string;
    readonly byItem: string;
    readonly bySource: string;
    /** The total of a budget whose plan names none. */
    readonly total: string;
    /** The sum of the reporting units' amounts. */
    readonly units: string;
    /** What was paid of the amount, its rate in per cent, and over the columns of what was paid in each year. */
    readonly disbursed: string;
    readonly rate: string;
    readonly disbursedByYear: string;
  };
  readonly indicators: {
    readonly sheet: string;
    readonly title: string;
    readonly label: string;
    /** Over the indicators that are measured, and over those with targets in words, where a table has both. */
    readonly parts: { readonly measured: string; readonly inWords: string };
    readonly unit: string;
    readonly baseline: string;
    readonly target: string;
    readonly toYear: (year: number) => string;
    readonly actual: string;
    readonly status: (year: number) => string;
    /** Over the columns that say what is counted. */
    readonly ratioOf: string;
    readonly ratio: (year: number) => string;
    readonly numerator: string;
    readonly denominator: string;
    readonly met: string;
    readonly notMet: string;
    /** Neither of the two: nobody has said which way the value should go. */
    readonly noDirection: string;
    /** Chosen by a person where neither can be said yet of a target in words. */
    readonly watched: string;
    readonly direction: Readonly<Record<Direction, string>>;
    /** What the sheet's own formula cannot tell. */
    readonly seeCheck: string;
    readonly directionHead: string;
    readonly key: string;
    /** The value of the whole area in the year that is reported, where each reporting unit has a column. */
    readonly whole: (year: number) => string;
    /** Numerator and denominator of one reporting unit. */
    readonly unitRatio: (unit: string) => string;
    /** In the note column: what another place of the document says of the measure, null for the same. */
    readonly elsewhere: (where: string, said: string | null) => string;
  };
  readonly tasks: {
    readonly sheet: string;
    readonly title: string;
    readonly label: string;
    /** The place in the document, with its own number. */
    readonly where: string;
    readonly lead: string;
    readonly cooperating: string;
    readonly time: string;
    readonly status: string;
    readonly progress: string;
    /** How many of the reporting units have done a task. */
    readonly unitsDone: string;
    /** The list that a status is chosen from. No word holds a comma, which neither Excel nor .xlsx keeps in such a list. */
    readonly statuses: Readonly<Record<TaskStatus, string>>;
    /** Read where they stand in a table, and shown only where they do. */
    readonly unlisted: Readonly<Record<UnlistedStatus, string>>;
  };
}
