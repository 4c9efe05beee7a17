import {
  type IDisposable, type Injector, IUniverInstanceService, ObjectMatrix, UniverInstanceType, type Workbook,
} from "@univerjs/core";
import {
  type BaseAstNode,
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  FormulaResultStatus,
  IFormulaCurrentConfigService,
  IFormulaDependencyGenerator,
  IFormulaRuntimeService,
  Interpreter,
  RegisterOtherFormulaService,
} from "@univerjs/engine-formula";
import {
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingFormulaService,
  ConditionalFormattingRuleModel,
  ConditionalFormattingViewModel,
  type IConditionFormattingRule,
} from "@univerjs/sheets-conditional-formatting";
import { singleValue } from "../workbook/xlsx/short-circuit";
import type { Calculation } from "./calculation";

/** A cell for which a formula is evaluated. */
interface Place {
  readonly unitId: string;
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

/** How far a cell is from the one that a formula is written for. */
interface Offset {
  readonly down: number;
  readonly right: number;
}

/**
 * Makes an engine evaluate the formulas of conditional formats for the cells that are looked at, when they are. Its own way calculates
 * each of them for every cell of its areas together with the formulas of the cells, which are a tenth of them, and again after each change.
 * To be called when the workbook is open.
 */
export function evaluateFormatsWhenSeen(injector: Injector, calculation: Calculation): IDisposable {
  const service = injector.get(ConditionalFormattingFormulaService);
  const rules = injector.get(ConditionalFormattingRuleModel);
  const view = injector.get(ConditionalFormattingViewModel);
  const evaluate = evaluator(injector);
  const own = {
    register: service.registerFormulaWithRange.bind(service),
    matrix: service.getFormulaMatrix.bind(service),
    result: service.getFormulaResultWithCoords.bind(service),
  };
  const formulaRule = (unitId: string, sheetId: string, cfId: string): IConditionFormattingRule | null => {
    const rule = rules.getRule(unitId, sheetId, cfId);
    return rule && isByFormula(rule) ? rule : null;
  };
  service.registerFormulaWithRange = (unitId, sheetId, cfId, formula, ranges) => {
    if (!formulaRule(unitId, sheetId, cfId)) own.register(unitId, sheetId, cfId, formula, ranges);
  };
  // of what a rule is to know before its cells are asked for there is nothing
  service.getFormulaMatrix = (unitId, sheetId, cfId, formula) =>
    formulaRule(unitId, sheetId, cfId)
      ? { status: FormulaResultStatus.SUCCESS, result: new ObjectMatrix<boolean>() }
      : own.matrix(unitId, sheetId, cfId, formula);
  service.getFormulaResultWithCoords = (...asked) => {
    const [unitId, sheetId, cfId, formula, down = 0, right = 0] = asked;
    const rule = formulaRule(unitId, sheetId, cfId);
    if (!rule) return own.result(...asked);
    // in the middle of a calculation some values are old, and what is looked up by the way is kept for the rest of it
    if (calculation.running) return { status: FormulaResultStatus.WAIT };
    const first = firstCell(rule);
    const place = { unitId, sheetId, row: first.row + down, col: first.col + right };
    return { status: FormulaResultStatus.SUCCESS, result: evaluate(formula, place, { down, right }) };
  };
  const each = (act: (unitId: string, sheetId: string, cfId: string) => void): void => {
    for (const workbook of injector.get(IUniverInstanceService).getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
      for (const sheet of workbook.getSheets()) {
        const [unitId, sheetId] = [workbook.getUnitId(), sheet.getSheetId()];
        for (const rule of rules.getSubunitRules(unitId, sheetId) ?? []) if (isByFormula(rule)) act(unitId, sheetId, rule.cfId);
      }
    }
  };
  // the workbook was opened with these
  const registered = injector.get(RegisterOtherFormulaService);
  each((unitId, sheetId, cfId) => {
    const ids = service.deleteCache(unitId, sheetId, cfId).map(({ formulaId }) => formulaId);
    registered.deleteFormula(unitId, sheetId, ids);
  });
  return calculation.whenEnded(() => each((unitId, sheetId, cfId) => view.markRuleDirty(unitId, sheetId, cfId)));
}

/** Evaluates a formula in a place, from the values that the cells show; true where it holds. Not while a calculation runs. */
function evaluator(injector: Injector): (formula: string, place: Place, offset: Offset) => boolean {
  const values = injector.get(IFormulaCurrentConfigService);
  const runtime = injector.get(IFormulaRuntimeService);
  const interpreter = injector.get(Interpreter);
  const generator = injector.get(IFormulaDependencyGenerator) as unknown as {
    _getTreeNode(tree: { unitId: string; formula: string }): BaseAstNode;
  };
  return (formula, { unitId, sheetId, row, col }, { down, right }) => {
    values.loadDataLite();
    const node = generator._getTreeNode({ unitId, formula });
    const { rowCount, columnCount } = values.getSheetRowColumnCount(unitId, sheetId);
    runtime.setCurrent(row, col, rowCount, columnCount, sheetId, unitId);
    try {
      if (interpreter.checkAsyncNode(node)) return false;
      const value = singleValue(interpreter.execute({ node, refOffsetX: right, refOffsetY: down }));
      const plain = value?.isError() ? null : value?.getValue();
      return plain === true || plain === "TRUE" || (typeof plain === "number" && plain !== 0);
    } finally {
      node.resetCalculationState();
      // areas that the engine keeps for the length of a calculation
      FORMULA_REF_TO_ARRAY_CACHE.clear();
      CELL_INVERTED_INDEX_CACHE.clear();
    }
  };
}

function isByFormula({ rule }: IConditionFormattingRule): boolean {
  return rule.type === CFRuleType.highlightCell && "subType" in rule && rule.subType === CFSubRuleType.formula;
}

/** The cell that the formula of a rule is written for: the first of the area that stands first. */
function firstCell({ ranges }: IConditionFormattingRule): { readonly row: number; readonly col: number } {
  const [first] = [...ranges].sort((a, b) => a.startRow - b.startRow || a.startColumn - b.startColumn);
  return { row: first?.startRow ?? 0, col: first?.startColumn ?? 0 };
}
