import { Subtitle2, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Severity } from "../../app";
import type { FindingItem } from "../check-view";
import { useSession } from "../use-session";
import { FindingList } from "./finding-list";

const useStyles = makeStyles({
  title: { margin: 0 },
  summary: { cursor: "pointer", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});

/** The open findings of one severity; information stays folded until somebody asks for it. */
export function FindingGroup({ severity, items }: { readonly severity: Severity; readonly items: readonly FindingItem[] }) {
  const styles = useStyles();
  const { words } = useSession();
  const title = words.check.group(words.check.groups[severity], items.length);
  if (severity === "info") {
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

/** A part of the result that is there for those who ask for it. */
export function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>
        <Subtitle2 as="h2" className={styles.title}>
          {title}
        </Subtitle2>
      </summary>
      {children}
    </details>
  );
}
