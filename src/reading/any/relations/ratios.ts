import { bareText } from "../../../quantity";
import { HELD, type Layout, type LayoutColumn } from "../layout";

/** Columns of a line, by their places, of which one is what the others come to. */
export interface Factored {
  readonly op: "product" | "ratio";
  readonly total: number;
  readonly parts: readonly number[];
  readonly factor: number;
  /** By how much the first part is more than the second, as a share of it. */
  readonly growth?: true;
  /** The line whose number is the last part in every line. */
  readonly whole?: number;
}

/** Heads that may say by how much something is more than something else. */
const GROWTH = /(?<!\p{L})(?:tang|giam|toc do|so (?:sanh|voi|cung ky)|chenh lech|change|growth|increase)(?!\p{L})|[+-]\/[+-]|\(\+\)/u;

/** Heads that say that one column is held against another: "So sánh TH/DT (%)", "% thực hiện", "Tỷ lệ đạt", "Tốc độ tăng". */
const COMPARED = new RegExp(
  [
    String.raw`^so (?:sanh|voi)(?!\p{L})|(?:% ?|ty le |ti le |muc (?:do )?)(?:so|dat|th|qt|thuc hien|hoan thanh|giai ngan|quyet toan|tang|giam)(?!\p{L})`,
    String.raw`^(?:dat|hoan thanh|thuc hien|giai ngan) ?\(?(?:%|ty le|ti le|ke hoach|kh\b|du toan|dt\b)`,
    String.raw`(?:th|thuc hien|qt|quyet toan|uoc th|giai ngan) ?\/ ?(?:dt|du toan|kh|ke hoach)(?!\p{L})`,
    String.raw`^(?:toc do (?:tang|phat trien)|tang truong|tang ?[,/(+-]{0,3} ?\(?\+?\)? ?giam|nam \d{4} ?\/ ?\d{4}|so cung ky)`,
  ].join("|"),
  "u",
);

/** Whether the heads of a column say that it holds one column against another. */
export function saysCompared(column: Pick<LayoutColumn, "path"> | undefined): boolean {
  return column?.path.some((text) => COMPARED.test(bareText(text))) ?? false;
}

export function saysGrowth(column: Pick<LayoutColumn, "path"> | undefined): boolean {
  return column?.path.some((text) => GROWTH.test(bareText(text))) ?? false;
}

/** What is 100 % as its column writes it. */
const WHOLES = [1, 100] as const;

/** Columns of shares of one line, the one that is the whole of itself: "Cơ cấu (%)" of the amounts beside it. */
export function sharesOfOneLine({ lines, columns, numbers: { values, holds } }: Layout): Factored[] {
  const amounts = columns.flatMap(({ kind }, at) => (kind === "amount" ? [at] : []));
  return columns.flatMap(({ kind }, total): Factored[] => {
    if (kind !== "share") return [];
    const before = amounts.filter((at) => at < total).at(-1);
    if (before === undefined) return [];
    return WHOLES.flatMap((factor) => {
      const wholes = lines.flatMap((_, line) => {
        const at = line * columns.length + total;
        return holds[at] === HELD.number && values[at] === factor ? [line] : [];
      });
      const [whole, ...others] = wholes;
      return whole === undefined || others.length > 0 ? [] : [{ op: "ratio", total, parts: [before, before], factor, whole } as const];
    });
  });
}
