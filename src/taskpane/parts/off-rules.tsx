import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { OffItem } from "../check-view";
import { useSession } from "../use-session";
import { Folded } from "./folded";

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyle: "none",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  item: {
    display: "flex",
    alignItems: "flex-start",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    overflowWrap: "anywhere",
  },
  reason: { display: "block", color: tokens.colorNeutralForeground3 },
  button: { flexShrink: 0 },
  asked: { cursor: "pointer", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});

/** The rules that somebody has turned off, each with the reason and the way back. */
export function OffRules({ rules }: { readonly rules: readonly OffItem[] }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const title = words.check.off(rules.length);
  return (
    <Folded title={title}>
      <ul role="list" className={styles.list} aria-label={title}>
        {rules.map(({ name, shown, reason, who }) => (
          <li key={name} className={styles.item}>
            <div>
              <span id={`off-${name}`}>
                {shown}
                <Caption1 className={styles.reason}>{words.check.said(reason, who)}</Caption1>
              </span>
              <Looks rule={name} />
            </div>
            <Button
              className={styles.button}
              size="small"
              aria-describedby={`off-${name}`}
              disabledFocusable={state.running !== null}
              onClick={() => void session.apply(name)}
            >
              {words.check.apply}
            </Button>
          </li>
        ))}
      </ul>
    </Folded>
  );
}

/** What a rule looks for, for those who ask. */
function Looks({ rule }: { readonly rule: string }) {
  const styles = useStyles();
  const { state, words } = useSession();
  const page = state.work?.rulePage(rule, words.lang);
  return page ? (
    <details>
      <summary className={styles.asked}>
        <Caption1>{words.check.looks}</Caption1>
      </summary>
      <Caption1 className={styles.reason}>{page.looks}</Caption1>
    </details>
  ) : null;
}
