/** What a person can read of a rule. */
export interface RulePage {
  /** Its severities, and when it is which. */
  readonly when: string;
  readonly looks: string;
  readonly example: string;
  readonly note: string;
}
