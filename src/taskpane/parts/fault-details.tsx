import { makeStyles, tokens } from "@fluentui/react-components";
import type { PaneWords } from "../../i18n/pane";

const useStyles = makeStyles({
  detail: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    maxHeight: "160px",
    overflowY: "auto",
    margin: 0,
  },
  summary: { cursor: "pointer" },
});

/** A fault of ours: what to do, and what a supporter needs to know. */
export function FaultDetails({ error, words }: { readonly error: unknown; readonly words: PaneWords }) {
  const styles = useStyles();
  return (
    <>
      <div>{words.fault.what}</div>
      <details>
        <summary className={styles.summary}>{words.fault.details}</summary>
        <pre className={styles.detail}>{error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)}</pre>
      </details>
    </>
  );
}
