import { Caption1, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { Lang } from "../../quantity";
import { useSession } from "../use-session";

const useStyles = makeStyles({
  row: {
    display: "flex",
    justifyContent: "flex-end",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
});

/** Each language under its own name; the one that is spoken is said, not offered. */
export function LanguageSwitch() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  return (
    <div className={styles.row} role="group" aria-label={words.language}>
      {(Object.entries(words.languages) as [Lang, string][]).map(([lang, name]) =>
        lang === state.lang ? (
          <Caption1 key={lang} lang={lang} aria-current="true">
            {name}
          </Caption1>
        ) : (
          <Link key={lang} as="button" lang={lang} onClick={() => session.speak(lang)}>
            <Caption1>{name}</Caption1>
          </Link>
        ),
      )}
    </div>
  );
}
