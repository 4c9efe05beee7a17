/**
 * Of a hundred slips of typing hands: one digit wrong, two swapped, one left out, one doubled (J. Verhoeff, Error detecting decimal codes,
 * 1969).
 */
export const AS_PEOPLE_ERR = {
  "one digit wrong": 70,
  "two digits swapped": 15,
  "digit left out": 7.5,
  "digit typed twice": 7.5,
} as const satisfies Readonly<Record<string, number>>;

export type HandSlip = keyof typeof AS_PEOPLE_ERR;

export const HAND_SLIPS: readonly HandSlip[] = ["one digit wrong", "two digits swapped", "digit left out", "digit typed twice"];

/** Shares of a hundred, by kind of slip, as one with the weights of `AS_PEOPLE_ERR`. */
export function weightedShare(share: (kind: HandSlip) => number): number {
  return HAND_SLIPS.reduce((all, kind) => all + AS_PEOPLE_ERR[kind] * share(kind), 0) / 100;
}

/** A text with a slip of one kind at one of its digits, by lot; null where the slip cannot be made there, or would not be left standing. */
export function slipIn(text: string, kind: HandSlip, random: () => number): string | null {
  const digits = [...text].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  const below = (n: number) => Math.floor(random() * n);
  const place = below(digits.length);
  const [at = 0, next] = [digits[place], digits[place + 1]];
  const [digit = "", after = ""] = [text[at], next === undefined ? undefined : text[next]];
  const made = ((): string[] | null => {
    switch (kind) {
      case "one digit wrong":
        return [...text].with(at, String((Number(digit) + 1 + below(9)) % 10));
      case "two digits swapped":
        return next === undefined || digit === after ? null : [...text].with(at, after).with(next, digit);
      case "digit left out":
        return digits.length < 3 ? null : [...text].toSpliced(at, 1);
      case "digit typed twice":
        return [...text].toSpliced(at, 0, digit);
    }
  })();
  const zeroFirst = (signs: readonly string[]): boolean => signs[digits[0] ?? 0] === "0" && text[digits[0] ?? 0] !== "0";
  return made === null || zeroFirst(made) ? null : made.join("");
}
