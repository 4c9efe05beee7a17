/** Words of two syllables whose second means something else of a figure when it stands alone: "người trưởng thành dưới 12%". */
const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/(?<=(?<!\p{L})(?:trưởng|hoàn|hình|cấu|thuần) )thành(?!\p{L})/giu, "xxxxx"],
  [/(?<=(?<!\p{L})đầy )đủ(?!\p{L})/giu, "xx"],
  [/(?<=(?<!\p{L})(?:chứng|địa|tín) )chỉ(?!\p{L})/giu, "xxx"],
  [/(?<=(?<!\p{L})(?:quy|khế|hiệp|hương) )ước(?!\p{L})/giu, "xxx"],
  [/(?<=(?<!\p{L})(?:công|cân|đồng|văn) )bằng(?!\p{L})/giu, "xxxx"],
  [/(?<=(?<!\p{L})(?:nhà|chỗ|đất|nơi) )ở(?!\p{L})/giu, "x"],
  // "lúa cả năm 890 ha": no year
  [/(?<=(?<!\p{L})cả )năm(?= \d(?!\d{3}(?!\d)))/giu, "xxx"],
  [/(?<=(?<!\p{L})(?:hằng|hàng) )năm(?= \d(?!\d{3}(?!\d)))/giu, "xxx"],
];

/** A text of the same length in which second syllables of such words cannot be taken for words of their own. */
export function masked(text: string): string {
  return COMPOUNDS.reduce((result, [pattern, by]) => result.replace(pattern, by), text);
}
