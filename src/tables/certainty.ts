/** From here on a relation takes part in the check; below it is a question for a person. */
export const BELIEVED = 0.7;

/** From here on what fails cannot be right: a formula, a rule or a pattern that holds everywhere else says it. */
export const CERTAIN = 0.95;
