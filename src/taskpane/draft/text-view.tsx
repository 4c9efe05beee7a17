import { makeStyles, tokens } from "@fluentui/react-components";
import { memo, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from "react";
import type { Draft } from "../../app";
import type { PaneDraftWords } from "../../i18n/pane-draft";
import type { Selection } from "./bench-state";
import { spanOfSelection } from "./selected-text";
import { Block, LINE, markedIn } from "./text-block";
import { blocksOf, type TextBlock } from "./text-blocks";
import { useNearBlocks } from "./use-near-blocks";

/** For so many frames a mark is held in the middle: what comes into sight around it gets its true height meanwhile. */
const SETTLING = 8;

const useStyles = makeStyles({
  scroller: {
    boxSizing: "border-box",
    height: "100%",
    overflowY: "auto",
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase300,
    lineHeight: `${LINE.height}px`,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

interface TextViewProps {
  readonly text: string;
  readonly draft: Draft;
  readonly selection: Selection | null;
  readonly words: PaneDraftWords["bench"];
  /** Neither of them changes from one drawing to the next. */
  readonly pick: (id: string) => void;
  readonly markOut: (span: readonly [number, number] | null) => void;
}

/** The whole text in a box that scrolls, each fact's piece marked; what is far out of sight is not drawn. */
export const TextView = memo(function TextView({ text, draft, selection, words, pick, markOut }: TextViewProps) {
  const styles = useStyles();
  const hint = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const marked = useMemo(() => markedIn(draft), [draft]);
  const blocks = useMemo(() => blocksOf(text, marked), [text, marked]);
  const byId = useMemo(() => new Map(marked.map((fact) => [fact.id, fact])), [marked]);
  const heightOf = useNearBlocks(scroller, blocks);
  const chosen = selection?.id ?? null;
  /** Where the keys have gone to since a fact was chosen. */
  const [walked, setWalked] = useState<{ readonly id: string; readonly since: Selection | null } | null>(null);
  const stop = (walked?.since === selection ? walked.id : chosen) ?? marked[0]?.id ?? null;

  useEffect(() => {
    if (selection !== null && selection.by !== "text") goTo(scroller.current, selection.id, selection.by === "way");
  }, [selection]);
  useEffect(() => {
    if (walked !== null) goTo(scroller.current, walked.id, true);
  }, [walked]);

  const choose = (mark: HTMLElement): void => {
    const ids = (mark.dataset["ids"] ?? "").split(" ");
    // where several facts rest on a piece, each click shows the next of them
    const next = ids[(ids.indexOf(chosen ?? "") + 1) % ids.length];
    if (next !== undefined) pick(next);
  };
  const click = (event: MouseEvent): void => {
    const mark = (event.target as Element).closest<HTMLElement>("mark");
    if (mark && window.getSelection()?.isCollapsed !== false) choose(mark);
  };
  const press = (event: KeyboardEvent): void => {
    const mark = (event.target as Element).closest<HTMLElement>("mark");
    if (!mark) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return choose(mark);
    }
    const here = marked.findIndex(({ id }) => id === stop);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: marked.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : marked[to];
    if (!next) return;
    event.preventDefault();
    setWalked({ id: next.id, since: selection });
  };
  const isOn = (block: TextBlock, id: string | null): boolean => id !== null && block.pieces.some(({ ids }) => ids.includes(id));
  return (
    <>
      <p id={hint} hidden>{words.textHint}</p>
      {/* a box that scrolls takes the focus, so that it can be scrolled by keys */}
      <div
        ref={scroller}
        className={styles.scroller}
        role="region"
        aria-label={words.textLabel}
        aria-describedby={hint}
        tabIndex={0}
        lang="vi"
        onClick={click}
        onKeyDown={press}
        onMouseUp={() => markOut(spanOfSelection(scroller.current))}
        onKeyUp={() => markOut(spanOfSelection(scroller.current))}
      >
        {blocks.map((block, index) => {
          const [hasChosen, hasStop] = [isOn(block, chosen), isOn(block, stop)];
          return (
            <Block
              key={block.from}
              index={index}
              block={block}
              text={text}
              byId={byId}
              chosen={hasChosen ? chosen : null}
              stop={hasStop ? stop : null}
              height={hasChosen || hasStop ? null : heightOf(index)}
            />
          );
        })}
      </div>
    </>
  );
});

/** Brings a fact's mark to the middle of the box, and of nothing around it. */
function goTo(scroller: HTMLElement | null, id: string, takesFocus: boolean): void {
  const mark = scroller?.querySelector<HTMLElement>(`mark[data-ids~="${CSS.escape(id)}"]`);
  if (!scroller || !mark) return;
  let frames = SETTLING;
  const centre = (): void => {
    const [box, place] = [scroller.getBoundingClientRect(), mark.getBoundingClientRect()];
    scroller.scrollTop += place.top - box.top - Math.max(0, (box.height - place.height) / 2);
    frames -= 1;
    if (frames > 0 && mark.isConnected) requestAnimationFrame(centre);
  };
  centre();
  if (takesFocus) mark.focus({ preventScroll: true });
}
