import { Body1 } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { ChoiceForm } from "../parts/choice-form";
import { MainButton } from "../parts/main-button";
import { PresentBar } from "../parts/present-bar";
import { SheetLinks } from "../parts/sheet-links";
import { Working } from "../parts/working";
import { useSession } from "../use-session";

/** Tạo biểu: choose a plan, its tables and how they are laid out; each table becomes a new sheet. */
export function CreatePlace() {
  const { session, state, words } = useSession();
  const { work, choice, running, made, present } = state;
  const outcome = useRef<HTMLDivElement>(null);
  // the form may be longer than the pane, and what came of the button stands below it
  // newer browsers answer a scroll with a promise, which an effect must not return
  useEffect(() => void outcome.current?.scrollIntoView({ block: "nearest" }), [made, present]);
  return (
    <>
      <Body1>{words.create.hint}</Body1>
      {work && choice ? <ChoiceForm work={work} choice={choice} /> : !state.problem && <Working label={words.create.loading} />}
      <MainButton label={words.places.create} ready={choice !== null} onClick={() => void session.create()} />
      {running?.task === "create" && (
        <Working label={running.stopping ? words.create.stopping : words.create.working} share={running.share} cancel={{ label: words.create.cancel, onClick: session.cancel }} />
      )}
      <div ref={outcome} role="status">
        {made && <SheetLinks label={words.create.made} sheets={made.map(({ name }) => name)} />}
        {present && <PresentBar present={present} />}
      </div>
    </>
  );
}
