import { type HostConditions, requireKnown, requirePossible } from "./conditions";
import { apiNotFound, invalidArgument, type RichApiCode, RichApiFailure } from "./failure";
import { type Answer, type Argument, type HostObject, isHostObject } from "./host-object";
import { ACTION, type ActionInfo, type ArgumentInfo, type BatchAnswer, type BatchRequest, type Json, PATH } from "./wire";

/** A call by its class and member ("Worksheet", "Delete"), and whether it sets a property; a code refuses it. */
export type RefuseCall = (call: { readonly api: string; readonly sets: boolean }) => RichApiCode | null;

export interface Interpreter {
  readonly root: HostObject;
  readonly conditions: HostConditions;
  readonly refuseCall: RefuseCall;
  /** The object of a reference id; null where it is gone. */
  reference(id: string): HostObject | null;
  /** Answers when all formulas are calculated. */
  settled(): Promise<void>;
}

/** Runs the actions of one batch in their order and stops at the first that fails. */
export async function runBatch(batch: BatchRequest, host: Interpreter): Promise<BatchAnswer> {
  const objects = new Map<number, HostObject | null>();
  const results: { ActionId: number; Value: Json }[] = [];
  const resolve = (id: number): HostObject | null => {
    const known = objects.get(id);
    if (known !== undefined) return known;
    const path = batch.ObjectPaths[String(id)];
    if (!path) throw new RichApiFailure("InvalidObjectPath", `There is no object path ${id}.`);
    const found = follow(path.ObjectPathType, path.Name, path.ParentObjectPathId, path.ArgumentInfo);
    objects.set(id, found);
    return found;
  };
  const follow = (type: number, name: string, parentId: number | undefined, info: ArgumentInfo | undefined): HostObject | null => {
    if (type === PATH.root) return host.root;
    if (type === PATH.nothing) return null;
    if (type === PATH.reference) {
      const found = host.reference(name);
      if (!found) throw new RichApiFailure("InvalidReference", "This reference is not valid for the current operation.");
      return found;
    }
    if (type !== PATH.property && type !== PATH.method && type !== PATH.indexer) throw apiNotFound(`object path type ${type}`);
    const parent = parentId === undefined ? null : resolve(parentId);
    if (!parent) return null;
    if (type === PATH.property) {
      requireKnown(host.conditions, parent.className, name);
      return parent.part(name);
    }
    if (type === PATH.indexer) return parent.item(argumentsOf(info, resolve));
    requireAllowed(host, parent.className, name);
    const made = parent.call(name, argumentsOf(info, resolve));
    if (made === null || made === undefined) return null;
    if (isHostObject(made)) return made;
    throw apiNotFound(`${parent.className}.${name}`);
  };

  for (const [index, action] of batch.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: await perform(action, resolve, host) });
    } catch (cause) {
      if (!(cause instanceof RichApiFailure)) throw cause;
      // where an object could not be made, it is its owner that was asked
      const owner =
        objects.get(action.ObjectPathId) ?? objects.get(batch.ObjectPaths[String(action.ObjectPathId)]?.ParentObjectPathId ?? -1);
      const Location = [owner?.className, memberOf(batch, action)].filter(Boolean).join(".");
      return {
        Results: results,
        Error: { Code: cause.code, Message: cause.message, Location, HttpStatusCode: cause.status, ActionIndex: index },
      };
    }
  }
  return { Results: results };
}

async function perform(action: ActionInfo, resolve: (id: number) => HostObject | null, host: Interpreter): Promise<Json> {
  if (action.ActionType === ACTION.trace) return null;
  const object = resolve(action.ObjectPathId);
  switch (action.ActionType) {
    case ACTION.instantiate:
      return object ? object.identity() : null;
    case ACTION.query: {
      if (!object) return null;
      const { Select = [], Expand = [], Top, Skip } = action.QueryInfo ?? {};
      for (const path of [...Select, ...Expand]) requireKnown(host.conditions, object.className, path.split("/")[0] ?? "");
      if (object.calculated || [...Select, ...Expand].some((path) => path.includes("/"))) await host.settled();
      return object.query([...Select, ...Expand], { top: Top, skip: Skip });
    }
    case ACTION.setProperty: {
      const value = argumentsOf(action.ArgumentInfo, resolve)[0];
      if (value === undefined || isHostObject(value)) throw invalidArgument(action.Name);
      // nothing is there to be set on an object that does not exist: Excel passes over it
      if (!object) return null;
      requireAllowed(host, object.className, action.Name, true);
      object.set(action.Name, value as Json);
      return null;
    }
    case ACTION.method:
      if (!object) return null;
      requireAllowed(host, object.className, action.Name);
      return jsonOf(object.call(action.Name, argumentsOf(action.ArgumentInfo, resolve)));
    default:
      throw apiNotFound(`action type ${action.ActionType}`);
  }
}

function requireAllowed({ conditions, refuseCall }: Interpreter, className: string, member: string, sets = false): void {
  requirePossible(conditions, className, member);
  const code = refuseCall({ api: `${className}.${member}`, sets });
  if (code) throw new RichApiFailure(code, `Excel refuses ${className}.${member}: ${code}.`);
}

function argumentsOf(info: ArgumentInfo | undefined, resolve: (id: number) => HostObject | null): readonly Argument[] {
  const { Arguments = [], ReferencedObjectPathIds = [] } = info ?? {};
  return Arguments.map((value, index) => {
    const id = ReferencedObjectPathIds[index];
    return typeof id === "number" && id > 0 ? resolve(id) : value;
  });
}

function jsonOf(answer: Answer): Json {
  if (answer === undefined) return null;
  return isHostObject(answer) ? answer.identity() : answer;
}

/** The member that an action is about, as code writes it: "values", "getItem". */
function memberOf(batch: BatchRequest, action: ActionInfo): string {
  const name = action.Name || (batch.ObjectPaths[String(action.ObjectPathId)]?.Name ?? "");
  return name.charAt(0).toLowerCase() + name.slice(1);
}
