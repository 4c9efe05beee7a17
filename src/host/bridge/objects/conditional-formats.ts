import { generateRandomId, Rectangle } from "@univerjs/core";
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
  type IFormulaHighlightCell,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import { areaOf, engineRange } from "../address";
import { clipToShown } from "../cells";
import { apiNotFound, invalidArgument, itemNotFound } from "../failure";
import { type ClassTable, hostObject, type HostObject, optionalText, textArgument } from "../host-object";
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
  return session.engine.injector.get(ConditionalFormattingRuleModel).getSubunitRules(session.unitId, sheetId) ?? [];
}

function formulaRule({ session, sheetId, id }: FormatSelf): FormulaRule {
  const rule = rules(session, sheetId).find((one) => one.cfId === id);
  if (!rule) throw itemNotFound(`conditional format ${id}`);
  if (!isFormulaRule(rule)) throw apiNotFound("a conditional format that is not of type Custom");
  return rule;
}

function isFormulaRule(rule: IConditionFormattingRule): rule is FormulaRule {
  return rule.rule.type === CFRuleType.highlightCell && "subType" in rule.rule && rule.rule.subType === CFSubRuleType.formula;
}

function update(self: FormatSelf, change: (rule: IFormulaHighlightCell) => IFormulaHighlightCell): void {
  const rule = formulaRule(self);
  self.session.mutate(SetConditionalRuleMutation.id, { subUnitId: self.sheetId, cfId: self.id, rule: { ...rule, rule: change(rule.rule) } });
}

const RULE: ClassTable<FormatSelf> = {
  name: "ConditionalFormatRule",
  scalars: {
    Formula: {
      get: (self) => formulaRule(self).rule.value,
      set: (self, value) => {
        if (typeof value !== "string" || !value.startsWith("=")) throw invalidArgument("formula of a conditional format");
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

const FORMAT: ClassTable<FormatSelf> = {
  name: "ConditionalFormat",
  identity: ({ id }) => ({ Id: id }),
  scalars: {
    Id: { get: ({ id }) => id },
    Type: { get: (self) => (formulaRule(self), "Custom") },
  },
  parts: { Custom: (self) => hostObject(CUSTOM, self) },
  methods: {
    Delete: ({ session, sheetId, id }) => session.mutate(DeleteConditionalRuleMutation.id, { subUnitId: sheetId, cfId: id }),
    GetRange: ({ session, sheetId, id }) => {
      const range = rules(session, sheetId).find((one) => one.cfId === id)?.ranges[0];
      if (!range) throw itemNotFound(`conditional format ${id}`);
      return session.objects.range(session.range(sheetId, areaOf(range)));
    },
  },
};

interface Self {
  readonly session: Session;
  readonly handle: RangeHandle;
}

function over({ session, handle }: Self): IConditionFormattingRule[] {
  const range = engineRange(handle.area);
  return rules(session, handle.sheetId).filter((rule) => rule.ranges.some((one) => Rectangle.intersects(one, range)));
}

const FORMATS: ClassTable<Self> = {
  name: "ConditionalFormatCollection",
  items: (self) => over(self).map((rule) => formatObject(self, rule.cfId)),
  item: (self, args) => {
    const id = textArgument(args, 0);
    if (!over(self).some((rule) => rule.cfId === id)) throw itemNotFound(`conditional format ${id}`);
    return formatObject(self, id);
  },
  methods: {
    Add: (self, args) => {
      const type = optionalText(args, 0);
      if (type !== "Custom") throw apiNotFound(`ConditionalFormatType.${type}`);
      const { session, handle } = self;
      requireWritable(session, handle.sheetId, handle.area, "format");
      const cfId = generateRandomId(8);
      const ranges = [engineRange(clipToShown(session, handle.sheetId, handle.area))];
      const rule = { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, value: "=FALSE", style: {} };
      session.mutate(AddConditionalRuleMutation.id, { subUnitId: handle.sheetId, rule: { cfId, ranges, stopIfTrue: false, rule } });
      return formatObject(self, cfId);
    },
    ClearAll: ({ session, handle }) => removeConditionalFormats(session, handle),
    GetCount: (self) => over(self).length,
  },
};

function formatObject({ session, handle }: Self, id: string): HostObject {
  return hostObject(FORMAT, { session, sheetId: handle.sheetId, id });
}

export function conditionalFormatsObject(session: Session, handle: RangeHandle): HostObject {
  return hostObject(FORMATS, { session, handle });
}

/** Takes conditional formats off the cells of a range; they stay on the cells beside it. */
export function removeConditionalFormats(session: Session, handle: RangeHandle): void {
  const { sheetId, area } = handle;
  requireWritable(session, sheetId, area, "format");
  const range = engineRange(area);
  for (const rule of over({ session, handle })) {
    const ranges = rule.ranges.flatMap((one) => Rectangle.subtract(one, range));
    if (ranges.length === 0) session.mutate(DeleteConditionalRuleMutation.id, { subUnitId: sheetId, cfId: rule.cfId });
    else session.mutate(SetConditionalRuleMutation.id, { subUnitId: sheetId, cfId: rule.cfId, rule: { ...rule, ranges } });
  }
}
