import type { BalanceCell, Equation } from "../../src/balance";

/** What a typing hand does to a number or to a table, one mistake at a time. */

export interface System {
  readonly cells: readonly BalanceCell[];
  readonly equations: readonly Equation[];
}

/** A system with one mistake in it. */
export interface Planted extends System {
  readonly kind: string;
  /** The values that stood there before, by mistyped cell. */
  readonly was: ReadonlyMap<string, number>;
  /** Sums in which the first mistyped cell stands. */
  readonly relations: number;
}

/** A number as it stands after one slip: its sign and digits with a decimal point. */
export interface Slip {
  readonly kind: string;
  readonly text: string;
}

/** A number with its decimals written out. */
export function textOf({ value, decimals }: BalanceCell): string {
  return value.toFixed(Math.min(15, decimals));
}

/** Every single slip in a number: each place, and for a wrong digit three others. */
export function slipsOf(text: string): Slip[] {
  const minus = text.startsWith("-") ? "-" : "";
  const number = text.slice(minus.length);
  const digits = [...number].flatMap((sign, i) => (sign === "." ? [] : [i]));
  const [whole = "", fraction] = number.split(".");
  const slips: Slip[] = [];
  const add = (kind: string, made: string) => slips.push({ kind, text: minus + made });
  digits.forEach((at, place) => {
    const digit = number[at] ?? "";
    const next = digits[place + 1];
    if (next !== undefined && number[next] !== digit) {
      add("two digits swapped", number.slice(0, at) + (number[next] ?? "") + number.slice(at + 1, next) + digit + number.slice(next + 1));
    }
    for (const more of [1, 2, 5]) add("one digit wrong", number.slice(0, at) + String((Number(digit) + more) % 10) + number.slice(at + 1));
    if (digit !== "0") add("digit typed twice", number.slice(0, at) + digit + number.slice(at));
    if (digits.length >= 3 && digit !== "0") add("digit left out", number.slice(0, at) + number.slice(at + 1));
    if (digit === "0" && next !== undefined) add("zero too few", number.slice(0, at) + number.slice(at + 1));
    if (digit === "0" && place > 0) add("zero too many", number.slice(0, at) + "0" + number.slice(at));
  });
  if (fraction === undefined) {
    if (!whole.endsWith("0")) add("zero too many", `${whole}0`);
    else add("zero too few", whole.slice(0, -1));
    add("thousand-fold", `${whole}000`);
    add("million-fold", `${whole}000000`);
    if (whole.length > 3) add("separator misread", `${whole.slice(0, -3)}.${whole.slice(-3)}`);
  } else {
    add("separator misread", whole + fraction);
  }
  slips.push({ kind: "sign", text: minus === "" ? `-${number}` : number });
  return slips.filter((slip) => isTyped(slip.text) && Number(slip.text) !== Number(text));
}

/** A number that a hand would leave standing: no zero in front, some digit in it. */
function isTyped(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && Number.isSafeInteger(Math.round(Number(text)));
}

const decimalsIn = (text: string) => text.split(".")[1]?.length ?? 0;
const withValues = (system: System, cells: ReadonlyMap<string, BalanceCell>) => system.cells.map((cell) => cells.get(cell.id) ?? cell);

/** The sums that a cell stands in. */
export function relationsOf({ equations }: System, cell: string): number {
  return equations.filter(({ terms }) => terms.some((term) => term.cell === cell)).length;
}

/** The system with a cell as the slip leaves it; null where no sum would notice it beyond its rounding. */
export function withSlip(system: System, cell: BalanceCell, slip: Slip): Planted | null {
  const value = Number(slip.text);
  const changed = new Map([[cell.id, { ...cell, value, decimals: decimalsIn(slip.text) }]]);
  return noticed({
    ...system,
    kind: slip.kind,
    cells: withValues(system, changed),
    was: new Map([[cell.id, cell.value]]),
    relations: relationsOf(system, cell.id),
  });
}

/** The system with other values in some cells; null where no sum would notice it. */
export function withChange(system: System, kind: string, changes: readonly (readonly [BalanceCell, number])[]): Planted | null {
  const changed = new Map(changes.map(([cell, value]) => [cell.id, { ...cell, value }]));
  const [first] = changes;
  const was = new Map(changes.map(([cell]) => [cell.id, cell.value]));
  return first ? noticed({ ...system, kind, cells: withValues(system, changed), was, relations: relationsOf(system, first[0].id) }) : null;
}

/**
 * Mistakes of whole rows and of pairs of cells at one sum: a part left out of the total, taken twice, an old total left standing, two cells
 * exchanged.
 */
export function tableSlips(system: System, equation: Equation, random: () => number): Planted[] {
  const byId = new Map(system.cells.map((cell) => [cell.id, cell]));
  const [total, ...parts] = equation.terms.flatMap(({ cell }) => byId.get(cell) ?? []);
  const part = parts[Math.floor(random() * parts.length)];
  if (!total || !part || parts.length < 2 || part.value === 0) return [];
  const exact = (value: number) => Number(value.toFixed(Math.max(total.decimals, part.decimals)));
  const step = 10 ** -total.decimals;
  const old = Math.round((part.value * (0.05 + 0.5 * random())) / step) * step;
  const other = pick(
    system.cells.filter((cell) => cell.id !== part.id && Math.abs(cell.value - part.value) > 9 && besides(part, cell)),
    random,
  );
  return [
    withChange(system, "row left out of the total", [[total, exact(total.value - part.value)]]),
    withChange(system, "row counted twice", [[total, exact(total.value + part.value)]]),
    withChange(system, "total not updated", [[total, exact(total.value - old)]]),
    ...(other ? [withChange(system, "two cells swapped", [[part, other.value], [other, part.value]])] : []),
  ].flatMap((planted) => planted ?? []);
}

/** Whether two cells of a grid stand side by side, or one under the other; cells that are in no grid all do. */
function besides(a: BalanceCell, b: BalanceCell): boolean {
  const [one, other] = [a, b].map(({ id }) => id.split(",").map(Number));
  if (one?.length !== 2 || other?.length !== 2) return true;
  return Math.abs((one[0] ?? 0) - (other[0] ?? 0)) + Math.abs((one[1] ?? 0) - (other[1] ?? 0)) === 1;
}

export function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** Twice what rounding may make of the sum's cells. */
function slack({ terms, tolerance, decimals }: Equation): number {
  return 2 * (decimals === undefined ? tolerance : Math.max(tolerance, 0.5 * 10 ** -decimals * terms.length));
}

function noticed(planted: Planted): Planted | null {
  const values = new Map(planted.cells.map(({ id, value }) => [id, value]));
  const broken = planted.equations.some((equation) => {
    if (!equation.terms.some(({ cell }) => planted.was.has(cell))) return false;
    const left = equation.terms.reduce((sum, { cell, coefficient }) => sum + coefficient * (values.get(cell) ?? 0), 0);
    return (equation.op === "=" ? Math.abs(left) : left) > slack(equation) + 1e-9;
  });
  return broken ? planted : null;
}
