import { Button, Field, Input, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import type { Reason } from "../../app";
import { useSession } from "../use-session";
import { keepName, keptName } from "./kept-name";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, width: "100%" },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS },
});

interface ReasonFormProps {
  readonly label: string;
  readonly hint?: string;
  /** What stands in the field at first. */
  readonly first?: string;
  /** Never rejects; what went wrong is told elsewhere, and the form stays as it is. */
  readonly save: (reason: Reason) => Promise<void>;
  readonly close: () => void;
}

/** A reason, which has to be given, and the name of who gives it. */
export function ReasonForm({ label, hint, first = "", save, close }: ReasonFormProps) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const [text, setText] = useState(first);
  const [who, setWho] = useState(keptName);
  const ready = text.trim() !== "" && state.running === null;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!ready) return;
    keepName(who.trim());
    await save({ text, who });
    if (session.state().problem === null) close();
  };

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Field label={label} required {...(hint ? { hint } : {})}>
        <Textarea autoFocus value={text} resize="vertical" onChange={(_, { value }) => setText(value)} />
      </Field>
      <Field label={words.check.who}>
        <Input value={who} autoComplete="name" onChange={(_, { value }) => setWho(value)} />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={!ready}>
          {words.check.save}
        </Button>
        <Button size="small" onClick={close}>
          {words.check.leave}
        </Button>
      </div>
    </form>
  );
}
