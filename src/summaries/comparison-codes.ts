import { groupBy } from "../base";
import { matchKey } from "./comparison-match";

/** What people write for an indicator that shall stand alone. */
export const PARTED = "-";

/** What the code of an indicator is found by. */
export interface Coded {
  /** The plan's id and the indicator's code in it: unique. */
  readonly key: string;
  readonly plan: string;
  readonly label: string;
  readonly unit: string | null;
}

/** The comparison code of an indicator. */
export interface Code {
  readonly code: string;
  /** A person gave it: it stands whether it joins anything or not. Else it was given by name, and follows the names. */
  readonly own: boolean;
}

/** Codes by the keys of the indicators. */
export type Codes = ReadonlyMap<string, Code>;

/**
 * The codes that indicators have once those that are open have been matched by their names. A code that joins something or that a
 * person gave stays; a person's code that nobody else has brings nobody. A code that was given by name and has nobody left is open to
 * its name only: where a person gave the others another code, it is not taken along.
 */
export function giveCodes(items: readonly Coded[], before: Codes): Codes {
  const codes = new Map(
    items.flatMap(({ key }): [string, Code][] => { const had = before.get(key); return had && had.code !== "" ? [[key, had]] : []; }),
  );
  const holders = groupBy(codes.values(), ({ code }) => code);
  const joins = ({ code }: Code): boolean => code !== PARTED && (holders.get(code)?.length ?? 0) > 1;
  const byName = ({ code, own }: Code): boolean => !own && code !== PARTED;
  const taken = new Set([...before.values()].map(({ code }) => code));
  const free = (): string => {
    for (let number = 1; ; number++) if (!taken.has(String(number))) return String(number);
  };
  for (const alike of groupBy(items, ({ label, unit }) => matchKey(label, unit)).values()) {
    const held = alike.flatMap(({ key }) => codes.get(key) ?? []);
    const open = alike.filter(({ key }) => { const code = codes.get(key); return !code || (byName(code) && !joins(code)); });
    const left = held.find(byName);
    const joined = held.find((code) => byName(code) && joins(code)) ?? (left ? undefined : held.find(joins));
    if (!joined && new Set(open.map(({ plan }) => plan)).size < 2) continue;
    const code = joined?.code ?? left?.code ?? free();
    taken.add(code);
    for (const { key } of open) codes.set(key, { code, own: false });
  }
  return codes;
}
