import { bareText, readUnit, type Direction, type Target } from "../../quantity";
import type { DirectionWords, TargetReading } from "../../tables";

/** A target's cell that holds one target. */
type Readable = TargetReading & { readonly state: "target" };

/** How people write the way that a value should go beside the words of the list, without accents. */
const SPELLINGS: Readonly<Record<Direction, RegExp>> = {
  up: /^(?:tang (?:len|dan|them|cao)|len|cang (?:cao|nhieu|lon) cang tot|cao hon|nang (?:len|cao)|[↑↗⬆+]|up|increase|higher)$/u,
  down: /^(?:giam (?:di|xuong|dan|bot|thap)|xuong|cang (?:thap|it|nho) cang tot|thap hon|ha thap|[↓↘⬇-]|down|decrease|lower)$/u,
  equal: /^(?:giu (?:nguyen|on dinh|vung)|duy tri|khong (?:doi|thay doi|tang khong giam)|on dinh|bang|[=→]|equal|keep)$/u,
};

/** What a cell of the column of directions says; null where it says nothing that is known. */
export function directionOf(words: DirectionWords, text: string): Direction | null {
  const word = text.normalize("NFC").trim().toLowerCase();
  if (word === "") return null;
  const known = words.get(word);
  if (known) return known;
  const bare = bareText(word).replace(/\s+/g, " ");
  return (Object.keys(SPELLINGS) as Direction[]).find((one) => SPELLINGS[one].test(bare)) ?? null;
}

/**
 * Which way a value should go by the last target of its row (null: it has none): its comparator says it, else where it lies from the
 * baseline, whatever the column of directions says (in earlier tables it was preset). What is declared to be kept stays so. Null where
 * nothing tells.
 */
export function directionFrom(
  declared: Direction | null, unit: string | null, baseline: number | null, last: Readable | null,
): Direction | null {
  if (declared === "equal" || !last) return declared;
  // all of a thing is never too much of it
  if (declared === null && (isOfAll(last) || isKept(last.target))) return "up";
  return shown(last.target, unit, baseline) ?? declared;
}

/** "Tất cả các xã có bác sĩ": the whole is wanted, in words alone. */
export function isOfAll({ text, target: { comparator, value, unit } }: Readable): boolean {
  return comparator === "=" && value === 100 && unit === "%" && !/(?:^|[^\d])100(?!\d)|phần trăm|%/iu.test(text);
}

/** "Duy trì 100%". */
function isKept({ comparator, value, unit, baseline }: Target): boolean {
  return comparator === "=" && value === 100 && unit === "%" && baseline === 100;
}

function shown(target: Target, unit: string | null, baseline: number | null): Direction | null {
  const { comparator, value } = target;
  if (comparator.startsWith(">")) return "up";
  if (comparator.startsWith("<")) return "down";
  const start = target.baseline ?? baseline;
  // a change ("giảm 2 điểm") and what is given in another unit lie nowhere from the baseline
  if (
    start === null ||
    target.ends ||
    comparator === "change" ||
    !(target.unit === null || target.unit === unit || target.unit === readUnit(unit).unit)
  )
    return null;
  const end = comparator === "range" ? (target.value2 ?? value) : value;
  return start < Math.min(value, end) ? "up" : start > Math.max(value, end) ? "down" : null;
}
