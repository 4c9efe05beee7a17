import type { MoneyUnit } from "../../quantity";

export const UNITS: Readonly<Record<MoneyUnit, string>> = { dong: "đồng", "nghin-dong": "nghìn đồng", "trieu-dong": "triệu đồng", "ty-dong": "tỷ đồng" };
