import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FindingItem } from "../check-view";
import { useSession } from "../use-session";
import { ReasonForm } from "./reason-form";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    cursor: "default",
  },
});

/** What can be done with a finding that is no mistake: explain it, or leave its rule out. */
export function FindingActions({ item, close }: { readonly item: FindingItem; readonly close: () => void }) {
  const styles = useStyles();
  const { session, words } = useSession();
  const [form, setForm] = useState<"explain" | "rule" | null>(null);
  const { rule } = item;
  return (
    <div className={styles.box} onClick={(event) => event.stopPropagation()}>
      {form === null && (
        <>
          <Button size="small" onClick={() => setForm("explain")}>
            {words.check.explain}
          </Button>
          {rule && (
            <Button size="small" onClick={() => setForm("rule")}>
              {words.check.turnOff}
            </Button>
          )}
        </>
      )}
      {form === "explain" && (
        <ReasonForm
          label={words.check.explanation}
          hint={words.check.explainHint}
          first={item.explained?.text ?? ""}
          save={(reason) => session.explain(item.id, reason)}
          close={close}
        />
      )}
      {form === "rule" && rule && (
        <ReasonForm label={words.check.reason(rule.shown)} save={(reason) => session.turnOff(rule.name, reason)} close={close} />
      )}
    </div>
  );
}
