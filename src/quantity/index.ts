export * from "./types";
export { decimalsOf, scaled, significantDigits, sumExact, withoutNoise } from "./decimal";
export { exactOf, plus, quotient, shifted, times, toNumber, ZERO, type Exact } from "./exact";
export { SEPARATORS, readNumber, writeNumber, type NumberFormat, type Separators } from "./number";
export { BINARY_NOISE } from "./noise";
export { readNoAmount } from "./nothing";
export { romanValue, writeRoman } from "./roman";
export { fromDong, readMoneyUnit, toDong } from "./money";
export { readSpelledDong, spellDong } from "./spelling";
export { bareText, cleanText, isBlankMark, syllableKey } from "./text";
export { areComparable, isCount, isRounded, readUnit, wholeOf, type UnitReading } from "./unit";
export { readTarget, type TargetContext } from "./read-target";
export { readMeasures, type SaidNumbers } from "./phrase/read-measures";
export * from "./said";
export { readTargetCell } from "./target-cell";
export { writeTarget } from "./write-target";
export { compareLimits, compareTargets, limitOf, type Limit } from "./limit";
export {
  isSurelyMet, isSurelyOnTheWay, judge, levelsOf, onTheWay, toleranceOf, type Course, type CourseReading, type Level, type Levels,
} from "./judge";
export { fromOldFonts } from "./old-fonts";
export { headingYear } from "./heading-year";
export { compareDays, readTime, type Day, type TimeReading } from "./time";
