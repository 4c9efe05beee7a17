import { createContext, useContext, useSyncExternalStore } from "react";
import { paneWordsOf, type PaneWords } from "../i18n/pane";
import type { Session } from "./session-acts";
import type { State } from "./state";

export const SessionContext = createContext<Session | null>(null);

/** The session of the pane, its state now and the words of its language. */
export function useSession(): { readonly session: Session; readonly state: State; readonly words: PaneWords } {
  const session = useContext(SessionContext);
  if (!session) throw new Error("a part of the pane stands outside of its session");
  const state = useSyncExternalStore(session.subscribe, session.state);
  return { session, state, words: paneWordsOf(state.lang) };
}
