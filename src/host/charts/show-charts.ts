import type { IDisposable } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/preset-sheets-core";
import type { Engine } from "../engine";
import type { Speech } from "../speech";
import type { DrawnCharts } from "./draw-charts";

/**
 * Shows the charts of the workbook on the grid from now on, and their figures in `list`. What draws them is loaded when there is the first
 * one; `failed` is told where it could not be loaded.
 */
export function showCharts(engine: Engine, list: HTMLElement, speech: Speech, failed: () => void): IDisposable {
  let drawing: Promise<DrawnCharts | null> | null = null;
  let asked = false;

  const update = (): void => {
    asked = false;
    if (!drawing && ![...engine.records.values()].some(({ charts }) => charts.length > 0)) return;
    drawing ??= import("./draw-charts").then(
      ({ drawCharts }) => drawCharts(engine, list, speech),
      () => {
        failed();
        return null;
      },
    );
    void drawing.then((drawn) => drawn?.update());
  };
  /** Many changes make one picture. */
  const ask = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(update);
  };
  const changes = engine.commands.onCommandExecuted(ask);
  const screens = engine.injector.get(IRenderManagerService).created$.subscribe(ask);
  speech.follow(ask);
  return {
    dispose: () => {
      changes.dispose();
      screens.unsubscribe();
      void drawing?.then((drawn) => drawn?.dispose());
    },
  };
}
