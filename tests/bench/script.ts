import { resolve } from "node:path";
import { buildSync } from "esbuild";

/** Builds a script of Node for a process of its own. */
export function builtScript(entry: string, outfile: string): string {
  buildSync({
    entryPoints: [resolve(entry)],
    bundle: true,
    platform: "node",
    target: "node20",
    outfile,
    logLevel: "error",
    minify: true,
    keepNames: true,
  });
  return outfile;
}
