import { constants, readFileSync, rmSync } from "node:fs";
import { access, open, readFile, readdir, rm, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { isMainThread } from "node:worker_threads";
import { FileExists, type Io } from "./io";
import { run } from "./program";
import { progressLine } from "./progress-line";
import { serveUnits, threadWorker } from "./summarize-threads";
import { textSink } from "./text-sink";

async function files(path: string): Promise<string[]> {
  const info = await stat(path);
  if (!info.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(".xlsx") && !entry.name.startsWith("~$"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** Each thread takes some 100 MB: more of them would not stay within half a gigabyte. */
const MOST_THREADS = 3;

/** Files that have been begun: whoever stops the command is not left with half of one. */
const unfinished = new Set<string>();

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  stdin: () => text(process.stdin),
  files,
  open: async (file) => {
    const { openXlsxToRead } = await import("../workbook/xlsx");
    // of thousands of small files, waiting for each would take longer than reading it
    return openXlsxToRead(new Uint8Array(readFileSync(file)));
  },
  write: async (file, specs) => {
    const { writeXlsx } = await import("../workbook/xlsx");
    const bytes = await writeXlsx(specs);
    const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL).catch((cause: unknown) => {
      throw cause instanceof Error && "code" in cause && cause.code === "EEXIST" ? new FileExists(file) : cause;
    });
    unfinished.add(file);
    try {
      await handle.writeFile(bytes);
    } catch (cause) {
      await handle.close();
      await rm(file, { force: true });
      throw cause;
    }
    await handle.close();
    unfinished.delete(file);
  },
  today: () => new Date(),
  exists: (file) => access(file).then(() => true, () => false),
  readText: (file) => readFile(file, "utf8"),
  text: async (file) => {
    const sink = await textSink(file);
    if (file === null) return sink;
    unfinished.add(file);
    const ended = (end: () => Promise<void>) => async (): Promise<void> => {
      await end();
      unfinished.delete(file);
    };
    return { ...sink, close: ended(sink.close), discard: ended(sink.discard) };
  },
  progress: progressLine(process.stderr),
  cores: Math.min(availableParallelism(), MOST_THREADS),
  // a thread runs this same file
  thread: (setup) => threadWorker(__filename, setup),
};

for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
  process.on(signal, () => {
    for (const file of unfinished) rmSync(file, { force: true });
    io.progress(null);
    process.exit(code);
  });
}

// whoever reads has seen enough ("| head"): nothing is wrong, and nobody listens
process.stdout.on("error", (cause: Error) => {
  if ("code" in cause && cause.code === "EPIPE") process.exit();
  throw cause;
});

if (!isMainThread) serveUnits(io.open);
// the exit code is set rather than forced, so that what was printed reaches a pipe whole
else
  void run(process.argv.slice(2), io).then((code) => {
    process.exitCode = code;
  });
