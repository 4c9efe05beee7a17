import type { Injector, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/core";
import {
  IActiveDirtyManagerService, IDefinedNamesService, IFormulaCurrentConfigService, IFunctionService, Lexer, LexerTreeBuilder,
  RemoveDefinedNameMutation, SetDefinedNameMutation,
} from "@univerjs/engine-formula";
import type { IDefinedNamesServiceParam, IFormulaDataItem, ISetDefinedNameMutationParam } from "@univerjs/engine-formula";
import { formulaTokens, quoteSheet, withoutSignPairs, type FormulaToken } from "../sheet";
import { numbered } from "./numbered";

/** The formulas of a sheet by row and column. */
type Rows = IObjectMatrixPrimitiveType<Nullable<IFormulaDataItem>>;
type NameToken = Extract<FormulaToken, { readonly kind: "name" }>;

/** Names of a sheet that no formula speaks of, and nearly every sheet has. */
const OF_PRINT = /^(?:_xlnm\.|Print_(?:Area|Titles)$)/i;
/** Names that stand for names that stand for names, and so on: more than Excel's own wizards ever make. */
const DEEPEST = 16;

/**
 * Makes an engine calculate formulas by what names stand for now, in whichever workbook: its own way keeps a formula as it understood it
 * first, for all its instances by the formula's text alone, and does not notice that a name in it came, went, moved or was given to other
 * cells. A formula is handed on with what its names stand for in their place, and without signs that the engine stumbles over; when a name
 * that any formula speaks of changes, all are calculated. To be called once what watches for changes has begun.
 */
export function writeOutNames(injector: Injector): void {
  const lexer = injector.get(Lexer);
  const builder = injector.get(LexerTreeBuilder);
  const current = injector.get(IFormulaCurrentConfigService);
  const names = injector.get(IDefinedNamesService);
  /** In lower case: whatever a formula spoke of, whether it was there or not. */
  const spoken = new Set<string>();

  const standsFor = (token: NameToken, unit: string): IDefinedNamesServiceParam | undefined => {
    const same = Object.values(names.getDefinedNameMap(unit) ?? {}).filter((defined) => sameText(defined.name, token.name));
    const ofSheet = same.find(({ localSheetId }) => sameText(current.getSheetName(unit, localSheetId ?? ""), token.sheet));
    return ofSheet ?? same.find(isOfWorkbook);
  };
  const written = (formula: string, unit: string, depth: number): string => {
    const typed = formulaTokens(formula);
    const tokens = withoutSignPairs(typed);
    if (tokens === typed && !tokens.some(({ kind }) => kind === "name")) return formula;
    return tokens
      .map((token) => {
        if (token.kind !== "name") return token.text;
        spoken.add(token.name.toLowerCase());
        const defined = standsFor(token, unit);
        if (!defined) return token.text;
        if (depth === DEEPEST) return "#NAME?";
        const content = written(defined.formulaOrRefString.replace(/^=+/, ""), unit, depth + 1);
        return formulaTokens(content).length === 1 ? content : `(${content})`;
      })
      .join("");
  };
  lexer.treeBuilder = (formula, transformSuffix) =>
    builder.treeBuilder(written(formula, current.getExecuteUnitId() ?? "", 0), transformSuffix);

  // formulas are kept by their text, and one text means another name on a sheet that has its own
  const formulasOf = current.getFormulaData.bind(current);
  current.getFormulaData = () => {
    const data = formulasOf();
    for (const [unit, sheets] of Object.entries(data)) {
      const defined = Object.values(names.getDefinedNameMap(unit) ?? {}).filter(({ name }) => !OF_PRINT.test(name));
      for (const [sheetId, rows] of Object.entries(sheets ?? {})) {
        const ofSheet = new Set(defined.flatMap(({ name, localSheetId }) => (localSheetId === sheetId ? name.toLowerCase() : [])));
        if (rows && ofSheet.size > 0) nameSheets(rows, ofSheet, `${quoteSheet(current.getSheetName(unit, sheetId))}!`);
      }
    }
    return data;
  };

  const dirty = injector.get(IActiveDirtyManagerService);
  const functions = injector.get(IFunctionService);
  for (const commandId of [SetDefinedNameMutation.id, RemoveDefinedNameMutation.id]) {
    dirty.register(commandId, {
      commandId,
      getDirtyData: ({ params }) => {
        const { unitId, name } = params as Pick<ISetDefinedNameMutationParam, "unitId" | "name">;
        if (!spoken.has(name.trim().toLowerCase())) return {};
        // parsed formulas are kept by the workbook's id and their text
        functions.deleteFormulaAstCacheKey(unitId);
        return { forceCalculation: true };
      },
    });
  }
}

/** Writes the sheet before names of its own, in place. */
function nameSheets(rows: Rows, ofSheet: ReadonlySet<string>, sheet: string): void {
  const isOfSheet = (token: FormulaToken): boolean =>
    token.kind === "name" && token.sheet === null && ofSheet.has(token.name.toLowerCase());
  for (const item of numbered(rows).flatMap(([, line]) => numbered(line).map(([, formula]) => formula))) {
    const tokens = item ? formulaTokens(item.f) : [];
    if (!item || !tokens.some(isOfSheet)) continue;
    item.f = tokens.map((token) => (isOfSheet(token) ? sheet : "") + token.text).join("");
  }
}

/** Excel takes capital letters and small ones for the same. */
function sameText(text: string | null, other: string | null): boolean {
  return text !== null && text !== "" && text.toLowerCase() === other?.toLowerCase();
}

function isOfWorkbook({ localSheetId }: IDefinedNamesServiceParam): boolean {
  return localSheetId === undefined || localSheetId === "AllDefaultWorkbook";
}
