import { placeOf, rankOf, type Marker, type MarkerStyle } from "./markers";

/** What is known of a line before it has its place in the tree. */
export interface TreeEntry {
  readonly marker: Marker | null;
  /** Without its marker. */
  readonly label: string;
  /** What the label says, see `LayoutLine`. */
  readonly total: boolean;
  readonly ofWhich: boolean;
  readonly breakdown: boolean;
  readonly indent: number;
  /** 0 for bold capitals, 1 for bold or capitals, 2 for neither. */
  readonly weight: number;
  readonly hasNumbers: boolean;
  /** A blank row stands above it. */
  readonly apart: boolean;
}

export interface TreeLine {
  readonly depth: number;
  readonly parent: number | null;
  readonly total: boolean;
  readonly ofWhich: boolean;
  readonly breakdown: boolean;
}

/** A line under which others may come. `heading`: an unmarked one, as "Trong đó:". */
interface Open {
  readonly line: number;
  readonly style: MarkerStyle | "heading";
  readonly rank: number;
  readonly place: number;
  readonly bare: string;
  readonly weight: number;
}

/** Unmarked lines under the same marked one: by indent, then by how they stand out. */
interface Unmarked {
  readonly line: number;
  readonly key: number;
}

/** Weights of one indent. */
const WEIGHTS = 4;

/** Places lines in a tree by outline numbers, indents, bold, capitals and words; each of them works without the others. */
export function treeOf(entries: readonly TreeEntry[]): TreeLine[] {
  return new TreeBuilder(entries).build();
}

class TreeBuilder {
  private readonly lines: TreeLine[] = [];
  private readonly styles: readonly (MarkerStyle | null)[];
  /** For each style the lines that have it, from top to bottom, and how many of them are behind. */
  private readonly coming = new Map<MarkerStyle, { readonly at: number[]; next: number }>();
  private open: Open[] = [];
  private unmarked: Unmarked[] = [];
  /** Behind a total: under which line unmarked ones come until the next marked one. */
  private behind: { readonly parent: number | null } | null = null;
  private readonly anyMarker: boolean;
  /** Styles that have lain under one that usually lies deeper: they do so again. */
  private readonly nested = new Set<string>();

  constructor(private readonly entries: readonly TreeEntry[]) {
    this.styles = stylesOf(entries);
    this.anyMarker = this.styles.some((style) => style !== null);
    this.styles.forEach((style, line) => {
      if (style === null) return;
      const list = this.coming.get(style) ?? { at: [], next: 0 };
      list.at.push(line);
      this.coming.set(style, list);
    });
  }

  build(): TreeLine[] {
    this.entries.forEach((entry, line) => {
      const style = this.styles[line] ?? null;
      const parent = style && entry.marker ? this.placeMarked(line, entry, entry.marker, style) : this.placeUnmarked(line, entry);
      this.lines.push({
        depth: parent === null ? 0 : (this.lines[parent]?.depth ?? 0) + 1,
        parent,
        total: entry.total,
        ofWhich: entry.ofWhich || this.continuesOfWhich(line, parent, style),
        breakdown: entry.breakdown,
      });
    });
    return this.lines;
  }

  /** "Trong đó: - NSTW" and the "- NSĐP" after it. */
  private continuesOfWhich(line: number, parent: number | null, style: MarkerStyle | null): boolean {
    const above = this.lines[line - 1];
    return (
      (style === "dash" || style === "plus") &&
      above?.ofWhich === true &&
      above.parent === parent &&
      this.entries[line - 1]?.hasNumbers === true
    );
  }

