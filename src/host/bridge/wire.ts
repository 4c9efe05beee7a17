/** The messages of Microsoft's rich API, as the client of office-js writes and reads them. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Values of `ObjectPathType`. */
export const PATH = { root: 1, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;

/** Values of `ActionType`. */
export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  /** For each argument: 0, the id of the object path that it stands for, or the same for a nested array. */
  readonly ReferencedObjectPathIds?: readonly Json[];
}

export interface ObjectPathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
}

export interface BatchRequest {
  readonly Actions: readonly ActionInfo[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPathInfo>>;
}

export interface BatchError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  /** -1 where the whole request failed. */
  readonly ActionIndex: number;
}

export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly Error?: BatchError;
}

/** What the client sends; `body` is one `context.sync()`. */
export interface RequestMessage {
  readonly id: number;
  readonly type: 1;
  readonly message: { readonly url: string; readonly body: BatchRequest };
}

/** One entry of a message of events; `message` is JSON of its own. */
export interface EventEntry {
  readonly messageCategory: 65536;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: number;
}

/** Reads a request; throws TypeError when it is none. */
export function parseRequest(text: string): RequestMessage {
  const message: unknown = JSON.parse(text);
  if (!isRequest(message)) throw new TypeError("not a request of the rich API");
  return message;
}

function isRequest(value: unknown): value is RequestMessage {
  if (!isRecord(value) || typeof value["id"] !== "number" || value["type"] !== 1 || !isRecord(value["message"])) return false;
  const body = value["message"]["body"];
  return isRecord(body) && Array.isArray(body["Actions"]) && isRecord(body["ObjectPaths"]);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
