import { describe, expect, test } from "@jest/globals";
import type { z } from "zod";
import { compareCatalogue, comparisonSpecs } from "../../src/app";
import { textWidth } from "../../src/cli/text-table";
import { run } from "../../src/cli/program";
import { schemas, type compareReportSchema } from "../../src/cli/schema";
import { wordsOf } from "../../src/i18n";
import type { CellInput } from "../../src/sheet";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { memoryIo } from "../support/memory-io";

type Report = z.infer<typeof compareReportSchema>;
const words = wordsOf("vi");
const INSURANCE = { konTum: "kon-tum-2030/ii-2-a", bacNinh: "bac-ninh-2018-2030/ii.2-2-a", laoCai: "tp-lao-cai-2024/ii.2-5" };
const BEDS = ["Số giường bệnh viện trên 10.000 dân", "Số giường bệnh trên một vạn dân"] as const;

async function compared(...more: string[]): Promise<Report> {
  const { io, out } = memoryIo();
  expect(await run(["plans", "--compare", "--json", ...more], io)).toBe(0);
  return schemas.compare.parse(JSON.parse(out.join("\n")));
}

/** The keys of the group that an indicator stands in; alone where it stands alone. */
const together = ({ groups }: Report, key: string): string[] =>
  groups.map(({ members }) => members.map(({ plan, code }) => `${plan}/${code}`)).find((keys) => keys.includes(key)) ?? [key];

describe("plans --compare", () => {
  test("health insurance in three plans: years, comparators, levels, and which is stricter", async () => {
    const group = (await compared()).groups.find(({ members }) => members.some(({ code }) => code === "ii.2-2-a"));
    expect(
      group?.members.map(({ place, level, targets }) => [
        place,
        level,
        targets.map(({ year, comparator, value, strictest }) => [year, comparator, value, strictest]),
      ]),
    ).toEqual([
      ["tỉnh Kon Tum", "province", [[2030, ">", 95, false]]],
      ["tỉnh Bắc Ninh", "province", [[2025, "=", 96, false], [2030, "=", 98, true]]],
      ["thành phố Lào Cai", "district", [[2024, ">", 96.5, false]]],
    ]);
    expect(group?.members[2]?.targets[0]?.against).toEqual([
      { plan: "kon-tum-2030", year: 2030, is: "stricter" }, { plan: "bac-ninh-2018-2030", year: 2025, is: "stricter" },
    ]);
  });

  test("as text it fits a terminal", async () => {
    const { io, out } = memoryIo();
    expect(await run(["plans", "--compare"], io)).toBe(0);
    expect(Math.max(...out.map(textWidth))).toBeLessThanOrEqual(110);
    const at = out.findIndex((line) => line.includes("dân số tham gia bảo hiểm y tế (%)"));
    expect(out.slice(at, at + 10).join("\n")).toMatch(
      /tỉnh Bắc Ninh +Tỉnh +2025 +96 .*\n.*\n +2030 +98 +Chặt hơn: tỉnh Kon Tum\. Chặt nhất năm 2030/,
    );
  });

  test("only the plans that are named", async () => {
    const report = await compared("--compare", "kon-tum-2030", "tp-lao-cai-2024");
    expect(new Set([...report.groups.flatMap(({ members }) => members), ...report.alone].map(({ plan }) => plan))).toEqual(
      new Set(["kon-tum-2030", "tp-lao-cai-2024"]),
    );
  });

  test("two names can be joined and one can be parted, by names and by codes", async () => {
    const before = await compared();
    expect(together(before, INSURANCE.konTum).sort()).toEqual(Object.values(INSURANCE).sort());
    const joined = await compared("--join", BEDS.join("="), "--part", INSURANCE.konTum);
    expect(together(joined, "bac-ninh-2018-2030/ii.2-6-a")).toEqual(["bac-ninh-2018-2030/ii.2-6-a", "tp-lao-cai-2024/ii.2-1-a"]);
    expect(together(joined, INSURANCE.bacNinh).sort()).toEqual([INSURANCE.bacNinh, INSURANCE.laoCai].sort());
    expect(joined.alone.find(({ plan, code }) => `${plan}/${code}` === INSURANCE.konTum)?.parted).toBe(true);
    expect(before.near).toContainEqual({
      plan: "bac-ninh-2018-2030",
      code: "ii.2-6-a",
      otherPlan: "tp-lao-cai-2024",
      otherCode: "ii.2-1-a",
      otherUnit: false,
    });
    expect(joined.near.some(({ code }) => code === "ii.2-6-a")).toBe(false);
  });

  test("a chain of names is one indicator", async () => {
    const report = await compared("--join", `${INSURANCE.konTum}=kon-tum-2030/ii-2-b`, "--join", "kon-tum-2030/ii-2-b=kon-tum-2030/ii-2-c");
    expect(together(report, "kon-tum-2030/ii-2-b")).toEqual(
      expect.arrayContaining([
        INSURANCE.konTum, INSURANCE.bacNinh, "kon-tum-2030/ii-2-b", "kon-tum-2030/ii-2-c", "bac-ninh-2018-2030/ii.2-5-a",
      ]),
    );
  });
});

