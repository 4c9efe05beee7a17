import { z } from "zod";
import { planSchema, type Plan } from "./model";

/** Thrown when a plan of ours does not fit the model: our fault, never the user's. */
export class BrokenPlan extends Error {
  override readonly name = "BrokenPlan";
  constructor(readonly source: string, readonly problems: string) {
    super(`${source}: ${problems}`);
  }
}

/** Reads one plan. Throws `BrokenPlan` with the path of each fact that does not fit and what was expected. */
export function readPlan(source: string, data: unknown): Plan {
  const result = planSchema.safeParse(data);
  if (!result.success) throw new BrokenPlan(source, z.prettifyError(result.error));
  return result.data;
}
