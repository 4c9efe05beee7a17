import { cells, type Json, type Question } from "../question";

export const manualCalculation: Question = {
  id: "manual-calculation",
  expects: { "after calculate": [[10]] },
  ask: async ({ attempt }) => {
    const mode = (to: "Manual" | "Automatic") =>
      attempt(async (context) => {
        const { application } = context.workbook;
        application.calculationMode = to;
        application.load("calculationMode");
        await context.sync();
        return application.calculationMode;
      });
    const shown = (work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void) =>
      attempt(async (context, sheet) => {
        work(context, sheet);
        await context.sync();
        const range = sheet.getRange("A2").load("values");
        await context.sync();
        return cells(range.values);
      });
    const before = await shown((_, sheet) => void (sheet.getRange("A1:A2").formulas = [[1], ["=A1*2"]]));
    const answers: Record<string, Json> = { "at first": before, "mode asked for": await mode("Manual") };
    try {
      answers["after another value"] = await shown((_, sheet) => void (sheet.getRange("A1").values = [[5]]));
      answers["after calculate"] = await shown((context) => context.workbook.application.calculate("Recalculate"));
    } finally {
      answers["mode at the end"] = await mode("Automatic");
    }
    return answers;
  },
};

export const events: Question = {
  id: "events",
  expects: {},
  ask: async ({ attempt, pause, supports }) => {
    const seen: Json[] = [];
    const named = supports("1.17");
    const listening = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const handlers: { remove(): void }[] = [
        worksheets.onChanged.add(
          async ({ changeType, address, source, triggerSource }) => void seen.push([changeType, address, source, triggerSource ?? null]),
        ),
      ];
      if (named)
        handlers.push(worksheets.onNameChanged.add(async ({ nameAfter, source }) => void seen.push(["NameChanged", nameAfter, source])));
      await context.sync();
      return { context, handlers };
    });
    const told = async (work: (sheet: Excel.Worksheet) => void): Promise<Json> => {
      seen.length = 0;
      const outcome = await attempt(async (context, sheet) => {
        work(sheet);
        await context.sync();
      });
      await pause(700);
      return [outcome, ...seen];
    };
    try {
      return {
        "a value": await told((sheet) => void (sheet.getRange("A1").values = [[3]])),
        "1,000 cells": await told(
          (sheet) => void (sheet.getRange("A2:A1001").values = Array.from({ length: 1000 }, (_, row) => [1000 - row])),
        ),
        "a row inserted": await told((sheet) => void sheet.getRange("3:3").insert("Down")),
        "cells sorted": await told((sheet) => sheet.getRange("A1:A20").sort.apply([{ key: 0, ascending: true }])),
        "a filter": await told((sheet) => sheet.autoFilter.apply(sheet.getRange("A1:A20"), 0, { filterOn: "Values", values: ["3"] })),
        "the sheet renamed": await told((sheet) => void (sheet.name = "PT đổi tên")),
      };
    } finally {
      await Excel.run(listening.context, async (context) => {
        for (const handler of listening.handlers) handler.remove();
        await context.sync();
      });
    }
  },
};

export const undo: Question = {
  id: "undo",
  expects: {},
  ask: async ({ sheetId, supports }) => {
    const group = async (options: object): Promise<Json> => {
      try {
        await Excel.run(options, async (context) => {
          const sheet = context.workbook.worksheets.getItem(sheetId);
          sheet.getRange("A1").values = [[1]];
          await context.sync();
          sheet.getRange("A2").values = [[2]];
          await context.sync();
        });
        return "done";
      } catch (error) {
        return { error: typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error) };
      }
    };
    return { "set 1.20": supports("1.20"), "a run with mergeUndoGroup": await group({ mergeUndoGroup: true }) };
  },
};

/** Excel on the web takes 5 MB in a message. */
const LONG_CELLS = { count: 1000, length: 4500 } as const;
const MERGES = 513;
const LONGEST_LIST = 8000;

/** "A1,C1,A3,C3 …": cells that do not touch, in a list of at most so many characters. */
function cellList(longest: number): string {
  const list: string[] = [];
  for (let row = 1, length = 0; length + 8 < longest; row += 2) {
    list.push(`A${row}`);
    length += `A${row},`.length;
  }
  return list.join(",");
}

export const large: Question = {
  id: "large",
  expects: { "5 MB written and read": LONG_CELLS.count },
  ask: async ({ attempt, supports }) => ({
    "5 MB written and read": await attempt(async (context, sheet) => {
      const range = sheet.getRange(`A1:A${LONG_CELLS.count}`);
      range.values = Array.from({ length: LONG_CELLS.count }, () => ["x".repeat(LONG_CELLS.length)]);
      await context.sync();
      range.load("values");
      await context.sync();
      const whole = range.values.filter(([value]) => typeof value === "string" && value.length === LONG_CELLS.length).length;
      range.clear();
      await context.sync();
      return whole;
    }),
    "513 merges": supports("1.13")
      ? await attempt(async (context, sheet) => {
          sheet.getRange(`C1:D${MERGES}`).merge(true);
          await context.sync();
          const merged = sheet.getRange(`C1:D${MERGES}`).getMergedAreasOrNullObject().load("areaCount");
          await context.sync();
          return merged.isNullObject ? null : merged.areaCount;
        })
      : "set 1.13 is not there",
    "8,000 characters in getRanges": await attempt(async (context, sheet) => {
      sheet.getRanges(cellList(LONGEST_LIST)).untrack().format.fill.color = "#FFFBE6";
      await context.sync();
    }),
  }),
};

export const nullObjects: Question = {
  id: "null-objects",
  expects: {},
  ask: async ({ attempt }) => ({
    "to delete what is not there": await attempt(async (context) => {
      context.workbook.worksheets.getItemOrNullObject("pt-không-có").delete();
      await context.sync();
    }),
    "points of a new chart": await attempt(async (context, sheet) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const { points } = sheet.charts.add("Doughnut", sheet.getRange("A1:A3")).series.getItemAt(0);
      points.load("count");
      await context.sync();
      return points.count;
    }),
  }),
};

export const page: Question = { id: "page", expects: {}, ask: ({ page: seen }) => Promise.resolve(seen) };
