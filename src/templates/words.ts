import type { Lang, MoneyUnit } from "../quantity";
import type { PlanIndicator } from "../plan";

/** The words that tables need; i18n has them in each language. */
export interface TemplateWords {
  readonly lang: Lang;
  /** "Kèm theo Nghị quyết … của …" under the title. */
  readonly attachedTo: (title: string, issuer: string) => string;
  readonly unitCaption: (unit: MoneyUnit) => string;
  readonly number: string;
  readonly note: string;
  readonly year: (year: number) => string;
  /** The input message and the refusal of a cell that takes numbers. */
  readonly numberInput: { readonly title: string; readonly refusal: string };
  readonly shareInput: { readonly title: string; readonly refusal: string };
  readonly budget: {
    readonly sheet: string;
    readonly title: string;
    readonly label: string;
    readonly amount: string;
    readonly byYear: string;
    readonly years: string;
    readonly byItem: string;
    readonly bySource: string;
  };
  readonly indicators: {
    readonly sheet: string;
    readonly title: string;
    readonly label: string;
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
    readonly direction: Readonly<Record<PlanIndicator["direction"], string>>;
    readonly directionHead: string;
    readonly key: string;
  };
}
