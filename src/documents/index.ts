export type { DocumentCourse, DocumentNotice, DocumentText } from "./document-text";
export { DocumentFailure, type DocumentFailureCode, type DocumentFailureData } from "./failure";
export { readDocumentFile } from "./read-document";
