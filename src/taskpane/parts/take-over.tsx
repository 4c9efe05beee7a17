import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { OtherTable } from "../../app";
import type { Checked, Work } from "../state";
import { useSession } from "../use-session";
import { SheetLinks } from "./sheet-links";
import { Working } from "./working";

const useStyles = makeStyles({
  button: { alignSelf: "flex-start" },
  note: { color: tokens.colorNeutralForeground3 },
});

interface TakeOverProps {
  readonly work: Work;
  readonly checked: Checked;
  readonly table: OtherTable;
}

/** Makes a table of others one of the workbook; of one that was taken over, where it is said how it is understood, and the way back. */
export function TakeOver({ work, checked: { result }, table }: TakeOverProps) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { running } = state;
  if (running?.task === "take-over")
    return <Working label={words.table.takingOver} share={running.share} cancel={{ label: words.check.cancel, onClick: session.cancel }} />;
  const taken = work.isTaken(result, table);
  const sheet = result.taken.find((one) => work.isTaken({ taken: [one] }, table))?.rules?.sheet;
  return (
    <>
      {sheet !== undefined && <SheetLinks label={words.table.taken} sheets={[sheet]} />}
      <Button
        className={styles.button}
        size="small"
        disabledFocusable={running !== null}
        onClick={() => void (taken ? session.letGo(table) : session.takeOver(table))}
      >
        {taken ? words.table.letGo : words.table.takeOver}
      </Button>
      {!taken && <Caption1 className={styles.note}>{words.table.takeOverHint}</Caption1>}
    </>
  );
}
