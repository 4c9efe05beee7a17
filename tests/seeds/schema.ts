import { z } from "zod";
import { planSchema } from "../../src/plan/model";

/** The model as JSON Schema, as an editor reads it, and as it stands in seeds/plan.schema.json. */
export function planJsonSchema(): string {
  const { $schema, ...model } = z.toJSONSchema(planSchema);
  return `${JSON.stringify({ $schema, title: "A plan of Plan Tables", ...model }, null, 2)}\n`;
}