describe("plans --compare -o", () => {
  test("writes the sheet, and --codes takes the codes that people have changed in it", async () => {
    const { io, files, out } = memoryIo();
    expect(await run(["plans", "--compare", "-o", "so-sanh.xlsx"], io)).toBe(0);
    expect(out).toEqual(["Đã ghi so-sanh.xlsx: So sánh kế hoạch."]);
    expect((await (await openXlsx(files.get("so-sanh.xlsx") ?? new Uint8Array())).outline()).sheets.map(({ name }) => name)).toEqual([
      "So sánh kế hoạch",
    ]);

    const [spec] = comparisonSpecs(
      compareCatalogue(["kon-tum-2030", "bac-ninh-2018-2030", "tp-lao-cai-2024"], { codes: new Map(), join: [], part: [] }).comparison,
      words,
    );
    if (!spec) throw new Error("no sheet");
    expect(spec.cells[1]?.[0]).toContain("--codes");
    const [key, code] = ["PT_compare1_key", "PT_compare1_code"].map(
      (name) => spec.names.find((one) => one.name === name)?.area.col ?? -1,
    ) as [number, number];
    const typed = (row: readonly CellInput[]): readonly CellInput[] => {
      const own = String(row[key] ?? "");
      if (BEDS.some((name) => row.includes(name))) return row.with(code, "giường");
      return own.startsWith(`${INSURANCE.konTum}\n`) ? row.with(code, null) : row;
    };
    files.set("da-sua.xlsx", await writeXlsx([{ ...spec, cells: spec.cells.map(typed) }]));
    const again = memoryIo();
    again.files.set("da-sua.xlsx", files.get("da-sua.xlsx") ?? new Uint8Array());
    expect(await run(["plans", "--compare", "--json", "--codes", "da-sua.xlsx"], again.io)).toBe(0);
    const report = schemas.compare.parse(JSON.parse(again.out.join("\n")));
    expect(report.groups.find((group) => group.code === "giường")?.members.map(({ name }) => name).sort()).toEqual([...BEDS].sort());
    expect(together(report, INSURANCE.konTum)).toEqual([INSURANCE.konTum]);
    expect(together(report, INSURANCE.bacNinh).sort()).toEqual([INSURANCE.bacNinh, INSURANCE.laoCai].sort());
  });

  test("two that its codes leave alone can be joined by name, and a code of one's own lasts from file to file", async () => {
    const shell = memoryIo();
    const codesIn = async (file: string): Promise<string[]> => {
      const book = await openXlsx(shell.files.get(file) ?? new Uint8Array());
      const { names } = await book.outline();
      const areas = ["PT_compare1_key", "PT_compare1_code"].flatMap((wanted) => names.find(({ name }) => name === wanted)?.refersTo ?? []);
      const [keys, codes] = await book.read(areas);
      return (keys?.values ?? []).flatMap(([key], row) => {
        const [own = ""] = String(key ?? "").split("\n");
        return own === "" ? [] : [`${own} ${String(codes?.values[row]?.[0] ?? "")}`];
      });
    };
    const [spec] = comparisonSpecs(
      compareCatalogue(["kon-tum-2030", "bac-ninh-2018-2030", "tp-lao-cai-2024"], { codes: new Map(), join: [], part: [] }).comparison,
      words,
    );
    if (!spec) throw new Error("no sheet");
    const [key, code] = ["PT_compare1_key", "PT_compare1_code"].map(
      (name) => spec.names.find((one) => one.name === name)?.area.col ?? -1,
    ) as [number, number];
    shell.files.set(
      "1.xlsx",
      await writeXlsx([
        {
          ...spec,
          cells: spec.cells.map((row) => (String(row[key] ?? "").startsWith(`${INSURANCE.konTum}\n`) ? row.with(code, "riêng") : row)),
        },
      ]),
    );
    expect(await run(["plans", "--compare", "--codes", "1.xlsx", "--join", BEDS.join("="), "-o", "2.xlsx"], shell.io)).toBe(0);
    expect(await run(["plans", "--compare", "--codes", "2.xlsx", "-o", "3.xlsx"], shell.io)).toBe(0);
    const [second, third] = [await codesIn("2.xlsx"), await codesIn("3.xlsx")];
    expect(third.sort()).toEqual(second.sort());
    expect(second).toContain(`${INSURANCE.konTum} riêng`);
    const codeOf = (of: string): string | undefined => second.find((one) => one.startsWith(`${of} `))?.split(" ")[1];
    expect(codeOf("bac-ninh-2018-2030/ii.2-6-a")).toMatch(/^\d+$/);
    expect(codeOf("bac-ninh-2018-2030/ii.2-6-a")).toBe(codeOf("tp-lao-cai-2024/ii.2-1-a"));
    expect([codeOf(INSURANCE.bacNinh), codeOf(INSURANCE.laoCai)]).toEqual([codeOf(INSURANCE.bacNinh), codeOf(INSURANCE.bacNinh)]);
  });
});

