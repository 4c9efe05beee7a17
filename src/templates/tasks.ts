import type { Plan, PlanTask } from "../plan";
import { toA1, type CellInput, type ConditionalFormatSpec, type SheetSpec, type StyledArea } from "../sheet";
import type { TableChoices, TablePlace } from "./choices";
import { listValidation, numberValidations, textFormat } from "./entry-rules";
import { planTag, type ColumnKey } from "./keys";
import { COLOURS, column, frameOf, headOf, headingHeights, headingOf, pageBreaks, printOf, sheetOf, type Column } from "./layout";
import { bodyHeight, headHeights, tableNames, withPlanTag } from "./parts";
import { mergeRuns } from "./runs";
import type { TemplateWords } from "./words";

/** Columns that are repeated at the left of each page: number and name. */
const NAMED = 2;

const isBlankTask = ({ name }: PlanTask): boolean => name === "";

function columnsOf(plan: Plan, units: readonly string[], words: TemplateWords): Column[] {
  const own = words.tasks;
  // columns of units need the room
  const byUnit = units.length > 0;
  const head: Omit<Column, "rule">[] = [
    { key: "number", width: 6, upper: words.number, lower: null },
    { key: "label", width: byUnit ? 36 : 46, upper: own.label, lower: null },
    // the serial number says nothing of the document, whose own numbers are no series
    ...(plan.tasks.every(isBlankTask) ? [] : [{ key: "where", width: byUnit ? 12 : 15, upper: own.where, lower: null } as const]),
    { key: "lead", width: byUnit ? 16 : 22, upper: own.lead, lower: null },
    { key: "cooperating", width: byUnit ? 16 : 24, upper: own.cooperating, lower: null },
    { key: "time", width: byUnit ? 13 : 16, upper: own.time, lower: null },
    ...(!byUnit
      ? [{ key: "status", width: 16, upper: own.status, lower: null } as const]
      : [
          ...units.map((name, index) => ({ key: `u${index + 1}`, width: 10, upper: own.status, lower: name }) as const),
          { key: "units", width: 10, upper: own.unitsDone, lower: null } as const,
        ]),
    { key: "progress", width: byUnit ? 8 : 10, upper: own.progress, lower: null },
    { key: "note", width: byUnit ? 14 : 22, upper: words.note, lower: null },
  ];
  return [
    ...head.map((one, index): Column => ({ ...one, rule: ["A", "B"][index] ?? String(index - 1) })),
    { key: "key", width: 10, upper: words.indicators.key, lower: null, rule: "", hidden: true },
  ];
}

/**
 * The task table of a plan: who leads, who cooperates and by when as the plan writes it, and for people to fill in a status from a
 * list and the progress in points. With reporting units each has a status of its own, and beside them is counted how many are done.
 * Cells that the plan leaves open (a lead or a time that it does not name, rows without a name) are open here too.
 */
