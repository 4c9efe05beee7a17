/** One side of a reference: "$'Biểu 1'.$C$5", ".C5", "'file:///x/a.ods'#$Biểu.C5". */
const SIDE = /^(?:'(?<file>(?:[^']|'')*)'#)?(?:\$?(?:'(?<quoted>(?:[^']|'')*)'|(?<plain>[^.'#]+)))?\.(?<address>.+)$/u;

const PIECES = new RegExp(
  [
    String.raw`(?<string>"(?:[^"]|"")*")`,
    String.raw`(?<array>\{[^}]*\})`,
    String.raw`\[(?<reference>(?:'(?:[^']|'')*'|[^\]'])*)\]`,
    String.raw`(?<prefix>\b(?:COM\.MICROSOFT|ORG\.LIBREOFFICE|ORG\.OPENOFFICE|LEGACY)\.)`,
    String.raw`(?<sign>[;~!])`,
    String.raw`[^"{[;~!]`,
  ].join("|"),
  "gu",
);

/** What OpenFormula has for the signs of Excel: between arguments, of a union, of an intersection. */
const SIGNS: Readonly<Record<string, string>> = { ";": ",", "~": ",", "!": " " };

/**
 * "of:=SUM([.C5:.C9];[$'Biểu 1'.D2])" → "SUM(C5:C9,'Biểu 1'!D2)": a formula of an .ods (OpenDocument 1.3 part 4) in A1 notation, without
 * its "=".
 */
export function plainFormula(text: string): string {
  const formula = text.replace(/^[a-z]+:(?==)/i, "").replace(/^==?/, "");
  return formula.replace(PIECES, (piece: string, ...rest: unknown[]) => {
    const { string, array, reference, prefix, sign } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (string !== undefined) return string;
    if (array !== undefined) return array.replace(/"(?:[^"]|"")*"|[;|]/g, (part) => (part === ";" ? "," : part === "|" ? ";" : part));
    if (reference !== undefined) return plainReference(reference);
    return prefix === undefined ? (sign === undefined ? piece : (SIGNS[sign] ?? sign)) : "";
  });
}

function plainReference(text: string): string {
  const sides = text.match(/(?:'(?:[^']|'')*'|[^':])+/gu) ?? [];
  const [first, last] = sides.map((side) => SIDE.exec(side)?.groups);
  if (!first) return text.includes("#REF!") ? "#REF!" : text;
  const { file, quoted, plain, address = "" } = first;
  const book = file === undefined ? "" : `[${file.replace(/^.*[/\\]/, "").replaceAll("''", "'")}]`;
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const sheet = name === undefined ? "" : `'${`${book}${name}`.replaceAll("'", "''")}'!`;
  // "#REF!" may be one of its sides
  if (address.includes("#") || last?.address?.includes("#")) return "#REF!";
  return sheet + address + (last?.address === undefined ? "" : `:${last.address}`);
}
