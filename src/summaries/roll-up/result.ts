import { quotient, readUnit, shifted, toNumber, wholeOf, type MoneyUnit } from "../../quantity";
import type { TableKind } from "../../templates";
import { commonest, type Few } from "../../base";
import type { Group, Line, RollUp, Tally } from "./heap";
import { dongIn, type Mode } from "./leaves";
import { mismatchesOf, type Mismatch } from "./mismatches";
import { chosenGroups, moneyUnitOf, referenceOf, type Reference } from "./reference";

/** A figure of the roll-up; `value` null: nobody has given one, or there is none (`why`). */
export interface Figure {
  readonly value: number | null;
  readonly why: "no-basis" | "not-added" | null;
  /** Units that have given something. */
  readonly units: number;
  readonly lacking: Few;
  readonly judged: number;
  readonly met: number;
  readonly statuses: ReadonlyMap<string, number>;
  readonly listed: Few;
}

/** The column of what was disbursed of the amount, in points: of both sums, whatever rates the units have. */
export const RATE = "rate";

export interface RolledLine {
  readonly key: string;
  readonly number: string;
  readonly label: string;
  readonly measure: string;
  readonly mode: Mode;
  /** By node, then by column. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, Figure>>;
}

/** One table of the roll-up. */
export interface Section {
  readonly kind: TableKind;
  readonly plan: string;
  readonly part: string;
  /** Units whose table was added. */
  readonly units: number;
  readonly moneyUnit: MoneyUnit | null;
  readonly columns: readonly string[];
  readonly lines: readonly RolledLine[];
}

export interface RollUpResult {
  readonly sections: readonly Section[];
  readonly mismatches: readonly Mismatch[];
}

/** What many units come to. The same whatever the order in which they were added and merged. */
export function resultOf(rollUp: RollUp): RollUpResult {
  const { chosen, others } = chosenGroups(rollUp);
  const sections = chosen.map((group) => ({ group, reference: referenceOf(group) }));
  return {
    sections: sections.map(({ group, reference }) => sectionOf(group, reference)),
    mismatches: mismatchesOf(rollUp, sections, others),
  };
}

function sectionOf(group: Group, { lines, columns }: Reference): Section {
  const { kind, plan, part, units } = group;
  const moneyUnit = kind === "budget" ? moneyUnitOf(group) : null;
  const paid =
    kind === "budget" && columns.includes("amount") ? columns.find((column) => column === "dyears" || column === "disbursed") : undefined;
  return {
    kind,
    plan,
    part,
    units,
    moneyUnit,
    columns: paid === undefined ? columns : columns.flatMap((column) => (column === paid ? [column, RATE] : [column])),
    lines: [...lines].map(([key, { line }]) => {
      const measure = commonest(line.measures);
      const tens = Math.round(Math.log10(moneyUnit ? dongIn(moneyUnit) : readUnit(measure).factor));
      return {
        key,
        number: commonest(line.numbers),
        label: commonest(line.labels),
        measure,
        mode: line.mode,
        figures: figuresOf(line, wholeOf(measure) ?? 1, tens, columns, paid),
      };
    }),
  };
}

function figuresOf(
  line: Line, whole: number, tens: number, columns: readonly string[], paid: string | undefined,
): Map<string, Map<string, Figure>> {
  return new Map(
    [...line.nodes].map(([node, tallies]) => {
      const figures = columns.flatMap((column) => {
        const tally = tallies.get(column);
        return tally ? [[column, figureOf(tally, line.mode, whole, tens)] as const] : [];
      });
      const found = new Map(figures);
      const [planned, disbursed] = [found.get("amount"), found.get(paid ?? "")];
      if (planned && disbursed) found.set(RATE, { ...disbursed, value: rateOf(planned.value, disbursed.value) });
      return [node, found];
    }),
  );
}

function rateOf(planned: number | null, disbursed: number | null): number | null {
  return planned === null || disbursed === null || planned <= 0 ? null : Math.round((disbursed / planned) * 1000) / 10;
}

function figureOf(tally: Tally, mode: Mode, whole: number, tens: number): Figure {
  const { units, lacking, judged, met, statuses, listed } = tally;
  const rest = { units, lacking, judged, met, statuses, listed };
  if (mode === "listed") return { value: null, why: units === 0 ? null : "not-added", ...rest };
  if (mode === "sum") return { value: units === 0 ? null : toNumber(shifted(tally.sum, tens)), why: null, ...rest };
  if (mode === "status" || mode === "said" || units === 0) return { value: null, why: null, ...rest };
  // one unit without its numerator would be left out of the whole without anybody seeing it
  const value = lacking.count > 0 ? null : quotient(tally.numerators, tally.denominators, whole);
  return { value, why: value === null ? "no-basis" : null, ...rest };
}
