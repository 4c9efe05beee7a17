import type { MoneyUnit } from "../../quantity";

export const UNITS: Readonly<Record<MoneyUnit, string>> = { dong: "dong", "nghin-dong": "thousand dong", "trieu-dong": "million dong", "ty-dong": "billion dong" };