export function taskTable(plan: Plan, place: TablePlace, { reportingUnits: units }: TableChoices, words: TemplateWords): SheetSpec {
  const { tasks } = plan;
  const heading = headingOf(plan, place, words.tasks.title, null, words);
  const frame = frameOf(heading);
  const columns = columnsOf(plan, units, words);
  const at = (key: ColumnKey): number => columns.findIndex((candidate) => candidate.key === key);
  const statusFrom = at(units.length === 0 ? "status" : "u1");
  const statuses = { row: frame.body, col: statusFrom, rows: tasks.length, cols: Math.max(1, units.length) };
  const progress = column(frame.body, tasks.length, at("progress"));

  const body = tasks.map((task, index): CellInput[] => {
    const row = frame.body + index;
    const across = `${toA1({ row, col: statusFrom })}:${toA1({ row, col: statusFrom + statuses.cols - 1 })}`;
    const entries = new Map<ColumnKey, CellInput>([
      ["number", String(index + 1)],
      ["label", task.name || null],
      ["where", task.where || null],
      ["lead", task.lead],
      ["cooperating", task.cooperating],
      ["time", task.time],
      ["note", task.note],
      ["key", task.number],
      // a blank is not a zero: nothing is counted before a unit has said anything
      ["units", { formula: `=IF(COUNTA(${across})=0,"",COUNTIF(${across},"${words.tasks.statuses.done}"))` }],
    ]);
    return columns.map(({ key }) => entries.get(key) ?? null);
  });

  const open = (key: ColumnKey, is: (task: PlanTask) => boolean): StyledArea["area"][] =>
    mergeRuns(tasks.flatMap((task, index) => (is(task) ? [{ row: frame.body + index, col: at(key), rows: 1, cols: 1 }] : [])));
  const inputs = [
    statuses,
    progress,
    ...open("label", isBlankTask),
    ...open("lead", ({ lead }) => lead === null),
    ...open("cooperating", isBlankTask),
    ...open("time", ({ time }) => time === null),
  ];
  const whole = { row: frame.body, rows: tasks.length };
  const centered = columns.flatMap(({ key }, col) => (["number", "time", "units", "progress"].includes(key) ? [col] : []));
  const styles: StyledArea[] = [
    { area: { ...whole, col: 0, cols: columns.length }, style: { border: true, valign: "center", wrap: true } },
    ...centered.map((col): StyledArea => ({ area: { ...whole, col, cols: 1 }, style: { align: "center" } })),
    // "2025", "11/7" and "1.10" are words here, neither numbers nor dates
    ...(["number", "time", "key"] as const).map((key): StyledArea => ({
      area: { ...whole, col: at(key), cols: 1 },
      style: { numberFormat: "@" },
    })),
    { area: statuses, style: { align: "center" } },
    ...inputs.map((area): StyledArea => ({ area, style: { fill: COLOURS.input, locked: false } })),
    ...["cooperating", "note"].map((key): StyledArea => ({
      area: { ...whole, col: at(key as ColumnKey), cols: 1 },
      style: { locked: false },
    })),
  ];
  const breaks = pageBreaks(columns, NAMED);
  const page = breaks[0] ?? columns.length;
  const first = breaks.length > 0 ? NAMED : 0;
  const head = headOf(heading, columns, page, breaks, first);
  return sheetOf({
    name: place.sheet,
    cells: withPlanTag([...head.cells, ...body], columns, planTag(plan.id, null)),
    columns,
    rowHeights: [
      ...headingHeights(heading, columns, page, first),
      ...headHeights(columns, frame, 24),
      ...body.map((cells, index) => ({ row: frame.body + index, height: bodyHeight(cells, columns) })),
    ],
    styles: [...head.styles, ...styles],
    merges: head.merges,
    names: tableNames(place, frame, columns, tasks.length),
    validations: [
      listValidation(statuses, Object.values(words.tasks.statuses), words),
      ...numberValidations({ shares: [progress], counts: [], numbers: [] }, words),
    ],
    conditionalFormats: [
      ...statusFormats(statuses, words),
      textFormat(progress),
      ...(units.length === 0 ? [] : [allDone(column(frame.body, tasks.length, at("units")), units.length)]),
    ],
    print: printOf(columns, frame, { breaks, repeated: NAMED, heights: [], glued: [] }),
    frame,
  });
}

function statusFormats(area: StyledArea["area"], { tasks }: TemplateWords): ConditionalFormatSpec[] {
  const cell = toA1(area);
  return [
    { area, formula: `=${cell}="${tasks.statuses.done}"`, style: { fill: COLOURS.met } },
    { area, formula: `=${cell}="${tasks.statuses.paused}"`, style: { fill: COLOURS.closed, color: "#595959" } },
  ];
}

function allDone(area: StyledArea["area"], units: number): ConditionalFormatSpec {
  return { area, formula: `=${toA1(area)}=${units}`, style: { fill: COLOURS.met } };
}
