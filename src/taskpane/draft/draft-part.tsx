import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { Working } from "../parts/working";
import { useSession } from "../use-session";
import type { DraftState } from "./draft-state";

const useStyles = makeStyles({ row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS } });

/** Few open it: it comes when it is asked for. */
const DraftSection = lazy(() => import("./draft-section"));

/** Folds out what takes the plan from a text or a file in place of the catalogue. */
export function DraftButtons() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { shown } = state.draft;
  return (
    <div className={styles.row}>
      {(["text", "plan"] as const).map((part) => (
        <Button
          key={part}
          size="small"
          aria-expanded={shown === part}
          onClick={() => session.fillDraft({ shown: shown === part ? null : part })}
        >
          {words.draft[part]}
        </Button>
      ))}
    </div>
  );
}

/** What the buttons fold out. */
export function DraftPart() {
  const { words } = useSession();
  return (
    <Suspense fallback={<Working label={words.create.loading} />}>
      <DraftSection />
    </Suspense>
  );
}

/** Whether there is a plan to make tables of. */
export function isDraftReady({ shown, read, choosing, plan }: DraftState): boolean {
  return shown === "plan" ? plan !== null : read !== null && !choosing;
}
