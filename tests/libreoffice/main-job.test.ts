import { beforeAll, describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/program";
import { checkReportSchema } from "../../src/cli/schema";
import { memoryIo } from "../support/memory-io";
import { convert } from "./office";
import { minutes } from "../support/patience";

const LIMIT = minutes(4);

async function check(bytes: Uint8Array) {
  const { io, files, out } = memoryIo();
  files.set("x.xlsx", bytes);
  const code = await run(["check", "x.xlsx", "--json"], io);
  return { code, findings: checkReportSchema.parse(JSON.parse(out.join("\n"))).files[0]?.findings ?? [] };
}

let made: Uint8Array;

beforeAll(async () => {
  const { io, files } = memoryIo();
  expect(await run(["new", "lai-chau-2021-2025", "-o", "x.xlsx"], io)).toBe(0);
  made = files.get("x.xlsx") ?? new Uint8Array();
}, LIMIT);

describe("a file that LibreOffice has opened and saved", () => {
  let flat: string;

  beforeAll(async () => {
    flat = new TextDecoder().decode(await convert(made, "fods"));
  }, LIMIT);

  test("shows every amount and sum", () => {
    for (const amount of [275556, 39705, 78960, 84640, 72151, 100, 158486, 56000, 4430, 56640])
      expect(flat).toContain(`office:value="${amount}"`);
    expect(flat).not.toMatch(/Err:5\d\d|#NAME\?|#VALUE!|#REF!/);
  });

  test("has nothing wrong with it", async () => {
    const { code, findings } = await check(await convert(new TextEncoder().encode(flat), "xlsx", "fods"));
    expect([code, findings.filter(({ severity }) => severity !== "info")]).toEqual([0, []]);
  }, LIMIT);

  test("with two digits swapped in it: the correction is named, exit 1", async () => {
    const swapped = flat.replaceAll('office:value="39705"', 'office:value="39750"');
    expect(swapped).not.toBe(flat);
    const { code, findings } = await check(await convert(new TextEncoder().encode(swapped), "xlsx", "fods"));
    expect(code).toBe(1);
    expect(findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { sheet: "Biểu kinh phí", cell: "C10", data: { gap: -45, correction: { cell: "C10", from: 39750, to: 39705 } } },
    ]);
  }, LIMIT);
});

test("the budget prints on the one page that it was made for", async () => {
  const { io, files } = memoryIo();
  expect(await run(["new", "lai-chau-2021-2025", "-o", "x.xlsx", "--tables", "budget"], io)).toBe(0);
  const pdf = new TextDecoder("latin1").decode(await convert(files.get("x.xlsx") ?? new Uint8Array(), "pdf"));
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
}, LIMIT);
