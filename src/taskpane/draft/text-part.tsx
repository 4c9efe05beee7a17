import { Body1, Button, Caption1 } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useSession } from "../use-session";
import { wordsIn } from "../text-words";
import { Bench } from "./bench";
import { Refused, SourceForm } from "./source-form";
import { useDraftStyles } from "./styles";
import { useDraft } from "./use-draft";

const TEXT_ENDINGS = ".docx,.pdf,.txt,.doc";

/** Từ văn bản: the text is chosen, then its draft is looked over beside it. */
export function TextPart() {
  const styles = useDraftStyles();
  const { words: paneWords } = useSession();
  const { session, state, words } = useDraft();
  const { read, choosing, unread, nothing, replaced, source } = state.draft;
  const section = useRef<HTMLElement>(null);
  const isOpen = read !== null && !choosing;
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    // what had the focus is gone: the draft has it, where it has just come
    if (isOpen && !wasOpen.current) section.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const fault = unread && state.work ? state.work.failureSentence(unread.error, wordsIn(state.work, state)).sentence : null;
  return (
    <section ref={section} aria-label={paneWords.draft.text} tabIndex={-1} className={styles.box}>
      {isOpen ? (
        <Bench read={read} />
      ) : (
        <>
          <Body1>{words.text.hint}</Body1>
          <Caption1 className={styles.note}>{words.text.here}</Caption1>
          <SourceForm
            source={source}
            endings={TEXT_ENDINGS}
            words={words.text}
            task="read-text"
            fill={(next) => session.fillDraft({ source: next, unread: null, nothing: false })}
            read={(next) => void session.readText(next)}
            outcome={
              unread && fault !== null ? (
                <Refused title={words.text.unread(unread.file)} sentence={fault} />
              ) : nothing ? (
                <Refused sentence={words.text.nothing} />
              ) : null
            }
            beside={
              <>
                {read && (
                  <Button appearance="subtle" onClick={() => session.fillDraft({ choosing: false })}>
                    {words.text.back}
                  </Button>
                )}
                {replaced && (
                  <Button
                    appearance="subtle"
                    onClick={() => session.fillDraft({ read: replaced, replaced: read, choosing: false, tried: 0 })}
                  >
                    {words.text.earlier}
                  </Button>
                )}
              </>
            }
          />
        </>
      )}
    </section>
  );
}
