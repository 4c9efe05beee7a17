import { LocaleService, LocaleType, mergeLocales } from "@univerjs/core";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalEnUS from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import conditionalViVN from "@univerjs/preset-sheets-conditional-formatting/locales/vi-VN";
import {
  DeviceInputEventType, IEditorBridgeService, SetCellEditVisibleOperation, UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import coreEnUS from "@univerjs/preset-sheets-core/locales/en-US";
import coreViVN from "@univerjs/preset-sheets-core/locales/vi-VN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationEnUS from "@univerjs/preset-sheets-data-validation/locales/en-US";
import validationViVN from "@univerjs/preset-sheets-data-validation/locales/vi-VN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteEnUS from "@univerjs/preset-sheets-note/locales/en-US";
import noteViVN from "@univerjs/preset-sheets-note/locales/vi-VN";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";
import { createEngine, type Engine, type OpenedWorkbook } from "./engine";
import { keepFormulaBarFocus } from "./formula-bar";
import { nameControls } from "./grid-controls";
import { showAsVietnamese } from "./vietnamese-display";
import { readAsVietnamese } from "./vietnamese-input";
import { pasteAsVietnamese } from "./vietnamese-paste";
import type { Speech } from "./speech";

/** Protection of Univer's own: no file holds it, and no log. Sheets are protected over the pane and by what a file brings. */
const UNKEPT = [
  "sheet.command.add-range-protection-from-toolbar", "sheet.contextMenu.permission",
  "sheet.command.add-range-protection-from-sheet-bar", "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar", "sheet.command.view-sheet-permission-from-sheet-bar",
];

/**
 * The engine with its screen in `container`, with the given workbook in it.
 * Whatever the language of its menus, it shows and reads numbers as Excel does on a Vietnamese machine.
 */
export function startGrid(container: HTMLElement, speech: Speech, opened: OpenedWorkbook): Engine {
  const presets = [
    // "1.1" is a number as text to an English eye alone, so it is not marked as one.
    UniverSheetsCorePreset({
      container,
      menu: Object.fromEntries(UNKEPT.map((id) => [id, { hidden: true }])),
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsNotePreset(),
  ];
  const engine = createEngine({
    ...opened,
    plugins: presets.flatMap((preset) => preset.plugins),
    locales: {
      [LocaleType.VI_VN]: mergeLocales(coreViVN, conditionalViVN, validationViVN, noteViVN),
      [LocaleType.EN_US]: mergeLocales(coreEnUS, conditionalEnUS, validationEnUS, noteEnUS),
    },
  });
  speech.follow(() => engine.injector.get(LocaleService).setLocale(speech.language === "en" ? LocaleType.EN_US : LocaleType.VI_VN));
  nameControls(engine, speech);
  keepFormulaBarFocus(container, engine.injector);
  showAsVietnamese(engine.injector);
  readAsVietnamese(engine.injector);
  pasteAsVietnamese(engine.injector);
  return engine;
}

/** Takes over what stands in the cell editor when the focus leaves the page for the pane, so that the pane sees what was typed. */
export function endEditingOutside({ injector, commands, workbook }: Engine, page: Window): void {
  page.addEventListener("blur", () => {
    if (!injector.get(IEditorBridgeService).isVisible().visible || !(page.document.activeElement instanceof HTMLIFrameElement)) return;
    commands.syncExecuteCommand(SetCellEditVisibleOperation.id, {
      visible: false,
      eventType: DeviceInputEventType.PointerDown,
      unitId: workbook.getId(),
    });
  });
}
