import { groupBy } from "../base";
import { BELIEVED, toldIn, type GridCell, type GridRelation, type OtherTable } from "../tables";
import type { Form, FormCondition, FormRule } from "./form-rules";
import { formColumns } from "./match-columns";
import { formLines } from "./match-lines";
import { columnByPlace, tracksOf } from "./tracks";

const lineId = (place: number): string => `d${place + 1}`;
const columnId = (place: number): string => `c${place + 1}`;

/** The rules of a table as reading believes them, by the words of its lines and columns: put to it again they say the same. */
export function rulesOf(table: OtherTable): Form {
  const columns = formColumns(table);
  const places = new Map(columns.map(({ col }, place) => [col - table.area.col, place]));
  const known = table.believed.filter((one) => one.sure >= BELIEVED || isAsked(table, one));
  return {
    title: table.title?.text ?? table.sheet,
    unit: table.unit,
    complete: true,
    lines: formLines(table).map(({ number, code, label, parent }, place) => ({
      id: lineId(place), number, code, label,
      under: parent === null ? null : lineId(parent),
    })),
    columns: columns.map(({ head, year, unit }, place) => ({ id: columnId(place), head, year, unit })),
    rules: [...groupBy(known, alikeKey).values()].flatMap((alike) => ruleOf(table, alike, (at) => columnId(places.get(at) ?? -1))),
  };
}

/** What is half believed and holds is nothing to tell. */
function isAsked(table: OtherTable, one: GridRelation): boolean {
  return toldIn([one], table.rows, columnByPlace(table))().questions.length > 0;
}

const placeOn = (axis: GridRelation["axis"], [line, column]: GridCell): number => (axis === "column" ? line : column);
const trackOn = (axis: GridRelation["axis"], [line, column]: GridCell): number => (axis === "column" ? column : line);

/** The same for all columns, or lines, in which cells have the same to do with each other. */
function alikeKey(one: GridRelation): string {
  const { axis, op, from, sure, total, parts, added = 1, factor = 1, rounded, growth, slack = 0, stated = {} } = one;
  const own = trackOn(axis, total);
  const partKey = (part: GridCell): string => (trackOn(axis, part) === own ? `${placeOn(axis, part)}` : part.join("x"));
  return JSON.stringify([
    axis, op, from, sure, added, factor, rounded ?? 0, growth ?? 0, slack, stated, placeOn(axis, total), parts.map(partKey).join(),
  ]);
}

function ruleOf(table: OtherTable, alike: readonly GridRelation[], nameOf: (column: number) => string): FormRule[] {
  const [first] = alike;
  if (!first) return [];
  const { axis, op, from, sure, total, parts, added, factor, rounded, growth, slack, stated } = first;
  const over = axis === "column" ? "lines" : "columns";
  const [name, trackName] = axis === "column" ? [lineId, nameOf] : [nameOf, lineId];
  const own = trackOn(axis, total);
  const when = whenOf(table, first, new Set(alike.map((one) => trackOn(axis, one.total))), trackName);
  return [
    {
      over, op,
      ...(stated?.name === undefined ? {} : { name: stated.name }),
      total: name(placeOn(axis, total)),
      parts: parts.map((part) =>
        trackOn(axis, part) === own ? name(placeOn(axis, part)) : { line: lineId(part[0]), column: nameOf(part[1]) },
      ),
      ...(added === undefined ? {} : { added }),
      ...(factor === undefined ? {} : { factor }),
      ...(growth ? { growth } : {}),
      ...(rounded ? { rounded } : {}),
      ...(slack === undefined ? {} : { slack }),
      ...(when ? { when } : {}),
      ...(stated?.blanks === undefined ? {} : { blanks: stated.blanks }),
      ...(stated?.tolerance === undefined ? {} : { tolerance: stated.tolerance }),
      ...(stated?.severity === undefined ? {} : { severity: stated.severity }),
      from, sure,
    },
  ];
}

/** In which columns or lines it is: nothing where the others have no numbers that would say anything of it. */
function whenOf(
  table: OtherTable, one: GridRelation, on: ReadonlySet<number>, name: (track: number) => string,
): FormCondition | undefined {
  const { axis, op, total, parts } = one;
  const all = tracksOf(table, axis, op);
  const own = trackOn(axis, total);
  const moved = (cell: GridCell, track: number): GridCell => {
    if (trackOn(axis, cell) !== own) return cell;
    return axis === "column" ? [cell[0], track] : [track, cell[1]];
  };
  const others = all.filter((track) => !on.has(track));
  const saysMore = others.filter((track) => {
    const told = toldIn(
      [{ ...one, total: moved(total, track), parts: parts.map((part) => moved(part, track)) }], table.rows, columnByPlace(table),
    )();
    return told.relations.length + told.questions.length > 0;
  });
  const isIn = new Set(all);
  const beyond = [...on].some((track) => !isIn.has(track));
  if (saysMore.length === 0 && !beyond) return undefined;
  if (beyond || on.size <= others.length)
    return { [axis === "column" ? "columns" : "lines"]: [...on].sort((a, b) => a - b).map(name) };
  return { except: others.map(name) };
}
