import { indicatorNames } from "../i18n";
import { readUnit, syllableKey } from "../quantity";

const syllables = (text: string): string =>
  text
    .normalize("NFC")
    .toLocaleLowerCase("vi")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .map(syllableKey)
    .join(" ");

/** In the spelling of keys; what the unit says already is left out. */
const SAME = indicatorNames.same.map(([from, to]) => [new RegExp(`(?<=^| )${syllables(from)}(?= |$)`, "g"), syllables(to)] as const);
const EACH = indicatorNames.each.map(syllables).join("|");
const PASSED_OVER: ReadonlySet<string> = new Set(syllables(indicatorNames.passedOver).split(" "));

/**
 * What a name says, as a set of syllables: spelling, order and small words do not count, nor what its unit says again ("mỗi năm" beside
 * "lần/năm").
 */
export function matchWords(label: string, unit: string | null): ReadonlySet<string> {
  const per = syllables(readUnit(unit).unit?.split("/")[1] ?? "");
  const plain = SAME.reduce((text, [from, to]) => text.replace(from, to), syllables(label.replace(/\([^()]*\)/g, " ")));
  const said = per === "" ? plain : plain.replace(new RegExp(`(?<=^| )(?:${EACH}) ${per}(?= |$)`, "g"), "");
  return new Set(said.split(" ").filter((word) => word !== "" && !PASSED_OVER.has(word)));
}

/** The key under which names of one indicator are the same: `matchWords`, and the unit. */
export function matchKey(label: string, unit: string | null): string {
  return `${[...matchWords(label, unit)].sort().join(" ")}|${readUnit(unit).unit ?? ""}`;
}