describe("what cannot be done is said in one sentence", () => {
  test.each([
    ["a plan that is not there", ["plans", "--compare", "ha-noi"], "Không có kế hoạch “ha-noi”"],
    ["one plan alone", ["plans", "--compare", "kon-tum-2030"], "ít nhất hai kế hoạch"],
    ["a join of one name", ["plans", "--compare", "--join", "abc"], "--join “abc” không đúng dạng"],
    ["a name that no plan has", ["plans", "--compare", "--part", "Số máy bay"], "Không có chỉ tiêu “Số máy bay”"],
    ["an output without a comparison", ["plans", "-o", "a.xlsx"], "chỉ dùng cùng với --compare"],
    ["codes from nowhere", ["plans", "--compare", "--codes", "khong-co.xlsx"], "Không đọc được khong-co.xlsx"],
    ["a file that is there already", ["plans", "--compare", "-o", "co-san.xlsx"], "Đã có tệp co-san.xlsx"],
  ])("%s", async (_name, args, sentence) => {
    const { io, files, errors, out } = memoryIo();
    files.set("co-san.xlsx", new Uint8Array([1]));
    expect(await run(args, io)).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(sentence);
    expect([out, [...files.keys()]]).toEqual([[], ["co-san.xlsx"]]);
  });

  test("a workbook without a comparison has no codes", async () => {
    const { io, files, errors } = memoryIo();
    await run(["new", "kon-tum-2030", "-o", "bieu.xlsx"], io);
    expect(files.size).toBe(1);
    expect(await run(["plans", "--compare", "--codes", "bieu.xlsx"], io)).toBe(2);
    expect(errors).toEqual(["bieu.xlsx không có bảng so sánh kế hoạch."]);
  });
});
