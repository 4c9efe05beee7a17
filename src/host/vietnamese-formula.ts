const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|\d+(?:[.,]\d+)?|[\p{L}_$\\][\p{L}\p{N}_.$\\]*|[^]/gu;
const REFERENCE = /^\$?[A-Za-z]{1,3}\$?\d+$|^\$?[A-Za-z]{1,3}$/;

/**
 * A formula as typed on a Vietnamese machine, in the notation of the engine: "=SUM(a1;a2)*0,5" → "=SUM(A1,A2)*0.5".
 * A formula without ";" is taken with commas between arguments, as the engine shows it for editing; outside of brackets a comma
 * between digits is a decimal comma all the same. Texts, quoted sheet names and array constants are left alone.
 */
export function translateFormula(formula: string): string {
  const tokens: readonly string[] = formula.match(TOKEN) ?? [];
  const vietnamese = tokens.includes(";");
  let depth = 0;
  return tokens
    .map((token, index) => {
      if (token === "(") depth += 1;
      if (token === ")") depth -= 1;
      if (token === ";") return ",";
      if (/^\d+,/.test(token) && (vietnamese || depth === 0)) return token.replace(",", ".");
      if (tokens[index + 1] === "(" || REFERENCE.test(token) || /^(true|false)$/i.test(token)) return token.toUpperCase();
      return token;
    })
    .join("");
}
