import type { Area } from "../sheet";
import { COLUMN_USES, type ColumnUse } from "./columns";
import type { Relation } from "./table";

/**
 * What people can say of cells of a table that we did not make. `parts`: its totals are reckoned from its parts; `only`: they are the sum
 * of its parts, and of nothing else on that axis; `total`: they are totals of others at all; `head`: its rows are heads; `column`: what its
 * columns are.
 */
export type SaidClaim =
  | ({ readonly kind: "parts" } & Pick<Relation, "axis" | "op" | "factor" | "added">)
  | { readonly kind: "only" | "total"; readonly axis: Relation["axis"] }
  | { readonly kind: "head"; readonly axis: "column" }
  | { readonly kind: "column"; readonly axis: "row"; readonly is: ColumnUse };

/**
 * A claim of cells of one sheet, and whether it is so. On the axis "column" an area stands for its rows, of its columns. Of several claims
 * of the same cells the later one counts.
 */
export interface Said {
  readonly claim: SaidClaim;
  readonly so: boolean;
  readonly totals: readonly Area[];
  readonly parts: readonly Area[];
}

const OPS: readonly string[] = ["sum", "same", "of-which", "difference", "product", "ratio"] satisfies readonly Relation["op"][];

/** "parts column difference 2 1": as `readClaim` reads it. */
export function writeClaim(claim: SaidClaim): string {
  const { kind, axis } = claim;
  if (claim.kind === "column") return [kind, axis, claim.is].join(" ");
  return claim.kind === "parts" ? [kind, axis, claim.op, claim.added ?? 1, claim.factor ?? 1].join(" ") : `${kind} ${axis}`;
}

/** Null for what no version of ours has written. */
export function readClaim(text: string): SaidClaim | null {
  const [kind, axis, op = "", added = 1, factor = 1] = text.trim().split(/\s+/);
  if (axis !== "column" && axis !== "row") return null;
  if (kind === "only" || kind === "total") return { kind, axis };
  if (kind === "head") return axis === "column" ? { kind, axis } : null;
  if (kind === "column") {
    const is = COLUMN_USES.find((use) => use === op);
    return axis === "row" && is ? { kind, axis, is } : null;
  }
  const [first, times] = [Number(added), Number(factor)];
  if (kind !== "parts" || !OPS.includes(op) || !Number.isInteger(first) || first < 1 || !Number.isFinite(times)) return null;
  return {
    kind, axis,
    op: op as Relation["op"],
    ...(first === 1 ? {} : { added: first }),
    ...(times === 1 ? {} : { factor: times }),
  };
}
