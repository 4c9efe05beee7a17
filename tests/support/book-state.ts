import type { ICellData, IStyleData, IWorkbookData, IWorksheetData } from "@univerjs/core";
import { readCells } from "../../src/host/bridge/cells";
import { Session } from "../../src/host/bridge/session";
import type { Engine } from "../../src/host/engine";
import { takeSnapshot, workbookOf } from "../../src/host/log";
import { numbered } from "../../src/host/numbered";

/** All that a workbook is, in a form in which equal workbooks are equal: styles by what they are, resources by what they hold. */
export function bookState(engine: Engine) {
  const { styles, sheets, sheetOrder, resources = [] } = workbookOf(takeSnapshot(engine)) as IWorkbookData;
  const styleOf = (style: ICellData["s"]): IStyleData | null => (typeof style === "string" ? (styles[style] ?? null) : (style ?? null));
  return {
    order: sheetOrder,
    sheets: Object.fromEntries(
      (sheetOrder ?? []).map((id) => {
        const { cellData, ...rest } = sheets[id] as IWorksheetData;
        return [id, { sheet: withoutNothing(rest), cells: cellsOf(cellData, styleOf), results: resultsOf(engine, id) }];
      }),
    ),
    resources: Object.fromEntries(
      resources.map(({ name, data }) => [name, withoutNothing(held(data.replaceAll(engine.workbook.getId(), "*")))]),
    ),
  };
}

function held(data: string): unknown {
  return data === "" ? null : JSON.parse(data);
}

function cellsOf(cellData: IWorksheetData["cellData"], styleOf: (style: ICellData["s"]) => IStyleData | null) {
  const cells: Record<string, unknown> = {};
  for (const [row, line] of numbered(cellData)) {
    for (const [col, cell] of numbered(line)) {
      const kept = withoutNothing({ ...cell, s: styleOf(cell?.s) });
      if (kept !== undefined) cells[`${row},${col}`] = kept;
    }
  }
  return cells;
}

/** Values as the bridge reads them, those that spill too. */
function resultsOf(engine: Engine, sheetId: string) {
  const nobody = () => {
    throw new Error("nobody asks for an object");
  };
  const reader = readCells(new Session(engine, { range: nobody, areas: nobody, worksheet: nobody }), sheetId);
  return Array.from({ length: 30 }, (_, row) => Array.from({ length: 12 }, (__, col) => reader.value(row, col)));
}

/** Without what says nothing: null, undefined, empty objects and lists; undefined where all of it says nothing. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((one: unknown) => withoutNothing(one) ?? null);
  if (typeof value !== "object" || value === null) return value ?? undefined;
  const kept = Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const said = withoutNothing(part);
    return said === undefined ? [] : [[key, said] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
