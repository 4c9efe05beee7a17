import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Saying, TableDescription } from "../../app";
import type { Checked, Work } from "../state";
import { useSession } from "../use-session";
import { Folded } from "./folded";
import { keptName } from "./kept-name";

const useStyles = makeStyles({
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalXS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  button: { alignSelf: "flex-start" },
});

/** What a person can put right in how the row and the column of the selected cell were understood, kept for everybody as an answer. */
export function CorrectTable({ work, found }: { readonly work: Work; readonly found: TableDescription }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { at, row, use } = found;
  if (use === null) return null;
  const isBusy = state.running !== null;
  const name = work.toA1(at);
  const [column = ""] = /^[A-Z]+/.exec(name) ?? [];
  return (
    <Folded small title={words.table.correct}>
      <div className={styles.lines}>
        {row && <Say saying={{ kind: "head", so: row === "line", at }} label={words.table.head(at.row + 1, row === "line")} />}
        {row && (
          <div role="group" aria-label={words.table.column(column, use)} className={styles.lines}>
            <span>{words.table.column(column, use)}</span>
            <div className={styles.buttons}>
              {work.COLUMN_USES.filter((one) => one !== use).map((is) => (
                <Say key={is} saying={{ kind: "column", is, at }} label={words.table.uses[is]} />
              ))}
            </div>
          </div>
        )}
        {row === "line" && use !== "words" && (
          <>
            <span>{words.table.partsHint(name)}</span>
            {(["column", "row"] as const).map((axis) => (
              <Button
                key={axis}
                className={styles.button}
                size="small"
                disabledFocusable={isBusy}
                onClick={() => void session.sayParts(at, axis, keptName())}
              >
                {words.table.isTotal(axis, axis === "column" ? `${at.row + 1}` : column)}
              </Button>
            ))}
          </>
        )}
      </div>
    </Folded>
  );
}

/** Where the selected cell is in no table: its row may be a head of the one below. */
export function HeadAbove({ work, checked }: { readonly work: Work; readonly checked: Checked }) {
  const { state, words } = useSession();
  const [first] = state.described ?? [];
  if (!first) return null;
  const at = { sheet: first.sheet, row: first.area.row, col: first.area.col };
  const below = work.tableBelow(checked.result, at);
  if (!below) return null;
  return <Say saying={{ kind: "head", so: true, at }} label={words.table.headOf(at.row + 1, work.areaToA1(below.area))} />;
}

function Say({ saying, label }: { readonly saying: Saying; readonly label: string }) {
  const styles = useStyles();
  const { session, state } = useSession();
  return (
    <Button
      className={styles.button}
      size="small"
      disabledFocusable={state.running !== null}
      onClick={() => void session.say(saying, keptName())}
    >
      {label}
    </Button>
  );
}
