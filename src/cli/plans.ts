import type { z } from "zod";
import { catalogue } from "../app";
import { planReportSchema } from "./plan-schema";

/** The plans in the shape that `plans --json` promises. */
export function planReports(): z.infer<typeof planReportSchema>[] {
  return catalogue.map((plan) => planReportSchema.parse({ place: null, ...plan }));
}
