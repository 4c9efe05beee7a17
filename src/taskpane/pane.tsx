import { makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useId, useRef } from "react";
import { useKeptFocus } from "./focus-keeper";
import { LanguageSwitch } from "./parts/language-switch";
import { MoreMenu } from "./parts/more-menu";
import { NoticeBar } from "./parts/notice-bar";
import { PlacesTabs, tabId } from "./parts/places-tabs";
import { ProblemBar } from "./parts/problem-bar";
import { UndoBar } from "./parts/undo-bar";
import { Working } from "./parts/working";
import { CheckPlace } from "./places/check";
import { CreatePlace } from "./places/create";
import { SummaryPlace } from "./places/summary";
import type { Place } from "./state";
import { useSession } from "./use-session";

const PLACES: Readonly<Record<Place, () => React.JSX.Element>> = { create: CreatePlace, check: CheckPlace, summary: SummaryPlace };
/** Few open it: it comes when it is asked for. */
const SelfTestPlace = lazy(() => import("./places/self-test"));
const ORDER: readonly Place[] = ["create", "check", "summary"];

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });
const useStyles = makeStyles({
  pane: {
    height: "100vh",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  product: { position: "absolute", width: "1px", height: "1px", margin: 0, overflow: "hidden", clipPath: "inset(50%)" },
  tabs: { display: "flex", justifyContent: "space-between", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  main: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  place: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    // what is longer than the pane scrolls; nothing is squeezed
    "> *": { flexShrink: 0 },
  },
});

/** The three places, what went wrong above them and the way back below. */
export function Pane() {
  usePageStyles();
  const styles = useStyles();
  const { session, state, words } = useSession();
  const place = useRef<HTMLDivElement>(null);
  const panel = useId();
  const Shown = PLACES[state.place];
  useKeptFocus(place);
  useEffect(() => void session.start(), [session]);
  useEffect(() => {
    document.documentElement.lang = state.lang;
    document.title = words.product;
  }, [state.lang, words]);
  return (
    <div className={styles.pane}>
      <header>
        {/* Excel shows the name above the pane; this is for those who cannot see it. */}
        <h1 className={styles.product}>{words.product}</h1>
        <div className={styles.tabs}>
          <PlacesTabs places={ORDER} panel={panel} />
          <MoreMenu />
        </div>
      </header>
      <main className={styles.main}>
        <ProblemBar />
        <NoticeBar />
        <div ref={place} id={panel} className={styles.place} role="tabpanel" aria-labelledby={tabId(state.place)} tabIndex={-1}>
          {state.selfTest.shown ? (
            <Suspense fallback={<Working label={words.create.loading} />}>
              <SelfTestPlace />
            </Suspense>
          ) : (
            <Shown />
          )}
        </div>
      </main>
      <footer>
        <UndoBar />
        <LanguageSwitch />
      </footer>
    </div>
  );
}
