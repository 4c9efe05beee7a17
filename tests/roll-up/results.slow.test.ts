import { expect, test } from "@jest/globals";
import { withoutStatus } from "../../src/app/roll-up-reading";
import { checkWorkbook, createSpecs, DEFAULT_OPTIONS } from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { run } from "../../src/cli/program";
import { summarizeReportSchema } from "../../src/cli/schema";
import { columnOf } from "../support/made-tables";
import { today } from "../support/context";
import { memoryIo } from "../support/memory-io";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import type { CellInput, SheetSpec } from "../../src/sheet";

const words = wordsOf("vi");

/** The indicator table of a unit, one of whose targets in words is reported on. */
function unitOf(result: CellInput, chosen: string | null): { readonly specs: SheetSpec[]; readonly code: string } {
  const specs = createSpecs({ ...DEFAULT_OPTIONS, plan: "lai-chau-2021-2025", kinds: ["indicators"] }, words);
  const [spec] = specs;
  if (!spec) throw new Error("no table");
  const at = (key: "key" | "status" | "actual2025" | "label"): number => columnOf(spec, "indicators", key);
  // a row without a formula in its status is one of words
  const row = spec.cells.findIndex(
    (cells) =>
      typeof cells[at("key")] === "string" &&
      !String(cells[at("key")]).startsWith("group:") &&
      cells[at("label")] !== null &&
      cells[at("status")] === null &&
      /^[ivx]+\./.test(String(cells[at("key")])),
  );
  const cells = spec.cells.map((own, index) =>
    own.map((cell, col) => (index !== row ? cell : col === at("actual2025") ? result : col === at("status") ? chosen : cell)),
  );
  return { specs: [{ ...spec, cells }, ...specs.slice(1)], code: String(spec.cells[row]?.[at("key")] ?? "") };
}

const UNITS: readonly (readonly [string, CellInput, string | null])[] = [
  ["xa-a", "Đã thực hiện ở 7/17 xã", "Đạt"], ["xa-b", 95.2, "Đạt"], ["xa-c", "Có chuyển biến", "Theo dõi"], ["xa-d", "Đã làm", null],
  ["xa-e", null, null],
];

test("results in words are counted over the units, not added, and every one of them stands among the sources", async () => {
  const { io, out, files } = memoryIo();
  for (const [name, result, chosen] of UNITS) files.set(`xa/${name}.xlsx`, await writeXlsx(unitOf(result, chosen).specs));
  const { code } = unitOf(null, null);
  expect(await run(["summarize", "xa", "-o", "tong-hop.xlsx", "--json", "--date", "2026-06-30"], io)).toBe(0);
  const report = summarizeReportSchema.parse(JSON.parse(out.join("\n")));
  const figure = report.figures.find((one) => one.code === code && one.unit === "" && one.year === 2025);
  expect(figure).toMatchObject({ value: null, why: null, units: 4, statuses: { met: 2, watched: 1 } });
  const sources = report.sources.filter((one) => one.code === code && one.part === "value").map(({ value, counted }) => [value, counted]);
  expect(sources).toEqual([["Đã thực hiện ở 7/17 xã", true], [95.2, true], ["Có chuyển biến", true], ["Đã làm", true]]);
  expect(report.mismatches.filter(({ code: kind }) => kind === "bad-cells" || kind === "not-added")).toEqual([]);
});

test("what people chose is read where formulas of the status are not", async () => {
  const bytes = await writeXlsx(unitOf("Đã làm", "Chưa đạt").specs);
  const { tables } = await checkWorkbook(withoutStatus(await openXlsx(bytes)), today);
  const chosen = tables.flatMap((table) =>
    table.kind === "indicators"
      ? table.rows.flatMap(({ assessments }) =>
          [...assessments.values()].filter(({ state }) => state !== "blank").map(({ state }) => state),
        )
      : [],
  );
  expect(chosen).toEqual(["notMet"]);
});
