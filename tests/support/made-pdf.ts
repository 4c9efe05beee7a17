import { strToU8 } from "fflate";

/** A text at a place, in points from the lower left corner of its page; `turn` is by how many quarters it is turned to the left. */
export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly turn?: 0 | 1;
}

/** What stands on a page of 600 by 800 points; `drawn` is in the operators of PDF. */
export interface PdfPage {
  readonly texts: readonly PdfText[];
  readonly drawn?: string;
}

/** Each sign of the font is half as wide as it is high. */
export const SIGN_WIDTH = 0.5;

const hex = (number: number): string => number.toString(16).padStart(4, "0");

/** A .pdf with a text layer, any letters, and nothing embedded; `locked`: with a password that nobody knows. */
export function madePdf(pages: readonly PdfPage[], { locked = false } = {}): Uint8Array {
  const signs = [...new Set(pages.flatMap(({ texts }) => texts.flatMap(({ text }) => [...text])))];
  const codes = new Map(signs.map((sign, at) => [sign, hex(at + 1)]));
  const places = pages.map((_, at) => 7 + at * 2);
  const mapped = signs.map((sign) => `<${codes.get(sign) ?? ""}> <${[...sign].map((unit) => hex(unit.charCodeAt(0))).join("")}>`);
  const map = `begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${chunks(mapped)}endcmap`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${places.map((at) => `${at} 0 R`).join(" ")}]/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 6 0 R>>",
    stream(map),
    "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 500 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
    ...pages.flatMap(({ texts, drawn = "" }, at) => {
      const shown = texts.map(({ x, y, text, size = 12, turn = 0 }) => {
        const place = turn === 0 ? `1 0 0 1 ${x} ${y}` : `0 1 -1 0 ${x} ${y}`;
        return `BT /F ${size} Tf ${place} Tm <${[...text].map((sign) => codes.get(sign) ?? "").join("")}> Tj ET`;
      });
      return [`<</Type/Page/Parent 2 0 R/Contents ${(places[at] ?? 0) + 1} 0 R>>`, stream(`${drawn}\n${shown.join("\n")}`)];
    }),
  ];
  const key = "ab".repeat(32);
  const encrypted = locked ? `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>/ID[<${key}><${key}>]` : "";
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const from = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return from;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `trailer<</Size ${objects.length + 1}/Root 1 0 R${encrypted}>>\nstartxref\n${file.length}\n%%EOF`;
  return strToU8(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${end}`);
}

/** A map takes a hundred signs at a time. */
function chunks(mapped: readonly string[]): string {
  const parts = Array.from({ length: Math.ceil(mapped.length / 100) }, (_, at) => mapped.slice(at * 100, at * 100 + 100));
  return parts.map((part) => `${part.length} beginbfchar\n${part.join("\n")}\nendbfchar\n`).join("");
}

function stream(content: string): string {
  return `<</Length ${content.length}>>stream\n${content}\nendstream`;
}

/** Lines of text from a place down, 16 points each. */
export function pdfLines(lines: readonly string[], x = 60, top = 700): PdfText[] {
  return lines.map((text, at) => ({ x, y: top - at * 16, text }));
}

/** The rules of a table between such places, from left to right and from above. */
export function ruled(xs: readonly number[], ys: readonly number[]): string {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  const flat = ys.map((y) => `${left} ${y} m ${right} ${y} l S`);
  return [...flat, ...xs.map((x) => `${x} ${top} m ${x} ${bottom} l S`)].join("\n");
}
