import type { SaidRule } from "./layout";

/** What a rule says: "6=5-4" is the difference of "5" and "4". References are in capitals, without leading zeros. */
export interface Expression extends Pick<SaidRule, "op" | "signs" | "factor" | "growth" | "open"> {
  readonly refs: readonly string[];
  /** References between which those that lie there belong too ("2+…+6"): places in `refs` of the first of such a pair. */
  readonly through: readonly number[];
}

/** A column number with what it is reckoned of: "6", "6=5-4", "(5)=(3)-(4)". `own` is null where only the expression stands there. */
export interface Numbered {
  readonly own: string | null;
  readonly expression: Expression | null;
}

const REF = /^(?:\d{1,3}(?:\.\d{1,2})*[a-zđ]?|[A-ZĐ]{1,5}\d{0,2}|[a-zđ])$/u;
/** What is only told of: "(+Khác)", "+ …". */
const OPEN = /\(?\s*\+\s*\(?\s*(?:…|\.{2,}|(?:các )?(?:khoản |nguồn |cột )?khác)\s*\)?\s*\)?\s*$/iu;

/** A number by which people multiply a ratio to have points. */
const POINTS = 100;

/** The name of a column or line as rules refer to it. */
export function refKey(text: string): string {
  return text
    .replace(/^[([]|[.)\]]+$/g, "")
    .replace(/^0+(?=\d)/, "")
    .toUpperCase();
}

/** Reads a cell of a column-number row, or a rule by itself; null for anything else. `text` is in the shape of `cleanText`. */
export function readNumbered(text: string): Numbered | null {
  if (text.length > LONGEST || text === "") return null;
  const bare = text
    .replace(/[[{]/g, "(")
    .replace(/[\]}]/g, ")")
    .replace(/[.;,]+$/, "");
  const sides = bare.split("=");
  const left = unwrapped(sides[0] ?? "");
  if (sides.length === 1) {
    if (REF.test(left)) return { own: refKey(left), expression: null };
    const expression = readExpression(bare);
    return expression && { own: null, expression };
  }
  // "(6=5-4)": the brackets are about all of it
  const whole = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(bare);
  if (whole && (whole[1] ?? "").includes("=")) return readNumbered(whole[1] ?? "");
  if (!REF.test(left)) return null;
  const own = refKey(left);
  const expression = readExpression(sides[1] ?? "");
  // a rule that refers to itself says nothing; a second "=" says the same once more
  return { own, expression: expression?.refs.includes(own) ? null : expression };
}

const LONGEST = 80;
const unwrapped = (text: string): string =>
  text
    .trim()
    .replace(/^\(\s*([^()]*?)\s*\)$/, "$1")
    .trim();

type Node =
  | { readonly kind: "ref"; readonly name: string }
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "sum"; readonly terms: readonly { readonly sign: number; readonly node: Node; readonly through: boolean }[] }
  | { readonly kind: "product" | "ratio"; readonly nodes: readonly Node[] };

/** "5-4", "(3)+(4)", "7*8", "4/2*100"; null for anything else, and for what is of more than one kind. */
export function readExpression(text: string): Expression | null {
  const open = OPEN.test(text);
  const tokens = tokensOf(text.replace(OPEN, ""));
  if (!tokens) return null;
  const reader = new ExpressionReader(tokens);
  const node = reader.sum();
  if (!node || !reader.done()) return null;
  return flat(node, open);
}

function tokensOf(text: string): string[] | null {
  const plain = text
    .replace(/\s*(?:…|\.{3,})\s*/g, " … ")
    .replace(/[×·]/g, "*")
    .replace(/(?<=[\d)])\s*[xX]\s*(?=[\d(])/g, "*")
    .replace(/[:÷]/g, "/")
    .replace(/[\u2013\u2212]/g, "-");
  const tokens = plain.match(/\d+(?:\.\d+)*[a-zđ]?|[A-ZĐ]{1,5}\d{0,2}|[a-zđ](?![\p{L}])|[-+*/()…%]|\S+/gu) ?? [];
  return tokens.every((token) => /^[-+*/()…%]$/.test(token) || REF.test(token)) ? tokens : null;
}

class ExpressionReader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  done(): boolean {
    return this.at === this.tokens.length;
  }

  private take(...wanted: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token === undefined || !wanted.includes(token)) return null;
    this.at++;
    return token;
  }

  sum(): Node | null {
    const first = this.term();
    if (!first) return null;
    const terms = [{ sign: 1, node: first, through: false }];
    for (let sign = this.take("+", "-"); sign !== null; sign = this.take("+", "-")) {
      const through = sign === "+" && this.take("…") !== null;
      if (through && this.take("+") === null) return null;
      const node = this.term();
      if (!node) return null;
      terms.push({ sign: sign === "-" ? -1 : 1, node, through });
    }
    return terms.length === 1 ? first : { kind: "sum", terms };
  }

  private term(): Node | null {
    let node = this.atom();
    for (let op = this.take("*", "/"); node && op !== null; op = this.take("*", "/")) {
      const next = this.atom();
      node = next && { kind: op === "*" ? "product" : "ratio", nodes: [node, next] };
    }
    while (node && this.take("%") !== null) node = { kind: "product", nodes: [node, { kind: "constant", value: 1 }] };
    return node;
  }

  private atom(): Node | null {
    if (this.take("(") !== null) {
      const node = this.sum();
      return node && this.take(")") !== null ? node : null;
    }
    const token = this.tokens[this.at];
    if (token === undefined || !REF.test(token)) return null;
    this.at++;
    return token === String(POINTS) ? { kind: "constant", value: POINTS } : { kind: "ref", name: refKey(token) };
  }
}

