import {
  Button, Caption1, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, mergeClasses, tokens,
} from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons";
import { useCallback, useEffect, useId, useMemo, useState, type KeyboardEvent } from "react";
import type { Draft } from "../../app";
import { benchActs } from "./bench-acts";
import type { Selection } from "./bench-state";
import type { ReadText } from "./draft-state";
import { FactList } from "./fact-list";
import { GapList } from "./gap-list";
import { HeadPart } from "./head-part";
import { SaveButton } from "./save-button";
import { useDraftStyles } from "./styles";
import { TablesPart } from "./tables-part";
import { TextView } from "./text-view";
import { useDraft } from "./use-draft";
import { useFileDrop } from "./use-file-drop";

const KINDS = ["indicators", "budget", "tasks"] as const;
/** From so wide a pane on text and draft stand side by side. */
const WIDE = "@media (min-width: 440px)";

const useStyles = makeStyles({
  panes: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    [WIDE]: { flexDirection: "row", alignItems: "flex-start", gap: tokens.spacingHorizontalM },
  },
  text: {
    position: "sticky",
    // over the padding of the place, where the list would show above it
    top: `calc(-1 * ${tokens.spacingHorizontalM})`,
    zIndex: 1,
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingHorizontalM,
    height: "36vh",
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
    [WIDE]: { flex: "1 1 0", height: "calc(100vh - 190px)", minHeight: "200px" },
  },
  scroll: { flexGrow: 1, minHeight: 0 },
  list: { minWidth: 0, [WIDE]: { flex: "1 1 0", paddingTop: tokens.spacingHorizontalM } },
});

/** A text and its draft, each beside the other. */
export function Bench({ read }: { readonly read: ReadText }) {
  const shared = useDraftStyles();
  const styles = useStyles();
  const { session, state, words, notation } = useDraft();
  const list = useId();
  const [selection, setSelection] = useState<Selection | null>(null);
  const [span, setSpan] = useState<readonly [number, number] | null>(null);
  const acts = useMemo(
    () =>
      benchActs({
        session,
        list: () => document.getElementById(list),
        select: setSelection,
        notation: () => session.state().notation ?? session.state().lang,
      }),
    [session, list],
  );
  const markOut = useCallback(
    (next: readonly [number, number] | null) => setSpan((before) => (before?.join() === next?.join() ? before : next)),
    [setSpan],
  );
  useEffect(() => {
    // what is no longer marked out is not added any more
    const letGo = (): void => {
      if (document.getSelection()?.isCollapsed !== false) markOut(null);
    };
    document.addEventListener("selectionchange", letGo);
    return () => document.removeEventListener("selectionchange", letGo);
  }, [markOut]);
  const { isOver, box } = useFileDrop((file) => {
    if (session.state().running !== null) return;
    session.fillDraft({ choosing: true, unread: null, nothing: false });
    void session.readText({ pasted: "", file });
  });
  const { text, now: { draft } } = read;
  const { work, draft: { left } } = state;
  const chosen = selection?.id ?? null;
  const canPart = useMemo(
    () => work !== null && chosen !== null && countOf(work.partFact(draft, chosen, text)) > countOf(draft),
    [work, draft, chosen, text],
  );
  const undoByKey = (event: KeyboardEvent): void => {
    // what is typed has an undo of its own
    const isTyped = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isTyped || event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    acts.undo();
  };
  return (
    <div {...box} className={mergeClasses(shared.box, isOver && shared.over)} onKeyDown={undoByKey}>
      {isOver && <Caption1>{words.text.drop}</Caption1>}
      <div className={shared.box}>
        <Caption1 role="status" className={shared.note}>
          {words.text.source(read.name)}: {words.bench.counts(draft.indicators.length, draft.budget.length, draft.tasks.length)}
        </Caption1>
        <div className={shared.row}>
          <Button size="small" onClick={() => session.fillDraft({ choosing: true })}>
            {words.text.other}
          </Button>
          <Button
            size="small"
            icon={<ArrowUndoRegular />}
            aria-keyshortcuts="Control+Z"
            disabledFocusable={read.earlier.length === 0}
            onClick={acts.undo}
          >
            {words.bench.undo}
          </Button>
          <SaveButton />
        </div>
      </div>
      {read.notices.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={shared.body}>
            {read.notices.map((notice) => (
              <div key={notice}>{notice}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      <HeadPart read={read} />
      <TablesPart facts={KINDS.filter((kind) => draft[kind].length > 0)} />
      {left.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={shared.body}>
            <MessageBarTitle>{words.bench.left}</MessageBarTitle>
            {left.map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {draft.unread.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={shared.body}>
            {words.bench.unread(draft.unread.map(({ span: [from, to] }) => firstLine(text.slice(from, to))))}
          </MessageBarBody>
        </MessageBar>
      )}
      <GapList draft={draft} words={words.gaps} notation={notation} acts={acts} />
      <div className={styles.panes} role="group" aria-label={words.bench.label}>
        <div className={styles.text}>
          <div className={styles.scroll}>
            <TextView
              text={text}
              draft={draft}
              selection={selection}
              words={words.bench}
              pick={acts.pick}
              markOut={markOut}
            />
          </div>
          {span && (
            <div role="group" aria-label={words.bench.add} className={shared.row}>
              {KINDS.map((kind) => (
                <Button
                  key={kind}
                  size="small"
                  // the piece stays marked out while the button is pressed
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => acts.add(kind, span)}
                >
                  {words.bench.addAs[kind]}
                </Button>
              ))}
            </div>
          )}
        </div>
        <div id={list} className={styles.list} role="region" aria-label={words.bench.listLabel}>
          <FactList
            now={read.now}
            chosen={chosen}
            canPart={canPart}
            editing={read.editing}
            words={words}
            notation={notation}
            acts={acts}
          />
          <Caption1 className={shared.note}>{words.bench.addHint}</Caption1>
        </div>
      </div>
    </div>
  );
}

function countOf({ indicators, budget, tasks }: Draft): number {
  return indicators.length + budget.length + tasks.length;
}

/** The head of a table, as a text shows it in a line. */
function firstLine(table: string): string {
  return (table.split("\n")[0] ?? "").replace(/[\s|]+/gu, " ").trim();
}
