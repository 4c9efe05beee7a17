import { Button, Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from "@fluentui/react-components";
import type { BudgetFact, BudgetGap, Draft } from "../../app";
import type { PaneDraftWords } from "../../i18n/pane-draft";
import { fromDong, readMoneyUnit, type Lang } from "../../quantity";
import type { BenchActs } from "./bench-acts";
import { figure } from "./fact-fields";
import { useDraftStyles } from "./styles";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

interface GapListProps {
  readonly draft: Draft;
  readonly words: PaneDraftWords["gaps"];
  readonly notation: Lang;
  readonly acts: BenchActs;
}

/** Sums of the budget that do not come out, told before a table is made: by how much, and among which figures the wrong one likely is. */
export function GapList({ draft: { budget, gaps }, words, notation, acts }: GapListProps) {
  const shared = useDraftStyles();
  const styles = useStyles();
  if (gaps.length === 0) return null;
  const byId = new Map(budget.map((line) => [line.id, line]));
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={shared.body}>
        <MessageBarTitle>{words.title(gaps.length)}</MessageBarTitle>
        <ul role="list" className={styles.list}>
          {gaps.map((gap) => {
            const total = byId.get(gap.total);
            if (!total) return null;
            const candidates = gap.candidates.flatMap(({ id, value }) => {
              const line = byId.get(id);
              return line ? [{ line, value }] : [];
            });
            return (
              <li key={`${gap.kind} ${gap.total} ${gap.parts.join(" ")}`}>
                <div>{words[gap.kind](inWords(gap, total, notation))}</div>
                {candidates.length > 0 && <div>{words.candidates(candidates.map(({ line }) => line.label))}</div>}
                {candidates.length === 0 && <ShowLine line={total} words={words} acts={acts} />}
                {candidates.map(({ line, value }) => (
                  <div key={`${line.id} ${value}`} className={shared.row}>
                    <ShowLine line={line} words={words} acts={acts} />
                    <Button size="small" onClick={() => acts.correct(line.id, value)}>
                      {words.correct(figure(value, notation))}
                    </Button>
                  </div>
                ))}
              </li>
            );
          })}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

interface ShowLineProps extends Pick<GapListProps, "words" | "acts"> {
  readonly line: BudgetFact;
}

function ShowLine({ line: { id, label }, words, acts }: ShowLineProps) {
  return (
    <Link as="button" inline onClick={() => acts.show(id)}>
      {words.show(label)}
    </Link>
  );
}

/** The amounts of a gap in the unit of its total. */
function inWords({ stated, computed }: BudgetGap, { label, unit }: BudgetFact, notation: Lang) {
  const money = readMoneyUnit(unit);
  const written = (amount: number): string =>
    figure(money !== null && Number.isSafeInteger(amount) ? fromDong(amount, money) : amount, notation);
  return { label, unit, stated: written(stated), computed: written(computed), off: written(Math.abs(stated - computed)) };
}
