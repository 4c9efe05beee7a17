import type { Section, Years } from "../document/document";
import { saidYears } from "../document/years";

const LONGEST = 400;

/** The years that words say an amount is for: the last of them; null for none. */
export function yearsSaid(text: string): Years | null {
  const last = saidYears(text.slice(-LONGEST)).findLast(({ role }) => role === "aim");
  return last ? { from: last.from, to: last.to } : null;
}

/** What the nearest heading above says, that says any. */
export function yearsAbove(section: Section | null): Years | null {
  for (let at = section; at !== null; at = at.parent) if (at.years !== null) return at.years;
  return null;
}
