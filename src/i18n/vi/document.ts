import type { TemplateWords } from "../../templates";

/** Kinds of documents by the letters of their number (Nghị định 30/2020/NĐ-CP, Phụ lục III). */
const KINDS: Readonly<Record<string, string>> = {
  NQ: "Nghị quyết", QĐ: "Quyết định", CT: "Chỉ thị", QC: "Quy chế", QYĐ: "Quy định", TC: "Thông cáo", TB: "Thông báo", HD: "Hướng dẫn", CTR: "Chương trình",
  KH: "Kế hoạch", PA: "Phương án", ĐA: "Đề án", DA: "Dự án", BC: "Báo cáo", TTR: "Tờ trình",
};
const NAMED = Object.values(KINDS);
const DOTS = "……";

/** What the document is called: by its number, else an assembly's is a resolution, else as its title begins. */
function kindOf({ title, issuer, number }: Parameters<TemplateWords["attachedTo"]>[0]): string {
  const letters = (number ?? "").toLocaleUpperCase("vi").match(/\p{Lu}+/gu) ?? [];
  const known = letters.map((one) => KINDS[one]).find((kind) => kind !== undefined);
  if (known !== undefined) return known;
  if (/^hội đồng nhân dân/iu.test(issuer)) return "Nghị quyết";
  const begins = title.toLocaleLowerCase("vi");
  return NAMED.find((kind) => begins.startsWith(kind.toLocaleLowerCase("vi"))) ?? "văn bản";
}

/** "ngày 04 tháng 6 năm 2018": days below 10 and the first two months have a nought before them (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4); dots for what the document leaves blank. */
function dayWords(date: string | null): string {
  const [year, month, day] = (date ?? "").split("-").map(Number);
  const monthWord = month === undefined ? DOTS : month < 3 ? `0${month}` : month;
  return `ngày ${day === undefined ? DOTS : String(day).padStart(2, "0")} tháng ${monthWord} năm ${year || DOTS}`;
}

/** "(Kèm theo Kế hoạch số 220/KH-UBND ngày 04 tháng 6 năm 2018 của Ủy ban nhân dân tỉnh Bắc Ninh)" (mục III.1). */
export const attachedTo: TemplateWords["attachedTo"] = (document) => {
  const { issuer, number, date } = document;
  return `(Kèm theo ${kindOf(document)} số ${number ?? DOTS} ${dayWords(date)} của ${issuer || DOTS})`;
};
