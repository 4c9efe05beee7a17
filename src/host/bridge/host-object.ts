import { apiNotFound, invalidArgument } from "./failure";
import { isRecord, type Json } from "./wire";

/** What a method is called with: JSON, or the objects that stand for other paths of the batch. */
export type Argument = Json | HostObject | readonly Argument[];

/** A property that holds a value. Without `set` it is read-only, without `get` it cannot be loaded. */
export interface Scalar<T> {
  readonly get?: (self: T) => Json;
  readonly set?: (self: T, value: Json) => void;
}

export type Answer = HostObject | null | Json | undefined | void;

/**
 * Everything that one class of the Excel API can do here, by wire names ("Values", "GetRange"). What has no entry is
 * answered with ApiNotFound, so that no code can rest on an API that nobody wrote.
 */
export interface ClassTable<T> {
  readonly name: string;
  /** What an instantiated object answers with, and each item of a loaded collection holds: its id. */
  readonly identity?: (self: T) => Record<string, Json>;
  /** True where loading needs the results of formulas. */
  readonly calculated?: boolean;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  /** Objects that are properties. */
  readonly parts?: Readonly<Record<string, (self: T) => HostObject | null>>;
  readonly methods?: Readonly<Record<string, (self: T, args: readonly Argument[]) => Answer>>;
  /** `collection.getItem(key)`. */
  readonly item?: (self: T, args: readonly Argument[]) => HostObject | null;
  readonly items?: (self: T) => readonly HostObject[];
}

/** An object of the workbook as the interpreter sees it. */
export interface HostObject {
  readonly className: string;
  readonly calculated: boolean;
  identity(): Record<string, Json>;
  /** Loaded properties; `select` holds paths such as "format/font/bold", "*" or nothing for all that this class has. */
  query(select: readonly string[], window?: { readonly top?: number | undefined; readonly skip?: number | undefined }): Json;
  set(name: string, value: Json): void;
  part(name: string): HostObject | null;
  call(name: string, args: readonly Argument[]): Answer;
  item(args: readonly Argument[]): HostObject | null;
  /** What stands behind it, when it is of that class. */
  unwrap<U>(table: ClassTable<U>): U | undefined;
}

const MARK = Symbol("host object");

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && MARK in value;
}

/** Puts a thing of the workbook behind its class. */
export function hostObject<T>(table: ClassTable<T>, self: T): HostObject {
  const missing = (member: string) => apiNotFound(`${table.name}.${member}`);
  const scalar = (name: string): [string, Scalar<T>] | undefined => {
    const key = Object.keys(table.scalars ?? {}).find((wire) => wire.toLowerCase() === name.toLowerCase());
    const found = key === undefined ? undefined : table.scalars?.[key];
    return key !== undefined && found ? [key, found] : undefined;
  };
  const partKey = (name: string) => Object.keys(table.parts ?? {}).find((wire) => wire.toLowerCase() === name.toLowerCase());

  const queryOne = (select: readonly string[]): Json => {
    const loaded: Record<string, Json> = table.identity?.(self) ?? {};
    const nested = new Map<string, string[]>();
    const wanted = select.length === 0 ? ["*"] : select;
    for (const path of wanted) {
      const [head = "", ...rest] = path.split("/");
      if (head === "*") {
        for (const [key, { get }] of Object.entries(table.scalars ?? {})) if (get) loaded[key] = get(self);
        continue;
      }
      const found = scalar(head);
      if (found && rest.length === 0) {
        const [key, { get }] = found;
        if (!get) throw missing(head);
        loaded[key] = get(self);
        continue;
      }
      const part = partKey(head);
      if (part === undefined) throw missing(head);
      const paths = nested.get(part) ?? [];
      if (rest.length > 0) paths.push(rest.join("/"));
      nested.set(part, paths);
    }
    for (const [part, paths] of nested) loaded[part] = table.parts?.[part]?.(self)?.query(paths) ?? null;
    return loaded;
  };

  const object: HostObject & { [MARK]: true } = {
    [MARK]: true,
    className: table.name,
    calculated: table.calculated ?? false,
    identity: () => table.identity?.(self) ?? {},
    query: (select, window = {}) => {
      if (!table.items) return queryOne(select);
      const from = window.skip ?? 0;
      const items = table.items(self).slice(from, window.top === undefined ? undefined : from + window.top);
      return { _Items: items.map((one) => one.query(select)) };
    },
    set: (name, value) => {
      const set = scalar(name)?.[1].set;
      if (!set) throw missing(name);
      set(self, value);
    },
    part: (name) => {
      const key = partKey(name);
      const get = key === undefined ? undefined : table.parts?.[key];
      if (!get) throw missing(name);
      return get(self);
    },
    call: (name, args) => {
      const method = table.methods && Object.hasOwn(table.methods, name) ? table.methods[name] : undefined;
      if (!method) throw missing(name);
      return method(self, args);
    },
    item: (args) => {
      if (!table.item) throw missing("getItem");
      return table.item(self, args);
    },
    // the table is the class: the same table means the same type behind it
    unwrap: <U>(other: ClassTable<U>) => ((other as unknown) === table ? (self as unknown as U) : undefined),
  };
  return object;
}

/** Several objects of one class as one: what is done to it is done to each; loaded are values that all of them share, else null. */
export function manyObjects(objects: readonly HostObject[]): HostObject {
  const each = (next: (one: HostObject) => HostObject | null): HostObject => manyObjects(objects.flatMap((one) => next(one) ?? []));
  const many: HostObject & { [MARK]: true } = {
    [MARK]: true,
    className: objects[0]?.className ?? "",
    calculated: objects.some(({ calculated }) => calculated),
    identity: () => ({}),
    query: (select) => objects.map((one) => one.query(select)).reduce((all, one) => shared(all, one)),
    set: (name, value) => {
      for (const one of objects) one.set(name, value);
    },
    part: (name) => each((one) => one.part(name)),
    call: (name, args) => {
      for (const one of objects) one.call(name, args);
    },
    item: (args) => each((one) => one.item(args)),
    unwrap: () => undefined,
  };
  return many;
}

function shared(a: Json, b: Json): Json {
  if (isRecord(a) && isRecord(b)) return Object.fromEntries(Object.keys(a).map((key) => [key, shared(a[key] ?? null, b[key] ?? null)]));
  return JSON.stringify(a) === JSON.stringify(b) ? a : null;
}

/** The argument as text; InvalidArgument otherwise. */
export function textArgument(args: readonly Argument[], index: number): string {
  const value = args[index];
  if (typeof value !== "string") throw invalidArgument(`argument ${index + 1}`);
  return value;
}

/** The argument as text, undefined where it was left out. */
export function optionalText(args: readonly Argument[], index: number): string | undefined {
  return args[index] === undefined || args[index] === null ? undefined : textArgument(args, index);
}

/** The argument as a whole number from 0; InvalidArgument otherwise. */
export function countArgument(args: readonly Argument[], index: number): number {
  const value = args[index];
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0) throw invalidArgument(`argument ${index + 1}`);
  return value;
}

/** The object that an argument stands for; InvalidArgument where it is another class. */
export function objectArgument<T>(args: readonly Argument[], index: number, table: ClassTable<T>): T {
  const value = args[index];
  const self = isHostObject(value) ? value.unwrap(table) : undefined;
  if (self === undefined) throw invalidArgument(`argument ${index + 1}`);
  return self;
}
