import type { Parts } from "../../bytes";
import { writeNumber } from "./number-label";
import { isSymbolFont, shown, symbolOf } from "../symbols";
import { blockSteps, child, elements, isOn, valueOf, wholeNumber, type Element } from "./tree";

/** A level of a list. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2." with the numbers of the levels from 1 on. */
  readonly text: string;
  /** After which level (from 1) it begins anew; 0: never; undefined: after each above it. */
  readonly restart: number | undefined;
  /** All of its numbers are written in digits. */
  readonly digits: boolean;
  readonly gap: string;
  readonly style: string | undefined;
}

/** How lists look; several of them may be counted as one. */
interface Looks {
  readonly levels: ReadonlyMap<number, Level>;
  /** The style that has these looks, and the style whose looks these are. */
  readonly styleLink: string | undefined;
  readonly numStyleLink: string | undefined;
}

interface List {
  readonly looks: string;
  /** What this list has of its own: levels, and numbers with which they begin. */
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

export interface Numbering {
  /** The level that paragraphs of a style have in a list; undefined where the list does not say. */
  readonly levelOf: (numId: string, style: string | undefined) => number | undefined;
  /** Counts a paragraph and says what stands before it, with the gap after it: "1.1. ", "• "; "" where it has no number. */
  readonly next: (numId: string, level: number) => string;
}

const MOST_LEVELS = 9;
const MOST_LINKS = 5;

/** The lists of a document; in steps. Throws UnreadableBytes. */
export function* numberingSteps(parts: Parts, part: string | undefined): Generator<void, Numbering> {
  const looks = new Map<string, Looks>();
  const lists = new Map<string, List>();
  const bytes = part === undefined ? undefined : parts.get(part);
  if (part !== undefined && bytes) {
    yield* blockSteps(part, bytes, ["numbering"], (block) => {
      const { abstractNumId, numId } = block.attributes;
      if (block.name === "abstractNum" && abstractNumId !== undefined) looks.set(abstractNumId, looksOf(block));
      if (block.name === "num" && numId !== undefined) lists.set(numId, listOf(block));
    });
  }
  return counting(looks, lists);
}

function looksOf(block: Element): Looks {
  return {
    levels: levelsIn(block), styleLink: valueOf(block, "styleLink"), numStyleLink: valueOf(block, "numStyleLink"),
  };
}

function listOf(block: Element): List {
  const overrides = elements(block).filter(({ name }) => name === "lvlOverride");
  const starts = overrides.flatMap((each): [number, number][] => {
    const [level, start] = [wholeNumber(each.attributes.ilvl), wholeNumber(valueOf(each, "startOverride"))];
    return level === undefined || start === undefined ? [] : [[level, start]];
  });
  return {
    looks: valueOf(block, "abstractNumId") ?? "",
    levels: new Map(overrides.flatMap((each) => [...levelsIn(each)])),
    starts: new Map(starts),
  };
}

function levelsIn(block: Element): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const each of elements(block)) {
    const at = wholeNumber(each.attributes.ilvl);
    if (each.name === "lvl" && at !== undefined && at >= 0 && at < MOST_LEVELS) levels.set(at, levelOf(each));
  }
  return levels;
}

function levelOf(block: Element): Level {
  // a format of a later version stands beside one that every version knows, which comes last
  const choices = elements(block).filter(({ name }) => name === "AlternateContent").flatMap(elements);
  const format = choices.reduce((known, choice) => valueOf(choice, "numFmt") ?? known, valueOf(block, "numFmt")) ?? "decimal";
  const fonts = child(child(block, "rPr"), "rFonts")?.attributes;
  const text = valueOf(block, "lvlText") ?? "";
  return {
    start: wholeNumber(valueOf(block, "start")) ?? 0,
    format,
    text: format === "bullet" ? bullet(text, fonts?.ascii ?? fonts?.hAnsi ?? "") : shown(text, ""),
    restart: wholeNumber(valueOf(block, "lvlRestart")),
    digits: isOn(block, "isLgl") ?? false,
    gap: valueOf(block, "suff") === "nothing" ? "" : " ",
    style: valueOf(block, "pStyle"),
  };
}

/** Dashes and pluses are the marks of an administrative text; every other sign of a list is a bullet. */
function bullet(text: string, font: string): string {
  const sign = text.trim();
  const code = sign.codePointAt(0) ?? 0;
  const seen = isSymbolFont(font) || code >= 0xf000 ? symbolOf(code, font) : sign;
  if (seen !== null && /^[-\u2010-\u2015\u2212]$/.test(seen)) return "-";
  return seen === "+" || seen === "*" ? seen : "•";
}

function counting(looks: ReadonlyMap<string, Looks>, lists: ReadonlyMap<string, List>): Numbering {
  /** What the lists of the same looks have come to, level by level. */
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  const byStyle = new Map([...looks].flatMap(([id, { styleLink }]) => (styleLink === undefined ? [] : [[styleLink, id] as const])));

  const looksIdOf = (list: List): string => {
    let id = list.looks;
    for (let links = 0; links < MOST_LINKS; links += 1) {
      const style = looks.get(id)?.numStyleLink;
      const linked = style === undefined ? undefined : byStyle.get(style);
      if (linked === undefined || linked === id) break;
      id = linked;
    }
    return id;
  };

  const next = (numId: string, level: number): string => {
    const list = lists.get(numId);
    if (!list) return "";
    const id = looksIdOf(list);
    const of = (at: number): Level | undefined => list.levels.get(at) ?? looks.get(id)?.levels.get(at);
    const current = of(level);
    if (!current) return "";
    const counted = counts.get(id) ?? [];
    counts.set(id, counted);
    const start = list.starts.get(level);
    const key = `${numId}:${level}`;
    if (start !== undefined && !begun.has(key)) counted[level] = start;
    else counted[level] = (counted[level] ?? (start ?? current.start) - 1) + 1;
    begun.add(key);
    for (let below = level + 1; below < MOST_LEVELS; below += 1) {
      const restart = of(below)?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) counted[below] = undefined;
    }
    if (current.format === "bullet") return `${current.text}${current.gap}`;
    const label = current.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const named = of(at);
      const number = counted[at] ?? list.starts.get(at) ?? named?.start ?? 1;
      const format = named?.format ?? "decimal";
      return writeNumber(number, current.digits && format !== "none" ? "decimal" : format);
    });
    return label.trim() === "" ? "" : `${label.trim()}${current.gap}`;
  };

  const levelOfStyle = (numId: string, style: string | undefined): number | undefined => {
    const list = lists.get(numId);
    if (!list || style === undefined) return undefined;
    const levels = [...(looks.get(looksIdOf(list))?.levels ?? []), ...list.levels];
    return levels.find(([, each]) => each.style === style)?.[0];
  };
  return { levelOf: levelOfStyle, next };
}
