import { dueAfter } from "../../../base";
import type { Layout } from "../layout";
import { fixedPattern, type Pattern } from "./pattern";
import { valueAt, type Way } from "./way";

/** So many lines are looked at before others may run. */
const STEP = 10_000;

/** Lines under a line, as the outline has them: each line and what lies right under it, headings without numbers stepped over. In steps. */
export function* treePatterns(layout: Layout, way: Way): Generator<void, Pattern[]> {
  if (way.axis !== "column") return [];
  const { lines } = layout;
  const placeOf = new Map(way.places.map((line, place) => [line, place]));
  const under: number[][] = lines.map(() => []);
  const roots: number[] = [];
  lines.forEach(({ parent }, line) => (parent === null ? roots : (under[parent] ?? roots)).push(line));
  yield;
  const hasNumbers = way.places.map((_, place) => way.tracks.some((_, track) => !Number.isNaN(valueAt(way, track, place))));
  yield;
  const bare = (line: number) => hasNumbers[placeOf.get(line) ?? -1] !== true;
  /** The lines that a list of lines comes to where headings hold no numbers. */
  const flat = (list: readonly number[]): number[] =>
    list.flatMap((line) => {
      if (lines[line]?.breakdown === true || lines[line]?.ofWhich === true) return [];
      return bare(line) && (under[line] ?? []).length > 0 ? flat(under[line] ?? []) : [line];
    });
  const made = (total: number, parts: readonly number[]): Pattern[] => {
    const at = placeOf.get(total);
    const places = parts.flatMap((line) => (line === total ? [] : (placeOf.get(line) ?? [])));
    return at === undefined || places.length === 0 ? [] : [fixedPattern(way, at, places, { kind: "tree", cost: 0 })];
  };
  // one with lines of its own adds up those, and not the headlines beside it
  const totals = roots.filter((line) => lines[line]?.total === true && !bare(line) && flat(under[line] ?? []).length === 0);
  const isDue = dueAfter(STEP);
  const found: Pattern[] = [];
  for (const line of totals) {
    const siblings = siblingsOf(lines, roots, line);
    if (isDue(siblings.length)) yield;
    found.push(...made(line, flat(siblings)));
  }
  yield;
  const within = (line: number): Pattern[] => {
    const list = under[line] ?? [];
    if (list.length === 0) return [];
    const whole = bare(line) ? (lines[line]?.parent ?? null) : line;
    if (lines[line]?.breakdown === true) {
      // headings "Phân theo …" lie under what they break down, or right after it
      const broken = whole ?? lastWith(lines, line, bare);
      return broken === null ? [] : made(broken, flat(list));
    }
    return bare(line) ? [] : made(line, flat(list));
  };
  for (let line = 0; line < lines.length; line++) {
    found.push(...within(line));
    if (isDue(1 + (under[line]?.length ?? 0))) yield;
  }
  return found;
}

/** What a total at the top adds up that does not lie under it: what follows it where it is the first line, else what is above it. */
function siblingsOf(lines: Layout["lines"], roots: readonly number[], total: number): number[] {
  const others = total === roots[0] ? roots.slice(1) : roots.slice(0, roots.indexOf(total));
  const end = others.findLastIndex((line) => lines[line]?.total === true);
  return total === roots[0] ? others.filter((line) => lines[line]?.total !== true) : others.slice(end + 1);
}

/** The line above a heading that it breaks down: the last total before it, or the last line that lies higher. */
function lastWith(lines: Layout["lines"], before: number, bare: (line: number) => boolean): number | null {
  const depth = lines[before]?.depth ?? 0;
  const find = (fits: (line: Layout["lines"][number]) => boolean): number | null => {
    for (let at = before - 1; at >= 0; at--) {
      const line = lines[at];
      if (line && !bare(at) && fits(line)) return at;
    }
    return null;
  };
  return find((line) => line.total && line.depth <= depth) ?? find((line) => line.depth < depth);
}
