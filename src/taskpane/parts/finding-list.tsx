import { Button, Caption1, Caption1Strong, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { FindingItem, Fix } from "../check-view";
import { useSession } from "../use-session";
import { FindingActions } from "./finding-actions";
import { keptName } from "./kept-name";
import { CARD_BUTTON } from "./shapes";

/** So many at a time: a list of thousands would hold the pane up. */
const PAGE = 100;

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyle: "none",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  section: { margin: `${tokens.spacingVerticalS} 0 0`, overflowWrap: "anywhere" },
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
  document: { borderLeftColor: tokens.colorBrandStroke1 },
  info: { borderLeftColor: tokens.colorNeutralStrokeAccessible },
  row: { display: "flex", alignItems: "flex-start" },
  go: {
    flexGrow: 1,
    minWidth: 0,
    ...CARD_BUTTON,
  },
  place: { display: "block", fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForegroundLink },
  said: { display: "block", color: tokens.colorNeutralForeground3 },
  fixes: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    cursor: "default",
  },
});

/** Findings, each a way to its cell; those of several sheets stand apart, by sheet and table. */
export function FindingList({ items, label }: { readonly items: readonly FindingItem[]; readonly label: string }) {
  const styles = useStyles();
  const { words } = useSession();
  const [shown, setShown] = useState(PAGE);
  const rest = Math.min(PAGE, items.length - shown);
  const isApart = items.some(({ at }) => at.sheet !== items[0]?.at.sheet);
  const sections = new Map<string, FindingItem[]>();
  for (const item of items.slice(0, shown)) {
    const title = isApart ? item.section : "";
    sections.set(title, [...(sections.get(title) ?? []), item]);
  }
  return (
    <>
      {[...sections].map(([title, own]) => (
        <div key={title}>
          {title !== "" && <Caption1Strong as="h3" block className={styles.section}>{title}</Caption1Strong>}
          {/* Safari forgets that a list without bullets is one, unless the role says so. */}
          <ul role="list" className={styles.list} aria-label={title === "" ? label : `${label}: ${title}`}>
            {own.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
        </div>
      ))}
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + PAGE)}>
          {words.check.more(rest)}
        </Link>
      )}
    </>
  );
}

function Item({ item }: { readonly item: FindingItem }) {
  const styles = useStyles();
  const { session, words } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <li className={mergeClasses(styles.item, styles[item.weight])} onClick={() => void session.goTo(item.at)}>
      <div className={styles.row}>
        <button type="button" role="link" className={styles.go}>
          <span className={styles.place}>{item.place}</span>
          {item.sentence}
          {item.explained && <Caption1 className={styles.said}>{words.check.said(item.explained.text, item.explained.who)}</Caption1>}
        </button>
        <Button
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-expanded={open}
          aria-label={words.check.actions(item.place)}
          onClick={(event) => {
            event.stopPropagation();
            setOpen(!open);
          }}
        />
      </div>
      {!item.explained && <Fixes fixes={item.fixes} />}
      {item.asks && !item.explained && <Answers item={item} />}
      {open && <FindingActions item={item} close={() => setOpen(false)} />}
    </li>
  );
}

/** Whether what is asked is so. */
function Answers({ item: { id, place } }: { readonly item: FindingItem }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  return (
    <div role="group" aria-label={words.check.answers(place)} className={styles.fixes} onClick={(event) => event.stopPropagation()}>
      {[true, false].map((so) => (
        <Button
          key={String(so)}
          size="small"
          disabledFocusable={state.running !== null}
          onClick={() => void session.answer(id, so, keptName())}
        >
          {so ? words.check.yes : words.check.no}
        </Button>
      ))}
    </div>
  );
}

function Fixes({ fixes }: { readonly fixes: readonly Fix[] }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  if (fixes.length === 0) return null;
  return (
    <div className={styles.fixes} onClick={(event) => event.stopPropagation()}>
      {fixes.map(({ kind, value, cell, corrections }) => (
        <Button
          key={`${kind} ${cell ?? ""} ${value}`}
          size="small"
          appearance={fixes.length === 1 ? "primary" : "secondary"}
          disabledFocusable={state.running !== null}
          onClick={() => void session.correct(corrections)}
        >
          {kind === "formula"
            ? words.check.restore(corrections.length)
            : kind === "together"
              ? words.check.fixTogether(corrections.length)
              : cell === null
                ? words.check.fix(value)
                : words.check.fixAt(cell, value)}
        </Button>
      ))}
    </div>
  );
}
