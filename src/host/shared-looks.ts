import {
  type IAccessor, ICommandService, type ICellData, type Injector, IUniverInstanceService, type Nullable, ObjectMatrix, UniverInstanceType,
  type Workbook,
} from "@univerjs/core";
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";

/** What the looks of cells become by one change, by what they were. */
type Outcome = Map<ICellData["s"], ICellData["s"]>;

/**
 * Makes an engine find out once what a change makes of the looks of cells that are alike, where cells share the change: its own way is to
 * put the style of each cell together from its pieces. The first of them is changed in that way, and the others get what came of it.
 */
export function shareLooks(injector: Injector): void {
  const commands = injector.get(ICommandService);
  const own = SetRangeValuesMutation.handler;
  commands.unregisterCommand(SetRangeValuesMutation.id);
  commands.registerCommand({
    ...SetRangeValuesMutation,
    handler: (accessor: IAccessor, params: ISetRangeValuesMutationParams) =>
      params.trigger === SetStyleCommand.id ? changeLooks(accessor, params, own) : own(accessor, params),
  });
}

function changeLooks(accessor: IAccessor, params: ISetRangeValuesMutationParams, own: typeof SetRangeValuesMutation.handler): boolean {
  const cells = accessor
    .get(IUniverInstanceService)
    .getUnit<Workbook>(params.unitId, UniverInstanceType.UNIVER_SHEET)
    ?.getSheetBySheetId(params.subUnitId)
    ?.getCellMatrix();
  if (!cells) return false;
  const outcomes = new Map<ICellData, Outcome | null>();
  new ObjectMatrix<Nullable<ICellData>>(params.cellValue).forValue((row, col, change) => {
    const now: Nullable<ICellData> = cells.getValue(row, col);
    const before = now?.s;
    const outcome = change && staysWhatItIs(now, change) ? outcomeOf(outcomes, change) : null;
    if (change && outcome?.has(before)) {
      const cell = changed(now ?? {}, outcome.get(before), change.custom);
      if (Object.keys(cell).length === 0) cells.realDeleteValue(row, col);
      else if (!now) cells.setValue(row, col, cell);
    } else {
      own(accessor, { ...params, cellValue: { [row]: { [col]: change } } });
      outcome?.set(before, (cells.getValue(row, col))?.s);
    }
  });
  return true;
}

/** True where a change of looks leaves the content of a cell and its type as they are. */
function staysWhatItIs(now: Nullable<ICellData>, { t }: ICellData): boolean {
  if (!now) return true;
  return !now.p && typeof now.s !== "object" && (now.v === undefined || (now.v !== null && typeof t === "number" && t === now.t));
}

/** Null for what changes more than looks. */
function outcomeOf(known: Map<ICellData, Outcome | null>, change: ICellData): Outcome | null {
  let outcome = known.get(change);
  if (outcome === undefined) {
    outcome = Object.keys(change).every((key) => key === "s" || key === "custom" || key === "t") ? new Map() : null;
    known.set(change, outcome);
  }
  return outcome;
}

function changed(cell: ICellData, s: ICellData["s"], custom: ICellData["custom"]): ICellData {
  if (s === undefined) delete cell.s;
  else cell.s = s;
  if (custom === null) delete cell.custom;
  else if (custom !== undefined) cell.custom = custom;
  return cell;
}
