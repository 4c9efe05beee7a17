import type { Line } from "./lines";

/** The lines of a page, and how high it is, in points. */
export interface PageLines {
  readonly lines: readonly Line[];
  readonly height: number;
}

/** Within this part of a page, from its top and from its bottom, heads and feet stand. */
const EDGE = 0.1;
/** No more lines of a page are a head or a foot. */
const MOST_LINES = 3;
/** On so many pages a line comes again, and on this part of them, where it is one. */
const PAGES = 2;
/** Of a document of fewer pages it has to be the same with its figures, too. */
const SURE_PAGES = 4;
const PART = 0.4;
/** As high on one page as on the other, in points. */
const LEVEL = 6;

/** "3", "- 3 -", "Trang 3", "Trang 3/10", "3 | Page". */
const NUMBER = /^[-–—\s|]*(?:\p{L}{4,5}\s+)?(\d{1,4})(?:\s*(?:\/|of)\s*\d{1,4})?[-–—\s|]*(?:\p{L}{4,5})?$/u;

/** The pages without their numbers, and without lines at their top and bottom that come again from page to page. */
export function withoutRunning(pages: readonly PageLines[]): (readonly Line[])[] {
  const keyOf = pages.length < SURE_PAGES ? placeAndText : (line: Line, page: PageLines) => placeAndText(line, page).replace(/\d+/g, "0");
  const numbers = pages.map((page, index) => edgeLines(page).flatMap((line) => offset(line.text, index)));
  const offsets = new Map<number, number>();
  for (const given of numbers) for (const each of new Set(given)) offsets.set(each, (offsets.get(each) ?? 0) + 1);
  const [counted = null, pagesCounted = 0] = [...offsets].sort(([, a], [, b]) => b - a)[0] ?? [];
  const isNumber = (line: Line, index: number): boolean => pagesCounted >= 2 && offset(line.text, index).includes(counted ?? Number.NaN);

  const again = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgeLines(page).map((line) => keyOf(line, page)))) again.set(key, (again.get(key) ?? 0) + 1);
  }
  const isRunning = (line: Line, page: PageLines): boolean => (again.get(keyOf(line, page)) ?? 0) >= Math.max(PAGES, pages.length * PART);

  return pages.map((page, index) => {
    const left = new Set(edgeLines(page).filter((line) => isNumber(line, index) || isRunning(line, page)));
    return page.lines.filter((line) => !left.has(line));
  });
}

/** The first and last lines of a page, as far as they stand at its edges. */
function edgeLines({ lines, height }: PageLines): Line[] {
  const top = lines.slice(0, MOST_LINES).filter(({ y }) => y < EDGE * height);
  const bottom = lines.slice(-MOST_LINES).filter(({ y }) => y > (1 - EDGE) * height);
  return [...new Set([...top, ...bottom])];
}

/** By how much the number that a line consists of is more than the page's place; none where it is no number. */
function offset(text: string, index: number): number[] {
  const number = NUMBER.exec(text)?.[1];
  return number === undefined ? [] : [Number(number) - index];
}

/** What a line says, and where it stands. */
function placeAndText({ text, y }: Line, { height }: PageLines): string {
  // in no figures, which may not count
  const level = Math.round((y < height / 2 ? y : height - y) / LEVEL);
  return `${y < height / 2 ? "top" : "bottom"} ${"|".repeat(level)} ${text}`;
}
