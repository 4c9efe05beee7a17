import { expect, test } from "@jest/globals";
import { findingsOfCase as check, there, type Found } from "../support/cases";

const budget = (found: readonly Found[]): Found[] =>
  found.filter(({ cell }) => cell.startsWith("Biểu kinh phí!") || cell.startsWith("Budget!"));

there("files that calculate otherwise than they say", () => {
  test("i03: SUBTOTAL(9, …) over a filter leaves the filtered row out", async () => {
    const [first, ...others] = budget(await check("i03-filter-subtotal9"));
    expect([first, others]).toMatchObject([{ severity: "error", cell: "Biểu kinh phí!C9" }, []]);
    expect(first?.message).toContain("190.916");
  });

  test("i06: a row of height 0 is hidden", async () => {
    expect(budget(await check("i06-height0"))).toMatchObject([{ code: "hidden-parts", cell: "Biểu kinh phí!C12" }]);
  });

  test("cf-unclosed: is refused, without looking for the end of each of its formats", async () => {
    await expect(check("cf-unclosed")).rejects.toMatchObject({ code: "unreadable-file", data: { reason: "broken" } });
  });

  test.each(["offset-hang", "sum-indirect-columns-hang"])(
    "%s: could not be computed here, what the file kept is shown, and the rest is checked",
    async (file) => {
      const found = budget(await check(file));
      const lost = found.filter(({ code }) => code === "not-evaluated");
      expect(lost).toMatchObject([{ severity: "warning", cell: "Budget!C8" }]);
      expect(lost[0]?.message).toContain(`giữ từ lần lưu cuối: ${file === "offset-hang" ? "14.676.220.000" : "1)"}`);
      expect(found.some(({ severity }) => severity === "error")).toBe(true);
    },
  );

  test("r04: a name that refers to nothing does no harm to the rest", async () => {
    expect((await check("r04-table-name-ref")).some(({ cell }) => cell.startsWith("Biểu chỉ tiêu!"))).toBe(true);
  });
});
