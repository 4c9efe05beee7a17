export * from "./draft";
export type { DocumentTable, Marker, Paragraph, Section, SectionKind, TextDocument, Years } from "./document/document";