  private placeMarked(line: number, entry: TreeEntry, marker: Marker, style: MarkerStyle): number | null {
    const place = placeOf(marker, style);
    const rank = rankOf(style);
    this.unmarked = [];
    this.behind = null;
    const prefix = style.startsWith("path") ? marker.bare.replace(/[.,-]\d+$/, "") : null;
    const above = prefix === null ? -1 : this.open.findLastIndex(({ bare }) => bare === prefix);
    const same = this.open.findLastIndex((one) => one.style === style);
    if (above !== -1) this.open.length = above + 1;
    else if (same !== -1 && !this.beginsUnderHeading(same, place)) this.open.length = same;
    else if (same === -1) {
      while (this.open.length > 0) {
        const top = this.open.at(-1);
        if (!top || top.rank <= rank || this.nested.has(`${top.style}>${style}`)) break;
        if (this.goesOn(top, line)) {
          this.nested.add(`${top.style}>${style}`);
          break;
        }
        this.open.pop();
      }
    }
    const parent = this.open.at(-1)?.line ?? null;
    this.open.push({ line, style, rank, place, bare: marker.bare, weight: entry.weight });
    return parent;
  }

  /** Numbers that start anew after "Trong đó:" are under it. */
  private beginsUnderHeading(same: number, place: number): boolean {
    return place === 1 && this.open.slice(same + 1).some(({ style }) => style === "heading");
  }

  /** A style that usually lies deeper than the one that begins at `line`, but whose numbers go on after it: it lies above. */
  private goesOn({ style, place }: Open, line: number): boolean {
    if (style === "heading" || style === "dash" || style === "plus" || style === "star") return false;
    const list = this.coming.get(style);
    if (!list) return false;
    while ((list.at[list.next] ?? Infinity) <= line) list.next++;
    const next = list.at[list.next];
    const marker = next === undefined ? null : this.entries[next]?.marker;
    return marker ? placeOf(marker, style) === place + 1 : false;
  }

  private placeUnmarked(line: number, entry: TreeEntry): number | null {
    const { hasNumbers } = entry;
    const above = this.lines[line - 1];
    if (entry.ofWhich) {
      const beside = above?.ofWhich === true && this.entries[line - 1]?.hasNumbers === true;
      const parent = line === 0 ? null : beside ? above.parent : line - 1;
      if (!hasNumbers) this.openHeading(line, parent, entry);
      return parent;
    }
    if (entry.breakdown && !hasNumbers) {
      const parent = this.brokenDown(line);
      this.openHeading(line, parent, entry);
      return parent;
    }
    // a total over lines that are indented under it is one like others
    const isOver = (this.entries[line + 1]?.indent ?? 0) > entry.indent && this.entries[line + 1]?.marker === null;
    if (entry.total && hasNumbers && !isOver) {
      this.behind = { parent: this.placeTotal(entry) };
      return this.behind.parent;
    }
    while ((this.open.at(-1)?.weight ?? 0) > entry.weight && this.open.at(-1)?.style !== "heading") this.open.pop();
    // words above a total begin another block: "Cơ cấu (%)" | "TỔNG SỐ"
    const next = this.entries[line + 1];
    if (!hasNumbers && next?.total === true && next.marker === null) {
      this.open = [];
      this.unmarked = [];
    }
    const own = entry.indent * WEIGHTS + entry.weight;
    const heads = this.isHeading(line, entry);
    const key = heads ? own - 0.5 : own;
    while ((this.unmarked.at(-1)?.key ?? -Infinity) >= key) this.unmarked.pop();
    const parent = this.unmarked.at(-1)?.line ?? (this.behind ? this.behind.parent : (this.open.at(-1)?.line ?? null));
    this.unmarked.push({ line, key });
    return parent;
  }

  /** A total that no number marks stands beside what it adds up: under the heading of its own block, else at the top. */
  private placeTotal(entry: TreeEntry): number | null {
    const named = /\s\(?([IVX]+|[A-ZĐ]|\d{1,2})\)?[.:]?$/.exec(entry.label)?.[1];
    const line = named === undefined ? undefined : this.open.findLast(({ bare }) => bare === named)?.line;
    if (line !== undefined) return line;
    const block = this.unmarked.findLast((one) => this.entries[one.line]?.hasNumbers === false);
    this.unmarked = block && !this.anyMarker ? [block] : [];
    return this.unmarked[0]?.line ?? null;
  }

