import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useSession } from "../use-session";

// Fluent's Menu would bring 20 kB into the pane's first look.
const useStyles = makeStyles({
  root: { position: "relative", alignSelf: "center", marginInlineEnd: tokens.spacingHorizontalS },
  menu: {
    position: "absolute",
    insetInlineEnd: 0,
    top: "100%",
    zIndex: 1,
    minWidth: "160px",
    padding: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  item: { width: "100%", justifyContent: "flex-start" },
});

/** The button "…": what is seldom needed. Escape and a click elsewhere close it. */
export function MoreMenu() {
  const styles = useStyles();
  const { session, words } = useSession();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const menu = useId();

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const leave = ({ target }: Event): void => {
      if (!(target instanceof Node && root.current?.contains(target))) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open]);

  const escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    root.current?.querySelector("button")?.focus();
  };

  return (
    <div ref={root} className={styles.root} onKeyDown={escape}>
      <Button
        appearance="subtle"
        size="small"
        icon={<MoreHorizontalRegular />}
        aria-label={words.more.label}
        title={words.more.label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menu : undefined}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div id={menu} role="menu" aria-label={words.more.label} className={styles.menu}>
          <Button
            role="menuitem"
            appearance="subtle"
            className={styles.item}
            onClick={() => {
              setOpen(false);
              session.showSelfTest(true);
            }}
          >
            {words.more.selfTest}
          </Button>
        </div>
      )}
    </div>
  );
}
