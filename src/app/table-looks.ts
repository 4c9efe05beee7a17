import { wordsOf } from "../i18n";
import { catalogue } from "../plan";
import { headKey, headsIn, type TableLook } from "../reading";
import { contains, type SheetSpec } from "../sheet";
import { TABLE_KINDS, readDefinedName } from "../templates";
import { DEFAULT_OPTIONS } from "./choose";
import { createSpecs } from "./create-tables";

let known: readonly TableLook[] | null = null;

/** What each kind of table looks like in each language, from tables that are made here; found once, when a sheet is first looked at. */
export function tableLooks(): readonly TableLook[] {
  known ??= (["vi", "en"] as const).flatMap((lang) => {
    const plans = [...catalogue.map(({ id }) => id), { title: "-", issuer: "", from: 2025, to: 2026 }];
    const specs = plans.flatMap((plan) =>
      [false, true].flatMap((disbursed) => createSpecs({ ...DEFAULT_OPTIONS, plan, kinds: TABLE_KINDS, disbursed }, wordsOf(lang))),
    );
    return TABLE_KINDS.map((kind): TableLook => {
      const own = specs.filter((spec) => spec.names.some(({ name }) => readDefinedName(name)?.kind === kind));
      return { kind, title: String(own[0]?.cells[0]?.[0] ?? ""), columns: new Map(own.flatMap(columnsOf)) };
    });
  });
  return known;
}

function columnsOf({ names, cells }: SheetSpec): [string, string][] {
  const head = names.find(({ name }) => readDefinedName(name)?.key === "head")?.area;
  if (!head) return [];
  const rows = [0, 1].map((down) => (cells[head.row + down] ?? []).map((cell) => (typeof cell === "string" ? cell : "")));
  return headsIn(rows).flatMap(({ upper, lower }, col): [string, string][] => {
    const name = names.find(({ area }) => area.row > head.row + 1 && contains(area, { row: area.row, col }) && area.cols === 1);
    const key = name && readDefinedName(name.name)?.key;
    const look = headKey(upper, lower);
    // of several columns for the verdicts on a year one has a name without it
    return key ? [[look, look.includes("#") && !/\d{4}$/.test(key) ? `${key}#` : key.replace(/\d{4}$/, "#")]] : [];
  });
}
