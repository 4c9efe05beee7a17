import { Button, Caption1, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, type ReactNode } from "react";
import type { DescribedTotal } from "../../app";
import type { FindingItem } from "../check-view";
import type { Checked, Work } from "../state";
import { useSession } from "../use-session";
import { CorrectTable, HeadAbove } from "./correct-table";
import { FindingList } from "./finding-list";
import { keptName } from "./kept-name";
import { TakeOver } from "./take-over";
import { Working } from "./working";

/** More rules than these are counted, not shown: the description has two lines. */
const MOST_RULES = 6;
/** More parts of a total are not listed. */
const MOST_PARTS = 50;

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: "anywhere",
  },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  note: { color: tokens.colorNeutralForeground3 },
  parts: { margin: 0, padding: 0, listStyle: "none", maxHeight: "240px", overflowY: "auto" },
  part: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  value: { flexShrink: 0, fontVariantNumeric: "tabular-nums" },
  button: { alignSelf: "flex-start" },
});

/** The button that reads the table of the selected cell, and what was understood of it; `beside` stands beside the button. */
export function ThisTable({ questions, beside }: { readonly questions: readonly FindingItem[]; readonly beside: ReactNode }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { work, checked } = state;
  return (
    <>
      <div className={styles.row}>
        <Button size="small" disabledFocusable={state.running !== null} onClick={() => void session.describe()}>
          {words.table.title}
        </Button>
        {beside}
      </div>
      {state.running?.task === "describe" && (
        <Working label={words.table.working} share={state.running.share} cancel={{ label: words.check.cancel, onClick: session.cancel }} />
      )}
      {work && checked && state.described && <Described work={work} checked={checked} questions={questions} />}
    </>
  );
}

interface DescribedProps {
  readonly work: Work;
  readonly checked: Checked;
  readonly questions: readonly FindingItem[];
}

function Described({ work, checked, questions }: DescribedProps) {
  const styles = useStyles();
  const { state, words } = useSession();
  const { described } = state;
  const found = useMemo(() => described && work.describeTableAt(checked.result, described), [work, checked.result, described]);
  if (!found) {
    return (
      <>
        <Caption1 role="status" className={styles.note}>{words.table.none}</Caption1>
        <HeadAbove work={work} checked={checked} />
      </>
    );
  }
  const rules = found.rules.slice(0, MOST_RULES).map((rule) => words.table.rule(rule));
  const rest = found.rules.length - rules.length;
  const doubts = questions.filter(({ id }) => found.questions.includes(id));
  return (
    <section aria-label={words.table.title} className={styles.box}>
      <div>{words.table.understood(found)}.</div>
      <div>{rules.length === 0 ? words.table.noRules : sentence([...rules, ...(rest > 0 ? [words.table.more(rest)] : [])])}</div>
      {found.totals.map((total) => (
        <Total key={`${total.axis} ${total.op} ${total.parts.length}`} work={work} total={total} isOther={found.table.kind === "other"} />
      ))}
      {found.totals.length === 0 && found.rules.length > 0 && <Caption1 className={styles.note}>{words.table.hint}</Caption1>}
      <CorrectTable work={work} found={found} />
      {found.table.kind === "other" && <TakeOver work={work} checked={checked} table={found.table} />}
      {doubts.length > 0 && (
        <>
          <div>{words.table.doubts(doubts.length)}</div>
          <FindingList items={doubts} label={words.table.doubts(doubts.length)} />
        </>
      )}
    </section>
  );
}

function sentence(pieces: readonly string[]): string {
  const text = pieces.join("; ");
  return `${text.charAt(0).toLocaleUpperCase("vi")}${text.slice(1)}.`;
}

/** A total and its parts, each a way to its cell. */
function Total({ work, total, isOther }: { readonly work: Work; readonly total: DescribedTotal; readonly isOther: boolean }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { stated, computed, holds, axis, parts } = total;
  const write = (value: number): string => work.writeNumber(value, state.notation ?? state.lang);
  const cell = work.toA1(stated.at);
  return (
    <>
      <div>{words.table.total(cell, write(stated.value), write(computed), holds)}</div>
      <ul role="list" className={styles.parts} aria-label={words.table.partsOf(cell)}>
        {parts.slice(0, MOST_PARTS).map((part) => (
          <li key={work.toA1(part.at)} className={styles.part}>
            <span>
              <Link as="button" role="link" inline onClick={() => void session.goTo(part.at)}>
                {work.toA1(part.at)}
              </Link>{" "}
              {part.label}
            </span>
            <span className={styles.value}>{write(part.value)}</span>
          </li>
        ))}
        {parts.length > MOST_PARTS && <li>{words.table.more(parts.length - MOST_PARTS)}</li>}
      </ul>
      {isOther && (
        <Button
          className={styles.button}
          size="small"
          disabledFocusable={state.running !== null}
          onClick={() => void session.say({ kind: "no-total", axis, at: stated.at }, keptName())}
        >
          {words.table.noTotal(axis)}
        </Button>
      )}
    </>
  );
}
