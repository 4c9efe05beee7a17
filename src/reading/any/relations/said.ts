import type { Layout, SaidRule } from "../layout";
import { fixedPattern, type Pattern } from "./pattern";
import { valueAt, type Way } from "./way";

/** Sums and differences that words say, as sums of what they are parts of: a = b - c is b = a + c. */
export function saidPatterns({ rules }: Layout, way: Way): Pattern[] {
  const placeOf = new Map(way.places.map((one, place) => [one, place]));
  return rules.flatMap((rule) => {
    if (rule.axis !== way.axis || rule.op === "product" || rule.op === "ratio") return [];
    const [total, parts] = [placeOf.get(rule.total), rule.parts.map((part) => placeOf.get(part))];
    if (total === undefined || !parts.every((part) => part !== undefined)) return [];
    return [signedPattern(way, total, parts, rule)];
  });
}

function signedPattern(way: Way, total: number, parts: readonly number[], rule: SaidRule): Pattern {
  const signs = rule.signs;
  const [, ...taken] = signs;
  const isDifference = taken.length > 0 && signs[0] === 1 && taken.every((sign) => sign === -1);
  const first = parts[0] ?? total;
  const how = { kind: "said", cost: 0, rule } as const;
  if (isDifference) return { ...fixedPattern(way, first, [total, ...parts.slice(1)], how), difference: { total, parts } };
  if (signs.every((sign) => sign === 1)) return fixedPattern(way, total, parts, how);
  const added = parts.filter((_, at) => signs[at] !== -1);
  return {
    ...fixedPattern(way, total, parts, how),
    difference: { total, parts: [...added, ...parts.filter((_, at) => signs[at] === -1)], added: added.length },
    sum: (track) => parts.reduce((all, part, at) => all + (signs[at] ?? 1) * (valueAt(way, track, part) || 0), 0),
  };
}
