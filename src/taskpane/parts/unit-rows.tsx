import { Button, Caption1, Checkbox, Input, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { changed, rowsOf } from "../roll-up-form";
import { useSession } from "../use-session";

/** So many at a time: thousands of boxes would hold the pane up. */
const PAGE = 20;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalSNudge },
  row: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", alignItems: "center" },
  name: { gridColumnStart: 2, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  head: { display: "flex", justifyContent: "space-between", alignItems: "center" },
  note: { display: "block", color: tokens.colorNeutralForeground3, marginBottom: tokens.spacingVerticalSNudge },
});

/** The sheets or files that have tables: which are added, and whose they are. */
export function UnitRows() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const [shown, setShown] = useState(PAGE);
  const { rollUp } = words;
  const form = state.rollUp;
  const rows = rowsOf(form);
  const chosen = rows.filter((row) => row.chosen).length;
  const rest = Math.min(PAGE, rows.length - shown);
  if (rows.length === 0) return null;
  return (
    <div role="group" aria-label={rollUp.rows}>
      <div className={styles.head}>
        <Checkbox
          label={rollUp.chosen(chosen, rows.length)}
          checked={chosen === rows.length ? true : chosen === 0 ? false : "mixed"}
          onChange={() => session.fillRollUp(changed(form, () => ({ chosen: chosen < rows.length })))}
        />
        {form.from === "files" && (
          <Button appearance="subtle" onClick={() => session.fillRollUp({ ...form, files: [] })}>
            {rollUp.clear}
          </Button>
        )}
      </div>
      <Caption1 className={styles.note}>{rollUp.unitHint}</Caption1>
      <ul role="list" className={styles.list}>
        {rows.slice(0, shown).map(({ name, unit, chosen: own }, at) => (
          <li key={at} className={styles.row}>
            <Checkbox
              aria-label={rollUp.choose(name)}
              checked={own}
              onChange={(_, { checked }) =>
                session.fillRollUp(changed(form, (_row, index) => (index === at ? { chosen: checked === true } : {})))
              }
            />
            <Input
              aria-label={rollUp.unit(name)}
              value={unit}
              disabled={!own}
              onChange={(_, { value }) => session.fillRollUp(changed(form, (_row, index) => (index === at ? { unit: value } : {})))}
            />
            <Caption1 className={styles.name}>{name}</Caption1>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + PAGE)}>
          {words.check.more(rest)}
        </Link>
      )}
    </div>
  );
}
