import type { Comparator } from "../types";
import type { Measure } from "./measure";

/** What was said since the last number or clause and still waits for its number. */
export interface Waiting {
  comparator: Comparator | null;
  difference: boolean;
  apart: boolean;
  /** "trên", which may also mean "per" or "of". */
  over: boolean;
  from: boolean;
  /** "từ" with words between it and the number: "từ hiện trạng 24,4%". */
  fromAfar: boolean;
  grows: 1 | -1 | 0;
  increment: boolean;
  reach: boolean;
  /** Where the change that reaches the next number may have started. */
  start: Measure | null;
  time: boolean;
  name: boolean;
  rank: Comparator | null;
  now: boolean;
  reference: boolean;
  aside: boolean;
  person: boolean;
  aimed: boolean;
  /** The period of "mỗi năm". */
  every: string | null;
  between: boolean;
  result: boolean;
}

export const nothing = (): Waiting => ({
  comparator: null, difference: false, apart: false, over: false, from: false, fromAfar: false, grows: 0, increment: false, reach: false, start: null, time: false, name: false,
  rank: null, now: false, reference: false, aside: false, person: false, aimed: false, every: null, between: false, result: false,
});
