import { afterEach, expect, jest, test } from "@jest/globals";
import { rules } from "../../src/checks";
import { run } from "../../src/cli/program";
import { checkReportSchema } from "../../src/cli/schema";
import { memoryIo } from "../support/memory-io";

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ["vi", "Lỗi của Bảng Kế hoạch"],
  ["en", "A fault of Plan Tables"],
])("a rule that fails is said once on standard error as our fault, on no cell, and the exit is 1 (%s)", async (lang, ours) => {
  const { io, out, errors } = memoryIo();
  expect(await run(["new", "lai-chau-2021-2025", "-o", "x.xlsx"], io)).toBe(0);
  const rule = rules.find(({ name }) => name === "missing-actuals");
  if (!rule) throw new Error("no such rule");
  jest.spyOn(rule, "check").mockImplementation(() => {
    throw new RangeError("no such year");
  });
  expect(await run(["check", "x.xlsx", "--json", "--lang", lang], io)).toBe(1);
  expect(errors).toHaveLength(1);
  for (const words of [ours, "missing-actuals", "no such year"]) expect(errors[0]).toContain(words);
  const [file] = checkReportSchema.parse(JSON.parse(out.slice(out.indexOf("{")).join("\n"))).files;
  expect(file?.failure).toBeNull();
  expect(file?.findings.filter(({ message }) => message.includes("no such year"))).toEqual([]);
});
