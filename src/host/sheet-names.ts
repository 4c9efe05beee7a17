import type { ICommandInfo, ICommandService, IDisposable } from "@univerjs/core";
import { SetWorksheetNameCommand, type ISetWorksheetNameCommandParams } from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { sheetName } from "../sheet";

/** A sheet gets the name nearest to what was typed that Excel takes, too: formulas follow it, and a file that is saved can be opened. */
export function keepSheetNames(commands: ICommandService, workbook: FWorkbook): IDisposable {
  return commands.beforeCommandExecuted((command) => {
    if (!isRename(command)) return;
    const own = command.params.subUnitId ?? workbook.getActiveSheet().getSheetId();
    const others = workbook.getSheets().flatMap((sheet) => (sheet.getSheetId() === own ? [] : [sheet.getSheetName()]));
    command.params.name = sheetName(command.params.name, others);
  });
}

function isRename(
  command: Readonly<ICommandInfo>,
): command is ICommandInfo<ISetWorksheetNameCommandParams> & { readonly params: ISetWorksheetNameCommandParams } {
  return command.id === SetWorksheetNameCommand.id && command.params !== undefined;
}
