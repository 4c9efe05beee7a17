import { Button, Caption1, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { RollUpView } from "../roll-up-view";
import type { RolledUp, Work } from "../state";
import { wordsIn } from "../text-words";
import { useSession } from "../use-session";
import { RuleFailures } from "./rule-failures";
import { SheetLinks } from "./sheet-links";

const useStyles = makeStyles({
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingInlineStart: tokens.spacingHorizontalL },
  whose: { display: "block", color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  note: { display: "block", marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground3 },
});

/** What came of reading the units: what has to be looked at before they are added, or the sheets in which they are. */
export function RollUpReport({ work, rolledUp: { draft, sheets } }: { readonly work: Work; readonly rolledUp: RolledUp }) {
  const styles = useStyles();
  const { state, words } = useSession();
  const { lang, notation } = state;
  const view = useMemo(() => work.rollUpView(draft, wordsIn(work, { lang, notation }), words.rollUp), [work, draft, lang, notation, words]);
  return (
    <>
      <RuleFailures failures={view.failures} />
      {sheets ? (
        <>
          <SheetLinks label={words.rollUp.made} sheets={sheets} />
          <Caption1 className={styles.note}>{view.counts}</Caption1>
        </>
      ) : (
        <Question view={view} />
      )}
    </>
  );
}

function Question({ view: { counts, lines, more, empty } }: { readonly view: RollUpView }) {
  const styles = useStyles();
  const { session, words } = useSession();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{empty ? words.rollUp.nothing : words.rollUp.look}</MessageBarTitle>
        <div>{counts}</div>
        <ul className={styles.list}>
          {lines.map(({ what, whose }, index) => (
            <li key={index}>
              {what}
              {whose !== "" && <Caption1 className={styles.whose}>{whose}</Caption1>}
            </li>
          ))}
        </ul>
        {more > 0 && <div>{words.rollUp.more(more)}</div>}
        <div className={styles.buttons}>
          {!empty && (
            <Button size="small" onClick={() => void session.rollUp(true)}>
              {words.rollUp.anyway}
            </Button>
          )}
          <Button size="small" onClick={session.leaveRollUp}>
            {words.rollUp.leave}
          </Button>
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
