import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useMemo } from "react";
import type { BudgetFact, Doubt } from "../../app";
import type { PaneDraftWords } from "../../i18n/pane-draft";
import type { Lang } from "../../quantity";
import type { BenchActs } from "./bench-acts";
import type { KindedFact } from "./draft-state";
import { FactForm } from "./fact-form";
import type { FieldValues } from "./fact-fields";
import { factView } from "./fact-view";
import { CARD_BUTTON } from "../parts/shapes";

const useStyles = makeStyles({
  item: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "4px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    contentVisibility: "auto",
    containIntrinsicSize: "auto 100px auto 76px",
    // what stands over the list does not cover what is scrolled to
    scrollMarginTop: "40vh",
    scrollMarginBottom: "90px",
    "@media (min-width: 440px)": { scrollMarginTop: "60px" },
  },
  indicators: { borderLeftColor: tokens.colorBrandStroke1 },
  budget: { borderLeftColor: tokens.colorPaletteGreenBorder2 },
  tasks: { borderLeftColor: tokens.colorPaletteBerryBorderActive },
  chosen: { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: "-2px" },
  go: {
    display: "block",
    width: "100%",
    boxSizing: "border-box",
    ...CARD_BUTTON,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  name: { display: "block", fontWeight: tokens.fontWeightSemibold },
  figures: { display: "block", color: tokens.colorNeutralForeground2 },
  question: { display: "block", color: tokens.colorStatusWarningForeground3 },
  buttons: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
});

/** The field in which a doubt is settled, by kind; where none is, the form begins at its first. */
const DOUBTED: Readonly<Record<KindedFact["kind"], Partial<Readonly<Record<Doubt, string>>>>> = {
  indicators: { name: "name", year: "year", value: "value", readings: "value" },
  budget: { name: "label", year: "year", value: "amount", parent: "parent", readings: "amount" },
  tasks: { name: "name", year: "time" },
};

export interface FactItemProps {
  readonly kind: KindedFact["kind"];
  readonly fact: KindedFact["fact"];
  readonly isChosen: boolean;
  /** What is typed into its form; null where it has none. */
  readonly values: FieldValues | null;
  /** Whether one of its kind follows, to be joined with. */
  readonly hasNext: boolean;
  /** Whether its words say two figures. */
  readonly canPart: boolean;
  /** How far it stands in, by what it is part of. */
  readonly depth: number;
  /** The lines that an amount may be part of, while its form is open. */
  readonly lines: readonly BudgetFact[];
  readonly words: PaneDraftWords;
  readonly notation: Lang;
  readonly acts: BenchActs;
}

/** A fact: the way to its piece of the text, what a person is asked, and what can be done with it. */
export const FactItem = memo(function FactItem(props: FactItemProps) {
  const { kind, fact, isChosen, values, hasNext, canPart, depth, lines, words, notation, acts } = props;
  const styles = useStyles();
  const kinded = useMemo(() => ({ kind, fact }) as KindedFact, [kind, fact]);
  const { name, figures, questions } = useMemo(() => factView(kinded, words, notation), [kinded, words, notation]);
  const [doubt] = fact.doubts;
  const doubted = (doubt && DOUBTED[kind][doubt]) ?? null;
  const { facts } = words;
  return (
    <li
      data-fact={fact.id}
      className={mergeClasses(styles.item, styles[kind], isChosen && styles.chosen)}
      style={depth > 0 ? { marginInlineStart: `${Math.min(depth, 4) * 10}px` } : undefined}
    >
      <button
        type="button"
        className={styles.go}
        aria-current={isChosen}
        onClick={() => acts.choose(fact.id)}
        onKeyDown={(event) => acts.walk(event)}
      >
        <span className={styles.name} lang="vi">{name}</span>
        {figures !== "" && <span className={styles.figures}>{figures}</span>}
        {questions.map((question) => (
          <span key={question} className={styles.question}>
            {question}
          </span>
        ))}
      </button>
      {(isChosen || !fact.sure) && values === null && (
        <div role="group" aria-label={facts.actions(name)} className={styles.buttons}>
          {!fact.sure && (
            <Button size="small" onClick={() => acts.right(fact.id)}>
              {facts.right}
            </Button>
          )}
          <Button size="small" onClick={() => acts.edit(kinded, doubted)}>
            {facts.edit}
          </Button>
          <Button size="small" onClick={() => acts.drop(fact.id)}>
            {facts.drop}
          </Button>
          {isChosen && hasNext && (
            <Button size="small" onClick={() => acts.join(fact.id)}>
              {facts.join}
            </Button>
          )}
          {isChosen && canPart && (
            <Button size="small" onClick={() => acts.part(fact.id)}>
              {facts.part}
            </Button>
          )}
          {isChosen && (
            <Button size="small" appearance="subtle" onClick={() => acts.way(fact.id)}>
              {facts.toText}
            </Button>
          )}
        </div>
      )}
      {values !== null && (
        <FactForm
          kind={kind}
          values={values}
          first={doubted}
          lines={lines}
          words={words.fields}
          notation={notation}
          acts={acts}
        />
      )}
    </li>
  );
});
