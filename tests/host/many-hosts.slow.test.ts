import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { expect, test } from "@jest/globals";
import { minutes } from "../support/patience";

/** Made and disposed one after the other in a process of their own, whose rubbish is collected when it is asked. */
test("fifty workbooks with their bridges, made, used and disposed, leave nothing behind", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-tables-"));
  try {
    const script = join(folder, "many-hosts.js");
    buildSync({ entryPoints: [join(__dirname, "many-hosts.ts")], bundle: true, platform: "node", outfile: script, logLevel: "error" });
    const said = JSON.parse(execFileSync(process.execPath, ["--expose-gc", script], { encoding: "utf8" })) as {
      alive: number; heaps: number[];
    };
    expect(said.alive).toBe(0);
    const [early = 0, late = 0] = [said.heaps[0], said.heaps.at(-1)];
    expect(late / early).toBeLessThan(1.1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, minutes(4));
