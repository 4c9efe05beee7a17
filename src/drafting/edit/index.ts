export {
  addFact, changeFact, confirmFact, dropFact, joinWithNext, partFact, restoreFact, type FactChange, type FactList, type ListedFact,
} from "./edit";
