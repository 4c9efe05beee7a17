import { Subtitle2, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  title: { margin: 0 },
  summary: { cursor: "pointer", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
});

interface FoldedProps {
  readonly title: string;
  readonly children: ReactNode;
  /** A small part within another one, not one of the place. */
  readonly small?: boolean;
  /** Whether it is unfolded, where somebody keeps it; `onFold` is told of each change. */
  readonly open?: boolean;
  readonly onFold?: (open: boolean) => void;
}

/** A part of the place that is there for those who ask for it. */
export function Folded({ title, children, small = false, open, onFold }: FoldedProps) {
  const styles = useStyles();
  return (
    <details
      {...(open === undefined ? {} : { open })}
      onToggle={({ currentTarget }) => currentTarget.open !== open && onFold?.(currentTarget.open)}
    >
      <summary className={styles.summary}>
        {small ? (
          title
        ) : (
          <Subtitle2 as="h2" className={styles.title}>
            {title}
          </Subtitle2>
        )}
      </summary>
      {children}
    </details>
  );
}
