import { randomUUID } from "node:crypto";
import { closeSync, constants, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { lstat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { FileExists, type Sink } from "./io";

/** The new files of a command. */
export interface NewFiles {
  /** Begins a new file. Throws `FileExists` where one of that name is there. */
  readonly create: (file: string) => Promise<Sink<string | Uint8Array>>;
  /** Gives all files their names, all or none. Throws `FileExists` where another file has taken one meanwhile. */
  readonly keep: () => void;
  /** Takes back every file that has not got its name. */
  readonly discard: () => void;
}

/** Why a file cannot have a second name: the disk keeps none (FAT, many a network share). */
const NO_LINKS: readonly unknown[] = ["EPERM", "EACCES", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV", "EINVAL"];

const NEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

/**
 * Files stand beside their place under a name of ours until the command has done all: whatever ends it, no half file bears a name that
 * somebody takes for a whole one, and nothing is ever written over.
 */
export function newFiles(): NewFiles {
  /** Begun files with the names that they are to have. */
  const begun = new Map<string, string>();
  return {
    create: async (file) => {
      const there = await lstat(file).catch(() => null);
      if (there?.isDirectory()) throw Object.assign(new Error(file), { code: "EISDIR" });
      if (there) throw new FileExists(file);
      const temporary = join(dirname(file), `.plan-tables-${randomUUID()}.tmp`);
      // known as soon as it is there, whatever signal comes
      const descriptor = openSync(temporary, NEW);
      begun.set(temporary, file);
      return {
        write: (content) => done(() => writeFileSync(descriptor, content)),
        close: () =>
          done(() => {
            // a full disk may show only here
            fsyncSync(descriptor);
            closeSync(descriptor);
          }),
      };
    },
    // without a pause: a signal comes before all names or after them
    keep: () => {
      const kept: string[] = [];
      try {
        for (const [temporary, file] of begun) {
          giveName(temporary, file);
          kept.push(file);
        }
        begun.clear();
      } catch (cause) {
        for (const file of kept) rmSync(file, { force: true });
        throw cause;
      }
    },
    discard: () => {
      for (const temporary of begun.keys()) rmSync(temporary, { force: true });
      begun.clear();
    },
  };
}

/** Does it once signals that have come meanwhile were heard. */
async function done(work: () => void): Promise<void> {
  await setImmediate();
  work();
}

/** Gives a file its name; a file that has it stays. */
function giveName(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
  } catch (cause) {
    if (!NO_LINKS.includes(codeOf(cause))) throw taken(cause, file);
    takeName(file);
    try {
      renameSync(temporary, file);
    } catch (other) {
      rmSync(file, { force: true });
      throw other;
    }
    return;
  }
  rmSync(temporary, { force: true });
}

/** To rename asks nobody: the name is taken by an empty file of ours first. */
function takeName(file: string): void {
  try {
    closeSync(openSync(file, NEW));
  } catch (cause) {
    throw taken(cause, file);
  }
}

function taken(cause: unknown, file: string): unknown {
  return codeOf(cause) === "EEXIST" ? new FileExists(file) : cause;
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && "code" in cause ? cause.code : null;
}
