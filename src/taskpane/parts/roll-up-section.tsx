import { Body1, Button, Field, Input, Radio, RadioGroup, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { READING } from "../add-units";
import { rowsOf } from "../roll-up-form";
import { useSession } from "../use-session";
import { FilePicker } from "./file-picker";
import { Folded } from "./folded";
import { RollUpReport } from "./roll-up-report";
import { UnitRows } from "./unit-rows";
import { Working } from "./working";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalS },
});

/** The tables of many units added up: from sheets of this workbook, or from files. */
export function RollUpSection() {
  const { session, state, words } = useSession();
  return (
    <Folded title={words.rollUp.title} open={state.rollUpShown} onFold={session.showRollUp}>
      {state.rollUpShown && <Fields />}
    </Folded>
  );
}

function Fields() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { rollUp } = words;
  const { rollUp: form, running, rolledUp, work } = state;
  const outcome = useRef<HTMLDivElement>(null);
  // newer browsers answer a scroll with a promise, which an effect must not return
  const shown = running?.task === "roll-up" ? null : rolledUp;
  useEffect(() => void outcome.current?.scrollIntoView({ block: "nearest" }), [shown]);
  useEffect(() => {
    // sheets come, go and are renamed while the person is in the workbook
    const list = (): void => void session.listSheets();
    list();
    window.addEventListener("focus", list);
    return () => window.removeEventListener("focus", list);
  }, [session]);
  const ready = running === null && rowsOf(form).some(({ chosen }) => chosen);
  return (
    <div className={styles.fields}>
      <Body1>{rollUp.hint}</Body1>
      <Field label={rollUp.from}>
        <RadioGroup
          value={form.from}
          onChange={(_, { value }) => session.fillRollUp({ ...form, from: value === "files" ? "files" : "sheets" })}
        >
          <Radio value="sheets" label={rollUp.sources.sheets} />
          <Radio value="files" label={rollUp.sources.files} />
        </RadioGroup>
      </Field>
      {form.from === "files" && <FilePicker />}
      {form.from === "sheets" && form.sheets === null && <Working label={rollUp.listing} />}
      {form.from === "sheets" && form.sheets?.length === 0 && <Body1>{rollUp.noSheets}</Body1>}
      <UnitRows key={form.from} />
      <Field label={rollUp.expected} hint={rollUp.expectedHint}>
        <Textarea value={form.expected} resize="vertical" onChange={(_, { value }) => session.fillRollUp({ ...form, expected: value })} />
      </Field>
      {form.from === "files" && (
        <Field label={rollUp.line} hint={rollUp.lineHint}>
          <Input value={form.line} onChange={(_, { value }) => session.fillRollUp({ ...form, line: value })} />
        </Field>
      )}
      <Button disabledFocusable={!ready} onClick={() => void session.rollUp()}>
        {rollUp.run}
      </Button>
      {running?.task === "roll-up" && (
        <Working
          label={running.stopping ? rollUp.stopping : (running.share ?? 0) < READING ? rollUp.reading : rollUp.writing}
          share={running.share}
          cancel={{ label: rollUp.cancel, onClick: session.cancel }}
        />
      )}
      <div ref={outcome} role="status">
        {work && shown && <RollUpReport work={work} rolledUp={shown} />}
      </div>
    </div>
  );
}
