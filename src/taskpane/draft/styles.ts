import { makeStyles, tokens } from "@fluentui/react-components";

/** What the parts of this section share. */
export const useDraftStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  /** A file is held over it. */
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: "2px", borderRadius: tokens.borderRadiusMedium },
  column: { display: "flex", flexDirection: "column" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
  note: { color: tokens.colorNeutralForeground3 },
  list: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyle: "none",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  /** Takes a line of its own in a row once there is something in it. */
  status: { flexBasis: "100%", minWidth: 0, ":empty": { display: "none" } },
  narrow: { minWidth: 0, "& input": { minWidth: 0, width: "100%" } },
  choice: { minWidth: 0, "& select": { width: "100%", minWidth: 0, textOverflow: "ellipsis" } },
});
