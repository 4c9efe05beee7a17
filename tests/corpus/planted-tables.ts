import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { BalanceCell, Equation } from "../../src/balance";
import { decimalsOf } from "../../src/quantity";
import { CORPUS } from "../support/corpus";
import { slipIn, type HandSlip } from "./hand-slips";

/** Real tables with the relations between their cells marked by hand, and one typing error planted in each. */

const Place = z.tuple([z.number(), z.number()]);
export const Table = z.object({
  id: z.string(),
  sheet: z.string().nullish(),
  number_format: z.string(),
  rows: z.array(z.array(z.string())),
  aggs: z.array(
    z.object({
      op: z.string(),
      total: Place,
      parts: z.array(Place),
      bound: z.number().nullish(),
      diff: z.number().nullish(),
      stated: z.number().nullish(),
      check: z.string().nullish(),
    }),
  ),
});
export type Table = z.infer<typeof Table>;
type Place = z.infer<typeof Place>;
type Sum = Table["aggs"][number];

/** The folder of the tables; null where they are not. */
export function corpusFolder(): string | null {
  return existsSync(join(CORPUS, "aggrecol/dev.jsonl.gz")) ? CORPUS : null;
}

export function readTables(folder: string): Table[] {
  const text = gunzipSync(readFileSync(join(folder, "aggrecol/dev.jsonl.gz"))).toString("utf8");
  return text.trim().split("\n").map((line) => Table.parse(JSON.parse(line)));
}

const SEPARATORS: Readonly<Record<string, readonly [group: string, point: string]>> = {
  "Comma Point": [",", "."], "Point Comma": [".", ","], "Space Point": [" ", "."],
  "Space Comma": [" ", ","], "None Point": ["", "."], "None Comma": ["", ","],
};

