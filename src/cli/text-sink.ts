import { constants, createWriteStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { FileExists, type TextSink } from "./io";

/** A new file, or standard output. Throws `FileExists` rather than write over a file. */
export async function textSink(file: string | null): Promise<TextSink> {
  if (file === null) return { write: (text) => written(process.stdout, text), close: () => Promise.resolve(), discard: () => Promise.resolve() };
  const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL).catch((cause: unknown) => {
    throw cause instanceof Error && "code" in cause && cause.code === "EEXIST" ? new FileExists(file) : cause;
  });
  const stream = createWriteStream(file, { fd: handle });
  const end = async (): Promise<void> => {
    stream.end();
    await once(stream, "close");
  };
  return {
    write: (text) => written(stream, text),
    close: end,
    discard: async () => {
      await end();
      await rm(file, { force: true });
    },
  };
}

/** Waits where the other side is slower, so that nothing piles up. */
async function written(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}
