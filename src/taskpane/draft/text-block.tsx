import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo } from "react";
import type { Draft, Fact } from "../../app";
import type { FactKind } from "../../i18n/pane-draft";
import { isSameBlock, type TextBlock } from "./text-blocks";

/** How high a line is, and how many letters of a text it has about: for the height of what is not drawn. */
export const LINE = { height: 20, letters: 40 } as const;

const useStyles = makeStyles({
  mark: {
    color: "inherit",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  indicators: { backgroundColor: tokens.colorBrandBackground2 },
  budget: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  tasks: { backgroundColor: tokens.colorPaletteBerryBackground1 },
  unsure: { textDecorationLine: "underline", textDecorationStyle: "dashed", textDecorationColor: tokens.colorStatusWarningForeground1 },
  chosen: { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, fontWeight: tokens.fontWeightSemibold },
});

/** What the text has to know of a fact. */
export interface Marked extends Pick<Fact, "id" | "span" | "sure"> {
  readonly kind: FactKind;
}

/** The facts of a draft in the order of the text. */
export function markedIn({ indicators, budget, tasks }: Draft): readonly Marked[] {
  const of = (kind: FactKind, facts: readonly Fact[]): Marked[] => facts.map(({ id, span, sure }) => ({ id, span, sure, kind }));
  return [...of("indicators", indicators), ...of("budget", budget), ...of("tasks", tasks)].sort((a, b) => a.span[0] - b.span[0]);
}

interface BlockProps {
  readonly index: number;
  readonly block: TextBlock;
  readonly text: string;
  readonly byId: ReadonlyMap<string, Marked>;
  /** The fact that is looked at, and the one that the Tab key goes to, where they rest on this block. */
  readonly chosen: string | null;
  readonly stop: string | null;
  /** Null where it is drawn; otherwise as high as it was, or about as high as it will be, in pixels. */
  readonly height: number | null;
}

/** A run of lines of the text with its marks; what is far out of sight is a gap of its height. */
export const Block = memo(
  function Block({ index, block, text, byId, chosen, stop, height }: BlockProps) {
    const styles = useStyles();
    if (height !== null) return <div data-block={index} style={{ height: `${height}px` }} />;
    return (
      <div data-block={index}>
        {block.pieces.map(({ from, to, ids }) => {
          const facts = ids.flatMap((id) => byId.get(id) ?? []);
          const [first] = facts;
          const shown = shownText(text.slice(from, to));
          if (!first) return <span key={from} data-from={from}>{shown}</span>;
          const isChosen = chosen !== null && ids.includes(chosen);
          return (
            <mark
              key={from}
              role="button"
              tabIndex={facts.some(({ id, span }) => id === stop && from === Math.max(span[0], 0)) ? 0 : -1}
              data-from={from}
              data-ids={ids.join(" ")}
              aria-current={isChosen}
              className={mergeClasses(
                styles.mark,
                styles[first.kind],
                facts.some(({ sure }) => !sure) && styles.unsure,
                isChosen && styles.chosen,
              )}
            >
              {shown}
            </mark>
          );
        })}
      </div>
    );
  },
  (before, now) =>
    before.text === now.text &&
    before.chosen === now.chosen &&
    before.stop === now.stop &&
    before.height === now.height &&
    isSameBlock(before.block, now.block) &&
    now.block.pieces.every(({ ids }) => ids.every((id) => before.byId.get(id)?.sure === now.byId.get(id)?.sure)),
);

/** A line that was broken within a paragraph is one here, too: of the same length. */
function shownText(text: string): string {
  return text.replaceAll("\v", "\n");
}
