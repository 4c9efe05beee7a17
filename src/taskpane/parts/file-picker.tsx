import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState, type ChangeEvent } from "react";
import { TABLE_ENDINGS } from "../../app/table-files";
import { picksFolders } from "../page-facts";
import { withPicked } from "../roll-up-form";
import { useSession } from "../use-session";

const useStyles = makeStyles({ row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS } });

/** Picks workbooks, or a folder of them; what is picked is added to what was picked before. */
export function FilePicker() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [none, setNone] = useState(false);
  const { rollUp } = words;
  const form = state.rollUp;
  const folders = picksFolders();

  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const picked = [...(event.currentTarget.files ?? [])];
    // the same choice made again is a change only if the browser has forgotten it
    event.currentTarget.value = "";
    const next = withPicked(form, picked);
    setNone(picked.length > 0 && next.files.length === 0);
    session.fillRollUp(next);
  };

  return (
    <>
      <div className={styles.row}>
        <Button onClick={() => files.current?.click()}>{rollUp.pickFiles}</Button>
        {folders && <Button onClick={() => folder.current?.click()}>{rollUp.pickFolder}</Button>}
      </div>
      <input ref={files} type="file" hidden multiple accept={TABLE_ENDINGS} onChange={take} />
      {folders && (
        <input
          ref={(input) => {
            folder.current = input;
            if (input) input.webkitdirectory = true;
          }}
          type="file"
          hidden
          onChange={take}
        />
      )}
      {!folders && <Caption1>{rollUp.noFolder}</Caption1>}
      <div role="status">{none && <Caption1>{rollUp.noFiles}</Caption1>}</div>
    </>
  );
}
