import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular, DismissRegular } from "@fluentui/react-icons";
import { useId } from "react";
import type { PaneWords } from "../../i18n/pane";
import type { Deed, State } from "../state";
import { useSession } from "../use-session";
import { Working } from "./working";

const useStyles = makeStyles({
  bar: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
  button: { flexShrink: 0 },
});

/** The last action of ours and the way back, in the same place whatever is shown above. */
export function UndoBar() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const label = useId();
  const step = state.steps.at(-1);
  if (!step) return null;
  const earlier = state.steps.length - 1;
  return (
    <section className={styles.bar} aria-label={words.undo.label}>
      <div className={styles.row}>
        <Caption1 id={label} className={styles.text}>
          {deedWords(step.deed, state, words)}
          {earlier > 0 && ` ${words.undo.earlier(earlier)}`}
        </Caption1>
        <Button
          className={styles.button}
          size="small"
          icon={<ArrowUndoRegular />}
          aria-describedby={label}
          disabledFocusable={state.running !== null}
          onClick={() => void session.undo()}
        >
          {words.undo.button}
        </Button>
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.undo.forget}
          title={words.undo.forget}
          disabledFocusable={state.running !== null}
          onClick={() => session.forget(step.id)}
        />
      </div>
      {state.running?.task === "undo" && <Working label={words.undo.working} />}
    </section>
  );
}

function deedWords(deed: Deed, { work, lang, notation }: State, words: PaneWords): string {
  switch (deed.kind) {
    case "created":
      return words.undo.created(deed.sheets);
    case "summarized":
      return words.undo.summarized(deed.sheet);
    case "rolled-up":
      return words.undo.rolledUp(deed.sheets);
    case "corrected":
      return work
        ? words.undo.corrected(deed.cells.map((at) => work.toA1(at)), deed.to === null ? null : work.writeNumber(deed.to, notation ?? lang))
        : "";
    case "compared":
    case "recorded":
      return words.undo.recorded(deed.sheet);
    case "explained":
      return work ? words.undo.explained(work.toA1(deed.at)) : "";
    case "taken":
      return words.undo.taken(deed.table);
    case "let-go":
      return words.undo.letGo(deed.table);
    case "answered":
      return work ? words.undo.answered(work.toA1(deed.at)) : "";
    case "rule-off":
    case "rule-on": {
      const name = work?.wordsOf(lang).rules[deed.rule] ?? deed.rule;
      return deed.kind === "rule-off" ? words.undo.ruleOff(name) : words.undo.ruleOn(name);
    }
  }
}
