import { Button, makeStyles } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { useSession } from "../use-session";
import { Working } from "./working";

const useStyles = makeStyles({ button: { alignSelf: "flex-start" } });

/** Few open it: it comes when it is asked for. */
const CompareSection = lazy(() => import("./compare-section"));

/** Folds out what compares with another version. */
export function CompareButton() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { shown } = state.compare;
  return (
    <Button className={styles.button} size="small" aria-expanded={shown} onClick={() => session.showCompare(!shown)}>
      {words.compare.title}
    </Button>
  );
}

/** What the button folds out. */
export function ComparePart() {
  const { state, words } = useSession();
  if (!state.compare.shown) return null;
  return (
    <Suspense fallback={<Working label={words.create.loading} />}>
      <CompareSection />
    </Suspense>
  );
}
