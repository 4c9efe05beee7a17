export * from "./draft";
export { draftSteps, draftText, type DraftedText } from "./draft-text";
export { documentSteps, readDocument } from "./document/read-document";
export { sentencesOf } from "./document/sentences";
export type { DocumentTable, Marker, Paragraph, Section, SectionKind, TextDocument, Years } from "./document/document";
export * from "./against";
export * from "./claims";
export {
  addFact, changeFact, confirmFact, dropFact, joinWithNext, partFact, restoreFact, type FactChange, type FactList, type ListedFact,
} from "./edit";
