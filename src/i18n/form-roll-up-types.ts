import type { SaidUnit } from "../forms";
import type { MoneyUnit } from "../quantity";

type Texts = (texts: readonly string[]) => string;
type Cells = (count: number, cells: readonly string[]) => string;
type Wordings = (text: string, wanted: string) => string;

/** The words of the roll-up of tables of anybody's. */
export interface FormRollUpWords {
  readonly sheets: { readonly byUnit: string; readonly extra: string; readonly words: string };
  readonly titles: { readonly byUnit: (line: string) => string; readonly extra: string; readonly words: string };
  readonly columns: { readonly parent: string; readonly line: string; readonly column: string; readonly text: string };
  /** The row under all units. */
  readonly all: string;
  readonly unit: (unit: MoneyUnit) => string;
  readonly extraNote: string;
  /** Why nothing of a unit was added, though it has sent tables. */
  readonly notAdded: string;
  /** Why nothing was written: no two units have sent copies of one form. */
  readonly nothing: string;
  /** So many more notes stand on the sheet. */
  readonly more: (count: number) => string;
  readonly notes: {
    readonly "other-year": (years: readonly number[], wanted: readonly number[]) => string;
    readonly "other-form": (table: string) => string;
    readonly "near-line": Wordings;
    readonly "near-column": Wordings;
    readonly "missing-lines": Texts;
    readonly "extra-lines": Texts;
    readonly "missing-columns": Texts;
    readonly "extra-columns": Texts;
    readonly converted: (columns: readonly string[], from: SaidUnit, to: SaidUnit) => string;
    readonly "other-unit": (columns: readonly string[], from: SaidUnit, to: SaidUnit) => string;
    readonly "unit-unsaid": (columns: readonly string[], to: SaidUnit) => string;
    readonly scale: (column: string, tens: number) => string;
    readonly "half-filled": (filled: number, usual: number) => string;
    readonly "same-figures": string;
    readonly unread: (text: string, label: string, column: string) => string;
    readonly "not-added": Texts;
    readonly gap: (data: { readonly label: string; readonly column: string; readonly stated: number; readonly computed: number; readonly others: number }) => string;
  };
  readonly remarks: {
    readonly base: (file: string) => string;
    readonly left: (kinds: readonly string[]) => string;
    readonly outside: Cells;
    readonly foreign: Cells;
    readonly replaced: Cells;
    readonly "other-sum": Cells;
    readonly unchecked: Cells;
  };
  readonly cli: { readonly line: string; readonly form: string; readonly noLine: (text: string) => string; readonly lineForForms: string };
}
