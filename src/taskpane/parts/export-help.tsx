import { Body1, Body1Strong, makeStyles, tokens } from "@fluentui/react-components";
import { useSession } from "../use-session";
import { Folded } from "./folded";

const useStyles = makeStyles({
  text: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
    overflowWrap: "anywhere",
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** How Excel makes a PDF or a file: an add-in cannot. */
export function ExportHelp() {
  const styles = useStyles();
  const { words } = useSession();
  const { title, hint, ways } = words.exporting;
  return (
    <Folded title={title}>
      <div className={styles.text}>
        <Body1>{hint}</Body1>
        {ways.map(({ where, steps }) => (
          <div key={where}>
            <Body1Strong as="h3" block style={{ margin: 0 }}>
              {where}
            </Body1Strong>
            <ul role="list" className={styles.list}>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Folded>
  );
}
