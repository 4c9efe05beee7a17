import type { Area } from "../../../sheet";
import { parseArea } from "../address";
import { invalidArgument } from "../failure";
import { type Argument, type HostObject, isHostObject } from "../host-object";

/** A range or the text of its address. */
export function areaArgument(args: readonly Argument[]): Area {
  const value = args[0];
  const text = isHostObject(value) ? localPart(addressOf(value)) : value;
  const area = typeof text === "string" ? parseArea(text) : null;
  if (!area) throw invalidArgument("address");
  return area;
}

/** The address of a range, with its sheet. */
export function addressOf(range: HostObject): string {
  const loaded = range.query(["Address"]);
  const address = typeof loaded === "object" && loaded !== null && "Address" in loaded ? loaded.Address : null;
  if (typeof address !== "string") throw invalidArgument("a range");
  return address;
}

function localPart(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}
