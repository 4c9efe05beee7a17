import { isTableFile } from "../../src/app";
import { FileExists, type Io } from "../../src/cli/io";
import { readDocumentFile } from "../../src/documents";
import { copyOfSheet, openWhole } from "../../src/workbook/files";
import { writeXlsx } from "../../src/workbook/xlsx";
import { openFile } from "./open-file";

/** A command line's world in memory: its files, what it printed, and the real file side of the workbook. */
export function memoryIo(stdin = "", today = new Date("2026-11-22T00:00:00")) {
  const files = new Map<string, Uint8Array>();
  const begun = new Map<string, Uint8Array>();
  const out: string[] = [];
  const errors: string[] = [];
  let printed = "";
  const io: Io = {
    out: (line) => out.push(line),
    error: (line) => errors.push(line),
    stdin: () => Promise.resolve(stdin),
    files: (path) => {
      const inside = [...files.keys()]
        .filter((name) => name.startsWith(`${path}/`) && isTableFile(name.slice(name.lastIndexOf("/") + 1)))
        .sort();
      if (!files.has(path) && inside.length === 0) return Promise.reject(Object.assign(new Error(path), { code: "ENOENT" }));
      return Promise.resolve(files.has(path) ? [path] : inside);
    },
    open: (file) => openFile(files.get(file) ?? new Uint8Array(), file.slice(file.lastIndexOf("/") + 1)),
    sheet: async (file, name) =>
      copyOfSheet(await openWhole(files.get(file) ?? new Uint8Array(), file.slice(file.lastIndexOf("/") + 1)), name),
    document: (file) => {
      const bytes = files.get(file);
      if (!bytes) return Promise.reject(Object.assign(new Error(file), { code: "ENOENT" }));
      return readDocumentFile(bytes, file.slice(file.lastIndexOf("/") + 1));
    },
    workbook: writeXlsx,
    create: (file) => {
      if (files.has(file)) return Promise.reject(new FileExists(file));
      const pieces: Uint8Array[] = [];
      return Promise.resolve({
        write: (content) => {
          pieces.push(typeof content === "string" ? new TextEncoder().encode(content) : content);
          begun.set(file, Buffer.concat(pieces));
          return Promise.resolve();
        },
        close: () => Promise.resolve(),
      });
    },
    keep: () => {
      for (const [file, content] of begun) files.set(file, content);
      begun.clear();
    },
    discard: () => begun.clear(),
    today: () => today,
    readText: (file) =>
      files.has(file)
        ? Promise.resolve(new TextDecoder().decode(files.get(file)))
        : Promise.reject(Object.assign(new Error(file), { code: "ENOENT" })),
    print: {
      write: (text) => {
        printed += text;
        return Promise.resolve();
      },
      close: () => Promise.resolve(void out.push(printed.trimEnd())),
    },
    progress: () => undefined,
    cores: 1,
  };
  return { io, files, out, errors };
}
