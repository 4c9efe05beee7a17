/** Why an action of ours was refused before anything was changed. */
export interface RefusalData {
  readonly "no-tables": Record<never, never>;
  readonly "unknown-plan": { readonly id: string };
  readonly "nothing-chosen": Record<never, never>;
  readonly "bad-years": { readonly years: string };
  /** `name` null: too many of them. */
  readonly "bad-reporting-units": { readonly name: string | null; readonly most: number };
  readonly "bad-rows": { readonly most: number };
  /** A finding is explained, or a rule turned off, without saying why. */
  readonly "no-reason": Record<never, never>;
  /** The finding is no longer in the list. */
  readonly "finding-gone": Record<never, never>;
  /** No table that others made stands at the cell any more, or the cell is none of its lines or columns. */
  readonly "table-gone": Record<never, never>;
  /** The table of that sheet was taken over already. */
  readonly "already-taken": { readonly sheet: string };
  /** What was understood of the table fits in no cell. */
  readonly "too-long": { readonly sheet: string };
  /** The selection holds no line ("column") or column ("row") of the table beside the total itself, or too many runs of them. */
  readonly "no-parts": { readonly axis: "column" | "row"; readonly cell: string };
  readonly "too-many-parts": { readonly axis: "column" | "row"; readonly most: number };
  /** No table is recognised on a sheet. */
  readonly "no-form": { readonly sheet: string };
  /** A text is no template: `fault` "json" where it is no JSON, else what of it at `at` is not as it should be. */
  readonly "bad-template": { readonly at: string; readonly fault: string };
  /** The form names no year that others could take the place of. */
  readonly "no-year": { readonly sheet: string };
  /** The form states no unit of money. */
  readonly "no-money-unit": { readonly sheet: string };
  /** Two versions are no adjustment: no amount differs, or they are of other years. */
  readonly "no-adjustment": { readonly why: "nothing" | "other-years" };
  /** A plan of one's own without a title. */
  readonly "no-title": Record<never, never>;
  /** The text of a plan does not say for which years it is, and nobody else has. */
  readonly "no-period": Record<never, never>;
}

export type RefusalCode = keyof RefusalData;
