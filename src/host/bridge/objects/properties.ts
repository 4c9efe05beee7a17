import { apiNotFound, invalidArgument } from "../failure";
import type { Argument } from "../host-object";
import { isRecord, type Json } from "../wire";

/** What is read of one thing: a cell's style, a column. */
type Read<T> = (of: T) => Json;

/** A property as it is asked for: `true`, or options for what is within it. */
export type Property<T> = (wanted: Json) => Read<T>;

export function leaf<T>(read: Read<T>): Property<T> {
  return (wanted) => {
    if (wanted !== true) throw invalidArgument("properties to be loaded");
    return read;
  };
}

/** Properties within a property. One that nobody wrote is answered with ApiNotFound. */
export function group<T>(known: Readonly<Record<string, Property<T>>>): Property<T> {
  return (wanted) => {
    if (!isRecord(wanted)) throw invalidArgument("properties to be loaded");
    const asked = Object.entries(wanted as Readonly<Record<string, Json>>).filter(([, value]) => value !== false && value !== null);
    const reads = asked.map(([name, value]) => {
      const property = Object.hasOwn(known, name) ? known[name] : undefined;
      if (!property) throw apiNotFound(`property ${name} of cells, rows or columns`);
      return [name, property(value)] as const;
    });
    return (of) => Object.fromEntries(reads.map(([name, read]) => [name, read(of)]));
  };
}

/** The first argument of `getCellProperties` and its like. */
export function wantedProperties<T>(args: readonly Argument[], known: Readonly<Record<string, Property<T>>>): Read<T> {
  const options = args[0];
  if (!isRecord(options)) throw invalidArgument("properties to be loaded");
  return group(known)(options);
}
