import type { Words } from "../i18n";
import { failureSentence } from "../i18n";
import type { Sink } from "./io";

/** Signals that end a command, with the exit code by which a shell knows them. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
/** As of a program that is ended since nobody reads on. */
const BROKEN_PIPE = 141;

/**
 * Whatever ends the command from outside, nothing half-written is left: a signal, a reader that has seen enough (`| head -1`), a full
 * disk behind standard output. `tidy` takes away what has been begun; it must not wait for anything.
 */
export function endCleanly(words: Words, tidy: () => void): void {
  const end = (code: number): never => {
    tidy();
    process.exit(code);
  };
  for (const [signal, code] of Object.entries(SIGNALS)) process.on(signal, () => end(code));
  process.stdout.on("error", (cause: Error) => {
    if ("code" in cause && cause.code === "EPIPE") end(BROKEN_PIPE);
    process.stderr.write(`${words.cli.cannotPrint(failureSentence(cause, words).sentence)}\n`);
    end(2);
  });
  // there is nobody left to be told
  process.stderr.on("error", () => undefined);
}

/** Standard output, piece by piece: waits until a piece is taken, and so long as it is not, nothing goes on. */
export const standardOutput: Sink<string> = {
  // what goes wrong is told by the stream itself, and ends the command
  write: (text) => new Promise((resume) => void process.stdout.write(text, (cause) => (cause ? undefined : resume()))),
  close: () => Promise.resolve(),
};
