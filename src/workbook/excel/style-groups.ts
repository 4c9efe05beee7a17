import type { Area, CellStyle, StyledArea } from "../../sheet";
import { bounding, overlap } from "../../sheet";

/** Areas that are given one style together; all of them or none have several rows, and so with columns. */
export interface StyleGroup {
  readonly style: CellStyle;
  readonly areas: readonly Area[];
}

interface Gathering {
  readonly style: CellStyle;
  readonly names: readonly string[];
  readonly areas: Area[];
  /** Around all areas. */
  bounds: Area;
}

/**
 * Areas of the same style together, in an order that leaves every cell as the list would: an area goes back to an earlier group
 * only past groups that set nothing of what it sets on its cells.
 */
export function styleGroups(styles: readonly StyledArea[]): StyleGroup[] {
  const groups: Gathering[] = [];
  const latest = new Map<string, number>();
  for (const { area, style } of styles) {
    const names = Object.keys(style);
    const key = JSON.stringify([style, style.border === undefined ? 0 : shapeOf(area)]);
    const at = latest.get(key);
    const group = at === undefined ? undefined : groups[at];
    if (at !== undefined && group && !groups.slice(at + 1).some((later) => isUnder(later, area, style, names))) {
      group.areas.push(area);
      group.bounds = bounding(group.bounds, area);
    } else {
      latest.set(key, groups.length);
      groups.push({ style, names, areas: [area], bounds: area });
    }
  }
  return groups.map(({ style, areas }) => ({ style, areas: style.border === undefined ? joined(areas) : areas }));
}

/** Whether a later group has to stay after what is set on an area: neighbours share the line between them. */
function isUnder(later: Gathering, area: Area, style: CellStyle, names: readonly string[]): boolean {
  const lines = later.style.border !== undefined && style.border !== undefined && later.style.border !== style.border;
  if (!lines && !later.names.some((name) => names.includes(name))) return false;
  const reach = lines ? { row: Math.max(0, area.row - 1), col: Math.max(0, area.col - 1), rows: area.rows + 2, cols: area.cols + 2 } : area;
  return overlap(later.bounds, reach) && later.areas.some((one) => overlap(one, reach));
}

/** Excel refuses lines inside of an area that has no inside. */
function shapeOf({ rows, cols }: Area): number {
  return 1 + (rows > 1 ? 1 : 0) + (cols > 1 ? 2 : 0);
}

/** Areas under one another in the same columns as one. */
function joined(areas: readonly Area[]): Area[] {
  const sorted = [...areas].sort((a, b) => a.col - b.col || a.cols - b.cols || a.row - b.row);
  return sorted.reduce<Area[]>((all, area) => {
    const last = all.at(-1);
    if (last?.col === area.col && last.cols === area.cols && last.row + last.rows >= area.row) all[all.length - 1] = bounding(last, area);
    else all.push(area);
    return all;
  }, []);
}
