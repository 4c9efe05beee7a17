import type { BudgetFact, IndicatorFact, TaskFact } from "../../app";
import type { FieldFault } from "../../i18n/pane-draft";
import { readNumber, writeNumber, type Comparator, type Direction, type Lang } from "../../quantity";
import type { KindedFact } from "./draft-state";

/** What is typed of a fact, by field; a field that its kind has not is absent. */
export type FieldValues = Readonly<Record<string, string>>;

/** What a form makes of a fact; what it does not show stays. */
export type FactChange =
  | { readonly kind: "indicators"; readonly change: Partial<IndicatorFact> }
  | { readonly kind: "budget"; readonly change: Partial<BudgetFact> }
  | { readonly kind: "tasks"; readonly change: Partial<TaskFact> };

export type ReadForm = FactChange | { readonly faults: Readonly<Record<string, FieldFault>> };

/** The first and the last year that a plan may name. */
const YEARS = [1990, 2100] as const;
/** No name or unit of a table is longer, in letters. */
const LONGEST = 1000;
const WORDS = "words";
export const COMPARATORS = [">=", ">", "<=", "<", "=", "~", "range", "change", WORDS] as const;
const KINDS = ["item", "source", "total"] as const;
const DIRECTIONS = ["up", "down", "equal"] as const;

/** A figure as it is typed: every decimal of it. */
export function figure(value: number, notation: Lang): string {
  return writeNumber(value, notation, { maxDecimals: 12 });
}

/** What the form of a fact shows at first. */
export function fieldsOf(kinded: KindedFact, notation: Lang): FieldValues {
  const number = (value: number | null): string => (value === null ? "" : figure(value, notation));
  switch (kinded.kind) {
    case "indicators": {
      const { name, comparator, value, value2, unit, year, from, baseline, direction, scope, text } = kinded.fact;
      return {
        name, text,
        comparator: comparator ?? WORDS,
        value: number(value), value2: number(value2), unit: unit ?? "", baseline: number(baseline),
        year: year === null ? "" : String(year), from: from === null ? "" : String(from),
        direction: direction ?? "none", scope: scope ?? "",
      };
    }
    case "budget": {
      const { label, amount, unit, year, kind, parent, of } = kinded.fact;
      return {
        label, unit, kind,
        amount: number(amount),
        year: year === null ? "" : String(year),
        parent: parent ?? "", of: of ?? "",
      };
    }
    case "tasks": {
      const { number: outline, name, lead, cooperating, time } = kinded.fact;
      return { number: outline ?? "", name, lead: lead ?? "", cooperating: cooperating ?? "", time: time ?? "" };
    }
  }
}

/** What was typed as values, or which field is not as it should be and why. */
export function readFields(kind: KindedFact["kind"], values: FieldValues, notation: Lang): ReadForm {
  const form = new Form(values, notation);
  const change = readers[kind](form);
  return Object.keys(form.faults).length > 0 ? { faults: form.faults } : change;
}

const readers: Readonly<Record<KindedFact["kind"], (form: Form) => FactChange>> = {
  indicators: (form) => {
    const comparator = oneOf(COMPARATORS, form.raw("comparator")) ?? "=";
    const isWords = comparator === WORDS;
    const isRange = comparator === "range";
    const year = form.year("year");
    const from = form.year("from");
    if (from !== null && (year === null || from > year)) form.fault("from", year === null ? "no-year" : "order");
    return {
      kind: "indicators",
      change: {
        name: form.text("name", true) ?? "",
        comparator: isWords ? null : (comparator satisfies Comparator),
        value: isWords ? null : form.number("value", true),
        value2: isWords ? null : form.number("value2", isRange),
        unit: form.text("unit"),
        baseline: form.number("baseline"),
        year, from,
        direction: oneOf<Direction>(DIRECTIONS, form.raw("direction")),
        scope: form.text("scope"),
        ...(isWords ? { text: form.text("text", true) ?? "" } : {}),
      },
    };
  },
  budget: (form) => ({
    kind: "budget",
    change: {
      label: form.text("label", true) ?? "",
      amount: form.number("amount", true) ?? 0,
      unit: form.text("unit", true) ?? "",
      year: form.year("year"),
      kind: oneOf(KINDS, form.raw("kind")) ?? "item",
      parent: form.text("parent"),
      of: form.text("parent") === null ? form.text("of") : null,
    },
  }),
  tasks: (form) => ({
    kind: "tasks",
    change: {
      number: form.text("number"),
      name: form.text("name", true) ?? "",
      lead: form.text("lead"),
      cooperating: form.text("cooperating"),
      time: form.text("time"),
    },
  }),
};

/** Reads fields, and gathers what is wrong with them: the first fault of each. */
class Form {
  readonly faults: Record<string, FieldFault> = {};

  constructor(
    private readonly values: FieldValues,
    private readonly notation: Lang,
  ) {}

  fault(field: string, fault: FieldFault): null {
    this.faults[field] ??= fault;
    return null;
  }

  raw(field: string): string {
    return (this.values[field] ?? "").trim();
  }

  text(field: string, isNeeded = false): string | null {
    const typed = this.raw(field);
    if (typed.length > LONGEST) return this.fault(field, "long");
    return typed === "" ? (isNeeded ? this.fault(field, "needed") : null) : typed;
  }

  number(field: string, isNeeded = false): number | null {
    const typed = this.text(field, isNeeded);
    if (typed === null) return null;
    const reading = readNumber(typed, this.notation);
    return reading.kind === "number" ? reading.value : this.fault(field, "no-number");
  }

  year(field: string): number | null {
    const typed = this.text(field);
    return typed === null ? null : (yearIn(typed) ?? this.fault(field, "no-year"));
  }
}

/** A year that a plan may name; null for anything else. */
export function yearIn(typed: string): number | null {
  const year = /^\d{4}$/.test(typed.trim()) ? Number(typed) : NaN;
  return year >= YEARS[0] && year <= YEARS[1] ? year : null;
}

function oneOf<T extends string>(all: readonly T[], typed: string): T | null {
  return all.find((value) => value === typed) ?? null;
}
