import { Button, makeStyles } from "@fluentui/react-components";
import { useSession } from "../use-session";

const useStyles = makeStyles({ wide: { width: "100%" } });

/** The one thing that a place is for; it keeps the focus while something is under way. */
export function MainButton({ label, ready = true, onClick }: {
  readonly label: string;
  readonly ready?: boolean;
  readonly onClick: () => void;
}) {
  const styles = useStyles();
  const { state } = useSession();
  return (
    <Button className={styles.wide} appearance="primary" disabledFocusable={state.running !== null || !ready} onClick={onClick}>
      {label}
    </Button>
  );
}
