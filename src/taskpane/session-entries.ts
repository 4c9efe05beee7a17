import type { CellRef, CheckResult, Course, Done, Entered, EntryOptions } from "../app";
import type { PaneTask } from "../i18n/pane";
import type { Loaded } from "./checker";
import type { Session } from "./session-acts";
import type { Deed } from "./state";

/** Does an entry into the record of the findings that are shown, as a step that can be undone. */
export type Enter = <T extends Pick<Entered, "created">>(
  task: PaneTask,
  entry: (all: Loaded, result: CheckResult, options: EntryOptions & { readonly course: Course }) => Promise<Done<T>>,
  deed: (entered: T) => Deed,
) => Promise<void>;

/** What a person enters into the record, and says of a table; `placeOf`: where a finding is shown. */
export function entriesIn(
  enter: Enter, placeOf: (id: string) => CellRef | undefined,
): Pick<Session, "record" | "explain" | "answer" | "say" | "sayParts" | "takeOver" | "letGo" | "turnOff" | "apply"> {
  return {
    record: () =>
      enter(
        "record",
        ({ work, workbook }, result, options) => work.writeRecord(workbook, result, options),
        (entered) => ({ kind: "recorded", ...entered }),
      ),
    explain: (id, reason) => {
      const at = placeOf(id);
      return enter(
        "explain",
        ({ work, workbook }, result, options) => work.explainFinding(workbook, result, id, reason, options),
        (entered) => ({ kind: "explained", at: at ?? { sheet: entered.sheet, row: 0, col: 0 }, ...entered }),
      );
    },
    answer: (id, so, who) => {
      const at = placeOf(id);
      return enter(
        "answer",
        ({ work, workbook }, result, options) => work.answerQuestion(workbook, result, id, { so, who }, options),
        (entered) => ({ kind: "answered", at: at ?? { sheet: entered.sheet, row: 0, col: 0 }, ...entered }),
      );
    },
    say: (saying, who) =>
      enter(
        "answer",
        ({ work, workbook }, result, options) => work.correctTable(workbook, result, saying, who, options),
        (entered) => ({ kind: "answered", at: saying.at, ...entered }),
      ),
    sayParts: (at, axis, who) =>
      enter(
        "answer",
        async ({ work, workbook }, result, options) => {
          const cells = await workbook.selection();
          return work.correctTable(workbook, result, { kind: "parts", at, axis, cells }, who, options);
        },
        (entered) => ({ kind: "answered", at, ...entered }),
      ),
    takeOver: (table) =>
      enter(
        "take-over",
        ({ work, workbook }, result, { words, course }) => work.takeOver(workbook, result, table, words, course),
        (taken) => ({ kind: "taken", ...taken }),
      ),
    letGo: (table) =>
      enter(
        "take-over",
        ({ work, workbook }, result, { words }) => work.letGo(workbook, result, table, words),
        (taken) => ({ kind: "let-go", ...taken }),
      ),
    turnOff: (rule, reason) =>
      enter(
        "rule",
        ({ work, workbook }, result, options) => work.turnOffRule(workbook, result, rule, reason, options),
        (entered) => ({ kind: "rule-off", rule, ...entered }),
      ),
    apply: (rule) =>
      enter(
        "rule",
        ({ work, workbook }, result, options) => work.applyRule(workbook, result, rule, options),
        (entered) => ({ kind: "rule-on", rule, ...entered }),
      ),
  };
}
