import { Button, Link, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import type { Present } from "../../app";
import { useSession } from "../use-session";

const useStyles = makeStyles({
  body: { whiteSpace: "normal" },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

/** What of the chosen tables is there already, and what can be done about it: nothing was made yet. */
export function PresentBar({ present: { present, missing } }: { readonly present: Present }) {
  const styles = useStyles();
  const { session, words } = useSession();
  const { create } = words;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody className={styles.body}>
        {create.present}
        <ul className={styles.list}>
          {present.map(({ kind, sheet }) => (
            <li key={`${kind}${sheet}`}>
              {create.kinds[kind]}:{" "}
              <Link as="button" role="link" inline onClick={() => void session.goTo({ sheet, row: 0, col: 0 })}>
                {sheet}
              </Link>
            </li>
          ))}
        </ul>
        {missing.length > 0 && create.missing(missing.map((kind) => create.kinds[kind]))}
        <div className={styles.buttons}>
          {missing.length > 0 && (
            <Button size="small" appearance="primary" onClick={() => void session.create("skip")}>
              {create.addMissing}
            </Button>
          )}
          <Button size="small" onClick={() => void session.create("again")}>
            {create.again}
          </Button>
          <Button size="small" onClick={session.leave}>
            {create.leave}
          </Button>
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
