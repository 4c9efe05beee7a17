import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import table from "./rooms.json";

/** What a room may do; the one table is rooms.json, from which .dependency-cruiser.cjs makes the fences. */
export interface Room {
  /** Rooms whose values and types it may import. */
  readonly imports: readonly string[];
  /** Rooms of which it may import types alone. */
  readonly types?: readonly string[];
  /** Sides of the workbook that its main file, and nothing else, may choose. */
  readonly main?: readonly string[];
  /** Packages, or scopes of packages. */
  readonly packages?: readonly string[];
  /** Whether it may use Node. */
  readonly node?: boolean;
  /** Whether it may read seeds/. */
  readonly seeds?: boolean;
}

export const rooms: Readonly<Record<string, Room>> = table;

export const root = resolve(__dirname, "../..");

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The paths of all files under a folder of the repository, relative to the repository, with "/". */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

/** What README's table says a room may import, as sorted words. */
export type Allowance = Record<"imports" | "types" | "main", string[]>;

/**
 * Reads the table "| room | may import | … |" of README. A row may stand for several rooms, separated by commas. What they may import are
 * rooms separated by commas, or "nothing of ours"; after a semicolon "types of …" and "in main: …". Backticks do not matter.
 */
export function roomsInReadme(markdown: string): Record<string, Allowance> {
  const lines = markdown.split("\n");
  const head = lines.findIndex((line) => /^\|\s*room\s*\|\s*may import\s*\|/.test(line));
  if (head < 0) throw new Error('README.md has no table whose head begins with "| room | may import |"');
  const end = lines.findIndex((line, at) => at > head && !line.startsWith("|"));
  const rows = lines.slice(head + 2, end < 0 ? lines.length : end);
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [names = "", allowed = ""] = row.replaceAll("`", "").split("|").slice(1);
      return list(names).map((name) => [name, allowance(allowed)]);
    }),
  );
}

export function allowanceOf({ imports, types = [], main = [] }: Room): Allowance {
  return { imports: imports.toSorted(), types: types.toSorted(), main: main.toSorted() };
}

function allowance(text: string): Allowance {
  const found: Allowance = { imports: [], types: [], main: [] };
  for (const part of text.split(";").map((each) => each.trim())) {
    if (part.startsWith("types of ")) found.types = list(part.slice("types of ".length));
    else if (part.startsWith("in main: ")) found.main = list(part.slice("in main: ".length));
    else if (part !== "nothing of ours") found.imports = list(part);
  }
  return found;
}

function list(text: string): string[] {
  return text.split(",").map((each) => each.trim()).filter(Boolean).toSorted();
}
