import { generateRandomId } from "@univerjs/core";
import {
  type IDefinedNamesServiceParam, IDefinedNamesService, RemoveDefinedNameMutation, SetDefinedNameMutation,
} from "@univerjs/engine-formula";
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from "@univerjs/sheets";
import { areaToAbsoluteA1, parseA1, parseSheetArea, quoteSheet } from "../../../sheet";
import { fullAddress, parseArea } from "../address";
import { apiNotFound, invalidArgument, itemAlreadyExists, itemNotFound } from "../failure";
import { type Argument, type ClassTable, hostObject, type HostObject, isHostObject, optionalText, textArgument } from "../host-object";
import type { RangeHandle, Session } from "../session";
import type { Json } from "../wire";
import { addressOf } from "./area-argument";
import { findSheet } from "./worksheets";

/** Sheet of a name's scope, or null for the workbook. */
type Scope = string | null;

class NamedItem {
  constructor(readonly param: IDefinedNamesServiceParam) {}

  get scope(): Scope {
    const { localSheetId } = this.param;
    return localSheetId === undefined || localSheetId === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? null : localSheetId;
  }

  /** "='Biểu 1'!$A$5:$K$20", "=3" … */
  get formula(): string {
    const text = this.param.formulaOrRefString;
    return text.startsWith("=") ? text : `=${text}`;
  }

  /** The cells that it stands for; null where it is no single area that is still there. */
  target(session: Session): RangeHandle | null {
    const place = parseSheetArea(this.formula) ?? wholeLines(this.formula);
    const sheetId = place && findSheet(session, place.sheet);
    return place && sheetId !== null && sheetId !== undefined ? session.range(sheetId, place.area) : null;
  }
}

function wholeLines(formula: string) {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/s.exec(formula);
  const area = match && parseArea(match[3] ?? "");
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  return area && sheet !== undefined ? { sheet, area } : null;
}

function allNames(session: Session): NamedItem[] {
  const map = session.engine.injector.get(IDefinedNamesService).getDefinedNameMap(session.unitId) ?? {};
  return Object.values(map).map((param) => new NamedItem(param));
}

/** A name of a scope, without regard to case. */
export function findName(session: Session, scope: Scope, name: string): NamedItem | undefined {
  return allNames(session).find((item) => item.scope === scope && item.param.name.toLocaleLowerCase("vi") === name.toLocaleLowerCase("vi"));
}

interface ItemSelf {
  readonly session: Session;
  readonly id: string;
}

function item({ session, id }: ItemSelf): NamedItem {
  const found = allNames(session).find((one) => one.param.id === id);
  if (!found) throw itemNotFound(`name ${id}`);
  return found;
}

const ITEM: ClassTable<ItemSelf> = {
  name: "NamedItem",
  calculated: true,
  identity: (self) => ({ _Id: item(self).param.name }),
  scalars: {
    Name: { get: (self) => item(self).param.name },
    Comment: { get: (self) => item(self).param.comment ?? "" },
    Scope: { get: (self) => (item(self).scope === null ? "Workbook" : "Worksheet") },
    Visible: { get: (self) => item(self).param.hidden !== true },
    Formula: {
      get: (self) => item(self).formula,
      set: (self, value) => {
        if (typeof value !== "string") throw invalidArgument("formula");
        self.session.mutate(SetDefinedNameMutation.id, { ...item(self).param, formulaOrRefString: reference(self.session, value) });
      },
    },
    Type: { get: (self) => typeAndValue(self).type },
    Value: { get: (self) => typeAndValue(self).value },
  },
  methods: {
    Delete: (self) => self.session.mutate(RemoveDefinedNameMutation.id, { id: item(self).param.id, name: item(self).param.name }),
    GetRange: (self) => {
      const target = item(self).target(self.session);
      if (!target) throw itemNotFound(`cells of the name ${item(self).param.name}`);
      return self.session.objects.range(target);
    },
    GetRangeOrNullObject: (self) => {
      const target = item(self).target(self.session);
      return target && self.session.objects.range(target);
    },
  },
};

function typeAndValue(self: ItemSelf): { type: string; value: Json } {
  const named = item(self);
  const target = named.target(self.session);
  if (target) return { type: "Range", value: fullAddress(self.session.sheet(target.sheetId).getSheetName(), target.area) };
  const body = named.formula.slice(1);
  if (body.includes("#REF!")) return { type: "Error", value: "#REF!" };
  const quoted = /^"((?:[^"]|"")*)"$/s.exec(body);
  if (quoted) return { type: "String", value: (quoted[1] ?? "").replaceAll('""', '"') };
  if (/^(true|false)$/i.test(body)) return { type: "Boolean", value: body.toLowerCase() === "true" };
  if (body !== "" && !Number.isNaN(Number(body))) return { type: "Double", value: Number(body) };
  // the value of a named formula would need a cell to stand in
  throw apiNotFound("NamedItem.value of a formula");
}

interface Self {
  readonly session: Session;
  readonly scope: Scope;
}

const NAMES: ClassTable<Self> = {
  name: "NamedItemCollection",
  items: ({ session, scope }) => allNames(session).filter((one) => one.scope === scope).map((one) => itemObject(session, one)),
  item: ({ session, scope }, args) => {
    const name = textArgument(args, 0);
    const found = findName(session, scope, name);
    if (!found) throw itemNotFound(`name ${name}`);
    return itemObject(session, found);
  },
  methods: {
    Add: addName,
    GetCount: ({ session, scope }) => allNames(session).filter((one) => one.scope === scope).length,
    GetItemOrNullObject: ({ session, scope }, args) => {
      const found = findName(session, scope, textArgument(args, 0));
      return found ? itemObject(session, found) : null;
    },
  },
};

function addName({ session, scope }: Self, args: readonly Argument[]): HostObject {
  const name = textArgument(args, 0);
  const comment = optionalText(args, 2) ?? "";
  if (!isName(name)) throw invalidArgument(`name ${name}`);
  if (findName(session, scope, name)) throw itemAlreadyExists(`name ${name}`);
  const id = generateRandomId(10);
  const target = args[1];
  const text = isHostObject(target) ? `=${addressOf(target)}` : textArgument(args, 1);
  const formulaOrRefString = reference(session, text);
  session.mutate(SetDefinedNameMutation.id, {
    id, name, formulaOrRefString, comment,
    hidden: false,
    localSheetId: scope ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  });
  return itemObject(session, new NamedItem({ id, name, formulaOrRefString }));
}

/** Letters, digits, "_", "." and "\"; begins with no digit, is no cell and no "R1C1": the rules of Excel. */
function isName(name: string): boolean {
  return (
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) &&
    parseA1(name) === null &&
    !/^r(\d+)?(c(\d+)?)?$|^c(\d+)?$/i.test(name)
  );
}

/** As the engine keeps it: areas absolute with their sheet quoted and without "=", everything else as a formula. */
function reference(session: Session, text: string): string {
  if (!text.startsWith("=")) throw invalidArgument(`reference ${text}`);
  const place = parseSheetArea(text);
  if (!place) return text;
  if (findSheet(session, place.sheet) === null) throw invalidArgument(`reference ${text}`);
  return `${quoteSheet(place.sheet)}!${areaToAbsoluteA1(place.area)}`;
}

function itemObject(session: Session, named: NamedItem): HostObject {
  return hostObject(ITEM, { session, id: named.param.id });
}

export function namesObject(session: Session, scope: Scope): HostObject {
  return hostObject(NAMES, { session, scope });
}
