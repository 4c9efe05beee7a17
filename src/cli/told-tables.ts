import type { z } from "zod";
import { areaToA1, shareOf, shownUnit, toA1, type OtherFindings } from "../app";
import type { toldTableSchema } from "./others-schema";

type Report = z.infer<typeof toldTableSchema>;

const KINDS = { indicators: "indicator", budget: "budget", tasks: "task", other: "other" } as const;
const STATUSES = ["met", "notMet", "undirected", "otherUnit"] as const;

/** What is told of a table that somebody else has made, as JSON. */
export function toldTable({ table, hidden, totals, results, tasks }: OtherFindings): Report {
  return {
    sheet: table.sheet,
    range: areaToA1(table.area),
    title: table.title?.text ?? null,
    kind: KINDS[table.subject],
    hidden,
    lines: table.rows.length,
    columns: table.columns.length,
    totals: totals.map(({ line, column, at, value, money, unit, parts, shares, across, wrong }) => {
      const figures = (all: typeof parts, areShares: boolean): Report["totals"][number]["parts"] =>
        all.map((one) => ({
          label: one.label, cell: toA1(one.at), value: one.value,
          share: areShares ? shareOf(one.value, value) : null,
        }));
      return {
        label: line.label,
        column: column.head,
        cell: toA1(at),
        value,
        unit: shownUnit(money) ?? unit,
        parts: figures(parts, shares),
        across: figures(across?.figures ?? [], across?.shares ?? false),
        wrong: wrong.map(({ label, at: cell, stated, computed }) => ({ label, cell: toA1(cell), stated, computed })),
      };
    }),
    results: results.map(({ line: { label, unit, actual }, year, status }) => ({
      label, unit, year,
      actual: actual.value,
      cell: toA1(actual.at),
      status: STATUSES.find((one) => one === status) ?? "undirected",
    })),
    tasks: tasks.map(({ label, lead, time, state, lateSince, at }) => ({
      label, lead, time, state,
      overdueSince: lateSince && [lateSince.year, lateSince.month, lateSince.day].map((part) => String(part).padStart(2, "0")).join("-"),
      cell: at && toA1(at),
    })),
  };
}
