import type { Draft } from "../../app";
import { factsOf, type DraftVersion, type KindedFact, type ReadText } from "./draft-state";

const KINDS = ["indicators", "budget", "tasks"] as const;
/** So many edits are kept to go back to: a version shares with its neighbours what they have in common. */
const MOST_EARLIER = 500;

/** A text whose draft was edited. */
export function edited(read: ReadText, now: DraftVersion): ReadText {
  return { ...read, now, earlier: [...read.earlier, read.now].slice(-MOST_EARLIER), editing: null };
}

/** The last edit taken back; what nobody has edited stays. */
export function undone(read: ReadText): ReadText {
  const now = read.earlier.at(-1);
  return now ? { ...read, now, earlier: read.earlier.slice(0, -1), editing: null } : read;
}

/** The fact of an id, with what it is; null where there is none. */
export function factIn(draft: Draft, id: string): KindedFact | null {
  return KINDS.flatMap((kind) => factsOf(draft, kind)).find(({ fact }) => fact.id === id) ?? null;
}

/** A version without a fact, which is kept to be put back. */
export function dropped(version: DraftVersion, id: string, drop: (draft: Draft, id: string) => Draft): DraftVersion {
  const kinded = factIn(version.draft, id);
  if (!kinded) return version;
  const all = factsOf(version.draft, kinded.kind);
  const before = all[all.findIndex(({ fact }) => fact.id === id) + 1]?.fact.id ?? null;
  return { draft: drop(version.draft, id), dropped: [...version.dropped, { ...kinded, before }] };
}

/** A version with a fact that was dropped back in its place. */
export function putBack(
  version: DraftVersion, id: string, restore: (draft: Draft, kinded: KindedFact, before: string | null) => Draft,
): DraftVersion {
  const gone = version.dropped.find(({ fact }) => fact.id === id);
  if (!gone) return version;
  return { draft: restore(version.draft, gone, gone.before), dropped: version.dropped.filter((other) => other !== gone) };
}
