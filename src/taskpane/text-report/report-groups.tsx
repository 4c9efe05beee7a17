import { Caption1, MessageBar, MessageBarBody, Subtitle2, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { paneTextWordsOf } from "../../i18n/pane-text";
import { Folded } from "../parts/folded";
import { useSession } from "../use-session";
import type { ReportGroup, ReportItem, ReportView } from "./report-view";
import { BARE_BUTTON, LINED_ITEM, LINED_LIST } from "../parts/shapes";

const useStyles = makeStyles({
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
  title: { margin: 0 },
  list: { ...LINED_LIST, margin: `${tokens.spacingVerticalXS} 0 0` },
  item: { ...LINED_ITEM, overflowWrap: "anywhere" },
  go: { ...BARE_BUTTON, ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover } },
  place: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForegroundLink },
  block: { display: "block" },
  figure: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** How much differs, or that nothing does, or why nothing was compared. */
export function ReportOutcome({ view: { lack, counts, clean } }: { readonly view: ReportView }) {
  const styles = useStyles();
  return (
    <MessageBar intent={lack !== null || !clean ? "info" : "success"} layout="multiline">
      <MessageBarBody className={styles.body}>{lack ?? counts}</MessageBarBody>
    </MessageBar>
  );
}

/** What differs first and open, the rest folded. */
export function ReportGroups({ groups }: { readonly groups: readonly ReportGroup[] }) {
  const styles = useStyles();
  const words = paneTextWordsOf(useSession().state.lang);
  return groups.map(({ verdict, title, count, items }) => {
    const head = `${title} (${count})`;
    const list = (
      <>
        <ul role="list" className={styles.list} aria-label={head}>
          {items.map((item) => (
            <li key={item.id}>
              <Item item={item} />
            </li>
          ))}
        </ul>
        {count > items.length && <Caption1 block>{words.more(count - items.length)}</Caption1>}
      </>
    );
    return verdict === "differs" ? (
      <section key={verdict} aria-label={head}>
        <Subtitle2 as="h2" block className={styles.title}>
          {head}
        </Subtitle2>
        {list}
      </section>
    ) : (
      <Folded key={verdict} title={head}>
        {words.hints[verdict] !== "" && <Caption1 block>{words.hints[verdict]}</Caption1>}
        {list}
      </Folded>
    );
  });
}

/** A figure in its sentence; where there is a cell, a way to it. */
function Item({ item: { quote, at, place, name, told } }: { readonly item: ReportItem }) {
  const styles = useStyles();
  const { session } = useSession();
  const said = (
    <>
      {at && (
        <span className={styles.block}>
          <span className={styles.place}>{place}</span> {name}
        </span>
      )}
      {told !== "" && <span className={styles.block}>{told}</span>}
      <Caption1 className={styles.block} lang="vi">
        {quote.before}
        <mark className={styles.figure}>{quote.figure}</mark>
        {quote.after}
      </Caption1>
    </>
  );
  if (!at) return <div className={styles.item}>{said}</div>;
  return (
    <button type="button" role="link" className={mergeClasses(styles.item, styles.go)} onClick={() => void session.goTo(at)}>
      {said}
    </button>
  );
}
