import { generateRandomId, Rectangle } from "@univerjs/core";
import {
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
  type IFormulaHighlightCell,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import type { Area } from "../../../sheet";
import { areaOf, engineRange } from "../address";
import { clipToShown } from "../cells";
import { apiNotFound, invalidArgument, itemNotFound, RichApiFailure } from "../failure";
import { requireFormula } from "../formula-limits";
import { type ClassTable, countArgument, hostObject, type HostObject, optionalText, textArgument } from "../host-object";
import { requireWritable } from "../protection";
import type { RangeHandle, Session } from "../session";
import { flag, isColor } from "./styles";

type FormulaRule = IConditionFormattingRule<IFormulaHighlightCell>;

interface FormatSelf {
  readonly session: Session;
  readonly sheetId: string;
  readonly id: string;
}

function rules(session: Session, sheetId: string): readonly IConditionFormattingRule[] {
  session.flush();
  return session.engine.injector.get(ConditionalFormattingRuleModel).getSubunitRules(session.unitId, sheetId) ?? [];
}

function ruleOf({ session, sheetId, id }: FormatSelf): IConditionFormattingRule {
  const rule = session.newFormat(id)?.rule ?? rules(session, sheetId).find((one) => one.cfId === id);
  if (!rule) throw itemNotFound(`conditional format ${id}`);
  return rule;
}

/** Excel refuses `custom` of a format of another type: `customOrNullObject` is for those who do not know. */
function formulaRule(self: FormatSelf): FormulaRule {
  const rule = ruleOf(self);
  if (!isFormulaRule(rule)) throw new RichApiFailure("InvalidOperation", "This operation is not permitted for the current object.");
  return rule;
}

function isFormulaRule(rule: IConditionFormattingRule): rule is FormulaRule {
  return rule.rule.type === CFRuleType.highlightCell && "subType" in rule.rule && rule.rule.subType === CFSubRuleType.formula;
}

function update(self: FormatSelf, change: (rule: IFormulaHighlightCell) => IFormulaHighlightCell): void {
  const rule = formulaRule(self);
  for (const range of rule.ranges) requireWritable(self.session, self.sheetId, areaOf(range), "format");
  const changed = { ...rule, rule: change(rule.rule) };
  const added = self.session.newFormat(self.id);
  if (added) added.rule = changed;
  else self.session.mutate(SetConditionalRuleMutation.id, { subUnitId: self.sheetId, cfId: self.id, rule: changed });
}

const RULE: ClassTable<FormatSelf> = {
  name: "ConditionalFormatRule",
  scalars: {
    Formula: {
      get: (self) => formulaRule(self).rule.value,
      set: (self, value) => {
        if (typeof value !== "string" || !value.startsWith("=")) throw invalidArgument("formula of a conditional format");
        requireFormula(value);
        update(self, (rule) => ({ ...rule, value }));
      },
    },
  },
};

const FILL: ClassTable<FormatSelf> = {
  name: "ConditionalRangeFill",
  scalars: {
    Color: {
      get: (self) => formulaRule(self).rule.style.bg?.rgb ?? "",
      set: (self, value) => update(self, (rule) => ({ ...rule, style: { ...rule.style, bg: { rgb: isColor(value, "color") } } })),
    },
  },
};

const FONT: ClassTable<FormatSelf> = {
  name: "ConditionalRangeFont",
  scalars: {
    Bold: {
      get: (self) => formulaRule(self).rule.style.bl === 1,
      set: (self, value) => update(self, (rule) => ({ ...rule, style: { ...rule.style, bl: flag(value, "bold") ? 1 : 0 } })),
    },
    Color: {
      get: (self) => formulaRule(self).rule.style.cl?.rgb ?? "",
      set: (self, value) => update(self, (rule) => ({ ...rule, style: { ...rule.style, cl: { rgb: isColor(value, "color") } } })),
    },
  },
};

const RANGE_FORMAT: ClassTable<FormatSelf> = {
  name: "ConditionalRangeFormat",
  parts: { Fill: (self) => hostObject(FILL, self), Font: (self) => hostObject(FONT, self) },
};

const CUSTOM: ClassTable<FormatSelf> = {
  name: "CustomConditionalFormat",
  parts: { Format: (self) => hostObject(RANGE_FORMAT, self), Rule: (self) => hostObject(RULE, self) },
};

/** The engine's kinds under the names that Excel's API has for them. */
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  [CFSubRuleType.formula]: "Custom",
  [CFSubRuleType.number]: "CellValue",
  [CFSubRuleType.rank]: "TopBottom",
  [CFSubRuleType.text]: "ContainsText",
};
const TYPES: Readonly<Record<string, string>> = {
  [CFRuleType.colorScale]: "ColorScale",
  [CFRuleType.dataBar]: "DataBar",
  [CFRuleType.iconSet]: "IconSet",
};