function flat(node: Node, open: boolean): Expression | null {
  if (node.kind === "ref") return null;
  if (node.kind === "sum") return flatSum(node, open);
  const growth = open ? null : growthOf(node);
  if (growth) return growth;
  const factors = factorsOf(node);
  if (!factors || open) return null;
  const { over, under, constant } = factors;
  const [first, second, third] = [...over, ...under];
  if (first === undefined || second === undefined || first === second) return null;
  if (under.length === 0) {
    const refs = over;
    return constant === 1 ? { op: "product", refs, signs: refs.map(() => 1), factor: null, open, through: [] } : null;
  }
  if (over.length !== 1 || third !== undefined) return null;
  return { op: "ratio", refs: [first, second], signs: [1, 1], factor: constant === 1 ? null : constant, open, through: [] };
}

/** "(5-4)/4", "(5-4)/4*100": what the one has more than the other, as a share of the other; null for anything else. */
function growthOf(node: Node): Expression | null {
  if (node.kind === "product") {
    const [first, second] = node.nodes;
    const inner = first && second?.kind === "constant" ? growthOf(first) : null;
    return inner && second?.kind === "constant" ? { ...inner, factor: second.value === 1 ? inner.factor : second.value } : null;
  }
  if (node.kind !== "ratio") return null;
  const [over, under] = node.nodes;
  if (over?.kind !== "sum" || under?.kind !== "ref" || over.terms.length !== 2) return null;
  const [more, less] = over.terms;
  if (more?.node.kind !== "ref" || less?.node.kind !== "ref" || less.sign !== -1 || less.node.name !== under.name) return null;
  const refs = [more.node.name, under.name];
  return refs[0] === refs[1] ? null : { op: "ratio", refs, signs: [1, 1], factor: null, growth: true, open: false, through: [] };
}

/** What is multiplied and what divided; null where sums are among it. */
function factorsOf(node: Node): { over: string[]; under: string[]; constant: number } | null {
  if (node.kind === "ref") return { over: [node.name], under: [], constant: 1 };
  if (node.kind === "constant") return { over: [], under: [], constant: node.value };
  if (node.kind === "sum") return null;
  const [first, second] = node.nodes.map(factorsOf);
  if (!first || !second) return null;
  return node.kind === "product"
    ? {
        over: [...first.over, ...second.over],
        under: [...first.under, ...second.under],
        constant: first.constant * second.constant,
      }
    : {
        over: [...first.over, ...second.under],
        under: [...first.under, ...second.over],
        constant: first.constant / second.constant,
      };
}

function flatSum(node: Node & { kind: "sum" }, open: boolean): Expression | null {
  const [refs, signs, through]: [string[], number[], number[]] = [[], [], []];
  const add = (one: Node, sign: number, from: boolean): boolean => {
    if (one.kind === "ref") {
      if (from) through.push(refs.length - 1);
      refs.push(one.name);
      signs.push(sign);
      return true;
    }
    return one.kind === "sum" && one.terms.every((term) => add(term.node, sign * term.sign, term.through));
  };
  if (!add(node, 1, false) || new Set(refs).size < refs.length) return null;
  const taken = signs.slice(1).every((sign) => sign === -1);
  return { op: taken ? "difference" : "sum", refs, signs, factor: null, open, through };
}

const RULE_REF = String.raw`\(?(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-ZĐ]{1,4}\d?)\)?`;
const RULE = String.raw`(?:${RULE_REF}\s*=\s*)?${RULE_REF}(?:\s*(?:[-+*×/:xX]|\+\s*(?:…|\.{3,})\s*\+)\s*${RULE_REF})+(?:\s*\(?\s*\+\s*(?:…|\.{2,}|[Kk]hác)\s*\)?)?`;
/** In brackets anywhere, or with "=" at the end. */
const IN_BRACKETS = new RegExp(String.raw`[([]\s*(${RULE})\s*[)\]]`, "u");
const AT_END = new RegExp(
  String.raw`(?:^|[\s:;,])(${RULE_REF}\s*=\s*${RULE_REF}(?:\s*(?:[-+*×/:xX]|\+\s*(?:…|\.{3,})\s*\+)\s*${RULE_REF})+)\s*[.;]?$`,
  "u",
);
/** "Dự toán (1)": a column number within a head. */
const OWN_AT_END = /\((\d{1,2}[a-z]?)\)\s*$/;

/** A rule within a label or a head, and the words without it; `said` is null where there is none. */
export function ruleInWords(text: string): { readonly words: string; readonly said: Numbered | null } {
  const found = AT_END.exec(text) ?? IN_BRACKETS.exec(text);
  const said = found ? readNumbered(found[1] ?? "") : null;
  if (!found || !said?.expression) return { words: text, said: null };
  return {
    words: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, " ").trim(),
    said,
  };
}

/** The column number within a head, "1" of "Dự toán (1)"; null where there is none. */
export function ownInWords(text: string): { readonly words: string; readonly own: string } | null {
  const found = OWN_AT_END.exec(text);
  return found && { words: text.slice(0, found.index).trim(), own: refKey(found[1] ?? "") };
}
