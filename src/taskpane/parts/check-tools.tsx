import { Button, Caption1, Link, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import type { PaneTask } from "../../i18n/pane";
import type { Checked, Work } from "../state";
import { wordsIn } from "../text-words";
import { useSession } from "../use-session";
import { FaultDetails } from "./fault-details";
import { Working } from "./working";

const useStyles = makeStyles({
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  note: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
});

const WRITING: readonly PaneTask[] = ["record", "explain", "answer", "rule", "mark"];

/** What can be done with a result as a whole: keep it in a sheet, show it on the cells. */
export function CheckTools({ work, checked }: { readonly work: Work; readonly checked: Checked }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { running, marks, unmarked } = state;
  const busy = running !== null;
  const { record } = checked.result;
  return (
    <div className={styles.lines}>
      <div className={styles.row}>
        {!record && (
          <Button size="small" disabledFocusable={busy} onClick={() => void session.record()}>
            {words.check.record}
          </Button>
        )}
        {!marks && (
          <Button size="small" disabledFocusable={busy} onClick={() => void session.mark()}>
            {words.check.mark}
          </Button>
        )}
        <Button size="small" appearance={marks ? "secondary" : "subtle"} disabledFocusable={busy} onClick={() => void session.unmark()}>
          {words.check.unmark}
        </Button>
      </div>
      {record && (
        <Caption1 className={styles.note}>
          {words.check.recorded}{" "}
          <Link
            as="button"
            role="link"
            inline
            onClick={() => void session.goTo({ sheet: record.sheet, row: record.head, col: Math.min(...record.columns.values()) })}
          >
            {record.sheet}
          </Link>
          . {words.check.recordHint}
        </Caption1>
      )}
      {running && WRITING.includes(running.task) && <Working label={words.check.writing} />}
      <div role="status">
        {marks && marks.refused.length > 0 && <Caption1 className={styles.note}>{words.check.refused(marks.refused)}</Caption1>}
        {unmarked.length > 0 && <Caption1 className={styles.note}>{words.check.stillMarked(unmarked)}</Caption1>}
        {checked.unrecorded !== null && <Unrecorded work={work} error={checked.unrecorded} />}
      </div>
    </div>
  );
}

function Unrecorded({ work, error }: { readonly work: Work; readonly error: unknown }) {
  const styles = useStyles();
  const { state, words } = useSession();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        {words.check.unrecorded}{" "}
        {error instanceof work.WorkbookFailure ? (
          work.failureSentence(error, wordsIn(work, state)).sentence
        ) : (
          <FaultDetails error={error} words={words} />
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
