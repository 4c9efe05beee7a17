import { cells, type Asking, type Json, type Question } from "../question";

const TYPED = [["'1.10"], ["'=1"], ["'văn bản"]];
const MEANT = [["1.10"], ["=1"], ["văn bản"]];

/** Texts after an apostrophe, written into cells of a number format and read back. */
async function written({ attempt }: Asking, address: string, format: string): Promise<Json> {
  return attempt(async (context, sheet) => {
    const range = sheet.getRange(address);
    range.numberFormat = TYPED.map(() => [format]);
    range.formulas = TYPED;
    range.load("values,formulas,text");
    await context.sync();
    return { values: cells(range.values), formulas: cells(range.formulas), text: cells(range.text) };
  });
}

function field(answer: Json, name: string): Json {
  return typeof answer === "object" && answer !== null && name in answer
    ? ((answer as { readonly [key: string]: Json })[name] ?? null)
    : answer;
}

export const textInput: Question = {
  id: "text-input",
  expects: { "General: values": MEANT, "@: values": MEANT },
  ask: async (asking) => {
    const [general, text] = [await written(asking, "A1:A3", "General"), await written(asking, "B1:B3", "@")];
    return Object.fromEntries(
      (
        [["General", general], ["@", text]] as const
      ).flatMap(([format, answer]) =>
        ["values", "formulas", "text"].map((name): [string, Json] => [`${format}: ${name}`, field(answer, name)]),
      ),
    );
  },
};

const DOUBLES = [0.1 + 0.2, 1 / 3, 123_456_789.123_456_78, Number.MAX_SAFE_INTEGER, 1e-7];

export const doubles: Question = {
  id: "doubles",
  expects: { values: DOUBLES.map((value) => [value]) },
  ask: async ({ attempt }) => ({
    values: await attempt(async (context, sheet) => {
      const range = sheet.getRange(`A1:A${DOUBLES.length}`);
      range.values = DOUBLES.map((value) => [value]);
      range.load("values");
      await context.sync();
      return cells(range.values);
    }),
  }),
};

export const rowsOfNothing: Question = {
  id: "rows-of-nothing",
  expects: {},
  ask: async ({ attempt }) => ({
    "rows of a blank sheet": await attempt(async (context, sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      const rows = used.getRowProperties({ rowHidden: true });
      await context.sync();
      return used.isNullObject ? `null object, ${typeof rows.value}` : rows.value.length;
    }),
    "cells that a formula spills into": await attempt(async (context, sheet) => {
      sheet.getRange("A1").formulas = [["=SEQUENCE(3)"]];
      const range = sheet.getRange("A1:A3").load("values,formulas");
      await context.sync();
      return { values: cells(range.values), formulas: cells(range.formulas) };
    }),
  }),
};

const RULE = "=SUM($A$1:$A$2,1.5)>0";

export const formulaNotation: Question = {
  id: "formula-notation",
  expects: { "formula of a conditional format": RULE, "formula of a validation": RULE },
  ask: async ({ attempt, sheetName }) => ({
    "formula of a name": await attempt(async (context) => {
      const item = context.workbook.names.add("pt_self_test", `=SUM('${sheetName}'!$A$1:$A$2,1.5)`).load("formula");
      await context.sync();
      const formula = String(item.formula);
      item.delete();
      await context.sync();
      return formula;
    }),
    "formula of a conditional format": await attempt(async (context, sheet) => {
      const { rule } = sheet.getRange("A1").conditionalFormats.add("Custom").custom;
      rule.formula = RULE;
      rule.load("formula");
      await context.sync();
      return rule.formula;
    }),
    "the same, in the language of Excel and in R1C1": await attempt(async (context, sheet) => {
      const { rule } = sheet.getRange("A2").conditionalFormats.add("Custom").custom;
      rule.formula = RULE;
      rule.load("formulaLocal,formulaR1C1");
      await context.sync();
      return [rule.formulaLocal, rule.formulaR1C1];
    }),
    "formula of a validation": await attempt(async (context, sheet) => {
      const { dataValidation } = sheet.getRange("B1");
      dataValidation.rule = { custom: { formula: RULE } };
      dataValidation.load("rule");
      await context.sync();
      return String(dataValidation.rule.custom?.formula ?? null);
    }),
    "a formula of a cell, in the language of Excel": await attempt(async (context, sheet) => {
      const range = sheet.getRange("C1");
      range.formulas = [["=ROUND(1.25,1)"]];
      range.load("formulasLocal,formulasR1C1");
      await context.sync();
      return [cells(range.formulasLocal), cells(range.formulasR1C1)];
    }),
  }),
};
