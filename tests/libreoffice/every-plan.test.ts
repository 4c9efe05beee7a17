import { describe, expect, test } from "@jest/globals";
import { catalogue } from "../../src/app";
import { run } from "../../src/cli/program";
import { checkReportSchema } from "../../src/cli/schema";
import { memoryIo } from "../support/memory-io";
import { convert } from "./office";
import { minutes } from "../support/patience";

const LIMIT = minutes(5);
/** A4 in points, and what programs round it to. */
const A4 = [595, 842] as const;

async function made(...args: string[]): Promise<Uint8Array> {
  const { io, files, errors } = memoryIo();
  expect([await run(["new", ...args, "-o", "x.xlsx"], io), errors]).toEqual([0, []]);
  return files.get("x.xlsx") ?? new Uint8Array();
}

async function wrongIn(bytes: Uint8Array): Promise<string[]> {
  const { io, files, out } = memoryIo();
  files.set("x.xlsx", bytes);
  await run(["check", "x.xlsx", "--json"], io);
  const [report] = checkReportSchema.parse(JSON.parse(out.join("\n"))).files;
  return (report?.findings ?? []).filter(({ severity }) => severity !== "info").map(({ code, sheet, cell }) => `${code} ${sheet} ${cell}`);
}

/** Width and height of each page. */
function pagesOf(pdf: Uint8Array): [number, number][] {
  const text = new TextDecoder("latin1").decode(pdf);
  return [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [Number(width), Number(height)]);
}

describe.each(catalogue.map(({ id }) => id))("the tables of %s", (id) => {
  test.each([[[]], [["--reporting-units", "Xã A; Xã B; Xã C", "--lang", "en"]]])(
    "opened and saved by LibreOffice they say the same, and print on A4 (%j)",
    async (options) => {
      const bytes = await made(id, ...options, "--tables", "indicators,budget,tasks");
      const saved = await convert(bytes, "xlsx");
      expect(await wrongIn(saved)).toEqual(await wrongIn(bytes));
      const pages = pagesOf(await convert(bytes, "pdf"));
      expect(pages.length).toBeGreaterThanOrEqual(3);
      for (const page of pages)
        expect([...page].sort((a, b) => a - b).map((points, index) => Math.abs(points - (A4[index] ?? 0)) < 2)).toEqual([true, true]);
    },
    LIMIT,
  );
});
