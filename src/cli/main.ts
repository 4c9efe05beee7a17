import { constants } from "node:fs";
import { open, readFile, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { FileExists, type Io } from "./io";
import { run } from "./program";

async function files(path: string): Promise<string[]> {
  const info = await stat(path);
  if (!info.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(".xlsx") && !entry.name.startsWith("~$"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  stdin: () => text(process.stdin),
  files,
  open: async (file) => {
    const { openXlsx } = await import("../workbook/xlsx");
    return openXlsx(new Uint8Array(await readFile(file)));
  },
  write: async (file, specs) => {
    const { writeXlsx } = await import("../workbook/xlsx");
    const bytes = await writeXlsx(specs);
    const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL).catch((cause: unknown) => {
      throw cause instanceof Error && "code" in cause && cause.code === "EEXIST" ? new FileExists(file) : cause;
    });
    try {
      await handle.writeFile(bytes);
    } catch (cause) {
      await handle.close();
      await rm(file, { force: true });
      throw cause;
    }
    await handle.close();
  },
  today: () => new Date(),
};

// the exit code is set rather than forced, so that what was printed reaches a pipe whole
void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
