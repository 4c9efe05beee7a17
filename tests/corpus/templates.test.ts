import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parseTemplate } from "../../src/app";
import { run } from "../../src/cli/program";
import { CORPUS } from "../support/corpus";
import { memoryIo } from "../support/memory-io";

const FORMS = join(CORPUS, "forms", "right");

(existsSync(FORMS) ? describe : describe.skip)("forms that others filled in, as templates", () => {
  test.each(existsSync(FORMS) ? readdirSync(FORMS).filter((name) => name.endsWith(".xlsx")) : [])("%s", async (name) => {
    const { io, files } = memoryIo();
    const text = (file: string): string => new TextDecoder().decode(files.get(file));
    files.set("bieu.xlsx", readFileSync(join(FORMS, name)));
    for (const args of [
      ["bieu.xlsx", "-o", "mau.json"],
      ["mau.json", "-o", "mau.xlsx"],
      ["mau.xlsx", "-o", "lai.json"],
    ])
      expect(await run(["form", ...args], io)).toBe(0);
    const { sheet, tables } = parseTemplate(text("mau.json"));
    const [table] = tables;
    const lines = new Set(Object.entries(sheet?.cells ?? {}).filter(([at, input]) => typeof input === "number" && !at.startsWith("A")));
    expect([...lines]).toEqual([]);
    expect(table?.rules.length).toBeGreaterThan(0);
    expect(text("lai.json")).toBe(text("mau.json"));
  });
});
