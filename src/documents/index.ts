export type { DocumentCourse, DocumentNotice, DocumentText } from "./document-text";
export { answerPdf, pdfApart, type PdfThreads, type ReadPdf } from "./pdf/apart";
export { DocumentFailure, type DocumentFailureCode, type DocumentFailureData } from "./failure";
export { readDocumentFile } from "./read-document";
