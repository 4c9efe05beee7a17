import { parseSheetArea, type Area, type ChartSpec } from "../../../sheet";
import { WorkbookFailure } from "../../port";
import { chartPart } from "../chart-part";
import { readXml, type Attributes } from "../xml-events";

/** A frame of a chart in a drawing: which part it shows (by its relation), what it is called, and the cells that it covers. */
export interface ChartFrame {
  readonly relation: string;
  readonly name: string;
  readonly alt: string;
  readonly at: Area;
}

/** A chart of a file as a page of ours can show it; `simpler` where it looked otherwise in the file. */
export interface ChartDress {
  readonly spec: ChartSpec;
  readonly simpler: boolean;
}

interface Series {
  name: string;
  categories: string | null;
  values: string | null;
}

interface Found {
  /** Elements that hold series, with their attributes of direction and grouping. */
  readonly plots: { readonly kind: string; direction: string; grouping: string }[];
  readonly series: Series[];
  title: string;
}

/**
 * A chart part as a spec of its sheet; null where it is of a kind that no page of ours draws: several kinds in one, axes in three
 * dimensions, shares of a hundred, cells of several sheets or none, or categories that are not the same for all.
 */
export function chartDress(part: string, bytes: Uint8Array, sheet: string, { name, alt, at }: ChartFrame): ChartDress | null {
  const found = readOrNull(part, bytes);
  const [plot, ...more] = found?.plots ?? [];
  const kind = plot && more.length === 0 ? kindOf(plot) : null;
  if (!found || !kind || found.series.length === 0) return null;
  const own = (address: string | null): Area | null => {
    const place = address === null ? null : parseSheetArea(address);
    return place?.sheet === sheet && Math.min(place.area.rows, place.area.cols) === 1 ? place.area : null;
  };
  const [first] = found.series;
  const categories = own(first?.categories ?? null);
  if (!categories || found.series.some((one) => one.categories !== first?.categories)) return null;
  const series = found.series.flatMap((one) => {
    const values = own(one.values);
    return values ? [{ name: one.name, values }] : [];
  });
  if (series.length < found.series.length) return null;
  const spec: ChartSpec = { name, kind, title: found.title, categories, series, at, alt };
  const ours = chartPart(sheet, spec, () => []);
  return { spec, simpler: looks(new TextDecoder().decode(bytes)) !== looks(ours) };
}

/** A part without what hangs on the figures of its cells. */
function looks(xml: string): string {
  return xml
    .replace(/<c:(strCache|numCache)>.*?<\/c:\1>/gs, "")
    .replace(/<c:dPt>.*?<\/c:dPt>|<c:dLbls>.*?<\/c:dLbls>/gs, "")
    .replace(/<(\/?)c:(?:str|num)Ref>/g, "<$1c:ref>");
}

function kindOf({ kind, direction, grouping }: Found["plots"][number]): ChartSpec["kind"] | null {
  if (kind === "pieChart") return "pie";
  if (kind === "doughnutChart") return "doughnut";
  if (kind === "lineChart") return grouping === "standard" ? "line" : null;
  if (kind !== "barChart") return null;
  const name = direction === "bar" ? "bar" : "column";
  return grouping === "clustered" ? name : grouping === "stacked" ? `stacked-${name}` : null;
}

function readOrNull(part: string, bytes: Uint8Array): Found | null {
  try {
    return readParts(part, bytes);
  } catch (error) {
    if (error instanceof WorkbookFailure) return null;
    throw error;
  }
}

function readParts(part: string, bytes: Uint8Array): Found {
  const found: Found = { plots: [], series: [], title: "" };
  const path: string[] = [];
  const within = (...tags: readonly string[]): boolean => tags.every((tag) => path.includes(tag));
  const ofPlot = (tag: string, { val = "" }: Attributes): void => {
    const plot = found.plots.at(-1);
    if (tag.endsWith("Chart") && path.at(-1) === "plotArea") found.plots.push({ kind: tag, direction: "col", grouping: "clustered" });
    else if (plot && tag === "barDir") plot.direction = val;
    else if (plot && tag === "grouping") plot.grouping = val;
    else if (tag === "ser") found.series.push({ name: "", categories: null, values: null });
  };
  readXml(part, bytes, {
    open(tag, attributes) {
      ofPlot(tag, attributes);
      path.push(tag);
    },
    text(text) {
      const [tag, last] = [path.at(-1), found.series.at(-1)];
      if (!within("ser")) {
        if (within("title") && !within("plotArea") && (tag === "t" || tag === "v")) found.title += text;
      } else if (last && tag === "v" && within("tx")) last.name += text;
      else if (last && tag === "f" && within("cat")) last.categories = (last.categories ?? "") + text;
      else if (last && tag === "f" && within("val")) last.values = (last.values ?? "") + text;
    },
    close() {
      path.pop();
    },
  });
  return found;
}
