import type { DraftHead } from "../../app";
import type { HeadForm } from "./draft-state";
import { yearIn } from "./fact-fields";

export type HeadField = keyof HeadForm;
export type HeadFault = "needed" | "no-year" | "order" | "bad-date";

/** The head as it is typed, or which of its fields are not as they should be. Title and period are needed. */
export function readHead(form: HeadForm): DraftHead | { readonly faults: Partial<Readonly<Record<HeadField, HeadFault>>> } {
  const typed = (field: HeadField): string | null => form[field].trim() || null;
  const faults: Partial<Record<HeadField, HeadFault>> = {};
  if (typed("title") === null) faults.title = "needed";
  const [from, to] = (["from", "to"] as const).map((field) => {
    const year = yearIn(form[field]);
    if (year === null) faults[field] = typed(field) === null ? "needed" : "no-year";
    return year;
  });
  if (from != null && to != null && from > to) faults.to = "order";
  const date = readDate(form.date);
  if (date === undefined) faults.date = "bad-date";
  if (Object.keys(faults).length > 0 || from == null || to == null) return { faults };
  return {
    title: typed("title") ?? "",
    issuer: typed("issuer") ?? "",
    place: typed("place"),
    number: typed("number"),
    date: date ?? null,
    period: { from, to },
  };
}

/** "15/01/2024", "1/2024" or "2024" as "2024-01-15", "2024-01", "2024"; null for a blank, undefined for what is no date. */
export function readDate(typed: string): string | null | undefined {
  if (typed.trim() === "") return null;
  const parts = /^(?:(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*)?(\d{4})$/.exec(typed.trim());
  if (!parts) return undefined;
  const [, day, month, year] = parts;
  if (yearIn(year ?? "") === null) return undefined;
  if (month === undefined) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day ?? 1);
  const two = (part: string): string => part.padStart(2, "0");
  return isReal ? [year, two(month), ...(day === undefined ? [] : [two(day)])].join("-") : undefined;
}
