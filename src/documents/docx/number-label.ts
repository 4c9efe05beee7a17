import { writeRoman } from "../../quantity";

/** Beyond these a number is written in digits, as Word does at the latest. */
const MOST_ROMAN = 3999;
const MOST_LETTERS = 780;
const LETTERS = 26;
const A = 97;
/** "①" to "⑳". */
const FIRST_CIRCLE = 0x2460;
const MOST_CIRCLES = 20;

/** How a number of a list is written (ECMA-376 part 1, 17.18.59); a format of another language, or in words, in digits. */
export function writeNumber(number: number, format: string): string {
  switch (format) {
    case "upperRoman":
      return roman(number);
    case "lowerRoman":
      return roman(number).toLowerCase();
    case "upperLetter":
      return letters(number).toUpperCase();
    case "lowerLetter":
      return letters(number);
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "decimalEnclosedCircle":
      return number > 0 && number <= MOST_CIRCLES ? String.fromCodePoint(FIRST_CIRCLE + number - 1) : String(number);
    case "decimalEnclosedParen":
      return `(${number})`;
    case "decimalEnclosedFullstop":
      return `${number}.`;
    case "numberInDash":
      return `- ${number} -`;
    case "none":
      return "";
    default:
      return String(number);
  }
}

function roman(number: number): string {
  return number > 0 && number <= MOST_ROMAN ? writeRoman(number) : String(number);
}

/** "a" to "z", then "aa", "bb": the letter that often. */
function letters(number: number): string {
  if (number < 1 || number > MOST_LETTERS) return String(number);
  return String.fromCharCode(A + ((number - 1) % LETTERS)).repeat(Math.ceil(number / LETTERS));
}
