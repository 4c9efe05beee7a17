import type { KeyboardEvent } from "react";
import type { FactKind } from "../../i18n/pane-draft";
import type { Lang } from "../../quantity";
import type { Session } from "../session-acts";
import type { Work } from "../state";
import type { Selection } from "./bench-state";
import type { DraftVersion, KindedFact, ReadText } from "./draft-state";
import { fieldsOf, type FactChange, type FieldValues } from "./fact-fields";
import { dropped, edited, factIn, putBack, undone } from "./versions";

/** What a person does with a draft; the same functions for as long as it is shown. */
export interface BenchActs {
  /** A fact is looked at: the text goes to its piece. */
  readonly choose: (id: string) => void;
  /** A piece of the text is looked at: the list goes to its fact, and the focus with it. */
  readonly pick: (id: string) => void;
  /** Goes to a fact from elsewhere, text and list both. */
  readonly show: (id: string) => void;
  /** Takes the focus to a fact's piece of the text. */
  readonly way: (id: string) => void;
  /** The arrow keys go from fact to fact. */
  readonly walk: (event: KeyboardEvent<HTMLElement>) => void;
  readonly right: (id: string) => void;
  readonly edit: (kinded: KindedFact, first: string | null) => void;
  readonly type: (values: FieldValues) => void;
  readonly save: (change: FactChange) => void;
  readonly leave: () => void;
  readonly drop: (id: string) => void;
  readonly putBack: (id: string) => void;
  readonly join: (id: string) => void;
  readonly part: (id: string) => void;
  readonly add: (kind: FactKind, span: readonly [number, number]) => void;
  /** Puts the figure right that a gap names. */
  readonly correct: (id: string, value: number) => void;
  readonly undo: () => void;
}

interface Surroundings {
  readonly session: Session;
  readonly list: () => HTMLElement | null;
  readonly select: (selection: Selection | null) => void;
  readonly notation: () => Lang;
}

/** The acts on the draft that the session has now; each edit is a step that can be undone. */
export function benchActs({ session, list, select, notation }: Surroundings): BenchActs {
  const now = (): { readonly read: ReadText; readonly work: Work } | null => {
    const { draft, work } = session.state();
    return draft.read && work ? { read: draft.read, work } : null;
  };
  const edit = (change: (version: DraftVersion, work: Work, read: ReadText) => DraftVersion): void => {
    const all = now();
    if (!all) return;
    const next = change(all.read.now, all.work, all.read);
    session.fillDraft({ read: edited(all.read, next) });
  };
  const itemOf = (id: string): HTMLElement | null => list()?.querySelector<HTMLElement>(`[data-fact="${CSS.escape(id)}"]`) ?? null;
  /** The focus on a fact, once it is drawn. */
  const focusOn = (id: string): void => {
    requestAnimationFrame(() => {
      const item = itemOf(id);
      item?.scrollIntoView({ block: "nearest" });
      item?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    });
  };
  /** What follows in the list when a fact leaves its place. */
  const following = (id: string): string | null => {
    const item = itemOf(id);
    const other = item?.nextElementSibling ?? item?.previousElementSibling;
    return other instanceof HTMLElement ? (other.dataset["fact"] ?? null) : null;
  };
  const leaving = (id: string, act: () => void): void => {
    const next = following(id);
    act();
    if (next === null) return select(null);
    select({ id: next, by: "list" });
    focusOn(next);
  };
  const choose = (id: string): void => select({ id, by: "list" });
  const fill = (change: Pick<ReadText, "editing">): void => {
    const all = now();
    if (all) session.fillDraft({ read: { ...all.read, ...change } });
  };
  return {
    choose,
    pick: (id) => {
      select({ id, by: "text" });
      focusOn(id);
    },
    show: (id) => {
      choose(id);
      focusOn(id);
    },
    way: (id) => select({ id, by: "way" }),
    walk: (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === undefined) return;
      const all = [...(list()?.querySelectorAll<HTMLElement>("[data-fact] > button") ?? [])];
      const next = all[all.indexOf(event.currentTarget) + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
    right: (id) => leaving(id, () => edit(({ draft, ...rest }, work) => ({ ...rest, draft: work.confirmFact(draft, id) }))),
    edit: (kinded) => {
      choose(kinded.fact.id);
      fill({ editing: { id: kinded.fact.id, values: fieldsOf(kinded, notation()) } });
    },
    type: (values) => {
      const editing = now()?.read.editing;
      if (editing) fill({ editing: { ...editing, values } });
    },
    save: (change) => {
      const id = now()?.read.editing?.id;
      if (id === undefined) return;
      edit(({ draft, ...rest }, work) => ({ ...rest, draft: work.changeFact(draft, id, change.change) }));
      choose(id);
      focusOn(id);
    },
    leave: () => {
      const id = now()?.read.editing?.id;
      fill({ editing: null });
      if (id !== undefined) focusOn(id);
    },
    drop: (id) => leaving(id, () => edit((version, work) => dropped(version, id, work.dropFact))),
    putBack: (id) => {
      edit((version, work) => putBack(version, id, work.restoreFact));
      choose(id);
      focusOn(id);
    },
    join: (id) => {
      edit(({ draft, ...rest }, work, { text }) => ({ ...rest, draft: work.joinWithNext(draft, id, text) }));
      focusOn(id);
    },
    part: (id) => {
      edit(({ draft, ...rest }, work, { text }) => ({ ...rest, draft: work.partFact(draft, id, text) }));
      focusOn(id);
    },
    add: (kind, span) => {
      const all = now();
      if (!all) return;
      const { draft, id } = all.work.addFact(all.read.now.draft, kind, span, all.read.text);
      const kinded = factIn(draft, id);
      const read = edited(all.read, { ...all.read.now, draft });
      session.fillDraft({ read: kinded ? { ...read, editing: { id, values: fieldsOf(kinded, notation()) } } : read });
      select({ id, by: "list" });
      window.getSelection()?.removeAllRanges();
    },
    correct: (id, value) => {
      edit(({ draft, ...rest }, work) => ({ ...rest, draft: work.changeFact(draft, id, { amount: value }) }));
      choose(id);
      focusOn(id);
    },
    undo: () => {
      const all = now();
      if (!all) return;
      const item = document.activeElement?.closest<HTMLElement>("[data-fact]") ?? null;
      const id = item?.dataset["fact"];
      const next = id === undefined ? null : following(id);
      session.fillDraft({ read: undone(all.read) });
      if (id === undefined) return;
      // the fact that had the focus may stand elsewhere by now, or be gone: the next undo by keys needs it in the draft
      requestAnimationFrame(() => {
        if (document.activeElement?.closest("[data-fact]")) return;
        const place = itemOf(id) ? id : next;
        if (place !== null) focusOn(place);
      });
    },
  };
}
