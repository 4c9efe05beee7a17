/** How names, units, values and places of a text are held against each other, by the rules of corpus/plantexts/score_extract.py. */

const COMMON = new Set(
  ("ty le ti so cac va cua duoc dat la co cho o tai trong tren den nam ve theo voi do nhung phan dau tong ket hoach hien thuc").split(" "),
);

/** Without accents and in small letters. */
export function plain(text: string | null | undefined): string {
  return (text ?? "").toLowerCase().normalize("NFD").replaceAll("đ", "d").replace(/\p{Mn}/gu, "");
}

function tokensOf(name: string | null | undefined): Set<string> {
  const all = plain(name).match(/[a-z0-9]+/g) ?? [];
  const telling = all.filter((token) => !COMMON.has(token));
  return new Set(telling.length > 0 ? telling : all);
}

/** How much of the shorter name stands in the longer one, 0 to 1; a single word that is shared tells nothing of longer names. */
export function overlapOf(left: string | null | undefined, right: string | null | undefined): number {
  const [a, b] = [tokensOf(left), tokensOf(right)];
  const shorter = Math.min(a.size, b.size);
  const shared = [...a].filter((token) => b.has(token)).length;
  return shorter === 0 || (shorter >= 2 && shared < 2) ? 0 : shared / shorter;
}

export type Family = "%" | "‰" | "vnd" | "usd" | "other";

export function familyOf(unit: string | null | undefined): Family {
  const words = plain(unit);
  if ((unit ?? "").includes("‰") || words.includes("phan nghin")) return "‰";
  if (words.includes("%") || words.includes("phan tram")) return "%";
  if (/usd|dola|do la|\$/.test(words)) return "usd";
  const isMoney = /(?<![a-z])dong(?![a-z])/.test(words) && !words.includes("lao dong");
  return isMoney || words.includes("vnd") ? "vnd" : "other";
}

const FACTORS: Readonly<Record<string, number>> = { nghin: 1e3, ngan: 1e3, trieu: 1e6, tr: 1e6, ty: 1e9, ti: 1e9 };

/** What a figure in this unit is to be multiplied by: 1e6 for "triệu đồng/người". */
export function factorOf(unit: string | null | undefined): number {
  const words = plain(unit);
  if (/[%‰]/.test(words)) return 1;
  const head = words.split("/")[0] ?? "";
  return (head.match(/[a-z]+/g) ?? []).reduce((factor, word) => factor * (FACTORS[word] ?? 1), 1);
}

export function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

export interface Measured {
  readonly value: number | null;
  readonly value2?: number | null;
  readonly unit: string | null;
}

/** Its value, or both ends of its range, in the plain unit and in order. */
export function valuesOf({ value, value2, unit }: Measured): number[] {
  const factor = factorOf(unit);
  const values = [value, value2 ?? null].filter((number) => number !== null).map((number) => number * factor);
  const [first, second] = values;
  if (first !== undefined && second !== undefined && sameNumber(first, second)) return [first];
  return values.sort((a, b) => a - b);
}

/** The years that are named, in order: "2026-2030" for both of them. */
export function yearsOf(year: string | number | null): string {
  return [...new Set(String(year ?? "").match(/(?:19|20)\d\d/g) ?? [])].sort().join("-");
}

export type Place = readonly [from: number, to: number];

/** Where the evidence stands: everywhere in the text, whatever its blanks. */
export function placesOf(evidence: string, text: string): Place[] {
  const words = evidence.trim().split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  if (evidence.trim().length < 3) return [];
  return [...text.matchAll(new RegExp(words.join("\\s+"), "g"))].map(({ index, 0: piece }) => [index, index + piece.length]);
}

/** For each of `count` its partner: as many as possible, the first of a list rather than a later one. */
export function pairsOf(choices: readonly (readonly number[])[]): Map<number, number> {
  const takenBy = new Map<number, number>();
  const settle = (from: number, seen: Set<number>): boolean => {
    for (const to of choices[from] ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      const holder = takenBy.get(to);
      if (holder !== undefined && !settle(holder, seen)) continue;
      takenBy.set(to, from);
      return true;
    }
    return false;
  };
  const order = choices.map((list, index) => ({ index, weight: list.length || 1e6 })).sort((a, b) => a.weight - b.weight);
  for (const { index } of order) settle(index, new Set());
  return new Map([...takenBy].map(([to, from]) => [from, to]));
}
