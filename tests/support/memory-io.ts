import { FileExists, type Io } from "../../src/cli/io";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";

/** A command line's world in memory: its files, what it printed, and the real file side of the workbook. */
export function memoryIo(stdin = "", today = new Date("2026-11-22T00:00:00")) {
  const files = new Map<string, Uint8Array>();
  const out: string[] = [];
  const errors: string[] = [];
  const io: Io = {
    out: (line) => out.push(line),
    error: (line) => errors.push(line),
    stdin: () => Promise.resolve(stdin),
    files: (path) => {
      const inside = [...files.keys()].filter((name) => name.startsWith(`${path}/`)).sort();
      if (!files.has(path) && inside.length === 0) return Promise.reject(Object.assign(new Error(path), { code: "ENOENT" }));
      return Promise.resolve(files.has(path) ? [path] : inside);
    },
    open: (file) => openXlsx(files.get(file) ?? new Uint8Array()),
    write: async (file, specs) => {
      if (files.has(file)) throw new FileExists(file);
      files.set(file, await writeXlsx(specs));
    },
    today: () => today,
    exists: (file) => Promise.resolve(files.has(file)),
    readText: (file) => (files.has(file) ? Promise.resolve(new TextDecoder().decode(files.get(file))) : Promise.reject(Object.assign(new Error(file), { code: "ENOENT" }))),
    text: (file) => {
      if (file !== null && files.has(file)) return Promise.reject(new FileExists(file));
      let whole = "";
      const keep = (): void => {
        if (file !== null) files.set(file, new TextEncoder().encode(whole));
      };
      keep();
      return Promise.resolve({
        write: (text) => {
          whole += text;
          keep();
          return Promise.resolve();
        },
        close: () => Promise.resolve(file === null ? void out.push(whole.trimEnd()) : undefined),
        discard: () => Promise.resolve(file === null ? undefined : void files.delete(file)),
      });
    },
    progress: () => undefined,
    cores: 1,
  };
  return { io, files, out, errors };
}
