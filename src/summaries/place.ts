import { placeNames } from "../i18n";

/** The tier of government that a plan is of: a city under a province is of the districts' tier. */
export type Level = keyof typeof placeNames.levels;

/** Where a plan holds: "tỉnh Bắc Ninh", "thành phố Lào Cai". */
export interface PlanPlace {
  readonly name: string;
  readonly level: Level;
}

const LEVELS = new Map<string, Level>(
  Object.entries(placeNames.levels).flatMap(([level, words]) => words.map((word) => [word, level as Level] as const)),
);
const CENTRAL: ReadonlySet<string> = new Set<string>(placeNames.central);
/** Names are told from other words by their capitals, so that case counts. */
const WORDS = [...LEVELS.keys()]
  .map((word) => `[${word.slice(0, 1).toLocaleUpperCase("vi")}${word.slice(0, 1)}]${word.slice(1)}`)
  .join("|");
const PLACE = new RegExp(String.raw`(?<!\p{L})(${WORDS})\s+(\p{Lu}\p{L}*(?:(?:\s+|\s*-\s*)\p{Lu}\p{L}*)*)`, "u");

/** The place of a plan, as it says itself, else as its issuer is called; null where neither names one. */
export function placeOf({ issuer, place }: { readonly issuer: string; readonly place?: string | undefined }): PlanPlace | null {
  const [, found = "", name = ""] = PLACE.exec((place ?? issuer).normalize("NFC").replace(/\s+/g, " ")) ?? [];
  const word = found.toLocaleLowerCase("vi");
  const level = LEVELS.get(word);
  return level ? { name: `${word} ${name}`, level: CENTRAL.has(name) ? "province" : level } : null;
}
