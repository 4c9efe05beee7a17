import { Button, ProgressBar, Spinner, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";

/** What is over sooner needs no sign. */
const DELAY_MS = 400;

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalM, minHeight: "32px" },
});

/** Says that something is under way, once it takes longer than a moment; `share` how far it is, from 0 to 1, where that is known. */
export function Working({ label, share = null, cancel }: {
  readonly label: string;
  readonly share?: number | null;
  readonly cancel?: { readonly label: string; readonly onClick: () => void };
}) {
  const styles = useStyles();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), DELAY_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div role="status">
      {late && (
        <>
          <div className={styles.row}>
            <Spinner size="tiny" label={label} />
            {cancel && (
              <Button size="small" onClick={cancel.onClick}>
                {cancel.label}
              </Button>
            )}
          </div>
          {share !== null && <ProgressBar value={share} aria-label={label} />}
        </>
      )}
    </div>
  );
}
