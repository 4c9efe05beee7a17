import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from "@fluentui/react-components";
import type { CheckView } from "../check-view";
import { useSession } from "../use-session";
import { FaultDetails } from "./fault-details";

const useStyles = makeStyles({ body: { whiteSpace: "normal", overflowWrap: "anywhere" } });

/** Rules of ours that broke: our fault, said as such; what the other rules found stands below. */
export function RuleFailures({ failures }: { readonly failures: CheckView["failures"] }) {
  const styles = useStyles();
  const { words } = useSession();
  if (failures.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{words.problems.other}</MessageBarTitle>
        {failures.map(({ sentence }) => (
          <div key={sentence}>{sentence}</div>
        ))}
        <FaultDetails error={failures.map(({ detail }) => detail).join("\n")} words={words} />
      </MessageBarBody>
    </MessageBar>
  );
}
