import type { Area } from "../sheet";

/** Joins areas of one row that stand directly under each other, so that a style or a validation is written once. */
export function mergeRuns(areas: readonly Area[]): Area[] {
  return areas.reduce<Area[]>((runs, area) => {
    const last = runs.at(-1);
    const follows = last && last.row + last.rows === area.row && last.col === area.col && last.cols === area.cols;
    if (follows) runs[runs.length - 1] = { ...last, rows: last.rows + area.rows };
    else runs.push(area);
    return runs;
  }, []);
}
