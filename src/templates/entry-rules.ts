import { toA1, type Area, type ConditionalFormatSpec, type ValidationSpec } from "../sheet";
import { COLOURS, LARGEST } from "./layout";
import type { TemplateWords } from "./words";

/** Cells where people type numbers, by what they take. */
export interface NumberInputs {
  /** Shares, 0 to 100. */
  readonly shares: readonly Area[];
  /** Counts that are never negative. */
  readonly counts: readonly Area[];
  readonly numbers: readonly Area[];
}

export function numberValidations({ shares, counts, numbers }: NumberInputs, words: TemplateWords): ValidationSpec[] {
  const decimal = (areas: readonly Area[], min: number, max: number, input: TemplateWords["numberInput"]): ValidationSpec[] =>
    areas.map((area) => ({
      area,
      rule: { kind: "decimal", min, max },
      alert: "warning",
      errorTitle: input.title,
      errorMessage: input.refusal,
    }));
  return [
    ...decimal(shares, 0, 100, words.shareInput), ...decimal(numbers, -LARGEST, LARGEST, words.numberInput),
    ...decimal(counts, 0, LARGEST, words.numberInput),
  ];
}

export function listValidation(area: Area, values: readonly string[], words: TemplateWords): ValidationSpec {
  return { area, rule: { kind: "list", values }, alert: "stop", errorTitle: words.listInput.title, errorMessage: words.listInput.refusal };
}

/** Text where a number belongs. */
export function textFormat(area: Area): ConditionalFormatSpec {
  const first = toA1(area);
  return { area, formula: `=AND(ISTEXT(${first}),${first}<>"")`, style: { fill: COLOURS.odd, bold: true } };
}
