import { paneDraftWordsOf, type PaneDraftWords } from "../../i18n/pane-draft";
import type { Lang } from "../../quantity";
import type { Session } from "../session-acts";
import type { State } from "../state";
import { useSession } from "../use-session";

/** The session, and the words of this part of the pane; `notation` is how numbers are written and read. */
export function useDraft(): {
  readonly session: Session;
  readonly state: State;
  readonly words: PaneDraftWords;
  readonly notation: Lang;
} {
  const { session, state } = useSession();
  return { session, state, words: paneDraftWordsOf(state.lang), notation: state.notation ?? state.lang };
}
