import Big from "big.js";
import { kept } from "../base";
import { bareText, cleanText } from "./text";
import type { MoneyUnit } from "./types";

const DONG_IN: Readonly<Record<MoneyUnit, number>> = { dong: 1, "nghin-dong": 1e3, "trieu-dong": 1e6, "ty-dong": 1e9 };

/** A part of a đồng that binary arithmetic may leave behind, but nobody types. */
const NOISE_OF_A_DONG = 0.01;

/**
 * An amount in a unit as whole đồng: 275.556 in "trieu-dong" is 275556000.
 * @throws RangeError where the amount is not finite, is no whole number of đồng, or is beyond the integers that a number holds exactly.
 */
export function toDong(amount: number, unit: MoneyUnit): number {
  if (!Number.isFinite(amount)) throw new RangeError(`not an amount of money: ${amount}`);
  const exact = new Big(amount).times(DONG_IN[unit]);
  const whole = exact.round(0, Big.roundHalfUp);
  const dong = whole.toNumber();
  if (!Number.isSafeInteger(dong)) throw new RangeError(`too much money to be exact: ${amount} ${unit}`);
  const noise = Math.min(NOISE_OF_A_DONG, 4 * Number.EPSILON * Math.abs(dong));
  if (exact.minus(whole).abs().gt(noise)) throw new RangeError(`not a whole number of đồng: ${amount} ${unit}`);
  return dong === 0 ? 0 : dong;
}

/**
 * Whole đồng in a unit: 275556000 is 275.556 in "trieu-dong". `toDong` gives the same đồng back for amounts of fifteen
 * digits (a million tỷ), which is as far as a number holds every decimal.
 * @throws RangeError where it is not a safe integer.
 */
export function fromDong(dong: number, unit: MoneyUnit): number {
  if (!Number.isSafeInteger(dong)) throw new RangeError(`not whole đồng: ${dong}`);
  return new Big(dong).div(DONG_IN[unit]).toNumber();
}

const SCALES: readonly (readonly [RegExp, MoneyUnit])[] = [
  [/^(?:1[., ]?000[., ]?000[., ]?000|10\^?9|(?:1 )?t[yi]|bill?(?:ions?)?(?: of)?|bn)$/, "ty-dong"],
  [/^(?:1[., ]?000[., ]?000|10\^?6|(?:1 )?trieu|tr|mill?(?:ions?)?(?: of)?|mn?)$/, "trieu-dong"],
  [/^(?:1[., ]?000|['’]?000s?|10\^?3|nghin|ngan|ng|thous(?:ands?)?(?: of)?|k)$/, "nghin-dong"],
  [/^1?$/, "dong"],
];
const CURRENCY = "(?:viet nam dong|dong viet nam|dongs?(?: vn)?|vnd|vn dong|d)";
const BEFORE_CURRENCY = new RegExp(`^(.*?)\\s?${CURRENCY}$`);
const BEHIND_CURRENCY = new RegExp(`^${CURRENCY}(?:\\s|(?=['’]))(.+)$`);

/**
 * The unit of money that a caption or a head names: "Đơn vị tính: triệu đồng", "ĐVT: Tr.đ", "1.000 đồng", "Số tiền (tỷ đồng)".
 * Other units beside it do not matter ("triệu đồng; %", "tỷ đồng; người"). Null where it names none ("Đơn vị: Sở Y tế"), two of money, or
 * money per something ("triệu đồng/người").
 */
export const readMoneyUnit = kept((text: string): MoneyUnit | null => {
  const clean = cleanText(text.replace(/[³⁶⁹]/g, (power) => `^${power.normalize("NFKC")}`)).replace(/\[([^[\]]*)\]/g, "($1)");
  const parts = new Set(
    clean
      .replace(AT_PRICES, " ")
      .replace(ALSO_PERCENT, ";")
      .split(/;|\/(?=\s*;)|,(?!\d)|(?<=\p{L}) - |(?<!\p{L})(?:và|and)(?!\p{L})/u)
      .flatMap((part) => inBothLanguages(part) ?? inPart(part) ?? []),
  );
  const [only] = parts;
  // two units are none
  return parts.size === 1 && only !== undefined ? only : null;
}, 5_000);

/** A share beside the amounts has no say in their unit: "triệu đồng; %", "Triệu đồng, tỷ lệ: %", "triệu đồng (%)". */
const ALSO_PERCENT = /[/(]?\s*(?:tỷ lệ|tỉ lệ)?\s*:?\s*%\s*\)?/giu;

/** "Triệu đồng (giá so sánh 2010)". */
const AT_PRICES = /\((?:theo |tính theo )?(?:giá|làm tròn|at )[^()]*\)/giu;

/** "Triệu đồng/Million VND": what stands behind the stroke is the same unit again, and nothing that it is for. */
function inBothLanguages(part: string): MoneyUnit | null {
  const [first, ...others] = part.split("/").map(inPart);
  return first != null && others.length > 0 && others.every((one) => one === first) ? first : null;
}

function inPart(clean: string): MoneyUnit | null {
  const inside = [...clean.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? "");
  for (const part of [clean.replace(/^\((.*)\)$/, "$1"), ...inside]) {
    const unit = unitOf(part);
    if (unit !== null) return unit;
  }
  return null;
}

function unitOf(part: string): MoneyUnit | null {
  const caption = part.slice(part.lastIndexOf(":") + 1);
  const bare = bareText(caption)
    .replace(/^\s*(?:don vi(?: tinh)?|dvt|dv|unit|in)\b/, "")
    .replace(/^[\s.,;-]+|[\s.,;-]+$/g, "")
    // "x 1.000 đồng", "1.000. đồng"
    .replace(/^x\s?(?=\d)/, "")
    .replace(/(?<=000)\.\s?(?=[dv])/, " ");
  if (/^(?:ty|ti|trieu)$/.test(bare) && /t[ỷỉyi]$|tri[êe]u|triệu/i.test(caption.trim())) return bare === "trieu" ? "trieu-dong" : "ty-dong";
  const words = bare.replace(/(?<=[a-z])\.\s?(?=[a-z])/g, " ").replace(/\s+/g, " ");
  const before = BEFORE_CURRENCY.exec(words)?.[1];
  const after = BEHIND_CURRENCY.exec(words)?.[1];
  const scale = before ?? after;
  if (scale === undefined || (scale.trim() === "" && !isDongAlone(caption))) return null;
  return SCALES.find(([pattern]) => pattern.test(scale.trim()))?.[1] ?? null;
}

/** Without a scale before it only the word itself will do: "động" and "đóng" are no money. */
const isDongAlone = (caption: string): boolean => /(?:đồng|dồng|dongs?|đ|vnd|vnđ|vn|việt nam|viet nam)\W*$/i.test(caption.trim());
