import type { Words } from "../../src/i18n";
import { DEFAULT_CHOICES } from "../../src/templates";
import { template, type Fill, type Slot } from "./filled-template";
import { INDICATORS, provincePlan } from "./plan";

/** What is the matter with a commune's file. */
export type Fault = "missing" | "truncated" | "no-zip" | "lacks-a-code" | "text" | "wrong-sum" | "no-basis";

export interface Commune {
  /** "Huyện 01/Xã 0001" */
  readonly unit: string;
  readonly faults: readonly Fault[];
  readonly moneyUnit: "trieu-dong" | "dong";
  /** Null where it has not sent one. */
  readonly bytes: () => Uint8Array | null;
}

/** What the figures of a slot come to, in thousandths, so that they are whole numbers; of money in thousandths of a million đồng. */
export interface Known {
  sum: bigint;
  units: number;
}

export interface Province {
  readonly communes: readonly Commune[];
  /** By slot, over all communes whose file can be read and whose cell holds a number. */
  readonly totals: ReadonlyMap<Slot, Known>;
  /** By district, too. */
  readonly districts: ReadonlyMap<string, ReadonlyMap<Slot, Known>>;
}

const YEARS = [2021, 2022, 2023] as const;
const STATUSES = ["todo", "doing", "done", "paused"] as const;

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function faultsOf(index: number): Fault[] {
  if (index % 30 === 11) return ["missing"];
  if (index % 40 === 17) return ["truncated"];
  if (index % 50 === 23) return ["no-zip"];
  return [
    ...(index % 25 === 5 ? ["lacks-a-code" as const] : []), ...(index % 20 === 9 ? ["text" as const] : []),
    ...(index % 15 === 4 ? ["wrong-sum" as const] : []), ...(index % 10 === 3 ? ["no-basis" as const] : []),
  ];
}

/**
 * A province of so many communes with known totals: some files are missing, some broken, some hold errors. The same for the same number.
 */
export async function makeProvince(count: number, words: Words, perDistrict = 15): Promise<Province> {
  const make = (unit: "trieu-dong" | "dong", without: readonly string[] = []) =>
    template(provincePlan(without), { ...DEFAULT_CHOICES, unit }, words);
  const templates = { "trieu-dong": await make("trieu-dong"), dong: await make("dong"), short: await make("trieu-dong", ["luot"]) };
  const totals = new Map<Slot, Known>();
  const districts = new Map<string, Map<Slot, Known>>();
  const communes = Array.from({ length: count }, (_, index): Commune => {
    const faults = faultsOf(index);
    const moneyUnit = index % 6 === 2 && !faults.includes("lacks-a-code") ? "dong" : "trieu-dong";
    const district = `Huyện ${String(Math.floor(index / perDistrict) + 1).padStart(2, "0")}`;
    const unit = `${district}/Xã ${String(index + 1).padStart(4, "0")}`;
    const { fill, slots } = faults.includes("lacks-a-code") ? templates.short : templates[moneyUnit];
    const values = (): Map<Slot, Value> => valuesOf(index, faults, slots, words);
    if (!faults.some((fault) => ["missing", "truncated", "no-zip"].includes(fault))) {
      const own = districts.get(district) ?? new Map<Slot, Known>();
      districts.set(district, own);
      for (const known of [totals, own]) for (const [slot, value] of values()) addKnown(known, slot, value);
    }
    return { unit, faults, moneyUnit, bytes: () => bytesOf(fill, values(), faults, moneyUnit) };
  });
  return { communes, totals, districts };
}

/** A figure in thousandths; text stays. */
type Value = bigint | string;

function addKnown(known: Map<Slot, Known>, slot: Slot, value: Value): void {
  const total = known.get(slot) ?? { sum: 0n, units: 0 };
  known.set(slot, total);
  if (typeof value === "string") return;
  total.sum += value;
  total.units += 1;
}

function valuesOf(index: number, faults: readonly Fault[], slots: readonly Slot[], words: Words): Map<Slot, Value> {
  const next = random(index + 1);
  const below = (limit: number): number => Math.floor(next() * limit);
  const values = new Map<Slot, Value>();
  for (const { code, unit, ratio } of INDICATORS) {
    for (const year of YEARS) {
      // the last year is not in yet for one in five
      const given = next() > (year === 2023 ? 0.2 : 0);
      const [numerator, denominator] = [below(900) + 50, 1000 + below(9000)];
      const whole = unit === "%" ? 100 : unit === "‰" ? 1000 : 10_000;
      if (!given) continue;
      if (!ratio) {
        values.set(`indicators/${code}/actual${year}`, BigInt(unit === "triệu đồng" ? below(9_000_000) : below(900) * 1000));
        continue;
      }
      values.set(`indicators/${code}/actual${year}`, BigInt(Math.round((numerator / denominator) * whole * 10)) * 100n);
      if (faults.includes("no-basis") && code === "bhyt") continue;
      values.set(`indicators/${code}/num${year}`, BigInt(numerator) * 1000n);
      values.set(`indicators/${code}/den${year}`, BigInt(denominator) * 1000n);
    }
  }
  if (faults.includes("text")) values.set("indicators/giuong/actual2022", "xem phụ lục");
  const known = new Set(slots);
  for (const slot of [...values.keys()]) if (!known.has(slot)) values.delete(slot);
  for (const [slot, value] of budgetOf(below, faults)) values.set(slot, value);
  for (const slot of slots.filter((one) => one.startsWith("tasks/")))
    values.set(slot, words.templates.tasks.statuses[STATUSES[below(4)] ?? "todo"]);
  return values;
}

/** Items and sources that both come to the total, in thousandths of a million đồng. */
function budgetOf(below: (limit: number) => number, faults: readonly Fault[]): [Slot, Value][] {
  const items = ["A.1", "A.2", "A.3", "A.4", "A.5"].map((key) => [key, BigInt(below(5_000_000) + 1000)] as const);
  const total = items.reduce((sum, [, amount]) => sum + amount, 0n);
  const sources = (["B.1", "B.2", "B.3"] as const).map((key, at) => [key, total / BigInt(at + 3)] as const);
  const rest = total - sources.reduce((sum, [, amount]) => sum + amount, 0n);
  const stated = faults.includes("wrong-sum") ? total + 90_000n : total;
  return [["T", stated] as const, ...items, ...sources, ["B.4", rest] as const].map(([key, amount]): [Slot, Value] => [
    `budget/${key}/amount`, amount,
  ]);
}

function bytesOf(
  fill: Fill, values: ReadonlyMap<Slot, Value>, faults: readonly Fault[], moneyUnit: Commune["moneyUnit"],
): Uint8Array | null {
  if (faults.includes("missing")) return null;
  if (faults.includes("no-zip")) return new TextEncoder().encode("<html>không tải được tệp</html>");
  const factor = (slot: Slot): number => (slot.startsWith("budget/") && moneyUnit === "dong" ? 1e6 : 1);
  const filled = new Map(
    [...values].map(([slot, value]) => [slot, typeof value === "string" ? value : Number(value * BigInt(factor(slot))) / 1000] as const),
  );
  const bytes = fill(filled);
  return faults.includes("truncated") ? bytes.slice(0, Math.floor(bytes.length * 0.6)) : bytes;
}
