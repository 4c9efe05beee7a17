import type { Parts } from "../../bytes";
import { blockSteps, child, isOn, valueOf, wholeNumber, type Element } from "./tree";

/** What of a style is read. */
interface Style {
  readonly basedOn: string | undefined;
  /** Of the list that paragraphs of this style are numbered by; "0": by none. */
  readonly numId: string | undefined;
  readonly level: number | undefined;
  readonly hidden: boolean | undefined;
}

export interface Styles {
  /** The list and level of a paragraph style, its own or those of the one that it is based on. */
  readonly numbering: (id: string | undefined) => Pick<Style, "numId" | "level">;
  /** Whether text of the style of a paragraph or of signs is hidden; undefined where none says so. */
  readonly hidden: (id: string | undefined) => boolean | undefined;
}

/** No style is based on another through more of them. */
const MOST_BASES = 20;

/** The styles of a document; none where it has no such part. In steps; throws UnreadableBytes. */
export function* stylesSteps(parts: Parts, part: string | undefined): Generator<void, Styles> {
  const styles = new Map<string, Style>();
  let usual: string | undefined;
  const bytes = part === undefined ? undefined : parts.get(part);
  if (part !== undefined && bytes) {
    yield* blockSteps(part, bytes, ["styles"], (block) => {
      const { styleId, type, default: isDefault } = block.attributes;
      if (block.name !== "style" || styleId === undefined) return;
      styles.set(styleId, styleOf(block));
      if (type === "paragraph" && (isDefault === "1" || isDefault === "true")) usual = styleId;
    });
  }
  const first = <T>(id: string | undefined, of: (style: Style) => T | undefined): T | undefined => {
    let style = styles.get(id ?? "");
    for (let bases = 0; style && bases < MOST_BASES; bases += 1) {
      const value = of(style);
      if (value !== undefined) return value;
      style = styles.get(style.basedOn ?? "");
    }
    return undefined;
  };
  return {
    numbering: (id = usual) => ({ numId: first(id, ({ numId }) => numId), level: first(id, ({ level }) => level) }),
    hidden: (id) => first(id, ({ hidden }) => hidden),
  };
}

function styleOf(block: Element): Style {
  const numbered = child(child(block, "pPr"), "numPr");
  return {
    basedOn: valueOf(block, "basedOn"),
    numId: valueOf(numbered, "numId"),
    level: wholeNumber(valueOf(numbered, "ilvl")),
    hidden: isOn(child(block, "rPr"), "vanish"),
  };
}
