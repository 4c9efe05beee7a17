/** The words of the pane for forms as templates; what changes on the way is in `FormWords`. */
export interface PaneFormWords {
  readonly title: string;
  readonly hint: string;
  readonly source: string;
  /** The form of the sheet in front, and a template that was copied before. */
  readonly sources: { readonly front: string; readonly pasted: string };
  readonly shipped: string;
  readonly paste: string;
  readonly year: string;
  readonly unit: string;
  readonly sameUnit: string;
  readonly look: string;
  readonly looking: string;
  readonly cancel: string;
  /** Over what changes, before anything is written. */
  readonly changes: (sheet: string) => string;
  readonly make: string;
  readonly making: string;
  readonly stopping: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly badYear: string;
  /** The name of the field that holds a template that could not be copied. */
  readonly text: string;
}
