import type { Words } from "../types";
import { cli } from "./cli";
import { documents } from "./documents";
import { failures, ownFault, refusals, system } from "./failures";
import { agreement, findings } from "./findings";
import { brokenRule } from "./findings-structure";
import { notices } from "./notices";
import { forms } from "./forms";
import { record, rules } from "./record";
import { taken } from "./taken";
import { drafts } from "./drafts";
import { rollUp } from "./roll-up";
import { summary } from "./summary";
import { templates } from "./templates";
import { UNITS } from "./units";
import { textCheck } from "./text-check";
import { versions } from "./versions";

/** Tiếng Việt: bản gốc, theo cách viết của văn bản hành chính. */
export const vi: Words = {
  lang: "vi",
  notation: "vi",
  units: UNITS,
  severities: { error: "Lỗi", warning: "Nội dung cần lưu ý", document: "Theo văn bản", info: "Thông tin" },
  byDocument: "Các ô sau ghi đúng như văn bản của kế hoạch; chính văn bản chưa thống nhất nên không tính là lỗi của biểu. Sửa ô theo văn bản đính chính thì được kiểm tra như mọi ô khác.",
  templates,
  findings,
  failures,
  refusals,
  system,
  ownFault,
  brokenRule,
  notices,
  documents,
  agreement,
  summary,
  record,
  taken,
  drafts,
  rollUp,
  textCheck,
  versions,
  forms,
  rules,
  cli,
};