/** The number of a cell under the table's declared format; null when the cell is no plain number. */
export function numberIn(text: string | undefined, format: string): number | null {
  let rest = (text ?? "").replaceAll("\u00a0", " ").trim();
  const brackets = /^\(\s*([\d.,\s$]+)\s*\)$/.exec(rest);
  rest = (brackets?.[1] ?? rest).replace(/[$€£%*]/g, "").trim();
  const minus = /^[-−]/.test(rest);
  rest = rest.replace(/^[-−]/, "").trim().replace(/^\+/, "");
  const [group, point] = SEPARATORS[format] ?? [",", "."];
  const decimal = point === "." ? "\\." : ",";
  const whole = group === " " ? "(?:\\d+(?: \\d{3})*)?" : `[\\d${group}]*`;
  if (!/\d/.test(rest) || !new RegExp(`^${whole}(?:${decimal}\\d*)?$`).test(rest)) return null;
  const value = Number((group === "" ? rest : rest.replaceAll(group, "")).replace(point, "."));
  return (brackets !== null) !== minus ? -value : value;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const placeId = ([row, col]: Place) => `${row},${col}`;

const CHECKS = { exact: ["exact", "ok"], rounded: ["rounding", "within annotator bound"] } as const;

/** The sums of a table that hold as its authors see it: exactly, or but for rounding. */
function sumsOf(table: Table, kind?: "exact" | "rounded"): Sum[] {
  const held: readonly string[] = kind ? CHECKS[kind] : [...CHECKS.exact, ...CHECKS.rounded];
  return table.aggs.filter(({ op, check, parts }) => op === "Sum" && held.includes(check ?? "ok") && parts.length > 0);
}

/** A table as the balance sees it. Its amounts are rounded to the most decimals that the sum's cells have. */
export function systemOf(table: Table, kind?: "exact" | "rounded"): { cells: BalanceCell[]; equations: Equation[] } {
  const values = new Map<string, number>();
  const equations = sumsOf(table, kind).flatMap((sum, index): Equation[] => {
    const places = [sum.total, ...sum.parts];
    const read = places.flatMap((place) => {
      const value = numberIn(table.rows[place[0]]?.[place[1]], table.number_format);
      return value === null ? [] : [{ id: placeId(place), value }];
    });
    if (read.length < 2 || read[0]?.id !== placeId(sum.total)) return [];
    for (const { id, value } of read) values.set(id, value);
    const decimals = Math.max(...read.map(({ value }) => decimalsOf(value)));
    return [{
      id: `${placeId(sum.total)}#${index}`,
      op: "=",
      terms: read.map(({ id }, i) => ({ cell: id, coefficient: i === 0 ? 1 : -1 })),
      tolerance: 0,
      decimals,
    }];
  });
  const axis = new Map<string, "row" | "column">();
  for (const sum of sumsOf(table, kind)) {
    const way = sum.parts.every(([row]) => row === sum.total[0]) ? "row" : "column";
    for (const place of [sum.total, ...sum.parts]) if (!axis.has(placeId(place))) axis.set(placeId(place), way);
  }
  const cells = [...values].map(([id, value]) => ({
    id,
    value,
    typed: true,
    decimals: decimalsOf(value),
    peers: peersOf(table, id, axis.get(id) ?? "column"),
  }));
  return { cells, equations };
}

/** The numbers that stand beside a cell, across the direction of its sum: the same line in other columns or rows. */
function peersOf(table: Table, id: string, axis: "row" | "column"): number[] {
  const [row = 0, col = 0] = id.split(",").map(Number);
  return [-2, -1, 1, 2].flatMap((step) => {
    const text = axis === "column" ? table.rows[row]?.[col + step] : table.rows[row + step]?.[col];
    return numberIn(text, table.number_format) ?? [];
  });
}

export interface Planted {
  readonly table: Table;
  readonly cell: string;
  readonly was: number;
  readonly kind: string;
  readonly relations: number;
}

/** The ways in which a text can be mistyped: two digits swapped, one wrong, the last one dropped. */
function mistyped(text: string, random: () => number): { kind: string; text: string }[] {
  const digits = [...text].flatMap((sign, i) => (/\d/.test(sign) ? [i] : []));
  const below = (n: number) => Math.floor(random() * n);
  const made: { kind: string; text: string }[] = [];
  const signs = [...text];
  if (digits.length >= 2) {
    const first = below(digits.length - 1);
    const [a = 0, b = 0] = [digits[first], digits[first + 1]];
    if (signs[a] !== signs[b] && !(first === 0 && signs[b] === "0")) {
      made.push({ kind: "swapped", text: signs.with(a, signs[b] ?? "").with(b, signs[a] ?? "").join("") });
    }
    const at = digits[below(digits.length)] ?? 0;
    const digit = String((Number(signs[at]) + ([1, 2, 5][below(3)] ?? 1)) % 10);
    if (!(at === digits[0] && digit === "0")) made.push({ kind: "wrong", text: signs.with(at, digit).join("") });
  }
  if (digits.length >= 3) made.push({ kind: "dropped", text: signs.toSpliced(digits.at(-1) ?? 0, 1).join("") });
  return made;
}

/**
 * One typing error in an exact sum of the table, in its total or in a part, well over its rounding, of a kind or else of one of three by
 * lot; null where none can be planted.
 */
export function plant(table: Table, random: () => number, kind: HandSlip | null = null): Planted | null {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const sums = sumsOf(table);
  const exact = sums.filter(
    ({ diff, parts, stated, check }) => diff === 0 && check !== "rounding" && parts.length >= 2 && Math.abs(stated ?? 0) > 9,
  );
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const sum = pick(exact);
    const place = sum && (random() < 0.5 ? sum.total : pick(sum.parts));
    if (!sum || !place) return null;
    const text = table.rows[place[0]]?.[place[1]] ?? "";
    const was = numberIn(text, table.number_format);
    if (was === null || was === 0) continue;
    const now = (typed: string) => numberIn(typed, table.number_format);
    const slip = kind && slipIn(text, kind, random);
    const typed = kind ? (slip === null ? [] : [{ kind, text: slip }]) : mistyped(text, random);
    const error = pick(typed.filter((typed) => now(typed.text) !== null && now(typed.text) !== was));
    if (!error || Math.abs((now(error.text) ?? was) - was) < Math.max(1, sum.bound ?? 0) * (sum.parts.length + 1)) continue;
    const rows = table.rows.map((row, r) => (r === place[0] ? row.with(place[1], error.text) : row));
    const relations = sums.filter(({ total, parts }) => [total, ...parts].some((other) => placeId(other) === placeId(place))).length;
    return { table: { ...table, rows }, cell: placeId(place), was, kind: error.kind, relations };
  }
  return null;
}
