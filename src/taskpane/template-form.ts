import type { FormTemplate, FormWishes, MoneyUnit } from "../app";

/** Of what a template is made: the form on the sheet in front, what was copied before, or a form that ships, by its id. */
export type TemplateSource = "front" | "pasted" | { readonly shipped: string };

/** What the form of the pane holds. */
export interface TemplateForm {
  readonly source: TemplateSource;
  readonly pasted: string;
  /** As typed. */
  readonly year: string;
  readonly unit: MoneyUnit | null;
}

export interface TemplateState {
  /** Whether the form is unfolded. */
  readonly shown: boolean;
  readonly form: TemplateForm;
  /** What is to be made, and what changes on the way, in words. */
  readonly draft: { readonly template: FormTemplate; readonly lines: readonly string[]; readonly sheet: string } | null;
}

export const FIRST_TEMPLATE: TemplateState = { shown: false, form: { source: "front", pasted: "", year: "", unit: null }, draft: null };

/** Null where what was typed as a year is none. */
export function wishesOf({ year, unit }: TemplateForm): FormWishes | null {
  if (year.trim() === "") return { year: null, unit };
  const typed = Number(year);
  return Number.isInteger(typed) && typed >= 1990 && typed <= 2100 ? { year: typed, unit } : null;
}

export function isReady({ form }: TemplateState): boolean {
  return form.source === "front" ? wishesOf(form) !== null : form.source !== "pasted" || form.pasted.trim() !== "";
}
