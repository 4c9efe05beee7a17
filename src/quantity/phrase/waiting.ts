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
  /** "với 12 loại vắc xin": a circumstance that is a count of its own. */
  beside: boolean;
  person: boolean;
  aimed: boolean;
  /** The period of "mỗi năm". */
  every: string | null;
  between: boolean;
  result: boolean;
  unclear: boolean;
  /** A limit at the beginning of a clause that words part from its number: "ít nhất mỗi xã có 2 bác sĩ". */
  afar: Comparator | null;
  /** The words of the comparator. */
  said: string | null;
  /** The comparator opens its clause. */
  opens: boolean;
}

export const nothing = (): Waiting => ({
  comparator: null,
  difference: false,
  apart: false,
  over: false,
  from: false,
  fromAfar: false,
  grows: 0,
  increment: false,
  reach: false,
  start: null,
  time: false,
  name: false,
  rank: null,
  now: false,
  reference: false,
  aside: false,
  beside: false,
  person: false,
  aimed: false,
  every: null,
  between: false,
  result: false,
  unclear: false,
  afar: null,
  said: null,
  opens: false,
});

/** What waited becomes the measure's. */
export function takenBy(measure: Measure, waiting: Waiting, depth: number, clause: number): Partial<Measure> {
  const ranked = waiting.rank !== null && (measure.unit === null || measure.factor === 1) && !/^[%‰]/.test(measure.unit ?? "");
  const per = waiting.over && measure.outOf === null && measure.value >= 100 && Number.isInteger(Math.log10(measure.value));
  const role =
    measure.role !== "aim"
      ? measure.role
      : ranked
        ? "rank"
        : waiting.now
          ? "start"
          : waiting.reference && waiting.grows === 0 && !waiting.reach
            ? "reference"
            : per
              ? "per"
              : "aim";
  return {
    comparator: waiting.comparator ?? (ranked ? waiting.rank : waiting.afar),
    difference: waiting.difference,
    apart: waiting.apart || (waiting.difference && waiting.reference),
    from: waiting.from,
    fromAfar: waiting.fromAfar,
    grows: waiting.grows,
    increment: waiting.increment,
    role,
    ofPerson: waiting.person,
    aimed: waiting.aimed || waiting.reach || waiting.comparator === "~",
    aside: waiting.aside && waiting.comparator === null,
    beside: waiting.beside,
    result: waiting.result,
    unclear: measure.unclear || waiting.unclear,
    depth,
    clause,
  };
}
