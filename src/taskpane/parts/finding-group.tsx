import { Button, Link, Subtitle2, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Severity } from "../../app";
import type { FindingItem, Fix } from "../check-view";
import { useSession } from "../use-session";

/** So many at a time: a list of thousands would hold the pane up. */
const PAGE = 100;

const useStyles = makeStyles({
  title: { margin: 0 },
  list: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyle: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  item: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "4px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  error: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  warning: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  info: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  go: {
    display: "block",
    width: "100%",
    border: "none",
    background: "none",
    cursor: "pointer",
    textAlign: "start",
    font: "inherit",
    color: "inherit",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  place: { display: "block", fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForegroundLink },
  fixes: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`, cursor: "default" },
  summary: { cursor: "pointer", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});

/** The findings of one severity; information stays folded until somebody asks for it. */
export function FindingGroup({ severity, items }: { readonly severity: Severity; readonly items: readonly FindingItem[] }) {
  const styles = useStyles();
  const { words } = useSession();
  const title = words.check.group(words.check.groups[severity], items.length);
  if (severity !== "info") {
    return (
      <section>
        <Subtitle2 as="h2" block className={styles.title}>
          {title}
        </Subtitle2>
        <FindingList severity={severity} items={items} label={title} />
      </section>
    );
  }
  return (
    <details>
      <summary className={styles.summary}>
        <Subtitle2 as="h2" className={styles.title}>{title}</Subtitle2>
      </summary>
      <FindingList severity={severity} items={items} label={title} />
    </details>
  );
}

function FindingList({ severity, items, label }: { readonly severity: Severity; readonly items: readonly FindingItem[]; readonly label: string }) {
  const styles = useStyles();
  const { session, words } = useSession();
  const [shown, setShown] = useState(PAGE);
  const rest = Math.min(PAGE, items.length - shown);
  return (
    <>
      {/* Safari forgets that a list without bullets is one, unless the role says so. */}
      <ul role="list" className={styles.list} aria-label={label}>
        {items.slice(0, shown).map((item) => (
          <li key={item.id} className={mergeClasses(styles.item, styles[severity])} onClick={() => void session.goTo(item.at)}>
            <button type="button" role="link" className={styles.go}>
              <span className={styles.place}>{item.place}</span>
              {item.sentence}
            </button>
            <Fixes fixes={item.fixes} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + PAGE)}>
          {words.check.more(rest)}
        </Link>
      )}
    </>
  );
}

function Fixes({ fixes }: { readonly fixes: readonly Fix[] }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  if (fixes.length === 0) return null;
  return (
    <div className={styles.fixes} onClick={(event) => event.stopPropagation()}>
      {fixes.map(({ value, cell, correction }) => (
        <Button
          key={`${cell ?? ""} ${value}`}
          size="small"
          appearance={fixes.length === 1 ? "primary" : "secondary"}
          disabledFocusable={state.running !== null}
          onClick={() => void session.correct(correction)}
        >
          {cell === null ? words.check.fix(value) : words.check.fixAt(cell, value)}
        </Button>
      ))}
    </div>
  );
}
