import { Field, Input, Textarea } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { Folded } from "../parts/folded";
import type { HeadForm, ReadText } from "./draft-state";
import { readHead, type HeadField, type HeadFault } from "./head-fields";
import { useDraftStyles } from "./styles";
import { useDraft } from "./use-draft";

const FIELDS: readonly HeadField[] = ["title", "issuer", "place", "number", "date", "from", "to"];
const NEEDED: readonly HeadField[] = ["title", "from", "to"];

/** What the document is called, who issued it and for which years; unfolded while something that is needed is missing. */
export function HeadPart({ read }: { readonly read: ReadText }) {
  const styles = useDraftStyles();
  const { session, state, words } = useDraft();
  const fields = useRef<HTMLDivElement>(null);
  const { tried } = state.draft;
  const checked = readHead(read.head);
  const faults = "faults" in checked ? checked.faults : {};
  const isFaulty = Object.keys(faults).length > 0;
  const told = useRef(tried);
  useEffect(() => {
    // what was tried before this was drawn moves nothing
    if (tried !== told.current) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    told.current = tried;
  }, [tried]);
  const fill = (change: Partial<HeadForm>): void => session.fillDraft({ read: { ...read, head: { ...read.head, ...change } } });
  const sentence = (fault: HeadFault): string => (fault === "bad-date" ? words.head.badDate : words.fields.faults[fault]);
  const labels: Readonly<Record<HeadField, string>> = { ...words.head, title: words.head.name };
  return (
    <Folded
      title={isFaulty ? words.head.incomplete : words.head.title}
      small
      open={state.draft.headShown}
      onFold={(headShown) => session.fillDraft({ headShown })}
    >
      <div ref={fields} className={styles.box}>
        {FIELDS.map((field) => {
          const fault = tried > 0 ? faults[field] : undefined;
          const common = {
            value: read.head[field],
            onChange: (_: unknown, { value }: { readonly value: string }) => fill({ [field]: value }),
          };
          return (
            <Field
              key={field}
              label={labels[field]}
              required={NEEDED.includes(field)}
              className={styles.narrow}
              {...(field === "date" ? { hint: words.head.dateHint } : {})}
              {...(fault ? { validationState: "error" as const, validationMessage: sentence(fault) } : {})}
            >
              {field === "title" ? <Textarea {...common} resize="vertical" /> : <Input {...common} />}
            </Field>
          );
        })}
      </div>
    </Folded>
  );
}
