import { Button, Caption1, Link, Subtitle2, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { BudgetFact, Draft } from "../../app";
import type { PaneDraftWords } from "../../i18n/pane-draft";
import type { Lang } from "../../quantity";
import type { BenchActs } from "./bench-acts";
import { factsOf, type DraftVersion, type EditForm, type KindedFact } from "./draft-state";
import { FactItem } from "./fact-item";
import { factView } from "./fact-view";
import { useDraftStyles } from "./styles";

/** So many of a group at a time. */
const PAGE = 30;
const KINDS = ["indicators", "budget", "tasks"] as const;
const NO_LINES: readonly BudgetFact[] = [];

const useStyles = makeStyles({
  groups: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  summary: { cursor: "pointer", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  title: { display: "inline", margin: 0 },
  gone: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, justifyContent: "space-between" },
});

interface FactListProps {
  readonly now: DraftVersion;
  readonly chosen: string | null;
  readonly canPart: boolean;
  readonly editing: EditForm | null;
  readonly words: PaneDraftWords;
  readonly notation: Lang;
  readonly acts: BenchActs;
}

/** What is not sure first, then the facts by their kind, then what was dropped. */
export function FactList({ now: { draft, dropped }, chosen, canPart, editing, words, notation, acts }: FactListProps) {
  const shared = useDraftStyles();
  const styles = useStyles();
  const { bench } = words;
  const groups = useMemo(() => groupsOf(draft), [draft]);
  const common = { draft, chosen, canPart, editing, words, notation, acts };
  return (
    <div className={styles.groups}>
      {groups.unsure.length > 0 && (
        <Group {...common} title={bench.unsure(groups.unsure.length)} hint={bench.unsureHint} facts={groups.unsure} isTree={false} />
      )}
      {KINDS.map(
        (kind) =>
          groups[kind].length > 0 && (
            <Group
              {...common}
              key={kind}
              title={bench.groups[kind](groups[kind].length)}
              facts={groups[kind]}
              isTree={kind === "budget"}
            />
          ),
      )}
      {dropped.length > 0 && (
        <details>
          <summary className={styles.summary}>
            <Subtitle2 as="h2" className={styles.title}>{bench.dropped(dropped.length)}</Subtitle2>
          </summary>
          <ul role="list" className={shared.list}>
            {dropped.map((kinded) => (
              <li key={kinded.fact.id} className={styles.gone}>
                <Caption1 className={shared.narrow} lang="vi">{factView(kinded, words, notation).name}</Caption1>
                <Button size="small" onClick={() => acts.putBack(kinded.fact.id)}>
                  {words.facts.putBack}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface Groups extends Readonly<Record<(typeof KINDS)[number], readonly KindedFact[]>> {
  readonly unsure: readonly KindedFact[];
}

function groupsOf(draft: Draft): Groups {
  const all = KINDS.map((kind) => factsOf(draft, kind));
  const [indicators = [], budget = [], tasks = []] = all.map((facts) => facts.filter(({ fact }) => fact.sure));
  return { indicators, budget, tasks, unsure: all.flat().filter(({ fact }) => !fact.sure) };
}

interface GroupProps extends Omit<FactListProps, "now"> {
  readonly draft: Draft;
  readonly title: string;
  readonly hint?: string;
  readonly facts: readonly KindedFact[];
  /** Lines stand in under what they are part of. */
  readonly isTree: boolean;
}

function Group({ draft, title, hint, facts, isTree, chosen, canPart, editing, words, notation, acts }: GroupProps) {
  const shared = useDraftStyles();
  const styles = useStyles();
  const [shown, setShown] = useState(PAGE);
  const [isOpen, setOpen] = useState(true);
  const at = facts.findIndex(({ fact }) => fact.id === chosen);
  // what was chosen in the text is shown, however far down it is
  const [lastChosen, setLastChosen] = useState(chosen);
  if (chosen !== lastChosen) {
    setLastChosen(chosen);
    if (at >= shown) setShown(at + PAGE);
    if (at !== -1) setOpen(true);
  }
  const depths = useMemo(() => (isTree ? depthsOf(draft.budget) : null), [draft.budget, isTree]);
  const last = useMemo(
    () => new Set([draft.indicators.at(-1)?.id, draft.budget.at(-1)?.id, draft.tasks.at(-1)?.id]),
    [draft],
  );
  const rest = Math.min(PAGE, facts.length - shown);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>
        <Subtitle2 as="h2" className={styles.title}>{title}</Subtitle2>
      </summary>
      {hint !== undefined && <Caption1 className={shared.note}>{hint}</Caption1>}
      <ul role="list" className={shared.list} aria-label={title}>
        {facts.slice(0, shown).map(({ kind, fact }) => (
          <FactItem
            key={fact.id}
            kind={kind}
            fact={fact}
            isChosen={fact.id === chosen}
            values={editing?.id === fact.id ? editing.values : null}
            hasNext={!last.has(fact.id)}
            canPart={canPart && fact.id === chosen}
            depth={depths?.get(fact.id) ?? 0}
            lines={editing?.id === fact.id && kind === "budget" ? othersOf(draft.budget, fact.id) : NO_LINES}
            words={words}
            notation={notation}
            acts={acts}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Link as="button" onClick={() => setShown(shown + PAGE)}>
          {words.bench.more(rest)}
        </Link>
      )}
    </details>
  );
}

/** How many lines each line stands under; one that stands under itself, as a hand may make it, ends there. */
function depthsOf(budget: readonly BudgetFact[]): ReadonlyMap<string, number> {
  const above = new Map(budget.map(({ id, parent, of }) => [id, parent ?? of]));
  const depths = new Map<string, number>();
  for (const { id } of budget) {
    let depth = 0;
    for (let line = above.get(id); line != null && depth < 8; line = above.get(line)) depth += 1;
    depths.set(id, depth);
  }
  return depths;
}

/** The lines that a line may be part of: not itself, nor what is part of it. */
function othersOf(budget: readonly BudgetFact[], id: string): readonly BudgetFact[] {
  const under = new Set([id]);
  for (let before = 0; before < under.size;) {
    before = under.size;
    for (const line of budget) if ([line.parent, line.of].some((above) => above !== null && under.has(above))) under.add(line.id);
  }
  return budget.filter((line) => !under.has(line.id));
}
