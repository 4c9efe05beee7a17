import type { z } from "zod";
import { planSchema, type Plan } from "./model";

/** No file of a plan is longer, in UTF-16 units: the longest of ours has 60,000. */
const MOST_PLAN_LETTERS = 16_000_000;

/** Why a file is no plan; words for each are in i18n. */
export type PlanFaultCode =
  | "not-json" | "too-long" | "missing" | "unknown-field" | "wrong-kind" | "bad-value" | "out-of-range" | "blank"
  | "twice" | "not-above" | "no-own-target" | "bad-period";

/**
 * The first fault of a file: where in it ("indicators[0].targets[1].year"; "" for the whole), what it is, and what stands there or was
 * expected.
 */
export interface PlanFault {
  readonly at: string;
  readonly code: PlanFaultCode;
  readonly text: string;
}

/** A plan as the text of a file: the JSON of `seeds/`, which `readPlanFile` reads back as it was. */
export function planFile(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}

/** Reads the text of such a file, or says what is wrong with it first. Never throws. */
export function readPlanFile(text: string): { readonly plan: Plan } | { readonly fault: PlanFault } {
  if (text.length > MOST_PLAN_LETTERS) return { fault: { at: "", code: "too-long", text: String(MOST_PLAN_LETTERS) } };
  let json: unknown;
  try {
    // a file may begin with the mark of its letters
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    return { fault: { at: "", code: "not-json", text: cause instanceof Error ? cause.message : "" } };
  }
  const read = planSchema.safeParse(json, { reportInput: true });
  if (read.success) return { plan: read.data };
  const [first] = read.error.issues;
  return { fault: first ? faultOf(first) : { at: "", code: "bad-value", text: "" } };
}

function faultOf(issue: z.core.$ZodIssue): PlanFault {
  const at = issue.path.map((one) => (typeof one === "number" ? `[${one}]` : `.${String(one)}`)).join("").replace(/^\./, "");
  return { at, ...whatIsWrong(issue) };
}

function whatIsWrong(issue: z.core.$ZodIssue): Omit<PlanFault, "at"> {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? { code: "missing", text: issue.expected } : { code: "wrong-kind", text: issue.expected };
    case "unrecognized_keys":
      return { code: "unknown-field", text: issue.keys.join(", ") };
    case "invalid_value":
      return { code: "bad-value", text: issue.values.map(String).join(", ") };
    case "too_small":
      return issue.origin === "string"
        ? { code: "blank", text: "" }
        : { code: "out-of-range", text: `≥ ${issue.minimum}` };
    case "too_big":
      if (issue.origin === "string") return { code: "too-long", text: String(issue.maximum) };
      return { code: "out-of-range", text: `≤ ${issue.maximum}` };
    case "custom":
      return { code: (issue.params?.["fault"] as PlanFaultCode | undefined) ?? "bad-value", text: String(issue.params?.["text"] ?? "") };
    default:
      return { code: "bad-value", text: "" };
  }
}
