import type { Injector, Nullable } from "@univerjs/core";
import { type BaseAstNode, IFormulaDependencyGenerator, Interpreter } from "@univerjs/engine-formula";

/** What the engine asks of a parsed formula that stands in a cell. */
interface Questions {
  _detectForcedRecalculationNode(tree: unknown, node: Nullable<BaseAstNode>): boolean;
  _getAddressFunctionNodeList(node: Nullable<BaseAstNode>): BaseAstNode[];
}

/**
 * Makes an engine look once through a parsed formula for functions that are always calculated again, that wait for something and that name
 * places: its own way is to go through all of its pieces for each cell that shares it, at each calculation.
 */
export function askParsedOnce(injector: Injector): void {
  const interpreter = injector.get(Interpreter);
  const generator = injector.get(IFormulaDependencyGenerator) as unknown as Questions;
  const { _detectForcedRecalculationNode: again, _getAddressFunctionNodeList: places } = generator;
  interpreter.checkAsyncNode = once(interpreter.checkAsyncNode.bind(interpreter));
  const isAgain = once((node) => again.call(generator, null, node));
  generator._detectForcedRecalculationNode = (_, node) => isAgain(node);
  const placesIn = once((node) => places.call(generator, node));
  generator._getAddressFunctionNodeList = (node) => [...placesIn(node)];
}

/** A parsed formula never changes: where a name in it does, it is parsed anew. */
function once<T>(ask: (node: Nullable<BaseAstNode>) => T): (node: Nullable<BaseAstNode>) => T {
  const known = new WeakMap<BaseAstNode, T>();
  return (node) => {
    if (!node) return ask(node);
    const answer = known.get(node) ?? ask(node);
    known.set(node, answer);
    return answer;
  };
}
