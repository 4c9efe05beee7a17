import type { Injector } from "@univerjs/core";
import {
  type ArrayValueObject,
  type BaseAstNode,
  type BaseReferenceObject,
  type BaseValueObject,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
  Interpreter,
} from "@univerjs/engine-formula";

/** Kinds of nodes, which the engine does not hand out by their names. */
const [REFERENCE, VALUE, FUNCTION] = [1, 2, 4];

/** What the nodes of some kinds can do besides. */
interface Node extends BaseAstNode {
  /** Of LAMBDA. */
  isEmptyParamFunction?(): boolean;
  /** Of a reference in a formula that many cells share. */
  setRefOffset?(x: number, y: number): void;
}

/** What one engine evaluates by. */
interface Evaluation {
  readonly stopped: () => boolean;
  /** Texts that formulas hold: the engine reads them as dates, amounts and numbers each time anew. */
  readonly texts: WeakMap<Node, FunctionVariantType>;
}

/** By its first argument: which of the others counts, by its place; null where that cannot be told, and all are evaluated. */
type Choice = (value: FunctionVariantType, count: number) => number | null;

const CHOICES: Readonly<Record<string, Choice>> = {
  IF: (value, count) => {
    const truth = plainValue(value);
    if (typeof truth !== "boolean" && typeof truth !== "number") return null;
    return truth ? 1 : count > 2 ? 2 : null;
  },
  IFERROR: (value, count) => (count === 2 && singleValue(value)?.isError() === false ? 0 : null),
  CHOOSE: (value, count) => {
    const place = plainValue(value);
    return typeof place === "number" && place >= 1 && place < count ? Math.floor(place) : null;
  },
};

/**
 * Makes an engine evaluate of IF, IFERROR and CHOOSE only what counts, as Excel does; its own way evaluates all that stands there. An area
 * that a formula names again and again is taken once. To be called once for an engine whose first workbook is open, before it calculates.
 */
export function shortCircuit(injector: Injector): void {
  const interpreter = injector.get(Interpreter);
  const runtime = injector.get(IFormulaRuntimeService);
  const own = interpreter.execute.bind(interpreter);
  const evaluation: Evaluation = { stopped: () => runtime.isStopExecution(), texts: new WeakMap() };
  interpreter.execute = (data) => {
    if (!data?.node) return own(data);
    evaluate(data.node, data.refOffsetX, data.refOffsetY, evaluation);
    return data.node.getValue() ?? ErrorValueObject.create(ErrorType.VALUE);
  };
  const generator = injector.get(IFormulaDependencyGenerator) as unknown as { _getRangeListByNode(data: unknown): Promise<object[]> };
  const ranges = generator._getRangeListByNode.bind(generator);
  generator._getRangeListByNode = async (data) => distinct(await ranges(data));
}

function evaluate(node: Node, x: number, y: number, by: Evaluation): void {
  if (by.stopped()) return;
  if (node.nodeType === VALUE) return evaluateConstant(node, by);
  const [first, ...others]: readonly Node[] = node.getChildren();
  const choice = node.nodeType === FUNCTION ? CHOICES[node.getToken().toUpperCase()] : undefined;
  if (first) evaluateArgument(first, x, y, by);
  const value = choice && first?.getValue();
  const place = value ? choice(value, others.length + 1) : null;
  if (place === null) for (const other of others) evaluateArgument(other, x, y, by);
  else {
    const counts = place === 0 ? first : others[place - 1];
    if (counts && counts !== first) evaluateArgument(counts, x, y, by);
    // the function takes all of its arguments: those that do not count get the value of the one that does
    for (const other of others) other.setValue(counts?.getValue());
  }
  if (node.nodeType === REFERENCE) node.setRefOffset?.(x, y);
  node.execute();
}

function evaluateConstant(node: Node, { texts }: Evaluation): void {
  const text = texts.get(node);
  if (text) return node.setValue(text);
  node.execute();
  const value = node.getValue();
  if (value && !value.isReferenceObject() && (value as BaseValueObject).isString()) texts.set(node, value);
}

function evaluateArgument(node: Node, x: number, y: number, by: Evaluation): void {
  // the body of a LAMBDA is evaluated by who calls it
  if (node.getToken().toUpperCase() === "LAMBDA" && node.isEmptyParamFunction?.()) node.execute();
  else evaluate(node, x, y, by);
}

/** The value of one cell or none; null for an area of more. */
export function singleValue(value: FunctionVariantType): BaseValueObject | null {
  const array = value.isReferenceObject() ? (value as BaseReferenceObject).toArrayValueObject() : (value as BaseValueObject);
  if (!array.isArray()) return array;
  const cells = array as ArrayValueObject;
  return cells.getRowCount() === 1 && cells.getColumnCount() === 1 ? cells.getFirstCell() : null;
}

function plainValue(value: FunctionVariantType): number | boolean | null {
  const cell = singleValue(value);
  const plain = cell && (cell.isBoolean() || cell.isNumber()) ? cell.getValue() : null;
  return typeof plain === "number" || typeof plain === "boolean" ? plain : null;
}

/** Each range once; "$A$1" and "A1" are two, since formulas that are shared move them differently. */
function distinct(ranges: readonly object[]): object[] {
  return ranges.length < 2 ? [...ranges] : [...new Map(ranges.map((range) => [JSON.stringify(range), range])).values()];
}
