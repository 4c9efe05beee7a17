import { Button, makeStyles } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { Working } from "../parts/working";
import { useSession } from "../use-session";

const useStyles = makeStyles({ button: { alignSelf: "flex-start" } });

/** Few open it: it comes when it is asked for. */
const ReportSection = lazy(() => import("./report-section"));

/** Folds out what holds a text against the tables. */
export function ReportButton() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { shown } = state.report;
  return (
    <Button className={styles.button} size="small" aria-expanded={shown} onClick={() => session.fillReport({ shown: !shown })}>
      {words.textReport}
    </Button>
  );
}

/** What the button folds out. */
export function ReportPart() {
  const { state, words } = useSession();
  if (!state.report.shown) return null;
  return (
    <Suspense fallback={<Working label={words.create.loading} />}>
      <ReportSection />
    </Suspense>
  );
}
