import type { Marker } from "./document";

/** How a line is numbered: the marker, and where what it marks begins. */
export interface ReadMarker {
  readonly marker: Marker;
  readonly length: number;
}

type Kind = Marker["kind"];
const PATTERNS: readonly (readonly [kind: Kind, pattern: RegExp])[] = [
  ["annex", /^(?:Phụ lục|PHỤ LỤC|Phụ biểu|PHỤ BIỂU)(?: (?:số )?(?:\d{1,2}[a-zA-Z]?|[IVX]{1,5}))?(?= *(?:$|[.:(-]|\p{Lu}))[.:]?/u],
  ["annex", /^(?:(?:Phần|PHẦN) (?:thứ )?(?:\p{Ll}{2,5}|[IVX]{1,5}|\d|\p{Lu}{2,5})|(?:Chương|CHƯƠNG) (?:[IVX]{1,5}|\d{1,2}))(?= *(?:$|[.:-]|\p{Lu}))[.:]?/u],
  ["article", /^(?:Điều|ĐIỀU) ?\d{1,3}[a-zđ]? ?[.:]/u],
  ["roman", /^[IVX]{1,6} ?(?:[.)]|[-/] ?(?=\p{Lu}))(?![\d.]*\d)/u],
  ["capital", /^[A-HĐK] ?(?:[.)/](?!\p{L})|- ?(?=\p{Lu}{2}))(?![\d.]*\d)/u],
  ["number", /^(?:[IVX]{1,5} ?\. ?)?\d{1,2}(?: ?\. ?\d{1,2}){1,4} ?(?:[.):/](?!\d)|-(?= ?\p{Lu})|(?= *(?:\p{Lu}|$)))/u],
  ["number", /^\(?\d{1,2} ?(?:[.)](?![\d])|\/(?=[ \p{Lu}])|- ?(?=\p{Lu}\p{Ll}))/u],
  ["letter", /^(?:\(?[a-zđ]{1,2}\d? ?\)|[a-zđ]\d?\.(?: ?\d{1,2}[.)])?(?= )|[a-zđ](?:\.\d{1,2}){1,2}[.)]?(?= ))/u],
  ["plus", /^(?:[-*•] ?)?\+(?= ?[^\d\s]| \d)/u],
  ["dash", /^(?:[-*•●○▪◦■□❖➢►✓·…]+)(?= ?[^\d\s*-]| +\d)/u],
];

/** The marker at the beginning of a line (trimmed, cleaned); null where it has none. Digits that go on as a number or a date are none. */
export function readMarker(line: string): ReadMarker | null {
  for (const [kind, pattern] of PATTERNS) {
    const text = pattern.exec(line)?.[0];
    if (text === undefined || text === "") continue;
    if (kind === "letter" && !/^\(?(?:[a-zđ]|aa|bb)/.test(text)) continue;
    const rest = line.slice(text.length);
    return { marker: { text: text.trim(), kind }, length: text.length + (rest.length - rest.trimStart().length) };
  }
  return null;
}

/** How deep a number is: 1 of "2.", 2 of "2.1.". */
export const depthOf = ({ text }: Marker): number => text.match(/\d+/g)?.length ?? 1;

const LETTERS = "abcdđeghiklmnopqrstuvxy";
/** Whether the second numbers the item after the first: "a)" and "b)", "1." and "2.", "2.9." and "2.10.". */
export function isNext(first: Marker, second: Marker): boolean {
  if (first.kind !== second.kind) return false;
  if (first.kind === "letter") {
    const [a, b] = [first.text, second.text].map((text) => LETTERS.indexOf(/[a-zđ]/.exec(text)?.[0] ?? "?"));
    return a !== undefined && b !== undefined && a >= 0 && (b === a + 1 || (first.text.includes("d") && second.text.includes("e")));
  }
  if (first.kind !== "number") return false;
  const [a, b] = [first.text.match(/\d+/g) ?? [], second.text.match(/\d+/g) ?? []];
  return a.length === b.length && a.every((part, at) => (at < a.length - 1 ? part === b[at] : Number(part) + 1 === Number(b[at])));
}
