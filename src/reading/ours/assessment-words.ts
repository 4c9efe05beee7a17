import { bareText } from "../../quantity";
import type { Assessment } from "../../templates";

/** The words of the list, in each language in which tables are made, in lower case. */
export type AssessmentWords = ReadonlyMap<string, Assessment>;

/** How people write an assessment beside the words of the list, without accents. */
const SPELLINGS: Readonly<Record<Assessment, readonly string[]>> = {
  met: [
    "dat", "da dat", "dat va vuot", "dat vuot", "vuot", "vuot muc tieu", "dat muc tieu", "dat yeu cau", "dat ke hoach", "hoan thanh",
    "da hoan thanh", "achieved",
  ],
  notMet: [
    "chua dat", "khong dat", "chua dat muc tieu", "khong dat muc tieu", "chua dat yeu cau", "khong dat yeu cau", "chua hoan thanh",
    "khong hoan thanh", "missed",
  ],
  watched: ["theo doi", "dang theo doi", "can theo doi", "tiep tuc theo doi", "theo doi them", "watch"],
};
const ASSESSMENTS = new Map(
  Object.entries(SPELLINGS).flatMap(([assessment, all]) => all.map((words) => [words, assessment as Assessment] as const)),
);

/** The assessment that words mean; null for any others. */
export function readAssessment(text: string, words: AssessmentWords): Assessment | null {
  return words.get(text.toLowerCase()) ?? ASSESSMENTS.get(bareText(text).replace(/[^a-z]+/g, " ").trim()) ?? null;
}
