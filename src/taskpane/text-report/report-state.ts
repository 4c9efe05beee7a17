import type { TextCheck } from "../../app";
import type { DocumentText } from "../../documents";
import type { TextSource } from "../draft/draft-state";

/** What came of holding a text against the tables; `name` is that of its file, null for what was pasted. */
export type Told =
  | { readonly kind: "unread"; readonly name: string | null; readonly error: unknown }
  | {
      readonly kind: "checked";
      readonly name: string | null;
      readonly check: TextCheck;
      readonly notices: DocumentText["notices"];
      readonly at: Date;
    };

export interface ReportState {
  /** Whether the form is unfolded. */
  readonly shown: boolean;
  readonly source: TextSource;
  readonly told: Told | null;
  /** The sheet on which what was found is written. */
  readonly written: string | null;
}

export const FIRST_REPORT: ReportState = { shown: false, source: { pasted: "", file: null }, told: null, written: null };
