import { Body1, Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef } from "react";
import { paneTextWordsOf } from "../../i18n/pane-text";
import { timeOf } from "../dates";
import { Refused, SourceForm } from "../draft/source-form";
import { RuleFailures } from "../parts/rule-failures";
import { SECTION_BOX } from "../parts/shapes";
import { SheetLinks } from "../parts/sheet-links";
import { Working } from "../parts/working";
import { wordsIn } from "../text-words";
import { useSession } from "../use-session";
import { ReportGroups, ReportOutcome } from "./report-groups";
import type { Told } from "./report-state";

const ENDINGS = ".docx,.pdf,.txt";

const useStyles = makeStyles({
  box: SECTION_BOX,
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  note: { color: tokens.colorNeutralForeground3 },
  write: { alignSelf: "flex-start" },
});

/** Kiểm tra › Văn bản báo cáo: the figures of a text held against the tables of the open workbook. */
export default function ReportSection() {
  const styles = useStyles();
  const { session, state, words: paneWords } = useSession();
  const words = paneTextWordsOf(state.lang);
  const { work, report, running } = state;
  const { source, told, written } = report;
  const outcome = useRef<HTMLDivElement>(null);
  // newer browsers answer a scroll with a promise, which an effect must not return
  useEffect(() => void (told && outcome.current?.scrollIntoView({ block: "start" })), [told]);
  const unread = told?.kind === "unread" && work ? work.failureSentence(told.error, wordsIn(work, state)).sentence : null;
  return (
    <section aria-label={paneWords.textReport} className={styles.box}>
      <Body1>{words.hint}</Body1>
      <Caption1 className={styles.note}>{words.here}</Caption1>
      <SourceForm
        source={source}
        endings={ENDINGS}
        words={words}
        task="check-text"
        fill={(next) => session.fillReport({ source: next, told: null, written: null })}
        read={(next) => void session.checkReport(next)}
        outcome={unread !== null && <Refused title={words.unread(told?.name ?? null)} sentence={unread} />}
      />
      <div ref={outcome} role="status" className={styles.lines}>
        {told?.kind === "checked" && <Outcome told={told} />}
      </div>
      {told?.kind === "checked" && told.check.claims.length > 0 && told.check.tables > 0 && (
        <>
          <Button className={styles.write} size="small" disabledFocusable={running !== null} onClick={() => void session.writeReport()}>
            {paneWords.compare.write}
          </Button>
          {running?.task === "write-comparison" && (
            <Working
              label={running.stopping ? paneWords.compare.stopping : paneWords.compare.writing}
              share={running.share}
              cancel={{ label: paneWords.compare.cancel, onClick: session.cancel }}
            />
          )}
          <div role="status">{written !== null && <SheetLinks label={paneWords.compare.made} sheets={[written]} />}</div>
          <Groups told={told} />
        </>
      )}
    </section>
  );
}

type Checked = Extract<Told, { readonly kind: "checked" }>;

function useView({ check }: Checked) {
  const { work, lang, notation } = useSession().state;
  return useMemo(() => work && work.reportView(check, wordsIn(work, { lang, notation })), [work, check, lang, notation]);
}

function Outcome({ told }: { readonly told: Checked }) {
  const styles = useStyles();
  const { state } = useSession();
  const view = useView(told);
  const { work } = state;
  if (!view || !work) return null;
  const texts = wordsIn(work, state);
  return (
    <>
      <RuleFailures
        failures={told.check.failures.map((failure) => ({
          sentence: texts.brokenRule(failure), detail: `${failure.rule}: ${failure.error}`,
        }))}
      />
      <ReportOutcome view={view} />
      {told.notices.map((notice) => (
        <Caption1 key={notice.kind}>{work.documentNotice(notice, texts)}</Caption1>
      ))}
      <Caption1 className={styles.note}>{paneTextWordsOf(state.lang).at(timeOf(told.at), told.name)}</Caption1>
    </>
  );
}

function Groups({ told }: { readonly told: Checked }) {
  const view = useView(told);
  return view && <ReportGroups groups={view.groups} />;
}
