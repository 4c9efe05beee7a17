const STEPS: readonly (readonly [value: number, letters: string])[] = [
  [1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"], [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"],
  [4, "IV"], [1, "I"],
];

/** 1 → "I", 4 → "IV"; "" below 1. */
export function writeRoman(number: number): string {
  const found = STEPS.find(([value]) => value <= number);
  return found ? found[1] + writeRoman(number - found[0]) : "";
}

const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** What a Roman number of an outline comes to, in capitals or not: "IV" → 4; signs beyond I, V and X count as nothing. */
export function romanValue(text: string): number {
  const values = [...text.toUpperCase()].map((sign) => VALUES[sign] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
