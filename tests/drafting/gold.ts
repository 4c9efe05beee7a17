import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { CORPUS } from "../support/corpus";

const Year = z.string().nullable();
const Figure = z.object({
  name: z.string(),
  value: z.number(),
  value2: z.number().nullable(),
  unit: z.string(),
  start: z.number().optional(),
  end: z.number().optional(),
  evidence: z.string().optional(),
});
const Target = Figure.extend({
  year: Year, comparator: z.string(), accept_years: z.array(Year).optional(), accept_comparators: z.array(z.string()).optional(),
});
const Line = z.object({ label: z.string(), amount: z.number(), unit: z.string(), kind: z.string(), parent: z.string().nullable() });
const Gold = z.object({
  name: z.string(),
  indicators: z.array(Target),
  budget: z.array(Line),
  tasks: z.array(z.object({ task: z.string(), lead: z.string().nullable() })),
  background: z.array(Figure),
  optional: z.array(Figure),
  budget_optional: z.array(Line),
});
export type Gold = z.infer<typeof Gold>;
export type GoldFigure = z.infer<typeof Figure>;
export type GoldTarget = z.infer<typeof Target>;

/** A text with everything in it labelled by hand. */
export interface Labelled {
  readonly text: string;
  readonly gold: Gold;
}

const OWN = path.resolve("tests/drafting/gold");
const SOURCES = path.join(CORPUS, "../seeds");

function readGold(folder: string, file: string, texts: string): Labelled[] {
  const gold = Gold.parse(JSON.parse(readFileSync(path.join(folder, `${file}.json`), "utf8")));
  // the labels say what the text is called where it stands
  const at = path.join(texts, `${gold.name}.txt`);
  return existsSync(at) ? [{ gold, text: readFileSync(at, "utf8") }] : [];
}

const namesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => name.slice(0, -5)) : [];

/** The five documents of the catalogue, labelled by us; none where they are not. */
export function sources(): Labelled[] {
  return namesIn(OWN).filter((name) => /^\d{3}-/.test(name)).flatMap((name) => readGold(OWN, name, SOURCES));
}

/** The texts that came with labels; none where they are not. */
export function givenTexts(): Labelled[] {
  const folder = path.join(CORPUS, "plantexts");
  return namesIn(folder).flatMap((name) => readGold(folder, name, folder));
}

/** Ours: those that it was developed on ("dev"), those kept apart until it was settled ("hid"), those written after that ("new"). */
export function ownTexts(kind: "dev" | "hid" | "new"): Labelled[] {
  return namesIn(OWN).filter((name) => name.startsWith(`${kind}-`)).flatMap((name) => readGold(OWN, name, OWN));
}
