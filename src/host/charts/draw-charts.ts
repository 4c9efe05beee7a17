import {
  ArcElement, BarController, BarElement, CategoryScale, Chart, DoughnutController, Legend, LinearScale, LineController, LineElement,
  PieController, PointElement, Title,
} from "chart.js";
import type { IDisposable } from "@univerjs/core";
import { IRenderManagerService, SheetSkeletonManagerService, type Scene } from "@univerjs/preset-sheets-core";
import type { Area } from "../../sheet";
import { contentOf } from "../bridge/cells";
import type { Engine } from "../engine";
import { chartSpec } from "../files/chart-records";
import { recordOf } from "../record-mutations";
import type { Speech } from "../speech";
import { chartConfiguration } from "./chart-config";
import { chartFigures, type ChartFigures, type DrawnCells } from "./chart-figures";
import { chartFill } from "./chart-fill";
import { ChartShape } from "./chart-shape";
import { chartTable } from "./chart-table";

Chart.register(
  ArcElement, BarController, BarElement, CategoryScale, DoughnutController, Legend, LinearScale, LineController, LineElement,
  PieController, PointElement, Title,
);

/** Above cells and selections, under the heads of rows and columns. */
const LAYER = 4;
/** Most dots of the picture to a pixel of the sheet, however far one zooms in. */
const FINEST = 4;

/** A chart as it stands on the grid, and what it was drawn of. */
interface Standing {
  readonly drawn: string;
  readonly chart: Chart;
  readonly shape: ChartShape;
  readonly table: HTMLElement;
}

export interface DrawnCharts extends IDisposable {
  /** Makes the charts that stand on the grid those of the shown sheet, as its cells are now. */
  update(): void;
}

/** Draws the charts of the sheet that is shown on the grid, and their figures as tables into `list`. */
export function drawCharts(engine: Engine, list: HTMLElement, speech: Speech): DrawnCharts {
  const { injector, workbook } = engine;
  const standing = new Map<string, Standing>();
  const measure = document.createElement("canvas").getContext("2d");
  const widthOf = (text: string, font: string): number => {
    if (!measure) return 0;
    measure.font = font;
    return measure.measureText(text).width;
  };
  const take = (key: string): void => {
    const one = standing.get(key);
    one?.shape.dispose();
    one?.chart.destroy();
    one?.table.remove();
    standing.delete(key);
  };

  const put = (key: string, figures: ChartFigures, place: Place, scene: Scene): void => {
    const ratio = Math.min(FINEST, window.devicePixelRatio * scene.scaleX);
    const drawn = JSON.stringify([figures, place.width, place.height, ratio]);
    const before = standing.get(key);
    if (before?.drawn === drawn) return void before.shape.transformByState(place);
    take(key);
    const canvas = document.createElement("canvas");
    // the library takes the size of its picture from here
    [canvas.width, canvas.height] = [place.width, place.height];
    const chart = new Chart(canvas, chartConfiguration(figures, { width: place.width, ratio, fill: chartFill, widthOf }));
    const shape = new ChartShape(key, canvas);
    shape.transformByState(place);
    scene.addObject(shape, LAYER);
    const table = chartTable(figures);
    standing.set(key, { drawn, chart, shape, table });
  };

  const update = (): void => {
    const render = injector.get(IRenderManagerService).getRenderById(workbook.getId());
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    if (!render || !skeleton) return;
    const sheetId = workbook.getActiveSheet().getSheetId();
    const cellAt = cellsOf(engine, sheetId);
    const shown: string[] = [];
    for (const record of recordOf(engine.records, sheetId).charts) {
      const spec = chartSpec(record, sheetId);
      const place = spec && placeOf(spec.at, (row, col) => skeleton.getNoMergeCellWithCoordByIndex(row, col));
      if (!spec || !place) continue;
      const key = `${sheetId} ${record.id}`;
      shown.push(key);
      put(key, chartFigures(spec, cellAt), place, render.scene);
      standing.get(key)?.table.setAttribute("aria-label", speech.words.chart(spec.title));
    }
    for (const key of [...standing.keys()]) if (!shown.includes(key)) take(key);
    const tables = shown.flatMap((key) => standing.get(key)?.table ?? []);
    if (tables.some((table, at) => table !== list.children[at])) list.replaceChildren(...tables);
  };

  return {
    update,
    dispose: () => {
      for (const key of [...standing.keys()]) take(key);
    },
  };
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where cells lie on the whole sheet, in pixels without zoom; null where all of them are hidden. */
function placeOf(
  { row, col, rows, cols }: Area,
  cell: (row: number, col: number) => { readonly startX: number; readonly startY: number; readonly endX: number; readonly endY: number },
): Place | null {
  const { startX: left, startY: top } = cell(row, col);
  const { endX, endY } = cell(row + rows - 1, col + cols - 1);
  const [width, height] = [Math.round(endX - left), Math.round(endY - top)];
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

function cellsOf({ workbook }: Engine, sheetId: string): DrawnCells {
  const sheet = workbook.getSheetBySheetId(sheetId)?.getSheet();
  const styles = workbook.getWorkbook().getStyles();
  return (row, col) => {
    const cell = sheet?.getCellRaw(row, col);
    const value = contentOf(cell);
    return { value: value === "" ? null : value, pattern: (cell && styles.getStyleByCell(cell)?.n?.pattern) ?? null };
  };
}
