import {
  Button, Caption1, Field, MessageBar, MessageBarBody, Textarea, mergeClasses,
} from "@fluentui/react-components";
import { useRef, type ChangeEvent, type ReactNode } from "react";
import { Working } from "../parts/working";
import type { PaneTask } from "../../i18n/pane";
import type { TextSource } from "./draft-state";
import { useDraftStyles } from "./styles";
import { useDraft } from "./use-draft";
import { useFileDrop } from "./use-file-drop";

interface SourceFormProps {
  readonly source: TextSource;
  /** Which kinds of files, as a browser wants them: ".docx,.pdf,.txt". */
  readonly endings: string;
  readonly words: { readonly paste: string; readonly read: string; readonly pick: string; readonly drop: string; readonly reading: string };
  readonly task: PaneTask;
  readonly fill: (source: TextSource) => void;
  readonly read: (source: TextSource) => void;
  /** What came of the last try, told where it was made. */
  readonly outcome: ReactNode;
  readonly beside?: ReactNode;
}

/** A text that is pasted, or a file that is picked or dropped: a file is read at once. */
export function SourceForm({ source, endings, words, task, fill, read, outcome, beside }: SourceFormProps) {
  const shared = useDraftStyles();
  const { session, state, words: draftWords } = useDraft();
  const input = useRef<HTMLInputElement>(null);
  const { running } = state;
  const take = (file: File | undefined): void => {
    if (file && running === null) read({ pasted: "", file });
  };
  const picked = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.currentTarget.files?.[0];
    // the same choice made again is a change only if the browser has forgotten it
    event.currentTarget.value = "";
    take(file);
  };
  const { isOver, box } = useFileDrop(take);
  return (
    <div {...box} className={mergeClasses(shared.box, isOver && shared.over)}>
      <Field label={words.paste}>
        <Textarea
          value={source.pasted}
          rows={5}
          resize="vertical"
          onChange={(_, { value }) => fill({ pasted: value, file: null })}
        />
      </Field>
      <div className={shared.row}>
        <Button
          disabledFocusable={running !== null || source.pasted.trim() === ""}
          onClick={() => read({ ...source, file: null })}
        >
          {words.read}
        </Button>
        <Button disabledFocusable={running !== null} onClick={() => input.current?.click()}>
          {words.pick}
        </Button>
        <input ref={input} type="file" hidden accept={endings} onChange={picked} />
        {beside}
      </div>
      {isOver && <Caption1>{words.drop}</Caption1>}
      {running?.task === task && (
        <Working label={words.reading} share={running.share} cancel={{ label: draftWords.text.stop, onClick: session.cancel }} />
      )}
      <div role="alert">{running?.task !== task && outcome}</div>
    </div>
  );
}

/** Why nothing came of it, and what would help. */
export function Refused({ title, sentence }: { readonly title?: string; readonly sentence: string }) {
  const styles = useDraftStyles();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        {title !== undefined && <div>{title}</div>}
        <div>{sentence}</div>
      </MessageBarBody>
    </MessageBar>
  );
}
