import { tokens, type GriffelStyle } from "@fluentui/react-components";

// What sections of the pane share in `makeStyles`.

/** A section with a line round it, its parts below each other. */
export const SECTION_BOX = {
  display: "flex",
  flexDirection: "column",
  gap: tokens.spacingVerticalM,
  padding: tokens.spacingHorizontalM,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  borderRadius: tokens.borderRadiusMedium,
  overflowWrap: "anywhere",
} satisfies GriffelStyle;

/** A list whose items are parted by lines. */
export const LINED_LIST = {
  margin: 0,
  padding: 0,
  listStyle: "none",
  display: "flex",
  flexDirection: "column",
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  borderRadius: tokens.borderRadiusMedium,
  "> li + li": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
} satisfies GriffelStyle;

/** An item of such a list. */
export const LINED_ITEM = {
  display: "block",
  boxSizing: "border-box",
  width: "100%",
  textAlign: "start",
  font: "inherit",
  color: "inherit",
  padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
} satisfies GriffelStyle;

/** A button that looks like what it shows. */
export const BARE_BUTTON = {
  border: "none",
  background: "none",
  cursor: "pointer",
  ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
} satisfies GriffelStyle;

/** A card that is one button. */
export const CARD_BUTTON = {
  ...BARE_BUTTON,
  textAlign: "start",
  font: "inherit",
  color: "inherit",
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  borderRadius: tokens.borderRadiusMedium,
  overflowWrap: "anywhere",
} satisfies GriffelStyle;
