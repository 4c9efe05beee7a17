import { toA1, type CellRef, type CheckResult, type Correction, type Finding, type Severity } from "../app";
import { findingSentence, place, type Words } from "../i18n";
import { writeNumber } from "../quantity";

/** A number to put in place of what a cell holds; `cell` names the cell where it is not the finding's own. */
export interface Fix {
  readonly value: string;
  readonly cell: string | null;
  readonly correction: Correction;
}

export interface FindingItem {
  readonly id: string;
  readonly at: CellRef;
  /** 'Biểu kinh phí'!C11 */
  readonly place: string;
  readonly sentence: string;
  /** One: the likeliest; several: any one of them. */
  readonly fixes: readonly Fix[];
}

/** A check as the pane shows it. */
export interface CheckView {
  readonly groups: readonly { readonly severity: Severity; readonly items: readonly FindingItem[] }[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly agreements: readonly string[];
  /** Nothing is wrong and nothing is to be looked at. */
  readonly clean: boolean;
}

/** As many ties as a sentence names: a longer list of guesses helps nobody. */
const MOST_FIXES = 5;

export function checkView({ findings, agreements }: Pick<CheckResult, "findings" | "agreements">, words: Words): CheckView {
  const item = (finding: Finding): FindingItem => ({
    id: finding.id,
    at: finding.at,
    place: place(finding.at),
    sentence: findingSentence(finding, words),
    fixes: corrections(finding)
      .slice(0, MOST_FIXES)
      .map((correction) => ({ value: writeNumber(correction.to, words.lang), cell: place(correction.at) === place(finding.at) ? null : toA1(correction.at), correction })),
  });
  const groups = (["error", "warning", "info"] as const).map((severity) => ({ severity, items: findings.filter((finding) => finding.severity === severity).map(item) }));
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, items } of groups) counts[severity] = items.length;
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    counts,
    agreements: agreements.map((agreement) => words.agreement(agreement)),
    clean: counts.error === 0 && counts.warning === 0,
  };
}

function corrections(finding: Finding): readonly Correction[] {
  if (finding.code === "sum-mismatch") return finding.data.correction ? [finding.data.correction] : finding.data.candidates;
  if (finding.code !== "text-for-number" || finding.data.reading === null) return [];
  const { reading, others, text } = finding.data;
  return [reading, ...others].map((to) => ({ at: finding.at, from: text, to }));
}
