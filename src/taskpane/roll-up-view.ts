import { formNoteWords, formsAmiss, isNothing, mismatchWords, unforeseen, type RollUpDraft } from "../app";
import type { Words } from "../i18n";
import type { PaneWords } from "../i18n/pane";
import type { CheckView } from "./check-view";

/** One thing that has to be looked at before the units are added, and of which of them. */
export interface RollUpLine {
  readonly what: string;
  readonly whose: string;
}

/** What came of reading many units, as the pane shows it. */
export interface RollUpView {
  readonly counts: string;
  readonly lines: readonly RollUpLine[];
  /** How many lines there are beside those. */
  readonly more: number;
  readonly failures: CheckView["failures"];
  /** Whether there is anything to be added. */
  readonly empty: boolean;
}

/** The rest stands on the sheets. */
const MOST_LINES = 8;
const MOST_NAMES = 3;

export function rollUpView(draft: RollUpDraft, words: Words, pane: PaneWords["rollUp"]): RollUpView {
  const { result, forms, units, passed, failures } = draft;
  const of = (state: (typeof units)[number]["state"]) => units.filter((one) => one.state === state);
  const [broken, noTables, missing, wrong] = [of("broken"), of("no-tables"), of("missing"), units.filter(({ errors }) => errors > 0)];
  const named = (names: readonly string[], count = names.length): string =>
    words.rollUp.few(names.slice(0, MOST_NAMES), count - Math.min(MOST_NAMES, names.length));
  const files = new Map(units.map(({ unit, file }) => [unit, file]));
  const withFile = (unit: string): string => {
    const file = files.get(unit) ?? "";
    return file === "" || file.replace(/\.[^./]+$/, "").endsWith(unit) ? unit : `${unit} (${file})`;
  };
  const states = words.rollUp.states;
  const lines: RollUpLine[] = [
    ...broken.map(({ file, reason }) => ({ what: `${states.broken}: ${file}`, whose: reason ?? "" })),
    ...(noTables.length > 0 ? [{ what: states["no-tables"], whose: named(noTables.map(({ unit }) => withFile(unit))) }] : []),
    ...(missing.length > 0 ? [{ what: states.missing, whose: named(missing.map(({ unit }) => unit)) }] : []),
    ...(wrong.length > 0 ? [{ what: pane.wrong(wrong.length), whose: named(wrong.map(({ unit }) => withFile(unit))) }] : []),
    ...(forms?.unknown ?? []).map((line) => ({ what: words.rollUp.forms.cli.noLine(line), whose: "" })),
    ...(forms ? formsAmiss(forms) : []).map((one) => ({
      what: formNoteWords(one, words), whose: named(one.units.first.map(withFile), one.units.count),
    })),
    ...unforeseen(result).map((one) => ({ what: mismatchWords(one, words), whose: named(one.units.first.map(withFile), one.units.count) })),
  ];
  return {
    counts: [
      pane.counts({
        units: units.length,
        read: of("read").length,
        broken: broken.length,
        noTables: noTables.length,
        missing: missing.length,
      }),
      ...(passed.length > 0 ? [words.rollUp.passed(passed)] : []),
    ].join(" "),
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES),
    failures: failures.map((failure) => ({ sentence: words.brokenRule(failure), detail: `${failure.rule}: ${failure.error}` })),
    empty: isNothing(draft),
  };
}
