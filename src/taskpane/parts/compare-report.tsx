import {
  Body1Strong, Button, Caption1, MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import type { Compared } from "../compare-form";
import { namesOf } from "../compare";
import type { CompareItem, CompareView } from "../compare-view";
import { timeOf } from "../dates";
import { wordsIn } from "../text-words";
import { useSession } from "../use-session";
import { RuleFailures } from "./rule-failures";
import { BARE_BUTTON, LINED_ITEM, LINED_LIST } from "./shapes";
import { SheetLinks } from "./sheet-links";
import { Working } from "./working";

const useStyles = makeStyles({
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, overflowWrap: "anywhere" },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
  title: { margin: 0 },
  note: { color: tokens.colorNeutralForeground3 },
  write: { alignSelf: "flex-start" },
  list: LINED_LIST,
  item: LINED_ITEM,
  go: { ...BARE_BUTTON, ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover } },
  place: { fontWeight: tokens.fontWeightSemibold },
  link: { color: tokens.colorBrandForegroundLink },
  block: { display: "block" },
});

/** What came of comparing as the pane shows it; null where nothing was compared. */
export function useCompareView(compared: Compared | null): CompareView | null {
  const { state, words } = useSession();
  const { work, lang, notation } = state;
  return useMemo(
    () =>
      work && compared?.kind === "read"
        ? work.compareView(compared, namesOf(compared, lang), wordsIn(work, { lang, notation }), words.compare)
        : null,
    [work, compared, lang, notation, words],
  );
}

interface ReportProps {
  readonly compared: Compared;
  readonly view: CompareView | null;
}

/** How much changed, that nothing did, or why nothing could be compared. */
export function CompareOutcome({ compared, view }: ReportProps) {
  const styles = useStyles();
  const { state, words } = useSession();
  const { compare: own } = words;
  switch (compared.kind) {
    case "read": {
      const names = namesOf(compared, state.lang);
      return (
        view && (
          <div className={styles.lines}>
            <MessageBar intent={view.lack === null && view.isSame ? "success" : "info"} layout="multiline">
              <MessageBarBody className={styles.body}>{view.lack ?? view.counts}</MessageBarBody>
            </MessageBar>
            <Caption1 className={styles.note}>{own.at(timeOf(compared.at), names.old, names.now)}</Caption1>
          </div>
        )
      );
    }
    case "one-sheet":
      return (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={styles.body}>{own.oneSheet(compared.sheet)}</MessageBarBody>
        </MessageBar>
      );
    case "unread":
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody className={styles.body}>
            {own.unread(compared.file)} {state.work?.failureSentence(compared.error, wordsIn(state.work, state)).sentence}
          </MessageBarBody>
        </MessageBar>
      );
  }
}

/** What changed, by table, and the way to a sheet of it. */
export function Changes({ view }: { readonly view: CompareView }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { compare: own } = words;
  const { running, compare } = state;
  return (
    <div className={styles.lines}>
      <RuleFailures failures={view.failures} />
      {view.lack === null && (
        <>
          <Button className={styles.write} size="small" disabledFocusable={running !== null} onClick={() => void session.writeCompared()}>
            {own.write}
          </Button>
          <Button className={styles.write} size="small" disabledFocusable={running !== null} onClick={() => void session.writeAdjustment()}>
            {own.adjust}
          </Button>
        </>
      )}
      {running?.task === "write-comparison" && (
        <Working
          label={running.stopping ? own.stopping : own.writing}
          share={running.share}
          cancel={{ label: own.cancel, onClick: session.cancel }}
        />
      )}
      <div role="status">{compare.written !== null && <SheetLinks label={own.made} sheets={[compare.written]} />}</div>
      {view.sections.map(({ title, remarks, items }, index) => (
        <section key={index} aria-label={title} className={styles.lines}>
          <Body1Strong as="h2" block className={styles.title}>
            {title}
          </Body1Strong>
          {remarks.map((remark) => (
            <Caption1 key={remark}>{remark}</Caption1>
          ))}
          {items.length > 0 && (
            <ul role="list" className={styles.list} aria-label={title}>
              {items.map((item, at) => (
                <li key={at}>
                  <Item item={item} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {view.more > 0 && <Caption1>{own.more(view.more)}</Caption1>}
      {view.unchanged !== "" && <Caption1 className={styles.note}>{view.unchanged}</Caption1>}
    </div>
  );
}

/** A change; where its cell stands in the open workbook, a way to it. */
function Item({ item: { place, title, change, what, at } }: { readonly item: CompareItem }) {
  const styles = useStyles();
  const { session } = useSession();
  const said = (
    <>
      <span className={mergeClasses(styles.place, at ? styles.link : undefined)}>{place}</span> {title}
      {change !== "" && <span className={styles.block}>{change}</span>}
      {what !== "" && <Caption1 className={mergeClasses(styles.block, styles.note)}>{what}</Caption1>}
    </>
  );
  if (!at) return <div className={styles.item}>{said}</div>;
  return (
    <button type="button" role="link" className={mergeClasses(styles.item, styles.go)} onClick={() => void session.goTo(at)}>
      {said}
    </button>
  );
}
