import { Button, Caption1, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { wordsIn } from "../text-words";
import { useDraftStyles } from "./styles";
import { useDraft } from "./use-draft";

type Saved = { readonly kind: "file" | "copied" } | { readonly kind: "shown"; readonly text: string };

/** Keeps the plan as a file where a page of ours stands around the pane; Excel lets a pane save nothing, so there it is copied. */
export function SaveButton() {
  const styles = useDraftStyles();
  const { session, state, words } = useDraft();
  const [saved, setSaved] = useState<Saved | null>(null);
  const { save } = words;
  const canDownload = hasPageAround();
  const file = `${save.file}.json`;
  const keep = async (): Promise<void> => {
    const { work, draft } = session.state();
    if (!work) return;
    const shown = work.shownPlan(draft, wordsIn(work, session.state()));
    // what is missing is told at its field
    if (!shown) return session.fillDraft({ tried: draft.tried + 1, headShown: true });
    session.fillDraft({ left: shown.left });
    const text = work.planFile(shown.plan);
    if (canDownload) {
      download(text, file);
      return setSaved({ kind: "file" });
    }
    try {
      await window.navigator.clipboard.writeText(text);
      setSaved({ kind: "copied" });
    } catch {
      // a pane of Excel may not be allowed to
      setSaved({ kind: "shown", text });
    }
  };
  return (
    <>
      <Button size="small" disabledFocusable={state.work === null} onClick={() => void keep()}>
        {canDownload ? save.download : save.copy}
      </Button>
      <div role="status" className={styles.status}>
        {saved && (
          <Caption1>
            {saved.kind === "file" ? save.downloaded(file) : saved.kind === "copied" ? save.copied : save.notCopied}
          </Caption1>
        )}
        {saved?.kind === "shown" && <Textarea readOnly aria-label={save.text} value={saved.text} rows={6} />}
      </div>
    </>
  );
}

/** Whether the pane stands in a page of its own origin: Excel is of another, which the browser does not let it look into. */
function hasPageAround(): boolean {
  try {
    return window.parent !== window && window.parent.location.origin === window.location.origin;
  } catch {
    return false;
  }
}

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // the browser has begun with it by then
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
