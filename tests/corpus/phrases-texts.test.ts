import { describe, expect, test } from "@jest/globals";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMeasures, type SaidMeasure } from "../../src/quantity";
import { CORPUS } from "../support/corpus";

/** Labelled texts of plans; they lie outside of the repository and are read where they are at hand. */
const folder = join(CORPUS, "plantexts");
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];

interface Labelled {
  readonly value?: number;
  readonly value2?: number | null;
  /** Of a line of the budget. */
  readonly amount?: number;
  readonly unit: string;
  readonly comparator?: string;
  readonly accept_comparators?: readonly string[];
  readonly evidence: string;
}

const SCALES: readonly (readonly [string, number])[] = [["tỷ", 1e9], ["triệu", 1e6], ["nghìn", 1e3]];
/** How many đồng the labelled unit is; 1 where it is no money. */
const dongIn = (unit: string): number =>
  unit.includes("đồng") ? SCALES.reduce((product, [word, scale]) => product * (unit.includes(word) ? scale : 1), 1) : 1;
const isClose = (one: number | null, other: number): boolean =>
  one !== null && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
const family = (unit: string | null): string => /^(?:%|‰|đồng)/.exec(unit ?? "")?.[0] ?? "";

/** An aim within the labelled words, of their value, unit and comparator. */
function isRight(want: Labelled, { target, role, growth }: SaidMeasure): boolean {
  const scale = dongIn(want.unit);
  const comparators = [want.comparator ?? "=", ...(want.accept_comparators ?? [])];
  return (
    role === "aim" &&
    isClose(target.value, (want.value ?? want.amount ?? 0) * scale) &&
    (want.value2 == null || isClose(target.value2, want.value2 * scale)) &&
    family(target.unit) === (scale > 1 ? "đồng" : family(want.unit)) &&
    comparators.includes(growth !== 0 && comparators.includes("change") ? "change" : target.comparator)
  );
}

// where the corpus is not at hand there is nothing to read
(names.length > 0 ? describe : describe.skip)("measures of labelled texts", () => {
  test.each(names)("every figure of %s is an aim with its value, comparator and unit", (name) => {
    const text = readFileSync(join(folder, name.replace(/json$/, "txt")), "utf8");
    const { indicators, budget } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, readonly Labelled[]>;
    const { measures } = readMeasures(text);
    const missing = [...(indicators ?? []), ...(budget ?? [])].filter((want) => {
      const at = text.indexOf(want.evidence);
      const inside = measures.filter(({ span: [from, to] }) => from >= at && to <= at + want.evidence.length);
      return !inside.some((measure) => isRight(want, measure));
    });
    expect(missing.map(({ evidence }) => evidence)).toEqual([]);
  });
});
