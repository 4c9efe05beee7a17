import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a process took: seconds of the clock and of processors, and the most memory that it held, with all its threads. */
export interface Taken {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly exit: number;
}

/** Told by the process itself at its end. */
const HOOK = `
const { isMainThread } = require("node:worker_threads");
if (isMainThread) process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require("node:fs").writeSync(3, JSON.stringify({ seconds: process.uptime(), processor: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
});
`;

/** Runs a script of Node to its end. What it prints is passed over; `folder` is for what the measuring needs. */
export function measured(script: string, args: readonly string[], input: string, folder: string): Promise<Taken> {
  const hook = join(folder, "measured.cjs");
  writeFileSync(hook, HOOK);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--require", hook, script, ...args], { stdio: ["pipe", "ignore", "ignore", "pipe"] });
    let told = "";
    const stream = child.stdio[3];
    if (stream && "on" in stream) stream.on("data", (piece: Buffer) => (told += piece.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      try {
        resolve({ ...(JSON.parse(told) as Omit<Taken, "exit">), exit: code ?? -1 });
      } catch (cause) {
        reject(new Error(`${script} ended with ${code}`, { cause }));
      }
    });
    child.stdin?.end(input);
  });
}
