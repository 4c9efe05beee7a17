import { kept } from "../base";
import { isSyllable } from "./syllable";

/**
 * Letters of the fonts from before Unicode, which are still in old workbooks: in .VnTime the byte of "«" shows "ô", in VNI-Times "oâ"
 * shows "ô". Read as what they are today such texts are other words or none.
 */

/** Vowels in the order of the tones: none, acute, grave, hook, tilde, dot. */
const VOWELS = [
  "aáàảãạ", "âấầẩẫậ", "ăắằẳẵặ", "eéèẻẽẹ", "êếềểễệ", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ", "uúùủũụ", "ưứừửữự", "iíìỉĩị", "yýỳỷỹỵ",
] as const;

/**
 * TCVN 5712:1993, VN3 ("ABC"), the set of the .Vn fonts, as Windows-1252 shows its bytes; "-" where a letter has no sign of its own.
 * Capitals with a tone are small letters in a font of capitals.
 */
const TCVN3 = [
  "-¸µ¶·¹", "©ÊÇÈÉË", "¨¾»¼½Æ", "-ÐÌÎÏÑ", "ªÕÒÓÔÖ", "-ãßáâä", "«èåæçé", "¬íêëìî", "-óïñòô", "\u00adøõö÷ù", "-Ý×ØÜÞ", "-ýúûüþ",
] as const;
const TCVN3_OTHERS = { "®": "đ", "¡": "Ă", "¢": "Â", "£": "Ê", "¤": "Ô", "¥": "Ơ", "¦": "Ư", "§": "Đ" } as const;

/** VNI for Windows: the tone stands behind its vowel, in one sign with the mark of the vowel; i and y with a tone are one sign. */
const VNI = [
  "a aù aø aû aõ aï", "aâ aá aà aå aã aä", "aê aé aè aú aü aë", "e eù eø eû eõ eï", "eâ eá eà eå eã eä", "o où oø oû oõ oï",
  "oâ oá oà oå oã oä", "ô ôù ôø ôû ôõ ôï", "u uù uø uû uõ uï", "ö öù öø öû öõ öï", "i í ì æ ó ò", "y yù yø yû yõ î",
].map((row) => row.split(" "));

/** The signs of a font and the letters that they show. */
export type OldFont = ReadonlyMap<string, string>;

const pairs = (signs: readonly (readonly string[])[]): (readonly [string, string])[] =>
  VOWELS.flatMap((letters, row) => [...letters].map((letter, tone) => [signs[row]?.[tone] ?? "-", letter] as const)).filter(
    ([sign]) => sign !== "-",
  );
const withCapitals = (all: readonly (readonly [string, string])[]): (readonly [string, string])[] => [
  ...all,
  ...all.map(([sign, letter]) => [sign.toUpperCase(), letter.toUpperCase()] as const),
];

/** Tables as in the keyboard drivers of the time: xvnkb's tcvn.h and vni.h agree with them, sign by sign. */
export const OLD_FONTS: Readonly<Record<"tcvn3" | "vni", OldFont>> = {
  tcvn3: new Map([...pairs(TCVN3.map((row) => [...row])), ...Object.entries(TCVN3_OTHERS)]),
  vni: new Map(withCapitals([...pairs(VNI), ["ñ", "đ"]])),
};

/** A letter of these fonts that is no word of today's: no text without one is looked at. */
const OLD_SIGN = /[\u00a1-\u00ff]/;
/** Letters that no old font has, beside those from U+1EA0 to U+1EF9. */
const TODAYS = "\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0";
/** By code. */
const IS_TODAYS = Uint8Array.from({ length: 0x200 }, (_, code) => Number(TODAYS.includes(String.fromCharCode(code))));
/** These and tone marks: the text is Unicode. */
const UNICODE = new RegExp(`[${TODAYS}\\u1ea0-\\u1ef9]|\\p{Mn}`, "u");
const WORD = /[A-Za-z\u00a1-\u00ff\u00ad]+/g;
const ASCII = /^[A-Za-z]+$/;
/** Signs that are what they look like today: "m²", "°C", "10 µg", "± 2", "2 cm÷5 cm", "«quá»". */
const TODAY = /^(?:[kcdm]?m[²³]|(?:[kcdm]?m|ha|kg)[÷×±]|[°º][CF]?|µ\p{L}+|[±×÷½¼¾·•§²³¹«»]+)$/u;

