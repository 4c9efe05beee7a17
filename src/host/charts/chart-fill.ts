import { CHART_FILLS, CHART_INK, turn } from "../../workbook/xlsx/chart-looks";

/** The sides of the tile that a pattern repeats, in pixels. */
const TILE = 8;

type Draw = (tile: CanvasRenderingContext2D) => void;

const line = (fromX: number, fromY: number, toX: number, toY: number): Draw => (tile) => {
  tile.beginPath();
  tile.moveTo(fromX, fromY);
  tile.lineTo(toX, toY);
  tile.stroke();
};

const dots = (places: readonly (readonly [number, number])[]): Draw => (tile) => {
  for (const [x, y] of places) tile.fillRect(x, y, 1, 1);
};

/** Every second dot of a square. */
const half = Array.from({ length: TILE * TILE }, (_, at) => [at % TILE, Math.floor(at / TILE)] as const);

/** The patterns of a saved file, as near as a tile comes to them. */
const PATTERNS: Readonly<Record<Exclude<(typeof CHART_FILLS)[number], `solid:${string}`>, readonly Draw[]>> = {
  // drawn thrice, so that the stroke goes on over the edges of the tile
  wdUpDiag: [line(-2, 2, 2, -2), line(-2, 10, 10, -2), line(6, 10, 10, 6)],
  wdDnDiag: [line(6, -2, 10, 2), line(-2, -2, 10, 10), line(-2, 6, 2, 10)],
  lgGrid: [line(0, 0.5, TILE, 0.5), line(0.5, 0, 0.5, TILE)],
  pct20: [dots([[0, 0], [4, 0], [2, 2], [6, 2], [0, 4], [4, 4], [2, 6], [6, 6]])],
  ltHorz: [line(0, 0.5, TILE, 0.5), line(0, 4.5, TILE, 4.5)],
  ltVert: [line(0.5, 0, 0.5, TILE), line(4.5, 0, 4.5, TILE)],
  lgCheck: [(tile) => tile.fillRect(0, 0, TILE / 2, TILE / 2), (tile) => tile.fillRect(TILE / 2, TILE / 2, TILE / 2, TILE / 2)],
  pct50: [dots(half.filter(([x, y]) => (x + y) % 2 === 0))],
};

/** Thick strokes of the two diagonals, in pixels; the other lines are thin. */
const WIDE = 2.5;

/** What fills the bars of the series, or the slice, `index`: told apart in black and white, as in a saved file. */
export function chartFill(index: number): string | CanvasPattern {
  const fill = turn(CHART_FILLS, index);
  if (fill.startsWith("solid:")) return `#${fill.slice(6)}`;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [TILE, TILE];
  const tile = canvas.getContext("2d");
  if (!tile) return `#${CHART_INK.pattern}`;
  tile.fillStyle = "#ffffff";
  tile.fillRect(0, 0, TILE, TILE);
  tile.fillStyle = tile.strokeStyle = `#${CHART_INK.pattern}`;
  tile.lineWidth = fill.startsWith("wd") ? WIDE : 1;
  for (const draw of PATTERNS[fill as keyof typeof PATTERNS]) draw(tile);
  return tile.createPattern(canvas, "repeat") ?? `#${CHART_INK.pattern}`;
}
