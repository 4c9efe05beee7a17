import type { CellValueType, IBorderData, IBorderStyleData, ICellData, IStyleData, Nullable, Worksheet } from "@univerjs/core";
import { type Area, type Cell, contains } from "../../sheet";
import { numbered } from "../numbered";

type Lines = Record<number, Record<number, ICellData>>;

/** What is set on a cell beside its content. Cells that look the same share it: it is never changed. */
export type Looks = Readonly<Pick<ICellData, "s" | "custom">>;

/**
 * Writes of cells of one sheet that wait to be given to the engine together: it goes over the whole sheet at each
 * change, and the client cuts a large write into hundreds.
 */
export class PendingCells {
  /** Content apart from looks, since the engine takes formulas out of cells whose looks change beside content. */
  readonly content: Lines = {};
  private readonly looks: Record<number, Record<number, Looks>> = {};
  /** What looks become where others are added, told once for all cells that have them. */
  private readonly become = new Map<Looks | undefined, Map<Looks, Looks>>();
  /** Where formulas stand that other cells share. */
  private readonly shared: Cell[] = [];

  constructor(
    readonly sheetId: string,
    private readonly model: Worksheet,
  ) {}

  /** Content goes over what is there; a style that comes with it is added. */
  put(row: number, col: number, { s, ...content }: ICellData): void {
    const line = (this.content[row] ??= {});
    const old = line[col];
    line[col] = old ? { ...old, ...content } : content;
    if (content.f && content.si) this.shared.push({ row, col });
    if (s) this.add(row, col, { s });
  }

  /** Adds looks to what is there; it takes least where all cells that get the same are given the same object. */
  add(row: number, col: number, added: Looks): void {
    const line = (this.looks[row] ??= {});
    const old = line[col];
    let known = this.become.get(old);
    if (!known) this.become.set(old, (known = new Map<Looks, Looks>()));
    let now = known.get(added);
    if (!now) known.set(added, (now = old ? mergeLooks(old, added) : added));
    line[col] = now;
  }

  /** True where a formula waits that cells outside of the area may share: it has to reach the engine before something else stands there. */
  shares(area: Area): boolean {
    return this.shared.some((cell) => contains(area, cell));
  }

  /** The number format of a cell with what waits for it. */
  numberFormat(row: number, col: number): string {
    const waiting = this.waitingStyle(row, col)?.n;
    return (waiting === undefined ? this.style(row, col).n : waiting)?.pattern ?? "General";
  }

  /** The line at a side of a cell with what waits for it. */
  line(row: number, col: number, side: keyof IBorderData): IBorderStyleData | null {
    const waiting = this.waitingStyle(row, col)?.bd?.[side];
    return (waiting === undefined ? this.style(row, col).bd?.[side] : waiting) ?? null;
  }

  private style(row: number, col: number): IStyleData {
    return this.model.getComposedCellStyleByCellData(row, col, this.model.getCellRaw(row, col));
  }

  private waitingStyle(row: number, col: number): IStyleData | undefined {
    const style = this.looks[row]?.[col]?.s;
    return isStyle(style) ? style : undefined;
  }

  /** The cell whose content stands in a place, or waits to. */
  cell(row: number, col: number): Nullable<ICellData> {
    return this.content[row]?.[col] ?? this.model.getCellRaw(row, col);
  }

  custom(row: number, col: number): Readonly<Record<string, unknown>> {
    return this.looks[row]?.[col]?.custom ?? this.model.getCellRaw(row, col)?.custom ?? NOTHING;
  }

  /** The looks to be given to the engine when it has the content, with the types of the cells: it guesses them anew unless it is told. */
  takeLooks(): Lines {
    const typed = new Map<Looks, Map<Nullable<CellValueType>, ICellData>>();
    const cellOf = (looks: Looks, t: ICellData["t"]): ICellData => {
      let known = typed.get(looks);
      if (!known) typed.set(looks, (known = new Map<Nullable<CellValueType>, ICellData>()));
      let cell = known.get(t);
      if (!cell) known.set(t, (cell = typeof t === "number" ? { ...looks, t } : looks));
      return cell;
    };
    const taken: Lines = {};
    for (const [row, line] of numbered(this.looks)) {
      const cells: Lines[number] = (taken[row] = {});
      for (const [col, looks] of numbered(line)) cells[col] = cellOf(looks, this.model.getCellRaw(row, col)?.t);
    }
    return taken;
  }
}

const NOTHING = {};

function isStyle(style: ICellData["s"]): style is IStyleData {
  return typeof style === "object" && style !== null;
}

function mergeLooks(old: Looks, added: Looks): Looks {
  const style = isStyle(old.s) && isStyle(added.s) ? { s: mergeStyles(old.s, added.s) } : {};
  return { ...old, ...added, ...style };
}

function mergeStyles(old: IStyleData, added: IStyleData): IStyleData {
  const borders = added.bd && old.bd ? { bd: { ...old.bd, ...added.bd } } : {};
  return { ...old, ...added, ...borders };
}