function typeOf({ rule }: IConditionFormattingRule): string {
  return TYPES[rule.type] ?? ("subType" in rule ? HIGHLIGHTS[rule.subType] : undefined) ?? "PresetCriteria";
}

const FORMAT: ClassTable<FormatSelf> = {
  name: "ConditionalFormat",
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { get: ({ id }) => id },
    Priority: { get: (self) => rules(self.session, self.sheetId).indexOf(ruleOf(self)) },
    StopIfTrue: { get: (self) => ruleOf(self).stopIfTrue },
    Type: { get: (self) => typeOf(ruleOf(self)) },
  },
  parts: {
    Custom: (self) => (formulaRule(self), hostObject(CUSTOM, self)),
    CustomOrNullObject: (self) => (isFormulaRule(ruleOf(self)) ? hostObject(CUSTOM, self) : null),
  },
  methods: {
    Delete: (self) => {
      for (const area of areasOf(self)) requireWritable(self.session, self.sheetId, area, "format");
      self.session.mutate(DeleteConditionalRuleMutation.id, { subUnitId: self.sheetId, cfId: self.id });
    },
    GetRange: (self) => {
      const [area, ...others] = areasOf(self);
      if (!area || others.length > 0) throw new RichApiFailure("InvalidOperation", "The conditional format has several ranges.");
      return self.session.objects.range(self.session.range(self.sheetId, area));
    },
    GetRanges: (self) => self.session.objects.areas(self.sheetId, areasOf(self)),
  },
};

function areasOf(self: FormatSelf): Area[] {
  return ruleOf(self).ranges.map(areaOf);
}

interface Self {
  readonly session: Session;
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

/** The formats that share a cell with the areas, the one that goes over all others first. */
function over({ session, sheetId, areas }: Self): IConditionFormattingRule[] {
  const wanted = areas.map(engineRange);
  return rules(session, sheetId).filter((rule) => rule.ranges.some((one) => wanted.some((range) => Rectangle.intersects(one, range))));
}

const FORMATS: ClassTable<Self> = {
  name: "ConditionalFormatCollection",
  items: (self) => over(self).map((rule) => formatObject(self, rule.cfId)),
  item: (self, args) => {
    const id = textArgument(args, 0);
    return found(self, id) ?? missing(id);
  },
  methods: {
    Add: add,
    ClearAll: ({ session, sheetId, areas }) => {
      for (const area of areas) removeConditionalFormats(session, { sheetId, area });
    },
    GetCount: (self) => over(self).length,
    GetItemAt: (self, args) => {
      const rule = over(self)[countArgument(args, 0)];
      if (!rule) throw invalidArgument("index of a conditional format");
      return formatObject(self, rule.cfId);
    },
    GetItemOrNullObject: (self, args) => found(self, textArgument(args, 0)),
  },
};

function add(self: Self, args: Parameters<typeof optionalText>[0]): HostObject {
  const type = optionalText(args, 0);
  if (type !== "Custom") throw apiNotFound(`ConditionalFormatType.${type}`);
  const { session, sheetId, areas } = self;
  for (const area of areas) requireWritable(session, sheetId, area, "format");
  const cfId = generateRandomId(8);
  const ranges = areas.map((area) => engineRange(clipToShown(session, sheetId, area)));
  const rule: IFormulaHighlightCell = { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: "=FALSE", style: {} };
  session.addFormat({ sheetId, rule: { cfId, ranges, stopIfTrue: false, rule } });
  return formatObject(self, cfId);
}

function found(self: Self, id: string): HostObject | null {
  return over(self).some((rule) => rule.cfId === id) ? formatObject(self, id) : null;
}

function missing(id: string): never {
  throw itemNotFound(`conditional format ${id}`);
}

function formatObject({ session, sheetId }: Self, id: string): HostObject {
  return hostObject(FORMAT, { session, sheetId, id });
}

/** The formats of one or several areas of a sheet. */
export function conditionalFormatsObject(session: Session, sheetId: string, areas: readonly Area[]): HostObject {
  return hostObject(FORMATS, { session, sheetId, areas });
}

/** Takes conditional formats off the cells of a range; they stay on the cells beside it. */
export function removeConditionalFormats(session: Session, { sheetId, area }: Pick<RangeHandle, "sheetId" | "area">): void {
  requireWritable(session, sheetId, area, "format");
  const range = engineRange(area);
  for (const rule of over({ session, sheetId, areas: [area] })) {
    const ranges = rule.ranges.flatMap((one) => Rectangle.subtract(one, range));
    if (ranges.length === 0) session.mutate(DeleteConditionalRuleMutation.id, { subUnitId: sheetId, cfId: rule.cfId });
    else session.mutate(SetConditionalRuleMutation.id, { subUnitId: sheetId, cfId: rule.cfId, rule: { ...rule, ranges } });
  }
}
