import { placeOf, type Graph, type Relation, type TypedCell } from "../tables";

/** Relations of small tables all take part: choosing among them would cost as much. */
const FEW = 2_000;

/** Of so many typed cells behind failing relations all take part, and those around them, as in `src/balance`. */
const MAX_AROUND = 5_000;

/** A failing relation of no more typed cells than this is where the mistake is looked for first. */
const SHORT = 200;

/** What of a table's relations has to do with those that fail. */
export interface Connected {
  /** In the order of the table. */
  readonly relations: readonly Relation[];
  readonly fails: (relation: Relation) => boolean;
  /** Whether a cell may be the wrong one, or follows from one that may. */
  readonly moves: (cell: TypedCell) => boolean;
}

/**
 * The failing relations and those that share a cell with them, itself or through formulas; of tables with a few thousand cells also those
 * one further. The others hold whatever is done about the failing ones. In larger tables the wrong cell is looked for in the short
 * relations that fail, and among all cells of a long one only where no short one fails with it.
 */
export function connected({ relations, failing, defining }: Graph): Connected {
  const fails = (relation: Relation): boolean => failing.has(relation);
  if (relations.length <= FEW) return { relations, fails, moves: () => true };
  const graph: Around = { relations, failing, defining };
  const moving = movingIn(graph);
  const own = new Set([...failing].flatMap((relation) => [relation, ...definedIn(graph, relation)]));
  return {
    relations: relations.filter((relation) => own.has(relation) || stands(relation, moving)),
    fails,
    moves: (cell) => moving.has(placeOf(cell)),
  };
}

type Around = Pick<Graph, "relations" | "failing" | "defining">;

/** A relation and the definitions of its own formulas: they make two that share a formula one fault. */
function definedIn({ defining }: Around, { total, parts }: Relation): Relation[] {
  return [total, ...parts].flatMap((cell) => defining.get(placeOf(cell)) ?? []);
}

function stands({ total, parts }: Relation, cells: ReadonlySet<number>): boolean {
  return cells.has(placeOf(total)) || parts.some((part) => cells.has(placeOf(part)));
}

function movingIn(graph: Around): Set<number> {
  const all = behind(graph, [...graph.failing], MAX_AROUND);
  if (!all) return upFrom(graph, suspectsIn(graph));
  const near = upFrom(graph, all);
  const around = behind(graph, graph.relations.filter((relation) => relation.op !== "of-which" && stands(relation, near)), MAX_AROUND);
  return around ? upFrom(graph, [...all, ...around]) : near;
}

/** The typed cells of the short failing relations, and of the long ones that have none of those. */
function suspectsIn(graph: Around): Set<number> {
  const short = new Set<number>();
  const long = [...graph.failing].filter((relation) => {
    const cells = behind(graph, [relation], SHORT);
    for (const cell of cells ?? []) short.add(cell);
    return cells === null;
  });
  const open = long
    .map((relation) => behind(graph, [relation], Infinity) ?? new Set<number>())
    .filter((cells) => ![...cells].some((cell) => short.has(cell)));
  const among = new Set(open.flatMap((cells) => [...cells]));
  for (const cell of keptOf(graph, among)) among.delete(cell);
  return new Set([...short, ...among]);
}

/**
 * The cells that stand in a sum of typed whole amounts that holds, without another one that has a part in what fails: a change would break
 * that sum.
 */
function keptOf({ relations, failing }: Around, among: ReadonlySet<number>): Set<number> {
  const kept = new Set<number>();
  if (among.size === 0) return kept;
  const isPlain = (cell: Relation["total"]): boolean => cell.formula === null && Number.isInteger(cell.value);
  for (const relation of relations) {
    const { op, total, parts } = relation;
    if (op === "of-which" || failing.has(relation) || !isPlain(total) || !parts.every(isPlain)) continue;
    const [first, ...others] = [total, ...parts].map(placeOf).filter((cell) => among.has(cell));
    if (first !== undefined && others.length === 0) kept.add(first);
  }
  return kept;
}

/** The typed cells from which relations follow; null where there are more than `limit`. */
function behind({ defining }: Around, relations: readonly Relation[], limit: number): Set<number> | null {
  const seen = new Set<number>();
  const typed = new Set<number>();
  const enter = ({ total, parts }: Relation): void => {
    seen.add(placeOf(total));
    for (const part of parts) seen.add(placeOf(part));
  };
  relations.forEach(enter);
  for (const cell of seen) {
    const definition = defining.get(cell);
    if (definition) enter(definition);
    else typed.add(cell);
    if (typed.size > limit) return null;
  }
  return typed;
}

/** The cells and the formulas that move with them. */
function upFrom({ defining }: Around, from: Iterable<number>): Set<number> {
  const moving = new Set(from);
  // the formulas that follow from others come after a few turns
  for (let before = -1; before < moving.size; ) {
    before = moving.size;
    for (const [total, { parts }] of defining) if (!moving.has(total) && parts.some((part) => moving.has(placeOf(part)))) moving.add(total);
  }
  return moving;
}
