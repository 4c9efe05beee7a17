import { readTarget } from "./read-target";
import type { Lang, PhraseReading, Target } from "./types";
import { readUnit } from "./unit";

/**
 * What stands in a target's cell, a number or a phrase in the notation of `lang`, in the unit of its row: a phrase's money is read in
 * đồng, the row's values are in its own unit, such as "triệu đồng". Never throws.
 */
export function readTargetCell(content: string | number, unit: string | null, lang: Lang): PhraseReading {
  if (typeof content === "number")
    return {
      kind: "quantity",
      target: { comparator: "=", value: content, value2: null, baseline: null, unit },
      alternatives: [],
      more: [],
    };
  const reading = readTarget(content, { unit, lang });
  if (reading.kind === "words" || reading.kind === "unreadable") return reading;
  const own = (target: Target): Target => inUnit(target, unit);
  return { ...reading, target: own(reading.target), alternatives: reading.alternatives.map(own), more: reading.more.map(own) };
}

function inUnit(target: Target, unit: string | null): Target {
  const own = readUnit(unit);
  if (own.factor === 1 || target.unit !== own.unit) return target;
  const scaled = (value: number | null): number | null => (value === null ? null : value / own.factor);
  return { ...target, value: target.value / own.factor, value2: scaled(target.value2), baseline: scaled(target.baseline), unit };
}
