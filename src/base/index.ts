export { addTo, groupBy } from "./group";
export { kept } from "./kept";
export * from "./serial-days";
export { derived, type Derived } from "./derived";
