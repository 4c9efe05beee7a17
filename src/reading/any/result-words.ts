import { bareText } from "../../quantity";
import type { LayoutColumn } from "./layout";
import { saysCompared } from "./relations/ratios";

/** What a column of somebody's table of results says, as far as its heads tell. */
export type ResultRole = "target" | "actual" | "assessment" | "met-mark" | "missed-mark";

const TARGET = /^(?:(?:so )?(?:ke hoach|kh|chi tieu|muc tieu|muc phan dau|nghi quyet)(?: (?:nam|giao|duoc giao|phan dau|hdnd|tinh giao|huyen giao|xa giao|\d{4}|ca nam|de ra|phai dat|can dat|phe duyet|da duyet)\b.*)?|(?:tinh|huyen|xa|cap tren|so) giao(?: .*)?|targets?(?: \d{4})?|plan(?:ned)?(?: \d{4})?)$/u;
const ACTUAL = /^(?:(?:uoc )?(?:thuc hien|th)|ket qua(?: (?:thuc hien|dat duoc|dat))?|(?:so )?(?:da )?(?:dat duoc|thuc hien duoc)|uoc dat|actuals?|results?|achieved)(?: (?:nam|ca nam|trong nam|\d{4})\b.*)?$/u;
const ASSESSMENT = /^(?:danh gia|ket qua danh gia|ket luan|tu danh gia|danh gia (?:ket qua|muc do|chung)|muc do (?:hoan thanh|dat)|tinh trang|trang thai|dat ?[/,-] ?(?:khong|chua) dat|ket qua ?\(? ?dat ?[/,-] ?(?:khong|chua) dat ?\)?|assessment|status)(?!\p{L})/u;
const [MET_MARK, MISSED_MARK] = [/^dat$/u, /^(?:khong|chua) dat$/u];
/** Of a part of the year, or of years to come: held against nothing that is of the whole one. */
const PART = /(?<!\p{L})(?:thang|quy|luy ke|den (?:ngay|thoi diem|het|nam|\d)|giai doan|dau nam|cuoi nam|cung ky|nam truoc|nam sau)(?!\p{L})/u;

/** What the heads of a column say that it is; null where they say nothing of the kind, or more than one thing. */
export function resultRole({ path, kind }: Pick<LayoutColumn, "path" | "kind">): ResultRole | null {
  const heads = path.map((text) => bareText(text).replace(/\s*\([^)]*\)\s*$/u, "").trim());
  if (kind === "outline" || kind === "label" || kind === "unit" || heads.some((head) => PART.test(head))) return null;
  const last = heads.at(-1) ?? "";
  // a column of crosses holds nothing else
  const mayBeMarks = kind === "words" || kind === "blank";
  if (mayBeMarks && MET_MARK.test(last)) return "met-mark";
  if (mayBeMarks && MISSED_MARK.test(last)) return "missed-mark";
  if (kind === "blank") return null;
  if (kind === "words" && ASSESSMENT.test(bareText(path.at(-1) ?? ""))) return "assessment";
  if (saysCompared({ path })) return null;
  const [isTarget, isActual] = [heads.some((head) => TARGET.test(head)), heads.some((head) => ACTUAL.test(head))];
  return isTarget === isActual ? null : isTarget ? "target" : "actual";
}

/** Measures of which less is better, and those of which more is, by their names; what turns either round is told apart. */
const LESS = /(?<!\p{L})(?:(?:can )?ngheo|tu vong|suy dinh duong|thap coi|that nghiep|thieu viec lam|tao hon|hon nhan can huyet|bo hoc|luu ban|mu chu|sinh con thu (?:3|ba)|tai nan|mac (?:benh|moi|sot|lao|covid)|nhiem hiv|toi pham|pham phap|ton dong|qua han|no dong|no xau|that thoat|nha tam|dot nat|o nhiem)(?!\p{L})/u;
const MORE = /(?<!\p{L})(?:duoc|dat|tham gia|hoan thanh|tot nghiep|bao phu|che phu|tiep can|dung han|hai long|qua dao tao|thanh toan|truc tuyen|thu gom|kien co hoa|cung hoa|den truong|di hoc|huy dong|nhap hoc|biet chu|do thi hoa|tiem chung|tiem du|su dung|thu nhap|nang suat|san luong|tang truong|thu ngan sach|thu noi dia|gia tri san xuat|giai quyet viec lam|co (?:nuoc|bac si|dien|chung chi|bang cap|viec lam|the|bhyt|bao hiem|nha ve sinh)|lanh manh|gia dinh van hoa|chuan)(?!\p{L})/u;
const TURNED = /(?<!\p{L})(?:giam|xoa|thoat|khong|chua|thieu|kem|yeu|ha|han che|cham|moi|phong|chong|phat sinh|chi phi|kinh phi|vi pham|phat)(?!\p{L})/u;

/** Which way a measure should go by its name alone; null where that leaves a doubt. */
export function directionOfName(label: string): "up" | "down" | null {
  const bare = bareText(label);
  const [less, more] = [LESS.test(bare), MORE.test(bare)];
  if (less === more) return null;
  if (TURNED.test(less ? bare.replace(LESS, " ") : bare)) return null;
  return less ? "down" : "up";
}
