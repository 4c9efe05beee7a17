import { Body1, Button, Caption1, Field, Radio, RadioGroup, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ChangeEvent } from "react";
import { TABLE_ENDINGS } from "../../app/table-files";
import type { CompareFrom, Side } from "../../i18n/pane";
import { chosenSheet, isReady } from "../compare-form";
import { useSession } from "../use-session";
import { Changes, CompareOutcome, useCompareView } from "./compare-report";
import { SECTION_BOX } from "./shapes";
import { Working } from "./working";

const useStyles = makeStyles({
  box: SECTION_BOX,
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  note: { color: tokens.colorNeutralForeground3, minWidth: 0 },
});

/** The open workbook against another version of it, or the sheet in front against another one. */
export default function CompareSection() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { compare: own } = words;
  const { running, compare } = state;
  const { form, compared } = compare;
  const outcome = useRef<HTMLDivElement>(null);
  const shown = running?.task === "compare" ? null : compared;
  const view = useCompareView(shown);
  // newer browsers answer a scroll with a promise, which an effect must not return
  useEffect(() => void outcome.current?.scrollIntoView({ block: "start" }), [shown]);
  return (
    <section aria-label={own.title} className={styles.box}>
      <Body1>{own.hint}</Body1>
      <Field label={own.from}>
        <RadioGroup value={form.from} onChange={(_, { value }) => session.fillCompare({ ...form, from: value as CompareFrom })}>
          <Radio value="sheet" label={own.sources.sheet} />
          <Radio value="file" label={own.sources.file} />
        </RadioGroup>
      </Field>
      {form.from === "file" ? <FileChoice /> : <SheetChoice />}
      <Field label={own.old}>
        <RadioGroup value={form.old} onChange={(_, { value }) => session.fillCompare({ ...form, old: value as Side })}>
          <Radio value="other" label={own.sides.other[form.from]} />
          <Radio value="mine" label={own.sides.mine[form.from]} />
        </RadioGroup>
      </Field>
      <Button disabledFocusable={running !== null || !isReady(compare)} onClick={() => void session.compare()}>
        {own.run}
      </Button>
      {running?.task === "compare" && (
        <Working label={own.working} share={running.share} cancel={{ label: own.cancel, onClick: session.cancel }} />
      )}
      <div ref={outcome} role="status">
        {shown && <CompareOutcome compared={shown} view={view} />}
      </div>
      {view && <Changes view={view} />}
    </section>
  );
}

function SheetChoice() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { compare: own } = words;
  const { form, sheets } = state.compare;
  const chosen = chosenSheet(state.compare);
  useEffect(() => {
    // sheets come, go and are renamed, and another one is in front, while the person is in the workbook
    const list = (): void => void session.listVersions();
    list();
    window.addEventListener("focus", list);
    return () => window.removeEventListener("focus", list);
  }, [session]);
  if (!sheets) return <Working label={own.listing} />;
  return (
    <>
      <Caption1 className={styles.note}>{own.front(sheets.front)}</Caption1>
      {sheets.others.length === 0 ? (
        <Body1>{own.noSheets}</Body1>
      ) : (
        <Field label={own.otherSheet}>
          <Select value={chosen ?? ""} onChange={(_, { value }) => session.fillCompare({ ...form, sheet: value })}>
            {chosen === null && <option value="">{own.choose}</option>}
            {sheets.others.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}

function FileChoice() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const { compare: own } = words;
  const { form } = state.compare;
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.currentTarget.files?.[0];
    // the same choice made again is a change only if the browser has forgotten it
    event.currentTarget.value = "";
    if (file) session.fillCompare({ ...form, file });
  };
  return (
    <div className={styles.row}>
      <Button onClick={() => input.current?.click()}>{own.pickFile}</Button>
      <input ref={input} type="file" hidden accept={TABLE_ENDINGS} onChange={take} />
      <Caption1 role="status" className={styles.note}>
        {form.file?.name ?? own.noFile}
      </Caption1>
    </div>
  );
}
