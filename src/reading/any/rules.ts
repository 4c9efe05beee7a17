import { addTo } from "../../base";
import type { CellRef } from "../../sheet";
import type { HeadPath } from "./head-paths";
import type { LayoutLine, SaidRule } from "./layout";
import { refKey, type Expression, type Numbered } from "./rule-grammar";
import { saysTotal } from "./words";

/** What the row of column numbers, and the heads, say of all lines: references are column numbers. */
export function columnRules(
  paths: readonly HeadPath[],
  atRow: (place: number) => CellRef,
  atHead: (place: number, row: number) => CellRef,
): SaidRule[] {
  const places = new Map<string, number>();
  paths.forEach(({ numbered }, place) => {
    if (numbered?.own != null && !places.has(numbered.own)) places.set(numbered.own, place);
  });
  const order = [...places.values()];
  return paths.flatMap(({ numbered, row }, total) => {
    const { expression } = numbered ?? {};
    if (!expression) return [];
    const parts = resolved(expression, (ref) => places.get(ref), order);
    const from = row === null ? "rule-row" : "label";
    return parts && !parts.parts.includes(total)
      ? [{ axis: "row", total, from, at: row === null ? atRow(total) : atHead(total, row), ...said(expression, parts) }]
      : [];
  });
}

/** What labels say: "BỘI CHI (A-B)", "III=I+II". References are outline numbers of lines near by, or codes. */
export function lineRules(
  lines: readonly LayoutLine[],
  all: readonly (Numbered | null)[],
  at: (line: number) => CellRef,
): SaidRule[] {
  const [byNumber, byCode] = [placesBy(lines, ({ number }) => number), placesBy(lines, ({ code }) => code)];
  return lines.flatMap((line, index) => {
    const expression = all[index]?.expression;
    if (!expression || !isMeant(line, all[index]?.own ?? null, expression)) return [];
    const own = all[index]?.own ?? null;
    // a rule that begins with the line's own code refers to codes
    const isCoded =
      line.code !== "" && (own === null || own === refKey(line.code)) && expression.refs.every((ref) => byCode.has(ref));
    const parts = resolved(
      expression,
      (ref) => (isCoded ? byCode.get(ref)?.[0] : nearest(lines, byNumber.get(ref) ?? [], index)),
      null,
    );
    return parts && !parts.parts.includes(index)
      ? [{ axis: "column", total: index, from: "label", at: at(index), ...said(expression, parts) }]
      : [];
  });
}

/** Lines by what they are called in rules. */
function placesBy(lines: readonly LayoutLine[], nameOf: (line: LayoutLine) => string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  lines.forEach((line, place) => {
    const key = refKey(nameOf(line));
    if (key !== "") addTo(places, key, place);
  });
  return places;
}

/** "Trẻ em (3-5)" is no difference of lines: numbers alone need a word, or an "=", that says so. */
function isMeant({ label }: LayoutLine, own: string | null, { op, refs }: Expression): boolean {
  if (own !== null || refs.every((ref) => /^\D/.test(ref))) return true;
  return (
    op === "sum" ||
    saysTotal(label) ||
    /chênh lệch|còn lại|bội (?:chi|thu)|kết dư|cân đối|thừa|thiếu|lãi|lỗ|lợi nhuận|thuần|gộp|difference|balance|net/iu.test(label)
  );
}

/** Of the lines with a number the one that is meant: a child, then a sibling, then the only one, else the last one above. */
function nearest(lines: readonly LayoutLine[], candidates: readonly number[], line: number): number | undefined {
  const parent = lines[line]?.parent ?? null;
  return (
    candidates.find((one) => lines[one]?.parent === line) ??
    candidates.find((one) => one !== line && (lines[one]?.parent ?? null) === parent) ??
    candidates.findLast((one) => one < line) ??
    candidates.find((one) => one !== line)
  );
}

interface Parts {
  readonly parts: readonly number[];
  readonly signs: readonly number[];
}

/** The places that an expression refers to; null where one of them is not there. `order`: where "…" counts them through. */
function resolved(
  { refs, signs, through }: Expression,
  placeOf: (ref: string) => number | undefined,
  order: readonly number[] | null,
): Parts | null {
  const [parts, factors]: [number[], number[]] = [[], []];
  for (const [index, ref] of refs.entries()) {
    const place = placeOf(ref);
    if (place === undefined) return null;
    if (index > 0 && through.includes(index - 1)) {
      const between = between_(order, parts.at(-1) ?? 0, place);
      if (!between) return null;
      for (const one of between) {
        parts.push(one);
        factors.push(1);
      }
    }
    parts.push(place);
    factors.push(signs[index] ?? 1);
  }
  return new Set(parts).size === parts.length ? { parts, signs: factors } : null;
}

function between_(order: readonly number[] | null, from: number, to: number): readonly number[] | null {
  if (!order) return null;
  const [first, last] = [order.indexOf(from), order.indexOf(to)];
  return first === -1 || last <= first ? null : order.slice(first + 1, last);
}

const said = (
  { op, factor, growth, open }: Expression,
  { parts, signs }: Parts,
): Pick<SaidRule, "op" | "factor" | "growth" | "open" | "parts" | "signs"> => ({
  op,
  factor,
  ...(growth ? { growth } : {}),
  open,
  parts,
  signs,
});
