/** The words of plans that are held against each other. */
export interface ComparisonWords {
  readonly sheet: string;
  readonly title: string;
  /** How codes are changed: in the workbook that holds the tables. */
  readonly note: string;
  /** The same on a sheet that the command line wrote. */
  readonly noteOfFile: string;
  readonly together: string;
  readonly alone: string;
  readonly none: string;
  readonly plan: string;
  readonly level: string;
  readonly levels: { readonly province: string; readonly district: string; readonly commune: string };
  readonly name: string;
  readonly code: string;
  readonly verdict: string;
  /** Stricter than another target of its year, and looser than none. */
  readonly strictest: (year: number) => string;
  readonly stricter: (plans: readonly string[]) => string;
  readonly looser: (plans: readonly string[]) => string;
  readonly same: (plans: readonly string[]) => string;
  /** The same as another plan asks for later, or has asked for before. */
  readonly sooner: (plans: readonly string[]) => string;
  readonly later: (plans: readonly string[]) => string;
  readonly otherUnit: string;
  readonly otherDirection: string;
  readonly noDirection: string;
  readonly otherYear: string;
  /** What may be the same indicator although its name is another; `plan` whose it is. */
  readonly near: (label: string, plan: string, otherUnit: boolean) => string;
  readonly cli: {
    readonly compare: string;
    readonly output: string;
    readonly codes: string;
    readonly join: string;
    readonly part: string;
    readonly nearHeading: string;
    readonly aloneCount: (count: number) => string;
    readonly tooFew: string;
    readonly onlyWithCompare: string;
    readonly badJoin: (text: string) => string;
    readonly unknownIndicator: (text: string) => string;
    readonly noCodes: (file: string) => string;
  };
}
