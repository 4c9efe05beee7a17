import bacNinh from "../../seeds/bac-ninh-2018-2030.json";
import konTum from "../../seeds/kon-tum-2030.json";
import laiChau from "../../seeds/lai-chau-2021-2025.json";
import tpLaiChau from "../../seeds/tp-lai-chau-2030-2045.json";
import tpLaoCai from "../../seeds/tp-lao-cai-2024.json";
import type { Plan } from "./model";
import { readPlan } from "./read-plan";

/** The plans that come with the add-in, in the order in which they are offered. Throws `BrokenPlan`. */
export const catalogue: readonly Plan[] = (
  [
    ["lai-chau-2021-2025", laiChau],
    ["kon-tum-2030", konTum],
    ["bac-ninh-2018-2030", bacNinh],
    ["tp-lao-cai-2024", tpLaoCai],
    ["tp-lai-chau-2030-2045", tpLaiChau],
  ] as const
).map(([id, data]) => readPlan(`seeds/${id}.json`, data));

/** Finds a plan by its id; null for an id that no plan has. */
export type PlanFinder = (id: string) => Plan | null;

/** Finds plans that somebody keeps, and those of the catalogue. */
export function planFinder(kept: readonly Plan[]): PlanFinder {
  return (id) => findPlan(id) ?? kept.find((plan) => plan.id === id) ?? null;
}

/** Returns null for an id that no plan of the catalogue has. */
export function findPlan(id: string): Plan | null {
  return catalogue.find((plan) => plan.id === id) ?? null;
}
