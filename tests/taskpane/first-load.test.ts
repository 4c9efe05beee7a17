import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const DIST = join(__dirname, "../../dist");

/**
 * What the pane may load beside office.js before it is seen, in bytes of gzipped JavaScript: a pane opens over a provincial
 * office's line, and Microsoft's own hello-world template is 169 kB. Whoever passes this loads something too early.
 */
const CEILING = 200_000;

test("the pane's first look stays below its ceiling, with plans, checks and summaries left for later", () => {
  const page = readFileSync(join(DIST, "taskpane.html"), "utf8");
  const scripts = [...page.matchAll(/<script [^>]*src="([^"]+)"/g)].map(([, source]) => source ?? "");
  const ours = scripts.filter((source) => !source.startsWith("https://appsforoffice.microsoft.com/"));
  const contents = ours.map((source) => readFileSync(join(DIST, source)));
  // the words of the opening and the pane
  expect(ours).toHaveLength(2);
  expect(contents.map((content) => gzipSync(content, { level: 9 }).length).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(
    CEILING,
  );
  const text = Buffer.concat(contents).toString("utf8");
  for (const later of ["lai-chau-2021-2025", "ZodError", "sum-mismatch"]) expect(text.includes(later)).toBe(false);
});
