import type { z } from "zod";
import { catalogue } from "../app";
import { planReportSchema } from "./schema";

/** The plans in the shape that `plans --json` promises: what the model holds beyond it is left out. */
export function planReports(): z.infer<typeof planReportSchema>[] {
  return catalogue.map((plan) => planReportSchema.parse(plan));
}
