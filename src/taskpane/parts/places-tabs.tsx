import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent } from "react";
import type { Place } from "../state";
import { useSession } from "../use-session";

// Fluent's TabList surrounds its tabs with hidden elements that take the focus, which checkers of accessibility refuse, and
// brings 20 kB for it; this is the same pattern in the same looks.
const useStyles = makeStyles({
  list: { display: "flex", paddingInline: tokens.spacingHorizontalXXS },
  tab: {
    position: "relative",
    border: "none",
    background: "none",
    font: "inherit",
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalMNudge}`,
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { color: tokens.colorNeutralForeground2Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::after": {
      content: '""',
      position: "absolute",
      insetInline: tokens.spacingHorizontalMNudge,
      bottom: 0,
      borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
});

/** The three places as tabs: one stop of the Tab key, moved along by the arrows. */
export function PlacesTabs({ places, panel }: { readonly places: readonly Place[]; readonly panel: string }) {
  const styles = useStyles();
  const { session, state, words } = useSession();
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent): void => {
    const here = places.indexOf(state.place);
    const to = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: places.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + places.length) % places.length;
    const place = places[index];
    if (place) session.visit(place);
    list.current?.querySelectorAll("button")[index]?.focus();
  };

  return (
    <div ref={list} role="tablist" aria-label={words.placesLabel} className={styles.list} onKeyDown={move}>
      {places.map((place) => (
        <button
          key={place}
          type="button"
          role="tab"
          id={tabId(place)}
          aria-selected={place === state.place}
          aria-controls={panel}
          tabIndex={place === state.place ? 0 : -1}
          className={mergeClasses(styles.tab, place === state.place && styles.chosen)}
          onClick={() => session.visit(place)}
        >
          {words.places[place]}
        </button>
      ))}
    </div>
  );
}

/** The id of a place's tab, which names its panel. */
export function tabId(place: Place): string {
  return `tab-${place}`;
}
