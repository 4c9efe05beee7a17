import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { MONEY_UNITS } from "../../quantity";
import { isReady, wishesOf, type TemplateForm, type TemplateSource } from "../template-form";
import { wordsIn } from "../text-words";
import { useSession } from "../use-session";
import { SECTION_BOX } from "./shapes";
import { Working } from "./working";

const useStyles = makeStyles({
  box: SECTION_BOX,
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
  narrow: { minWidth: 0 },
  // names of public forms are longer than a pane is wide
  choice: { minWidth: 0, "& select": { width: "100%", minWidth: 0, textOverflow: "ellipsis" } },
});

/** A form becomes a template: what changes is shown before anything is written. */
export default function TemplateSection() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { form: own } = words;
  const { running, template } = state;
  const { form, draft } = template;
  const outcome = useRef<HTMLDivElement>(null);
  // newer browsers answer a scroll with a promise, which an effect must not return
  useEffect(() => void outcome.current?.scrollIntoView({ block: "nearest" }), [draft]);
  const fill = (change: Partial<TemplateForm>): void => session.fillTemplate({ ...form, ...change });
  const isFront = form.source === "front";
  return (
    <section aria-label={own.title} className={styles.box}>
      <Body1>{own.hint}</Body1>
      <Field label={own.source} className={styles.narrow}>
        <Select className={styles.choice} value={valueOf(form.source)} onChange={(_, { value }) => fill({ source: sourceOf(value) })}>
          <option value="front">{own.sources.front}</option>
          <option value="pasted">{own.sources.pasted}</option>
          {state.work && (
            <optgroup label={own.shipped}>
              {state.work.publicForms.map(({ id, name, document }) => (
                <option key={id} value={`shipped:${id}`}>
                  {`${name} (${document})`}
                </option>
              ))}
            </optgroup>
          )}
        </Select>
      </Field>
      {form.source === "pasted" && (
        <Field label={own.paste}>
          <Textarea value={form.pasted} onChange={(_, { value }) => fill({ pasted: value })} rows={4} />
        </Field>
      )}
      {isFront && <Wishes form={form} fill={fill} />}
      <Button disabledFocusable={running !== null || !isReady(template)} onClick={() => void session.readTemplate()}>
        {own.look}
      </Button>
      {running?.task === "read-form" && (
        <Working label={own.looking} share={running.share} cancel={{ label: own.cancel, onClick: session.cancel }} />
      )}
      <div ref={outcome} role="status" className={styles.narrow}>
        {draft && <Draft />}
      </div>
    </section>
  );
}

function valueOf(source: TemplateSource): string {
  return typeof source === "string" ? source : `shipped:${source.shipped}`;
}

function sourceOf(value: string): TemplateSource {
  return value === "pasted" || value === "front" ? value : { shipped: value.replace(/^shipped:/, "") };
}

function Wishes({ form, fill }: { readonly form: TemplateForm; readonly fill: (change: Partial<TemplateForm>) => void }) {
  const { state, words } = useSession();
  const { form: own } = words;
  const units = state.work ? wordsIn(state.work, state).units : null;
  const isBad = wishesOf(form) === null;
  return (
    <>
      <Field label={own.year} {...(isBad ? { validationMessage: own.badYear, validationState: "error" as const } : {})}>
        <Input value={form.year} inputMode="numeric" onChange={(_, { value }) => fill({ year: value })} />
      </Field>
      <Field label={own.unit}>
        <Select value={form.unit ?? ""} onChange={(_, { value }) => fill({ unit: MONEY_UNITS.find((unit) => unit === value) ?? null })}>
          <option value="">{own.sameUnit}</option>
          {MONEY_UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {units?.[unit] ?? unit}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

/** What changes, and the ways on. */
function Draft() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { form: own } = words;
  const {
    running,
    template: { draft },
  } = state;
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  if (!draft) return null;
  const text = (): string => JSON.stringify(draft.template, null, 2);
  const copy = async (): Promise<void> => {
    try {
      await window.navigator.clipboard.writeText(text());
      setCopied("yes");
    } catch {
      // a pane of Excel may not be allowed to
      setCopied("no");
    }
  };
  return (
    <div className={styles.box}>
      <Body1Strong>{own.changes(draft.sheet)}</Body1Strong>
      {draft.template.source && <Caption1>{draft.template.source.note}</Caption1>}
      <ul className={styles.list}>
        {draft.lines.map((line) => (
          <li key={line}>
            <Body1>{line}</Body1>
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={running !== null} onClick={() => void session.makeTemplate()}>
          {own.make}
        </Button>
        <Button onClick={() => void copy()}>{own.copy}</Button>
      </div>
      {running?.task === "make-form" && (
        <Working
          label={running.stopping ? own.stopping : own.making}
          share={running.share}
          cancel={{ label: own.cancel, onClick: session.cancel }}
        />
      )}
      {copied !== null && (
        <MessageBar intent={copied === "yes" ? "success" : "info"} layout="multiline">
          <MessageBarBody className={styles.body}>{copied === "yes" ? own.copied : own.notCopied}</MessageBarBody>
        </MessageBar>
      )}
      {copied === "no" && <Textarea readOnly aria-label={own.text} value={text()} rows={6} />}
    </div>
  );
}
