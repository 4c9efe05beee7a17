import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

/** Builds the real command line into a folder, from the sources as they stand; returns its script. */
export function buildCommand(folder: string): string {
  const script = join(folder, ".command", "plan-tables.js");
  buildSync({
    entryPoints: [resolve(__dirname, "../../src/cli/main.ts")],
    bundle: true,
    platform: "node",
    target: "node20",
    outfile: script,
    logLevel: "error",
  });
  return script;
}
