import type { z } from "zod";
import type { Comparable, ComparedPlans } from "../app";
import type { compareReportSchema } from "./schema";

type Report = z.infer<typeof compareReportSchema>;

const codeOf = ({ key, plan }: Comparable): string => key.slice(plan.length + 1);

const named = (item: Comparable) => ({
  plan: item.plan,
  place: item.planName,
  level: item.level,
  code: codeOf(item),
  name: item.label,
  unit: item.unit,
  direction: item.direction,
});

/** What `plans --compare --json` prints. */
export function compareReport({ comparison: { groups, alone }, near }: ComparedPlans): Report {
  return {
    groups: groups.map(({ code, members }) => ({
      code,
      members: members.map(({ item, verdicts }) => ({
        ...named(item),
        targets: verdicts.map(({ year, target: { comparator, value, value2, unit }, against, reason, strictest }) => ({
          year, comparator, value, value2, unit,
          against: against.map(({ plan, year: at, is }) => ({ plan, year: at, is })),
          reason,
          strictest,
        })),
      })),
    })),
    alone: alone.map(({ item, parted }) => ({ ...named(item), parted })),
    near: near.map(({ item, other, otherUnit }) => ({
      plan: item.plan,
      code: codeOf(item),
      otherPlan: other.plan,
      otherCode: codeOf(other),
      otherUnit,
    })),
  };
}
