import { Shape, type IShapeProps, type UniverRenderingContext } from "@univerjs/preset-sheets-core";

/** A picture that lies on the grid: the engine scrolls, zooms and clips it with its cells. */
export class ChartShape extends Shape<IShapeProps> {
  constructor(
    key: string,
    readonly canvas: HTMLCanvasElement,
  ) {
    // whoever clicks on it means the cells
    super(key, { evented: false });
  }

  protected override _draw(context: UniverRenderingContext): void {
    context.drawImage(this.canvas, 0, 0, this.width, this.height);
  }
}