/** Words of plans, of which one has to come out before a text is believed to be of an old font. */
const VOCABULARY = new Set(
  `không quá dưới trên vượt ít nhất tối thiểu đa đạt giảm tăng xuống lên còn từ đến trở khoảng bằng hơn thấp cao lớn nhỏ nhiều duy trì phấn đấu chưa được để mức chỉ tiêu mục
  đơn vị tính triệu đồng nghìn tỷ ngàn vạn lệ số người hộ xã phường huyện tỉnh trẻ em bác sĩ giường bệnh dân tuổi năm tháng ngày quý giai đoạn nội dung kinh phí nguồn vốn ngân sách tổng cộng
  trong đó chi thu nhiệm vụ chủ phối hợp thời hoàn thành đang thực hiện làm kế hoạch kết quả ghi chú tế giáo dục đầu tư xây dựng phát triển khác việc nghèo`.split(/\s+/).filter((word) => !ASCII.test(word)),
);

/** Texts that come in row after row, the words of a list and heads, are shorter. */
const SHORT = 40;

const LONGEST_SIGN = 2;

/** A word of an old font in letters of today; null where one of its signs is none of the font's. */
function decoded(word: string, font: OldFont): string | null {
  let out = "";
  for (let at = 0; at < word.length; ) {
    const length = [LONGEST_SIGN, 1].find((size) => font.has(word.slice(at, at + size)));
    const sign = word.slice(at, at + (length ?? 1));
    const letter = font.get(sign) ?? (ASCII.test(sign) ? sign : null);
    if (letter === null) return null;
    out += letter;
    at += sign.length;
  }
  return out;
}

const readWord = (word: string, font: OldFont): string => (ASCII.test(word) ? word : (decoded(word, font) ?? word));

/** The text in letters of today, where every word with a sign of the font becomes a syllable and one is a word of plans. */
function readAs(text: string, font: OldFont): string | null {
  let [known, all] = [false, true];
  const read = text.replace(WORD, (word) => {
    if (ASCII.test(word)) return word;
    const said = decoded(word, font);
    if (said === null || !isSyllable(said)) all = false;
    else known ||= VOCABULARY.has(said.toLowerCase());
    return said ?? word;
  });
  return all && known ? read : null;
}

/**
 * Whether a text holds a sign of these fonts and no letter of today's alone, marks aside: it tells nearly every text, sign by sign,
 * since it is asked of every one.
 */
function mayBeOld(text: string): boolean {
  let old = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0xa1) continue;
    if (code <= 0xff) old = true;
    else if (code >= 0x1ea0 ? code <= 0x1ef9 : IS_TODAYS[code] === 1) return false;
  }
  return old;
}

const isOdd = (word: string): boolean => {
  if (ASCII.test(word) || isSyllable(word)) return false;
  const bare = word.replace(/^«|»$/g, "");
  return !ASCII.test(bare) && !TODAY.test(word) && bare !== "" && !isSyllable(bare);
};

/**
 * The text with TCVN3 and VNI letters as Unicode, where that is certain: no letter of it is Unicode's own, it holds a word that is no
 * syllable as it stands, in one of the two fonts (and not otherwise in the other) all words with their signs become syllables, and one
 * of these is a word of plans. Any other text is given back as it is. Has to come before soft hyphens are dropped: TCVN3's "ư" is one.
 */
export function fromOldFonts(text: string): string {
  return mayBeOld(text) ? (text.length > SHORT ? readOld : readShort)(text) : text;
}

function readOld(text: string): string {
  const composed = text.normalize("NFC");
  const font = fontOf(composed);
  return font === null ? text : (readAs(composed, font) ?? text);
}

/** The font that a composed text is certainly written in. */
function fontOf(composed: string): OldFont | null {
  if (UNICODE.test(composed) || !(composed.match(WORD) ?? []).some(isOdd)) return null;
  const [first, second] = [readAs(composed, OLD_FONTS.tcvn3), readAs(composed, OLD_FONTS.vni)];
  if (first !== null && second !== null && first !== second) return null;
  return first !== null ? OLD_FONTS.tcvn3 : second !== null ? OLD_FONTS.vni : null;
}

/** How `fromOldFonts` reads a text, word by word of the composed text; null where it leaves it as it is. */
export function oldFontIn(text: string): { readonly word: RegExp; readonly read: (word: string) => string } | null {
  const font = mayBeOld(text) ? fontOf(text.normalize("NFC")) : null;
  return font && { word: WORD, read: (word) => readWord(word, font) };
}

const readShort = kept(readOld);

/** Whether letters of an old font may be left in a text, so that its words cannot be trusted: "kh«ng qu¸", "khoâng". */
export function mayBeOldFont(text: string): boolean {
  if (!OLD_SIGN.test(text)) return false;
  const words = text.normalize("NFC").match(WORD) ?? [];
  // among Unicode letters the pieces of a word are none; a sign between letters is
  return UNICODE.test(text.normalize("NFC")) ? words.some((word) => /[A-Za-z][¡-¬®-¿]+[A-Za-z]/.test(word)) : words.some(isOdd);
}
