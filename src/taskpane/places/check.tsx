import { Body1, Caption1, Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { FindingGroup } from "../parts/finding-group";
import { MainButton } from "../parts/main-button";
import { Working } from "../parts/working";
import { timeOf } from "../session";
import type { Checked, Work } from "../state";
import { useSession } from "../use-session";

const useStyles = makeStyles({
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  note: { color: tokens.colorNeutralForeground3 },
});

/** Kiểm tra: what is wrong in the tables, where, and what would settle it. */
export function CheckPlace() {
  const { session, state, words } = useSession();
  return (
    <>
      <MainButton label={words.places.check} onClick={() => void session.check()} />
      {state.running?.task === "check" && <Working label={words.check.working} cancel={{ label: words.check.cancel, onClick: session.cancel }} />}
      <Note />
      {state.work && state.checked ? <Result work={state.work} checked={state.checked} /> : <Body1>{words.check.hint}</Body1>}
    </>
  );
}

/** When it was checked and how it came out: said aloud, without moving anything. */
function Note() {
  const styles = useStyles();
  const { state, words } = useSession();
  const { checked, waiting } = state;
  return (
    <div role="status" className={styles.lines}>
      {checked && (
        <Caption1 className={styles.note}>
          {checked.self ? words.check.selfCheckedAt(timeOf(checked.at)) : words.check.checkedAt(timeOf(checked.at))}
          {checked.result.tables.length > 0 && ` (${words.check.counts(countsOf(checked))})`}
        </Caption1>
      )}
      {waiting && <Caption1 className={styles.note}>{words.check.waiting}</Caption1>}
    </div>
  );
}

function countsOf({ result }: Checked) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of result.findings) counts[severity] += 1;
  return counts;
}

function Result({ work, checked }: { readonly work: Work; readonly checked: Checked }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const view = useMemo(() => work.checkView(checked.result, work.wordsOf(state.lang)), [work, checked.result, state.lang]);
  if (checked.result.tables.length === 0) {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody className={styles.body}>
          {words.check.noTables}{" "}
          <Link as="button" role="link" inline onClick={() => session.visit("create")}>
            {words.places.create}
          </Link>
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <>
      {(view.clean || view.agreements.length > 0) && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody className={styles.body}>
            {view.clean && <MessageBarTitle>{words.check.clean}</MessageBarTitle>}
            {view.agreements.map((agreement) => (
              <div key={agreement}>{agreement}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {view.groups.map(({ severity, items }) => (
        <FindingGroup key={severity} severity={severity} items={items} />
      ))}
    </>
  );
}
