import { Checkbox } from "@fluentui/react-components";
import type { TableKind } from "../../app";
import { Folded } from "../parts/folded";
import { LayoutChoice, UnitChoice } from "../parts/choice-form";
import { useSession } from "../use-session";
import { useDraftStyles } from "./styles";

/** Which tables are made, in which unit of money and how the budget is laid out. */
export function TablesPart({ facts }: { readonly facts: readonly TableKind[] }) {
  const styles = useDraftStyles();
  const { session, state, words } = useSession();
  const { unit, layout } = state.draft;
  const kinds = state.draft.kinds ?? facts;
  const all = state.work?.TABLE_KINDS ?? [];
  return (
    <Folded title={words.create.tables} small>
      <div className={styles.box}>
        <div role="group" aria-label={words.create.tables} className={styles.column}>
          {all.map((kind) => (
            <Checkbox
              key={kind}
              label={facts.includes(kind) ? words.create.kinds[kind] : words.create.blank(words.create.kinds[kind])}
              checked={kinds.includes(kind)}
              onChange={(_, { checked }) =>
                session.fillDraft({ kinds: all.filter((one) => (one === kind ? checked === true : kinds.includes(one))) })
              }
            />
          ))}
        </div>
        <UnitChoice unit={unit} choose={(next) => session.fillDraft({ unit: next })} />
        {kinds.includes("budget") && <LayoutChoice layout={layout} choose={(next) => session.fillDraft({ layout: next })} />}
      </div>
    </Folded>
  );
}
