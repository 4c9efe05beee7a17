export { addTo, groupBy } from "./group";
export { kept } from "./kept";
export * from "./serial-days";
export { allSteps } from "./steps";
export { derived, type Derived } from "./derived";
