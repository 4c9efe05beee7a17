/** Minutes of a machine that has nothing else to do, in milliseconds of this one: the only measure that a time-out of a test has. */
export function minutes(count: number): number;
