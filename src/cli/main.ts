import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { readFile, readdir, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { isMainThread, workerData } from "node:worker_threads";
import { isTableFile } from "../app";
import { wordsOf } from "../i18n";
import type { Apart } from "../workbook/files";
import { endCleanly, standardOutput } from "./endings";
import { engineThread, serveEngine, workwatch } from "./engine-thread";
import type { Io } from "./io";
import { newFiles } from "./new-files";
import { langOf, run } from "./program";
import { progressLine } from "./progress-line";
import { isLongTable } from "./summarize-rows";
import { serveUnits, threadWorker } from "./summarize-threads";

async function files(path: string): Promise<string[]> {
  const info = await stat(path);
  if (!info.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isTableFile(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !isOwnTable(file))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Whether a file is the long table of a roll-up, which lies where it was written: in the folder of the units. */
function isOwnTable(file: string): boolean {
  if (!file.toLowerCase().endsWith(".csv")) return false;
  const head = Buffer.alloc(64);
  const descriptor = openSync(file, "r");
  readSync(descriptor, head);
  closeSync(descriptor);
  return isLongTable(head.toString("utf8"));
}

/** Each thread takes some 100 MB: more of them would not stay within half a gigabyte. */
const MOST_THREADS = 3;

const made = newFiles();
const words = wordsOf(langOf(process.argv.slice(2)));

/** Formulas are evaluated, and old files read, in threads of their own: one that takes too long is ended, and so is all by Ctrl+C. */
let apart: Required<Apart> | null = null;

async function threads(): Promise<Required<Apart>> {
  const [{ readApart }, { supervised }] = await Promise.all([import("../workbook/files"), import("../workbook/xlsx")]);
  // a thread runs this same file
  apart ??= {
    byEngine: supervised({ start: (told, lost) => engineThread(__filename, "engine", told, lost), stopwatch: workwatch }),
    byReader: readApart({ start: (told, lost) => engineThread(__filename, "reader", told, lost), stopwatch: workwatch }),
  };
  // so that a signal is heard between files
  await setImmediate();
  return apart;
}

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  stdin: () => text(process.stdin),
  files,
  open: async (file) => {
    const { openFile } = await import("../workbook/files");
    // of thousands of small files, waiting for each would take longer than reading it
    return openFile(new Uint8Array(readFileSync(file)), basename(file), await threads());
  },
  sheet: async (file, name) => {
    const { copyOfSheet, openWhole } = await import("../workbook/files");
    return copyOfSheet(await openWhole(new Uint8Array(readFileSync(file)), basename(file), await threads()), name);
  },
  document: async (file) => {
    const { pdfApart, readDocumentFile } = await import("../documents");
    const pdf = pdfApart({ start: (told, lost) => engineThread(__filename, "document", told, lost), stopwatch: workwatch });
    return readDocumentFile(new Uint8Array(readFileSync(file)), basename(file), {}, pdf);
  },
  workbook: async (specs) => (await import("../workbook/xlsx")).writeXlsx(specs),
  ...made,
  today: () => new Date(),
  readText: (file) => readFile(file, "utf8"),
  print: standardOutput,
  progress: progressLine(process.stderr),
  cores: Math.min(availableParallelism(), MOST_THREADS),
  // a thread runs this same file
  thread: (setup) => threadWorker(__filename, setup),
};

if (isMainThread) endCleanly(words, () => {
  io.progress(null);
  made.discard();
});

if (workerData === "engine") void import("../workbook/xlsx").then(({ answer }) => serveEngine(answer));
else if (workerData === "reader") void import("../workbook/files").then(({ answerReading }) => serveEngine(answerReading));
else if (workerData === "document") void import("../documents").then(({ answerPdf }) => serveEngine(answerPdf));
else if (!isMainThread) serveUnits(io.open);
// the exit code is set rather than forced, so that what was printed reaches a pipe whole
else
  void run(process.argv.slice(2), io).then((code) => {
    process.exitCode = code;
  });
