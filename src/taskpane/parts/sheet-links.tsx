import { Link, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useSession } from "../use-session";

const useStyles = makeStyles({
  body: { whiteSpace: "normal" },
  list: { margin: 0, padding: 0, listStyle: "none", display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalL },
});

/** What was made: each sheet opens on a click. */
export function SheetLinks({ label, sheets }: { readonly label: string; readonly sheets: readonly string[] }) {
  const styles = useStyles();
  const { session } = useSession();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody className={styles.body}>
        {label}
        <ul className={styles.list}>
          {sheets.map((sheet) => (
            <li key={sheet}>
              <Link as="button" role="link" onClick={() => void session.goTo({ sheet, row: 0, col: 0 })}>
                {sheet}
              </Link>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
