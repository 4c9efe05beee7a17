import { beforeAll, expect, test } from "@jest/globals";
import { createSpecs } from "../../src/app";
import { run } from "../../src/cli/program";
import { wordsOf } from "../../src/i18n";
import { writeXlsx } from "../../src/workbook/xlsx";
import { options } from "../support/make-tables";
import { memoryIo } from "../support/memory-io";

let tables: Uint8Array;
beforeAll(async () => {
  tables = await writeXlsx(createSpecs(options({ plan: "lai-chau-2021-2025", kinds: ["indicators", "budget"] }), wordsOf("vi")));
});

async function checked(text: string, ...more: string[]) {
  const world = memoryIo();
  world.files.set("bieu.xlsx", tables);
  world.files.set("bao-cao.txt", new TextEncoder().encode(text));
  const exit = await run(["check", "bieu.xlsx", "--text", "bao-cao.txt", "--date", "2022-01-01", ...more], world.io);
  return { exit, out: world.out, errors: world.errors };
}

test("a report that says what its tables say is no error, and what agrees is counted", async () => {
  const { exit, out } = await checked("Tổng kinh phí thực hiện Đề án là 275,6 tỷ đồng. Kinh phí đào tạo nhân lực y tế 72.151 triệu đồng.");
  expect(exit).toBe(0);
  expect(out.at(-1)).toBe("bao-cao.txt: 0 số liệu khác biểu, 0 cần xem lại, 2 khớp, 0 không thấy trong biểu");
});

test("a figure that differs is told with both places, and the exit says it", async () => {
  const { exit, out } = await checked("Kinh phí đào tạo nhân lực y tế là 71.251 triệu đồng.");
  expect(exit).toBe(1);
  expect(out.at(-1)).toBe(
    "  Khác biểu  “71.251 triệu đồng”  'Biểu kinh phí'!C13 Kinh phí đào tạo nhân lực y tế: Biểu ghi 72.151 triệu đồng (có thể đảo hai chữ số).  Câu: “Kinh phí đào tạo nhân lực y tế là 71.251 triệu đồng.”",
  );
});

test("in English, and a text without figures is told to be that", async () => {
  const { exit, out } = await checked("Kính gửi Hội đồng nhân dân tỉnh.", "--lang", "en");
  expect(exit).toBe(0);
  expect(out.at(-1)).toBe("bao-cao.txt: The text has no amount, share or count to be held against tables.");
});

test("only one file of tables goes with a text, and a document that is not there is named", async () => {
  const { io, files, errors } = memoryIo();
  files.set("a.xlsx", tables);
  files.set("b.xlsx", tables);
  expect(await run(["check", "a.xlsx", "b.xlsx", "--text", "bao-cao.txt"], io)).toBe(2);
  expect(errors.pop()).toMatch(/^Với --text chỉ kiểm tra được một tệp biểu/);
  expect(await run(["check", "a.xlsx", "--text", "khong-co.txt"], io)).toBe(2);
  expect(errors.pop()).toContain("khong-co.txt");
});
