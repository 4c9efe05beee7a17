import {
  changeName, changeText, isSameTable, isUnchanged, lackOf, loneTables, tableRows, toA1, versionCounts,
  type CellRef, type InVersions, type VersionRow,
} from "../app";
import type { Words } from "../i18n";
import type { PaneWords, Side } from "../i18n/pane";
import type { CheckView } from "./check-view";
import type { ReadVersions } from "./compare-form";

/** One change: what and how, and the way to its cell. */
export interface CompareItem {
  /** "C10", with the version where it stands in that one alone. */
  readonly place: string;
  /** Its line and column; a sentence of a whole table. */
  readonly title: string;
  readonly change: string;
  readonly what: string;
  /** Null where it stands in the version only that is not open. */
  readonly at: CellRef | null;
}

/** The changes of one table. */
export interface CompareSection {
  readonly title: string;
  readonly remarks: readonly string[];
  readonly items: readonly CompareItem[];
}

export interface CompareView {
  /** Why nothing could be compared; null where something was. */
  readonly lack: string | null;
  /** How much changed, or that nothing did. */
  readonly counts: string;
  readonly isSame: boolean;
  readonly sections: readonly CompareSection[];
  /** Of tables that have not changed, where others have; "" for none. */
  readonly unchanged: string;
  /** How many changes there are beside those. */
  readonly more: number;
  readonly failures: CheckView["failures"];
}

/** So many changes are shown: a list of thousands would hold the pane up, and the sheet has them all. */
const MOST_ITEMS = 200;

/** What changed as the pane shows it; `names` is what the versions are called. */
export function compareView(
  { differences, failures, from, old }: ReadVersions, names: { readonly old: string; readonly now: string }, words: Words,
  pane: PaneWords["compare"],
): CompareView {
  const lack = lackOf(differences);
  const isSame = isUnchanged(differences);
  const items = itemsFor(old, from === "sheet", pane);
  const lone = lack === "old" || lack === "now" ? [] : loneTables(differences, words);
  const sections: CompareSection[] = [];
  let room = MOST_ITEMS;
  const add = (title: string, remarks: readonly string[], own: readonly CompareItem[]): void => {
    if (own.length > 0 || remarks.length > 0) sections.push({ title, remarks, items: own.slice(0, room) });
    room -= Math.min(room, own.length);
  };
  let all = lone.length;
  add(pane.lone, [], lone.map(({ sentence, at }) => items.lone(sentence, at)));
  const changed = differences.tables.filter((table) => !isSameTable(table));
  for (const { title, remarks, rows } of tableRows({ ...differences, tables: changed }, words)) {
    all += rows.length;
    if (room > 0) add(title, remarks, rows.slice(0, room).map((row) => items.row(row, words)));
  }
  const same = differences.tables.length - changed.length;
  return {
    lack: lack === null ? null : lack === "shared" ? pane.nothing : pane.noTables(names[lack]),
    counts: isSame ? words.versions.same : words.versions.counts(versionCounts(differences)),
    isSame,
    sections,
    unchanged: isSame || same === 0 ? "" : pane.unchanged(same),
    more: all - sections.reduce((sum, section) => sum + section.items.length, 0),
    failures: failures.map((failure) => ({ sentence: words.brokenRule(failure), detail: `${failure.rule}: ${failure.error}` })),
  };
}

/** `bothOpen`: both versions stand in the open workbook. */
function itemsFor(old: Side, bothOpen: boolean, pane: PaneWords["compare"]) {
  const [mine, other] = old === "other" ? (["now", "old"] as const) : (["old", "now"] as const);
  const placed = (at: InVersions): Pick<CompareItem, "place" | "at"> => {
    const [here, there] = [at[mine], at[other]];
    if (here) return { place: toA1(here), at: here };
    return { place: there ? `${toA1(there)} (${pane.only[other]})` : "", at: bothOpen ? there : null };
  };
  return {
    lone: (sentence: string, at: InVersions): CompareItem => ({ ...placed(at), title: sentence, change: "", what: "" }),
    row: (row: VersionRow, words: Words): CompareItem => ({
      ...placed(row.at), title: changeName(row), change: changeText(row, words), what: row.what,
    }),
  };
}
