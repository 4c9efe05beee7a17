/** Why an action of ours was refused before anything was changed. */
export interface RefusalData {
  /** People have typed into a sheet that an undo would remove. */
  readonly "sheet-has-entries": { readonly sheet: string };
  readonly "no-tables": Record<never, never>;
  readonly "unknown-plan": { readonly id: string };
  readonly "nothing-chosen": Record<never, never>;
  readonly "no-budget": Record<never, never>;
  readonly "no-indicators": Record<never, never>;
}

export type RefusalCode = keyof RefusalData;
