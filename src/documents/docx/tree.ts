import { xmlSteps, type Attributes } from "../../bytes";

/** An element of a part: its names and those of its attributes without their prefix, so that transitional and strict files are one. */
export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (Element | string)[];
}

/** An element that is being read. */
interface Open {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: (Element | string)[];
}

/** Elements in elements, as deep as the worst of real documents (tables in text boxes in tables) and no deeper. */
const MAX_DEPTH = 250;

/** Of these only some children say what is read; the others, most of a document, are how it looks. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  rPr: ["vanish", "specVanish", "vertAlign", "rStyle", "rFonts", "del", "moveFrom"],
  pPr: ["pStyle", "numPr", "rPr"],
  tcPr: ["gridSpan", "vMerge", "hMerge", "cellDel"],
  trPr: ["gridBefore", "gridAfter", "del", "moveFrom"],
};
/** Nothing in these is read: how it looks, where it is, and what was before a tracked change. */
const LEFT_OUT = new Set([
  "sectPr", "tblPr", "tblPrEx", "tblGrid", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "delText", "delInstrText",
  "sdtEndPr", "smartTagPr", "customXmlPr", "rt", "ctrlPr", "annotation", "annotationRef", "footnoteRef", "endnoteRef",
]);
const USED = new Set([
  "val", "id", "ilvl", "abstractNumId", "numId", "styleId", "type", "default", "char", "font", "ascii", "hAnsi", "fldCharType", "instr",
  "cx", "cy", "style", "ProgID",
]);

/**
 * Reads a part and tells its blocks, one after the other: the elements right inside of `containers`, which lie in each other from the root
 * down. In steps, between which others may run; whether there were such containers. Throws UnreadableBytes.
 */
export function* blockSteps(
  part: string, bytes: Uint8Array, containers: readonly string[], told: (block: Element) => void,
): Generator<void, boolean> {
  const open: Open[] = [];
  // how many of the containers are open, and how deep an element stands of which nothing is read
  let inside = 0;
  let skipped = 0;
  let isThere = false;
  let depth = 0;
  yield* xmlSteps(
    part,
    bytes,
    {
      open(name, attributes) {
        depth += 1;
        if (skipped > 0) skipped += 1;
        else if (open.length === 0 && depth === inside + 1 && name === containers[inside]) isThere = ++inside === containers.length;
        else if (inside < containers.length || isLeftOut(name, open.at(-1)?.name ?? "")) skipped = 1;
        else open.push({ name, attributes: used(attributes), children: [] });
      },
      close() {
        depth -= 1;
        if (skipped > 0) {
          skipped -= 1;
          return;
        }
        const closed = open.pop();
        const parent = open.at(-1);
        if (!closed) inside -= 1;
        else if (parent) parent.children.push(closed);
        else told(closed);
      },
      text(text) {
        const last = open.at(-1);
        // blanks between elements are no content
        if (skipped === 0 && last && (last.name === "t" || last.name === "instrText")) last.children.push(text);
      },
    },
    { depth: MAX_DEPTH },
  );
  return isThere;
}

function isLeftOut(name: string, parent: string): boolean {
  const kept = KEPT[parent];
  return kept ? !kept.includes(name) : LEFT_OUT.has(name) || name.endsWith("Change");
}

const NO_ATTRIBUTES: Attributes = {};

function used(attributes: Attributes): Attributes {
  let kept: Record<string, string> | null = null;
  for (const [name, value] of Object.entries(attributes)) {
    const local = name.slice(name.indexOf(":") + 1);
    if (USED.has(local)) (kept ??= {})[local] = value;
  }
  return kept ?? NO_ATTRIBUTES;
}

/** The first child of that name; undefined where there is none. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each): each is Element => typeof each !== "string" && each.name === name);
}

/** The children that are elements. */
export function elements(element: Element): Element[] {
  return element.children.filter((each) => typeof each !== "string");
}

/** What `val` of the child of that name says; undefined where there is none. */
export function valueOf(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.val;
}

/** Whether a property that is on or off is on; undefined where it is not there. */
export function isOn(element: Element | undefined, name: string): boolean | undefined {
  const property = child(element, name);
  return property && !["0", "false", "off", "none"].includes(property.attributes.val ?? "");
}

/** A whole number of an attribute; undefined where there is none. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}
