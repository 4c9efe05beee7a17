import { expect, test } from "@jest/globals";
import type { Finding } from "../../src/findings";
import { toA1 } from "../../src/sheet";
import { checkCase, there } from "../support/cases";

/** What is found in the budget of a file. */
async function budget(file: string): Promise<Finding[]> {
  const result = await checkCase(file);
  return result.findings.filter(({ at }) => at.sheet === "Biểu kinh phí");
}

there("budgets that add up otherwise than they say", () => {
  test("m40: a total that is a formula certifies nothing; the wrong item is among the equals", async () => {
    const [finding, ...others] = await budget("m40-total-eq-digit");
    expect([finding?.code, others]).toEqual(["breakdowns-differ", []]);
    expect(
      finding?.code === "breakdowns-differ" && [finding.data.correction, finding.data.candidates.map(({ at, to }) => `${toA1(at)} ${to}`)],
    ).toEqual([null, expect.arrayContaining(["C10 39705"])]);
  });

  test("m42: the item that is a thousand times too large", async () => {
    expect(await budget("m42-total-eq-thousand")).toMatchObject([
      { code: "breakdowns-differ", at: { row: 9, col: 2 }, data: { correction: { from: 39_705_000, to: 39_705, kind: "thousand-fold" } } },
    ]);
  });

  test("s05: five items in đồng in a table of triệu đồng are one finding", async () => {
    const found = await budget("s05-items-dong");
    expect(found).toMatchObject([
      { code: "sum-mismatch", severity: "error", data: { correction: null, typedIn: { factor: 1_000_000, small: false, unit: "dong" } } },
    ]);
    expect(found[0]?.code === "sum-mismatch" && found[0].data.together.map(({ at, to }) => `${toA1(at)} ${to}`)).toEqual([
      "C10 39705", "C11 78960", "C12 84640", "C13 72151", "C14 100",
    ]);
  });

  test("z01: a dash is 0 among the parts of a sum, which is checked; what is missing may be its amount", async () => {
    const [finding, ...others] = await budget("z01-dash");
    expect([finding?.code, others]).toEqual(["sum-mismatch", []]);
    expect(finding?.code === "sum-mismatch" && finding.data).toMatchObject({
      gap: 100,
      candidates: expect.arrayContaining([
        expect.objectContaining({ at: { sheet: "Biểu kinh phí", row: 13, col: 2 }, to: 100, kind: "amount-left-out" }),
      ]),
    });
  });

  test("m16: formulas in a circle are an error that names its cells, and nothing else is said of what hangs on them", async () => {
    expect(await budget("m16-circular")).toMatchObject([
      {
        code: "circular",
        severity: "error",
        at: { row: 8, col: 2 },
        data: { circle: [{ at: { row: 8, col: 2 } }, { at: { row: 9, col: 2 } }] },
      },
    ]);
  });
});
