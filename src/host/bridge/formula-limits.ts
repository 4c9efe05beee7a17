import { type FormulaToken, formulaTokens } from "../../sheet";
import { invalidArgument } from "./failure";

/**
 * Most of a formula that Excel takes.
 * Source: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
 */
const LONGEST = 8192;
const LONGEST_STRING = 255;
const MOST_ARGUMENTS = 255;
const DEEPEST = 64;

/** What the parser of Excel has open: an argument list with its arguments so far, or a pair of brackets that only groups. */
interface Open {
  readonly call: boolean;
  arguments: number;
}

/**
 * Throws InvalidArgument for a formula ("=…", English notation) that Excel does not take: its limits, brackets and quotes without an end,
 * an operator that lacks a side, a ";" between arguments. What it does not know is let through.
 */
export function requireFormula(formula: string): void {
  const refuse = (why: string): never => {
    throw invalidArgument(`formula (${why})`);
  };
  if (formula.length > LONGEST) refuse(`over ${LONGEST} characters`);
  const open: Open[] = [];
  let before: FormulaToken | null = null;
  let operand = false;
  for (const token of formulaTokens(formula.slice(1))) {
    const { text } = token;
    if (token.kind === "space") continue;
    if (text === "[") refuse("a bracket without its end");
    if (token.kind === "other") {
      operand = sign(text, operand, before, open, refuse);
    } else {
      if (token.kind === "string" && text.slice(1, -1).replaceAll('""', '"').length > LONGEST_STRING)
        refuse(`a text over ${LONGEST_STRING} characters`);
      if (operand && (isLiteral(token) || (before !== null && isLiteral(before)))) refuse("two values without an operator");
      operand = token.kind !== "function";
    }
    before = token;
  }
  if (open.length > 0) refuse("a bracket without its end");
  if (!operand) refuse("no value at its end");
}

/** What follows a sign: true where a value has just ended. */
function sign(text: string, operand: boolean, before: FormulaToken | null, open: Open[], refuse: (why: string) => never): boolean {
  switch (text) {
    case "(":
      open.push({ call: before?.kind === "function", arguments: 1 });
      if (open.length > DEEPEST) refuse(`over ${DEEPEST} levels`);
      return false;
    case ")": {
      const closed = open.pop() ?? refuse("a bracket without its beginning");
      // an argument may be left out, what is grouped may not
      if (!operand && !(closed.call && (before?.text === "(" || before?.text === ","))) refuse("no value before a bracket");
      return true;
    }
    case ",": {
      const list = open.at(-1) ?? refuse("a comma outside of brackets");
      list.arguments++;
      if (list.call && list.arguments > MOST_ARGUMENTS) refuse(`over ${MOST_ARGUMENTS} arguments`);
      if (!operand && !(list.call && (before?.text === "(" || before?.text === ","))) refuse("nothing before a comma");
      return false;
    }
    case "+":
    case "-":
    case "@":
      return false;
    case "%":
    case "#":
      return operand || refuse(`nothing before "${text}"`);
    case ">":
    case "=":
      if (!operand && before?.text !== "<" && !(text === "=" && before?.text === ">")) refuse(`nothing before "${text}"`);
      return false;
    case "*":
    case "/":
    case "^":
    case "&":
    case "<":
    case ":":
      if (!operand) refuse(`nothing before "${text}"`);
      return false;
    case '"':
    case ";":
    case "{":
    case "}":
    case "]":
      return refuse(`"${text}"`);
    default:
      return operand;
  }
}

function isLiteral({ kind }: FormulaToken): boolean {
  return kind === "number" || kind === "string" || kind === "array";
}