  private openHeading(line: number, parent: number | null, { weight }: TreeEntry): void {
    while (this.open.length > 0 && (this.open.at(-1)?.line ?? 0) > (parent ?? -1)) this.open.pop();
    this.unmarked = [];
    this.behind = null;
    this.open.push({ line, style: "heading", rank: (this.open.at(-1)?.rank ?? 0) + 0.01, place: 0, bare: "", weight });
  }

  /** What a heading "Phân theo …" breaks down: what the one before it does, else the line above. */
  private brokenDown(line: number): number | null {
    const before = this.open.find(({ style, line: at }) => style === "heading" && this.lines[at]?.breakdown === true);
    return before ? (this.lines[before.line]?.parent ?? null) : line === 0 ? null : line - 1;
  }

  /** An unmarked line without numbers under which the next ones belong. */
  private isHeading(line: number, { label, hasNumbers, indent, weight, apart }: TreeEntry): boolean {
    const next = this.entries[line + 1];
    if (hasNumbers || !next) return false;
    return label.endsWith(":") || apart || weight < next.weight || next.indent > indent || (!this.anyMarker && next.hasNumbers);
  }
}

/** Single letters that are Roman numbers too, with the letters before and after each in the alphabet. */
const BETWEEN: Readonly<Record<string, readonly [before: readonly string[], after: readonly string[]]>> = {
  I: [["H"], ["K", "J"]],
  V: [
    ["U", "Ư"],
    ["X", "W"],
  ],
  X: [["V"], ["Y"]],
};
const NEXT_ROMAN: Readonly<Record<string, string>> = { I: "II", V: "VI", X: "XI" };
const BEFORE_ROMAN: Readonly<Record<string, string>> = { V: "IV", X: "IX" };

/** The style of each marked line; a bare "I" is a Roman number or the letter, by what stands before and after it. */
function stylesOf(entries: readonly TreeEntry[]): (MarkerStyle | null)[] {
  const styles = entries.map(({ marker }) => (marker && marker.styles.length === 1 ? (marker.styles[0] ?? null) : null));
  for (const [roman, letter] of [
    ["roman", "letter"],
    ["smallRoman", "small"],
  ] as const) {
    const of = (line: number): string => (entries[line]?.marker?.bare ?? "").toUpperCase();
    const own = entries.flatMap(({ marker }, line) =>
      marker?.styles.some((style) => style.endsWith(roman) || style.endsWith(letter)) && !(marker.styles[0] ?? "").startsWith("(")
        ? [line]
        : [],
    );
    own.forEach((line, index) => {
      const marker = entries[line]?.marker;
      if (!marker || marker.styles.length === 1) return;
      const bare = of(line);
      const [before, after] = BETWEEN[bare] ?? [[], []];
      const lastLetter = own.slice(Math.max(0, index - LOOK), index).findLast((at) => styles[at]?.endsWith(letter));
      const lastRoman = own.slice(Math.max(0, index - LOOK), index).findLast((at) => styles[at]?.endsWith(roman));
      const follows = lastLetter !== undefined && before.includes(of(lastLetter));
      const coming = own
        .slice(index + 1, index + 1 + LOOK)
        .map(of)
        .find((text) => after.includes(text) || text === NEXT_ROMAN[bare]);
      const isLetter =
        bare === "I"
          ? follows && (coming === undefined ? lastRoman === undefined : after.includes(coming))
          : follows && (lastRoman === undefined || of(lastRoman) !== BEFORE_ROMAN[bare]);
      styles[line] = marker.styles.find((style) => style.endsWith(isLetter ? letter : roman)) ?? marker.styles[0] ?? null;
    });
  }
  // what is still open is a single style of brackets, or of no list of letters
  return styles.map((style, line) => style ?? entries[line]?.marker?.styles[0] ?? null);
}

/** So many letters and Roman numbers before and after are looked at. */
const LOOK = 40;
