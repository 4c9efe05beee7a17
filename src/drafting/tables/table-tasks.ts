import type { TextDocument } from "../document/document";
import type { TaskFact } from "../draft";
import { gridsOf, labelColumn, type Grid } from "./grids";
import { taskColumns } from "./roles";

type TaskInTable = Omit<TaskFact, "id">;

/** What an office's name never begins with: words that were put into its column. */
const NO_OFFICE = /^(?:đã|đang|chưa|có|theo|khi|hoàn thành|phê duyệt)(?!\p{L})/iu;

/** The tasks that tables of the document list ("Nội dung | Chủ trì | Phối hợp | Thời gian"), in the order of the text. */
export function tasksInTables(document: TextDocument): TaskInTable[] {
  return gridsOf(document).flatMap((grid) => tasksIn(document, grid));
}

function tasksIn(document: TextDocument, grid: Grid): TaskInTable[] {
  const columns = taskColumns(grid);
  const label = labelColumn(grid);
  if (columns === null || !label) return [];
  const { lines } = grid.layout;
  const parents = new Set(lines.map(({ parent }) => parent));
  return lines.flatMap((line, at): TaskInTable[] => {
    const said = (column: typeof columns.lead): string | null => (column === null ? null : grid.textAt(line, column) || null);
    const office = (column: typeof columns.lead): string | null => {
      const text = said(column);
      return text === null || NO_OFFICE.test(text) || !/\p{L}/u.test(text) ? null : text.replace(/[.;,]+$/u, "");
    };
    const [lead, cooperating, time] = [office(columns.lead), office(columns.cooperating), said(columns.time)];
    const name = line.label.replace(/[.;,:]+$/u, "");
    const saysNothing = lead === null && cooperating === null && time === null;
    // a heading of tasks, not one of them
    if (name === "" || line.total || (saysNothing && (parents.has(at) || /^(?:[IVX]+|[A-Z])\.?$/u.test(line.number)))) return [];
    const all = [label, columns.lead, columns.cooperating, columns.time].flatMap((column) => column ?? []);
    const span = grid.spanOf(line, all);
    if (span === null) return [];
    const doubts = lead === null ? (["kind"] as const) : [];
    return [
      {
        evidence: document.text.slice(...span), span, sure: doubts.length === 0, doubts,
        number: line.number === "" ? null : line.number, name, lead, cooperating, time,
      },
    ];
  });
}
