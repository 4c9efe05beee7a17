import { Body1, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { DraftButtons, DraftPart, isDraftReady } from "../draft/draft-part";
import { ChoiceForm } from "../parts/choice-form";
import { MainButton } from "../parts/main-button";
import { PresentBar } from "../parts/present-bar";
import { SheetLinks } from "../parts/sheet-links";
import { TemplatePart } from "../parts/template-part";
import { Working } from "../parts/working";
import { useSession } from "../use-session";

const useStyles = makeStyles({
  note: { whiteSpace: "normal" },
  // the form is longer than most panes: what it is for stays in sight
  main: {
    position: "sticky",
    // over the padding of the place, where the form would show below it
    bottom: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginBottom: `calc(-1 * ${tokens.spacingHorizontalM})`,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingHorizontalM}`,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `0 -4px 6px ${tokens.colorNeutralBackground1}`,
  },
});

/** Tạo biểu: choose a plan, its tables and how they are laid out; each table becomes a new sheet. */
export function CreatePlace() {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const { work, choice, running, made, otherLayout, present, draft } = state;
  const outcome = useRef<HTMLDivElement>(null);
  // the form may be longer than the pane, and what came of the button stands below it
  // newer browsers answer a scroll with a promise, which an effect must not return
  useEffect(() => void outcome.current?.scrollIntoView({ block: "nearest" }), [made, present]);
  return (
    <>
      <Body1>{words.create.hint}</Body1>
      <DraftButtons />
      {draft.shown ? (
        <DraftPart />
      ) : work && choice ? (
        <ChoiceForm work={work} choice={choice} />
      ) : (
        !state.problem && <Working label={words.create.loading} />
      )}
      <TemplatePart />
      <div className={styles.main}>
        <MainButton
          label={words.places.create}
          ready={draft.shown ? isDraftReady(draft) : choice !== null}
          onClick={() => void session.create()}
        />
        {running?.task === "create" && (
          <Working
            label={running.stopping ? words.create.stopping : words.create.working}
            share={running.share}
            cancel={{ label: words.create.cancel, onClick: session.cancel }}
          />
        )}
      </div>
      <div ref={outcome} role="status">
        {made && <SheetLinks label={words.create.made} sheets={made.map(({ name }) => name)} />}
        {made && otherLayout && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody className={styles.note}>
              {words.create.otherLayout(words.create.layouts[otherLayout.instead], otherLayout.lacks)}
            </MessageBarBody>
          </MessageBar>
        )}
        {present && <PresentBar present={present} />}
      </div>
    </>
  );
}
