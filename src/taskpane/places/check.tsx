import { Body1, Caption1, Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { timeOf } from "../dates";
import { CheckBar } from "../parts/check-bar";
import { CompareButton, ComparePart } from "../parts/compare-part";
import { CheckTools } from "../parts/check-tools";
import { ExplainedGroup, FindingGroup, QuestionGroup } from "../parts/finding-group";
import { OffRules } from "../parts/off-rules";
import { ThisTable } from "../parts/this-table";
import { RuleFailures } from "../parts/rule-failures";
import { Working } from "../parts/working";
import { ReportButton, ReportPart } from "../text-report/report-part";
import type { Checked, Work } from "../state";
import { wordsIn } from "../text-words";
import { useSession } from "../use-session";

const useStyles = makeStyles({
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  note: { color: tokens.colorNeutralForeground3 },
});

/** Kiểm tra: what is wrong in the tables, where, and what would settle it. */
export function CheckPlace() {
  const { session, state, words } = useSession();
  return (
    <>
      <CheckBar />
      {state.running?.task === "check" && (
        <Working label={words.check.working} share={state.running.share} cancel={{ label: words.check.cancel, onClick: session.cancel }} />
      )}
      <Note />
      {state.work && state.checked ? (
        <Result work={state.work} checked={state.checked} />
      ) : (
        <>
          <Body1>{words.check.hint}</Body1>
          <ThisTable questions={[]} beside={<Beside />} />
          <Unfolded />
        </>
      )}
    </>
  );
}

/** What else the tables are held against: another version, a text. */
function Beside() {
  return (
    <>
      <CompareButton />
      <ReportButton />
    </>
  );
}

function Unfolded() {
  return (
    <>
      <ComparePart />
      <ReportPart />
    </>
  );
}

/** When it was checked and how it came out: said aloud, without moving anything. */
function Note() {
  const styles = useStyles();
  const { state, words } = useSession();
  const { checked, waiting } = state;
  return (
    <div role="status" className={styles.lines}>
      {checked && (
        <Caption1 className={styles.note}>
          {checked.self ? words.check.selfCheckedAt(timeOf(checked.at)) : words.check.checkedAt(timeOf(checked.at))}
          {checked.result.scope.kind !== "all" && `, ${words.check.only(checked.result.scope.kind, checked.result.scope.at.sheet)}`}
          {isAnyTable(checked) && ` (${words.check.counts(countsOf(checked))})`}
        </Caption1>
      )}
      {waiting && <Caption1 className={styles.note}>{words.check.waiting}</Caption1>}
    </div>
  );
}

/** Whether there is a table, of ours or of anybody's. */
function isAnyTable({ result }: Checked): boolean {
  return result.tables.length + result.others.length > 0;
}

function countsOf({ result }: Checked) {
  const counts = { error: 0, warning: 0, document: 0, info: 0 };
  for (const { id, severity, byDocument } of result.findings)
    if (result.statuses.get(id) !== "explained") counts[byDocument ? "document" : severity] += 1;
  return counts;
}

function Result({ work, checked }: { readonly work: Work; readonly checked: Checked }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { lang, notation } = state;
  const view = useMemo(() => work.checkView(checked.result, wordsIn(work, { lang, notation })), [work, checked.result, lang, notation]);
  if (!isAnyTable(checked)) {
    return (
      <>
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody className={styles.body}>
            {checked.result.scope.kind === "all" ? words.check.noTables : words.check.noTablesHere}{" "}
            <Link as="button" role="link" inline onClick={() => session.visit("create")}>
              {words.places.create}
            </Link>
          </MessageBarBody>
        </MessageBar>
        <Beside />
        <Unfolded />
      </>
    );
  }
  return (
    <>
      <RuleFailures failures={view.failures} />
      {view.clean && (
        <MessageBar intent={view.blank ? "info" : "success"} layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>
              {view.blank ? words.check.blank : view.explained.length > 0 ? words.check.explainedOnly : words.check.clean}
            </MessageBarTitle>
            {view.agreements.map((agreement) => (
              <div key={agreement}>{agreement}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      <CheckTools work={work} checked={checked} />
      <ThisTable questions={view.questions} beside={<Beside />} />
      <Unfolded />
      {view.groups.map(({ weight, items }) => weight !== "info" && <FindingGroup key={weight} weight={weight} items={items} />)}
      {view.questions.length > 0 && <QuestionGroup items={view.questions} />}
      {view.groups.map(({ weight, items }) => weight === "info" && <FindingGroup key={weight} weight={weight} items={items} />)}
      {view.explained.length > 0 && <ExplainedGroup items={view.explained} />}
      {view.off.length > 0 && <OffRules rules={view.off} />}
    </>
  );
}
