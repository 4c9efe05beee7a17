import type { DocumentWords } from "../document-types";
import { parts, yearRanges } from "../sentences";
import { faults } from "./failures";

const { number } = parts("en", "and");

const KINDS = { ".doc": "a document of Word before 2007 (.doc)", ".rtf": "an .rtf document", ".odt": "an OpenDocument text (.odt)", html: "a web page", xml: "a text of XML" } as const;

export const documents: DocumentWords = {
  failures: {
    "not-a-document": () => "The file is no document that can be read (.docx, .pdf, .txt). Nothing was changed. If Word opens it, save it as .docx there, or paste its text.",
    "old-doc": ({ kind }) => `The file is ${KINDS[kind]}, which is not read as it is. Nothing was changed. Open it in Word and save it as .docx, or paste its text.`,
    locked: () => "The file has a password and cannot be read. Nothing was changed. Open it with its password and save a copy without one, or paste its text.",
    scan: ({ pages }) => `The file is a scan (${number(pages)} ${pages === 1 ? "page is a picture" : "pages are pictures"} without text) and cannot be read. Nothing was changed. Ask for the .docx, or have its letters recognised (OCR), look them through and paste the text.`,
    empty: () => "The file has no text; it may not have been downloaded whole. Nothing was changed. Download it again or choose another file.",
    broken: (at) => `The file is broken${at.fault === null ? "" : ` (${faults[at.fault](at)})`} and cannot be read. Nothing was changed. Download it again, or open it in Word and save it as a new .docx.`,
    "too-large": ({ fault, part, what }) => `The file is larger than allowed (${fault === "pages" ? `at most ${number(Number(what))} pages` : fault === "letters" ? `at most ${number(Number(what))} signs` : faults[fault]({ part, what })}). Nothing was changed. Split the document.`,
    stopped: () => "Stopped as asked. Nothing was changed.",
  },
  notices: {
    "windows-1258": () => "The file is not in Unicode (UTF-8) and was read as Windows-1258 (Vietnamese). If letters with marks are wrong, save it as UTF-8.",
    "windows-1252": () => "The file is not in Unicode (UTF-8) and was read as Windows-1252 (Western, old fonts). If letters with marks are wrong, save it as UTF-8.",
    changes: ({ count }) => `The document has ${number(count)} tracked ${count === 1 ? "change that is" : "changes that are"} not accepted yet; it was read as if all were.`,
    pictures: ({ count }) => `The document has ${number(count)} large ${count === 1 ? "picture" : "pictures"}; text and tables in pictures cannot be read. Look at them yourself.`,
    "foreign-parts": ({ count }) => `The document has ${number(count)} ${count === 1 ? "part" : "parts"} taken from other files, not read here. Open it in Word and save it as .docx again to make them part of it.`,
    "pages-without-text": ({ pages }) => `${pages.length === 1 ? "Page" : "Pages"} ${yearRanges(pages)}: pictures without text, not read.`,
  },
};
