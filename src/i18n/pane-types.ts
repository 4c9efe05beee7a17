import type { Lang, MoneyUnit } from "../quantity";
import type { Severity } from "../findings";
import type { TableKind } from "../templates";

/** What a problem happened during. */
export type PaneTask = "load" | "watch" | "create" | "check" | "self-check" | "correct" | "summarize" | "undo" | "go" | "other";

/** Every word of the pane itself, in one language; sentences about tables, findings and failures are in `Words`. */
export interface PaneWords {
  readonly lang: Lang;
  readonly product: string;
  /** The tabs, and the main button of each. */
  readonly places: { readonly create: string; readonly check: string; readonly summary: string };
  readonly placesLabel: string;
  readonly create: {
    readonly hint: string;
    readonly loading: string;
    readonly plan: string;
    readonly period: (from: number, to: number) => string;
    readonly tables: string;
    readonly kinds: Readonly<Record<TableKind, string>>;
    readonly unit: string;
    readonly units: Readonly<Record<MoneyUnit, string>>;
    readonly working: string;
    readonly made: string;
  };
  readonly check: {
    readonly hint: string;
    readonly working: string;
    readonly cancel: string;
    readonly noTables: string;
    readonly clean: string;
    /** Times as "14:05". */
    readonly checkedAt: (time: string) => string;
    readonly selfCheckedAt: (time: string) => string;
    readonly waiting: string;
    readonly counts: (counts: Readonly<Record<Severity, number>>) => string;
    readonly groups: Readonly<Record<Severity, string>>;
    readonly group: (name: string, count: number) => string;
    readonly fix: (value: string) => string;
    readonly fixAt: (cell: string, value: string) => string;
    readonly more: (count: number) => string;
  };
  readonly summary: {
    readonly hint: string;
    readonly working: string;
    readonly created: string;
    readonly updated: string;
  };
  readonly undo: {
    readonly label: string;
    readonly button: string;
    readonly working: string;
    readonly forget: string;
    readonly created: (sheets: readonly string[]) => string;
    readonly corrected: (place: string, value: string) => string;
    readonly summarized: (sheet: string) => string;
    readonly earlier: (count: number) => string;
  };
  readonly problems: Readonly<Record<PaneTask, string>>;
  readonly dismiss: string;
  readonly fault: { readonly title: string; readonly what: string; readonly details: string; readonly reload: string };
  readonly loadFailed: string;
  readonly outside: { readonly noOffice: string; readonly noExcel: string };
  readonly language: string;
  /** Each language in its own words: the same in every language. */
  readonly languages: Readonly<Record<Lang, string>>;
}
