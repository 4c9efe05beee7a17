import { MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useSession } from "../use-session";

const useStyles = makeStyles({
  slot: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`, ":empty": { display: "none" } },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
});

/** What could not be done of the last work, which is done all the same. */
export function NoticeBar() {
  const styles = useStyles();
  const { state, words } = useSession();
  return (
    <div role="status" className={styles.slot}>
      {state.notices.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            {state.notices.map((notice) => (
              <div key={`${notice.kind} ${notice.sheet}`}>{words.notices[notice.kind](notice)}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
