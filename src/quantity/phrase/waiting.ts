import type { Comparator } from "../types";
import type { Measure, Words } from "./measure";

/** What was said since the last number or clause and still waits for its number. */
export interface Waiting {
  readonly comparator: Comparator | null;
  /** The pieces that say the comparator. */
  readonly words: Words | null;
  readonly difference: boolean;
  readonly apart: boolean;
  /** "trên", which may also mean "per" or "of". */
  readonly over: boolean;
  readonly from: boolean;
  /** "từ" with words between it and the number: "từ hiện trạng 24,4%". */
  readonly fromAfar: boolean;
  readonly grows: 1 | -1 | 0;
  readonly increment: boolean;
  readonly reach: boolean;
  /** Where the change that reaches the next number may have started: the first piece of another number. */
  readonly starts: number | null;
  readonly time: boolean;
  readonly name: boolean;
  readonly rank: Comparator | null;
  readonly now: boolean;
  readonly reference: boolean;
  readonly aside: boolean;
  /** "với 12 loại vắc xin": a circumstance that is a count of its own. */
  readonly beside: boolean;
  readonly person: boolean;
  readonly aimed: boolean;
  /** The period of "mỗi năm". */
  readonly every: string | null;
  readonly between: boolean;
  readonly result: boolean;
  readonly unclear: boolean;
  /** A limit at the beginning of a clause that words part from its number: "ít nhất mỗi xã có 2 bác sĩ". */
  readonly afar: Comparator | null;
  readonly afarWords: Words | null;
  /** The words of the comparator. */
  readonly said: string | null;
  /** The comparator opens its clause. */
  readonly opens: boolean;
}

export const NOTHING: Waiting = {
  comparator: null,
  words: null,
  difference: false,
  apart: false,
  over: false,
  from: false,
  fromAfar: false,
  grows: 0,
  increment: false,
  reach: false,
  starts: null,
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
  afarWords: null,
  said: null,
  opens: false,
};

/** What waited becomes the measure's. */
export function takenBy(measure: Measure, waiting: Waiting, depth: number, clause: number): Measure {
  const ranked = waiting.rank !== null && (measure.unit === null || measure.factor === 1) && !/^[%‰]/.test(measure.unit ?? "");
  const isMoney = measure.unit?.startsWith("đồng") === true;
  const per = waiting.over && !isMoney && measure.outOf === null && measure.value >= 100 && Number.isInteger(Math.log10(measure.value));
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
    ...measure,
    comparator: waiting.comparator ?? (ranked ? waiting.rank : waiting.afar),
    words: ranked || waiting.comparator !== null ? waiting.words : waiting.afarWords,
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
