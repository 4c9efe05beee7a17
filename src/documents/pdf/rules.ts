import { combined, moved, type Matrix, type Rule } from "./pieces";

/** What is drawn on a page, in order, and what the numbers of its operators are. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}
export type OperatorName =
  | "save" | "restore" | "transform" | "constructPath" | "paintFormXObjectBegin" | "paintFormXObjectEnd" | "moveTo" | "lineTo" | "curveTo"
  | "curveTo2" | "curveTo3" | "closePath" | "rectangle" | "stroke" | "closeStroke" | "fill" | "eoFill" | "fillStroke" | "eoFillStroke"
  | "closeFillStroke" | "closeEOFillStroke" | "endPath" | "clip" | "eoClip";
export type Operators = Readonly<Record<OperatorName, number>>;

/** Of more rules a page is a picture. */
const MOST_RULES = 4000;
/** In points: a shape that is no thicker is a rule, one that is no longer is a dot. */
const THICK = 3;
const SHORT = 4;

type Point = readonly [x: number, y: number];

/** The straight lines of a page along its sides, drawn as lines, as thin shapes or as the edges of shapes; none where they are too many. */
export function rulesOf({ fnArray, argsArray }: Drawing, operators: Operators, turn: Matrix): Rule[] {
  const names = new Map(Object.entries(operators).map(([name, number]) => [number, name as OperatorName]));
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let current = turn;
  let path: Point[][] = [];
  for (const [at, operator] of fnArray.entries()) {
    const given = argsArray[at];
    const name = names.get(operator);
    switch (name) {
      case "save":
        saved.push(current);
        break;
      case "restore":
      case "paintFormXObjectEnd":
        current = saved.pop() ?? turn;
        break;
      case "transform":
        if (isMatrix(given)) current = combined(current, given);
        break;
      case "paintFormXObjectBegin": {
        saved.push(current);
        const [matrix] = Array.isArray(given) ? (given as unknown[]) : [];
        if (isMatrix(matrix)) current = combined(current, matrix);
        break;
      }
      case "constructPath":
        path.push(...pathOf(given, names, current));
        break;
      case "stroke":
      case "closeStroke":
        rules.push(...path.flatMap(edges));
        path = [];
        break;
      case "fill":
      case "eoFill":
        rules.push(...path.flatMap(thinShape));
        path = [];
        break;
      case "fillStroke":
      case "eoFillStroke":
      case "closeFillStroke":
      case "closeEOFillStroke":
        rules.push(...path.flatMap((points) => (thinShape(points).length > 0 ? thinShape(points) : edges(points))));
        path = [];
        break;
      case "endPath":
        path = [];
        break;
      default:
    }
    if (rules.length > MOST_RULES) return [];
  }
  return rules;
}

function isMatrix(value: unknown): value is Matrix {
  return Array.isArray(value) && value.length === 6 && value.every((each) => typeof each === "number");
}

/** The points of each part of a path, on the page. */
function pathOf(given: unknown, names: ReadonlyMap<number, OperatorName>, matrix: Matrix): Point[][] {
  const [operators, numbers] = Array.isArray(given) ? (given as [unknown, unknown]) : [];
  if (!Array.isArray(operators) || !Array.isArray(numbers)) return [];
  const values = numbers as number[];
  const parts: Point[][] = [];
  let next = 0;
  const take = (): Point => {
    const point = moved(matrix, values[next] ?? 0, values[next + 1] ?? 0);
    next += 2;
    return point;
  };
  for (const operator of operators as number[]) {
    const last = parts.at(-1);
    switch (names.get(operator)) {
      case "moveTo":
        parts.push([take()]);
        break;
      case "lineTo":
        last?.push(take());
        break;
      case "rectangle": {
        const [x = 0, y = 0, width = 0, height = 0] = values.slice(next, next + 4);
        next += 4;
        const corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]] as const;
        parts.push(corners.map(([left, top]) => moved(matrix, left, top)));
        break;
      }
      case "closePath":
        if (last?.[0]) last.push(last[0]);
        break;
      case "curveTo":
        next += 6;
        parts.push([]);
        break;
      case "curveTo2":
      case "curveTo3":
        next += 4;
        parts.push([]);
        break;
      default:
    }
  }
  return parts;
}

/** The edges of a path that lie along the sides of the page. */
function edges(points: readonly Point[]): Rule[] {
  const thin = thinShape(points);
  return thin.length > 0 ? thin : points.flatMap((point, at) => ruleBetween(points[at - 1], point));
}

function ruleBetween(from: Point | undefined, to: Point): Rule[] {
  if (!from) return [];
  const [wide, high] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  if (wide <= 1 && high > SHORT) {
    return [{ isUpright: true, at: (from[0] + to[0]) / 2, from: Math.min(from[1], to[1]), to: Math.max(from[1], to[1]) }];
  }
  if (high > 1 || wide <= SHORT) return [];
  return [{ isUpright: false, at: (from[1] + to[1]) / 2, from: Math.min(from[0], to[0]), to: Math.max(from[0], to[0]) }];
}

/** A shape that is no thicker than a rule, as the rule in its middle. */
function thinShape(points: readonly Point[]): Rule[] {
  if (points.length < 2) return [];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (right - left <= THICK && bottom - top > SHORT) return [{ isUpright: true, at: (left + right) / 2, from: top, to: bottom }];
  if (bottom - top <= THICK && right - left > SHORT) return [{ isUpright: false, at: (top + bottom) / 2, from: left, to: right }];
  return [];
}
