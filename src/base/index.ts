export { addTo, groupBy } from "./group";
export { causeText } from "./cause-text";
export { addFew, commonest, countIn, few, fewAt, mergeCounts, mergeFew, type Counts, type Few } from "./counts";
export { firstFrom } from "./first-from";
export { kept } from "./kept";
export * from "./serial-days";
export { textPrint } from "./text-print";
export { allSteps, dueAfter } from "./steps";
export { derived, type Derived } from "./derived";
