import {
  Body1, Body1Strong, Button, Caption1, makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens,
} from "@fluentui/react-components";
import { useRef, useState } from "react";
import { selfTestWordsOf, type SelfTestWords } from "../../i18n/self-test";
import type { Result } from "../../self-test";
import { Working } from "../parts/working";
import { useSession } from "../use-session";

const useStyles = makeStyles({
  text: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  row: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalM, padding: `${tokens.spacingVerticalXXS} 0` },
  outcome: { flexShrink: 0 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  whole: { whiteSpace: "normal" },
  report: { resize: "vertical", fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** Tries the Excel that is there, in a workbook that holds nothing, and gives a report to be copied. */
export default function SelfTestPlace() {
  const styles = useStyles();
  const { session, state } = useSession();
  const words = selfTestWordsOf(state.lang);
  const { results, end } = state.selfTest;
  const running = state.running?.task === "self-test" ? state.running : null;
  return (
    <>
      <Body1Strong as="h2" block style={{ margin: 0 }}>
        {words.title}
      </Body1Strong>
      <div className={styles.text}>
        {words.what.map((sentence) => (
          <Body1 key={sentence}>{sentence}</Body1>
        ))}
      </div>
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={state.running !== null} onClick={() => void session.selfTest()}>
          {end ? words.again : words.start}
        </Button>
        <Button onClick={() => session.showSelfTest(false)}>{words.leave}</Button>
      </div>
      {running && (
        <Working
          label={running.stopping ? words.stopping : words.working}
          share={running.share}
          {...(running.stopping ? {} : { cancel: { label: words.stop, onClick: session.cancel } })}
        />
      )}
      <div role="status">{end && <Ending words={words} />}</div>
      <Outcomes words={words} results={results} kind="case" title={words.groups.cases} />
      <Outcomes words={words} results={results} kind="question" title={words.groups.questions} />
      {end && "results" in end && <ReportText key={end.made} words={words} text={JSON.stringify(end, null, 1)} />}
    </>
  );
}

/** How many cases and questions there are is known once all were tried. */
function Ending({ words }: { readonly words: SelfTestWords }) {
  const styles = useStyles();
  const { end } = useSession().state.selfTest;
  if (!end) return null;
  if ("occupied" in end) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.whole}>{words.occupied(end.occupied.sheet)}</MessageBarBody>
      </MessageBar>
    );
  }
  const good = end.results.filter(({ outcome }) => outcome === "good").length;
  const all = Object.keys(words.cases).length + Object.keys(words.questions).length;
  return (
    <MessageBar intent={end.stopped || good < all ? "warning" : "success"} layout="multiline">
      <MessageBarBody className={styles.whole}>
        {end.stopped ? words.stopped(end.results.length, all) : words.done(good, all)}
      </MessageBarBody>
    </MessageBar>
  );
}

function Outcomes({ words, results, kind, title }: {
  readonly words: SelfTestWords;
  readonly results: readonly Result[];
  readonly kind: Result["kind"];
  readonly title: string;
}) {
  const styles = useStyles();
  const own = results.filter((result) => result.kind === kind);
  if (own.length === 0) return null;
  return (
    <section aria-label={title}>
      <Body1Strong as="h3" block style={{ margin: 0 }}>
        {title}
      </Body1Strong>
      <ul role="list" className={styles.list}>
        {own.map((result) => (
          <li key={result.id} className={styles.item}>
            <Body1>{result.kind === "case" ? words.cases[result.id] : words.questions[result.id]}</Body1>
            <Caption1 className={mergeClasses(styles.outcome, result.outcome === "good" ? styles.good : styles.bad)}>
              {words.outcomes[result.outcome]}
            </Caption1>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The report as text that can be selected, since many panes may not write to the clipboard. */
function ReportText({ words, text }: { readonly words: SelfTestWords; readonly text: string }) {
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    const shown = area.current;
    if (!shown) return;
    try {
      await navigator.clipboard.writeText(shown.value);
      setSaid(words.report.copied);
    } catch {
      shown.focus();
      shown.select();
      setSaid(words.report.byHand);
    }
  };
  return (
    <>
      <Caption1>{words.report.hint}</Caption1>
      <div className={styles.row}>
        <Button onClick={() => void copy()}>{words.report.copy}</Button>
      </div>
      <div role="status">{said && <Body1>{said}</Body1>}</div>
      <textarea ref={area} className={styles.report} aria-label={words.report.label} rows={10} defaultValue={text} spellCheck={false} />
    </>
  );
}
