import type { Target } from "../quantity";
import type { IndicatorRow, TargetCell } from "./table";

/** Whether a target says by itself on which side of it a value has to be. */
export function saysDirection({ comparator, ends }: Target): boolean {
  return /^[<>]/.test(comparator) || ends !== undefined;
}

/**
 * The target that a value of a year is held against: that year's, else the next after it, else the last before; null where there is none.
 */
export function targetFor({ targets }: IndicatorRow, year: number): TargetCell | null {
  const typed = [...targets].filter(([, { state }]) => state !== "blank");
  return (typed.find(([own]) => own >= year) ?? typed.at(-1))?.[1] ?? null;
}

/** Whether the result of a year may be words: its target is, or has several parts, which one number cannot answer. */
export function takesWords(row: IndicatorRow, year: number): boolean {
  const state = targetFor(row, year)?.state;
  return state === "words" || state === "several";
}
