import { Caption1, Subtitle2, makeStyles } from "@fluentui/react-components";
import type { Weight } from "../../app";
import type { FindingItem } from "../check-view";
import { useSession } from "../use-session";
import { FindingList } from "./finding-list";
import { Folded } from "./folded";

const useStyles = makeStyles({
  title: { margin: 0 },
});

/** The open findings of one weight; what is the document's own says so; information stays folded until somebody asks for it. */
export function FindingGroup({ weight, items }: { readonly weight: Weight; readonly items: readonly FindingItem[] }) {
  const styles = useStyles();
  const { words } = useSession();
  const title = words.check.group(words.check.groups[weight], items.length);
  if (weight === "info") {
    return (
      <Folded title={title}>
        <FindingList items={items} label={title} />
      </Folded>
    );
  }
  return (
    <section>
      <Subtitle2 as="h2" block className={styles.title}>
        {title}
      </Subtitle2>
      {weight === "document" && <Caption1 block>{words.check.byDocument}</Caption1>}
      <FindingList items={items} label={title} />
    </section>
  );
}

/** What waits for an answer. */
export function QuestionGroup({ items }: { readonly items: readonly FindingItem[] }) {
  const styles = useStyles();
  const { words } = useSession();
  const title = words.check.questions(items.length);
  return (
    <section>
      <Subtitle2 as="h2" block className={styles.title}>
        {title}
      </Subtitle2>
      <FindingList items={items} label={title} />
    </section>
  );
}

/** What people have explained: out of the way, and not counted. */
export function ExplainedGroup({ items }: { readonly items: readonly FindingItem[] }) {
  const { words } = useSession();
  const title = words.check.explained(items.length);
  return (
    <Folded title={title}>
      <FindingList items={items} label={title} />
    </Folded>
  );
}
