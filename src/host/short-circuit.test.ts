import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { IFunctionService } from "@univerjs/engine-formula";
import fc from "fast-check";
import { createEngine, type Engine } from "./engine";

let engine: Engine;
beforeAll(() => {
  engine = createEngine({ name: "S", sheets: ["S"] });
});
afterAll(() => engine.dispose());

async function values(formulas: readonly string[]): Promise<unknown[]> {
  const sheet = engine.workbook.getSheets()[0];
  sheet?.getRange(0, 0, formulas.length, 1).setValues(formulas.map((formula) => [formula]));
  await engine.settled();
  return formulas.map((_, row) => sheet?.getRange(row, 0).getRawValue());
}

/** A formula with what it comes to; null for an error. */
interface Case {
  readonly text: string;
  readonly value: number | null;
}

const { tree } = fc.letrec<{ tree: Case }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: 0, max: 4 }).map((value): Case => ({ text: String(value), value })),
    fc.constant<Case>({ text: "1/0", value: null }),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]): Case => {
      const value = a.value === null || b.value === null ? null : a.value + b.value;
      return { text: `(${a.text}+${b.text})`, value };
    }),
    fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([test, yes, no]): Case => {
      const value = test.value === null ? null : test.value > 0 ? yes.value : no.value;
      return { text: `IF(${test.text}>0,${yes.text},${no.text})`, value };
    }),
    fc.tuple(tie("tree"), tie("tree")).map(([first, other]): Case => ({
      text: `IFERROR(${first.text},${other.text})`,
      value: first.value ?? other.value,
    })),
    fc.tuple(tie("tree"), fc.array(tie("tree"), { minLength: 1, maxLength: 4 })).map(([place, rest]): Case => ({
      text: `CHOOSE(${place.text},${rest.map(({ text }) => text).join(",")})`,
      value: place.value === null ? null : (rest[place.value - 1]?.value ?? null),
    })),
  ),
}));

test("what is chosen by IF, IFERROR and CHOOSE is what it was without a choice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 40 }), async (cases) => {
      const found = await values(cases.map(({ text }) => `=${text}`));
      expect(found.map((value) => (typeof value === "number" ? value : null))).toEqual(cases.map(({ value }) => value));
    }),
    { numRuns: 15 },
  );
});

test("what does not count is not evaluated", async () => {
  const executor = engine.injector.get(IFunctionService).getExecutor("LEN");
  if (!executor) throw new Error("no LEN");
  const calculate = executor.calculate.bind(executor);
  let calls = 0;
  executor.calculate = (...variants) => {
    calls++;
    return calculate(...variants);
  };
  const counted = async (formula: string) => {
    calls = 0;
    const [value] = await values([formula]);
    return [value, calls];
  };
  expect(await counted("=IF(1>0,7,LEN(\"abc\"))")).toEqual([7, 0]);
  expect(await counted("=IF(1<0,LEN(\"abc\"),8)")).toEqual([8, 0]);
  expect(await counted("=IFERROR(9,LEN(\"abc\"))")).toEqual([9, 0]);
  expect(await counted("=CHOOSE(2,LEN(\"a\"),10,LEN(\"b\"))")).toEqual([10, 0]);
  expect(await counted("=SUM(IF(B1:B2>0,11,LEN(\"abcd\")))")).toEqual([8, 1]);
  expect(await counted("=IF(1>0,LEN(\"abcde\"),2)")).toEqual([5, 1]);
});

test("the body of a function of its own is evaluated when it is called", async () => {
  const [value] = await values(["=LAMBDA(x,IF(x>1,x+1,0))(3)"]);
  expect(value).toBe(4);
});

test("texts of a formula that cells share stay what they are, whichever of them counts", async () => {
  const sheet = engine.workbook.getSheets()[0];
  const conditions = [1, 0, 1, 0];
  sheet?.getRange(0, 5, 4, 1).setValues(conditions.map((value) => [value]));
  const formula = '=IF(F1=1,"có","không")&IFERROR("1/2/2026"-"1/1/2026","lỗi")&IF(F1=1,"","x")';
  sheet?.getRange(0, 6, 4, 1).setValues([[{ f: formula, si: "t" }], [{ si: "t" }], [{ si: "t" }], [{ si: "t" }]]);
  await engine.settled();
  expect(conditions.map((_, row) => sheet?.getRange(row, 6).getRawValue())).toEqual(["có1", "không1x", "có1", "không1x"]);
});
