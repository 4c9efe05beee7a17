import {
  factName, figureSentence, sentencePieces, textCounts, toPlace, VERDICTS, type CellRef, type CheckedClaim, type TextCheck,
  type TextVerdict,
} from "../../app";
import type { Words } from "../../i18n";

/** A figure of the text as the pane shows it. */
export interface ReportItem {
  readonly id: number;
  /** The figure in its sentence: a long one is cut. */
  readonly quote: { readonly before: string; readonly figure: string; readonly after: string };
  /** The cell that it is, or most likely is, and what that is called; null where there is none. */
  readonly at: CellRef | null;
  readonly place: string;
  readonly name: string;
  /** What the table says instead; "" where it says the same, or nothing. */
  readonly told: string;
}

export interface ReportGroup {
  readonly verdict: TextVerdict;
  readonly title: string;
  readonly count: number;
  /** The first of them. */
  readonly items: readonly ReportItem[];
}

export interface ReportView {
  readonly counts: string;
  /** Nothing differs, and nothing is to be looked at. */
  readonly clean: boolean;
  /** Why nothing was compared; null where something was. */
  readonly lack: string | null;
  /** What differs first. */
  readonly groups: readonly ReportGroup[];
}

/** So many of each kind are shown: the sheet has them all. */
const MOST_ITEMS = 100;

export function reportView(check: TextCheck, words: Words): ReportView {
  const own = words.textCheck;
  const counts = textCounts(check);
  const groups = VERDICTS.map((verdict): ReportGroup => {
    const all = check.claims.flatMap((checked, id) => (checked.verdict === verdict ? [{ checked, id }] : []));
    return {
      verdict, title: own.verdicts[verdict], count: all.length,
      items: all.slice(0, MOST_ITEMS).map(({ checked, id }) => itemOf(check, checked, id, words)),
    };
  });
  return {
    counts: own.counts(counts),
    clean: counts.differs + counts.unsure === 0,
    lack: check.tables === 0 ? own.noTables : check.claims.length === 0 ? own.noFigures : null,
    groups: groups.filter(({ count }) => count > 0),
  };
}

function itemOf(check: TextCheck, checked: CheckedClaim, id: number, words: Words): ReportItem {
  const at = (checked.fact ?? checked.elsewhere)?.at ?? null;
  return {
    id, at,
    quote: sentencePieces(check, checked),
    place: at ? toPlace(at) : "",
    name: checked.fact ? factName(checked.fact) : "",
    told: figureSentence(checked, words),
  };
}
