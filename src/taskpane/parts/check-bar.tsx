import { Select, makeStyles, tokens } from "@fluentui/react-components";
import type { ScopeKind } from "../../app";
import { useSession } from "../use-session";
import { MainButton } from "./main-button";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  main: { flexGrow: 1, flexBasis: "120px" },
});

/** The main button, and beside it what it looks at. */
export function CheckBar() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  return (
    <div className={styles.row}>
      <div className={styles.main}>
        <MainButton label={words.places.check} onClick={() => void session.check()} />
      </div>
      <Select aria-label={words.check.scope} value={state.scope} onChange={(_, { value }) => session.look(value as ScopeKind)}>
        {Object.entries(words.check.scopes).map(([scope, name]) => (
          <option key={scope} value={scope}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
