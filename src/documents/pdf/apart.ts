import type { DocumentCourse, DocumentText } from "../document-text";
import { DocumentFailure, type DocumentFailureCode, type DocumentFailureData } from "../failure";
import { readPdf } from "./read-pdf";

/** What a thread that reads a .pdf is asked. */
export interface PdfQuestion {
  readonly pdf: Uint8Array;
}

/** What it tells: that it is there, how far it is, and what came of the file. */
export type PdfTold =
  | { readonly ready: true } | { readonly share: number } | { readonly read: DocumentText }
  | { readonly failure: DocumentFailureCode; readonly data: DocumentFailureData[DocumentFailureCode] } | { readonly fault: string };

/** Where threads come from: each can be ended whatever it is doing, and tells who began it when it has ended by itself. */
export interface PdfThreads {
  readonly start: (told: (message: PdfTold) => void, lost: () => void) => {
    readonly ask: (question: PdfQuestion) => void;
    readonly end: () => void;
  };
  /** Begins to count milliseconds of work, and says how many they are. */
  readonly stopwatch: () => () => number;
}

/** Reads a .pdf; see `readPdf`. */
export type ReadPdf = (bytes: Uint8Array, course: DocumentCourse) => Promise<DocumentText>;

/** Milliseconds from one page to the next: a hundred times what a page of an honest document takes. */
const LONGEST = 30_000;
const LOOK_EVERY = 100;

/**
 * Reads a .pdf in a thread of its own, which is ended where a page takes too much time or memory (then the file is refused as too large),
 * or where somebody asks to stop. Where there are no threads, this one reads.
 */
export function pdfApart({ start, stopwatch }: PdfThreads, longest = LONGEST): ReadPdf {
  return async (bytes, course) => {
    let end = (): void => undefined;
    let look: ReturnType<typeof setInterval> | undefined;
    let isBegun = false;
    try {
      return await new Promise<DocumentText>((done, failed) => {
        let isThere = false;
        let took = stopwatch();
        const lost = (): void => failed(isThere ? tooLarge("memory", "") : NO_THREAD);
        look = setInterval(() => {
          if (course.stopped?.()) failed(new DocumentFailure("stopped", {}));
          if (took() > longest) failed(tooLarge("time", String(longest / 1000)));
        }, LOOK_EVERY);
        const thread = start((message) => {
          took = stopwatch();
          if ("ready" in message) {
            isThere = true;
            thread.ask({ pdf: bytes });
          } else if ("share" in message) course.progress?.(message.share);
          else if ("read" in message) done(message.read);
          else if ("failure" in message) failed(new DocumentFailure(message.failure, message.data));
          else if ("fault" in message) failed(new Error(message.fault));
        }, lost);
        end = thread.end;
        isBegun = true;
      });
    } catch (error) {
      // a page may allow no worker at all, and says so when one is made or later
      if (isBegun && error !== NO_THREAD) throw error;
      return await readPdf(bytes, course);
    } finally {
      clearInterval(look);
      end();
    }
  };
}

const NO_THREAD = new Error("no thread");

function tooLarge(fault: "time" | "memory", what: string): DocumentFailure {
  return new DocumentFailure("too-large", { fault, part: "", what });
}

/** The thread's side: reads one file. */
export async function answerPdf({ pdf }: PdfQuestion, tell: (message: PdfTold) => void): Promise<void> {
  try {
    tell({ read: await readPdf(pdf, { progress: (share) => tell({ share }) }) });
  } catch (error) {
    const known: DocumentFailure | null = error instanceof DocumentFailure ? error : null;
    if (known) tell({ failure: known.code, data: known.data });
    else tell({ fault: error instanceof Error ? error.message : String(error) });
  }
}
