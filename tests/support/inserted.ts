import { areaToA1, formulaTokens, referenceArea, type Area, type CellInput, type SheetSpec } from "../../src/sheet";

type Axis = "rows" | "cols";

/**
 * Where an area is after `count` rows or columns were inserted before `at`, as a spreadsheet program moves it: what reaches over the place
 * grows.
 */
function shifted(area: Area, axis: Axis, at: number, count: number): Area {
  const start = axis === "rows" ? "row" : "col";
  if (area[start] >= at) return { ...area, [start]: area[start] + count };
  return area[start] + area[axis] > at ? { ...area, [axis]: area[axis] + count } : area;
}

function shiftedFormula(formula: string, axis: Axis, at: number, count: number): string {
  return formulaTokens(formula)
    .map((token) => {
      const area = token.kind === "reference" ? referenceArea(token.address) : null;
      if (!area || token.kind !== "reference") return token.text;
      const moved = areaToA1(shifted(area, axis, at, count)).split(":");
      // the marks of fixed rows and columns stay
      return token.address.split(":").map((corner, index) => {
        const [, col, row] = /^([A-Z]+)(\d+)$/.exec(moved[index] ?? "") ?? [];
        return corner.replace(/[A-Z]+/, col ?? "").replace(/\d+/, row ?? "");
      }).join(":");
    })
    .join("");
}

/**
 * A sheet after somebody has inserted rows or columns before `at`: blank ones, or `cells` in them. Widths, heights and marks are left
 * aside.
 */
export function inserted(
  spec: SheetSpec, axis: Axis, at: number, count: number, cells: (place: number) => CellInput = () => null,
): SheetSpec {
  const kept = spec.cells.map((row) =>
    row.map((cell): CellInput =>
      typeof cell === "object" && cell !== null ? { formula: shiftedFormula(cell.formula, axis, at, count) } : cell,
    ),
  );
  const added = (place: number): CellInput[] => Array.from({ length: count }, () => cells(place));
  return {
    ...spec,
    cells:
      axis === "rows"
        ? [...kept.slice(0, at), ...Array.from({ length: count }, () => spec.columns.map((_, col) => cells(col))), ...kept.slice(at)]
        : kept.map((row, index) => [...row.slice(0, at), ...added(index), ...row.slice(at)]),
    columns:
      axis === "rows"
        ? spec.columns
        : [...spec.columns.slice(0, at), ...Array.from({ length: count }, () => ({ width: 10 })), ...spec.columns.slice(at)],
    names: spec.names.map(({ name, area }) => ({ name, area: shifted(area, axis, at, count) })),
    merges: spec.merges.map((area) => shifted(area, axis, at, count)),
    styles: [],
    rowHeights: [],
    validations: [],
    conditionalFormats: [],
    print: { orientation: "landscape", pagesWide: 1, margins: spec.print.margins },
  };
}
