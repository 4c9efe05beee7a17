import { describe, expect, test } from "@jest/globals";
import { memoryIo } from "../../tests/support/memory-io";
import { extractReportSchema } from "./extract-schema";
import { run } from "./program";

const TEXT = `ỦY BAN NHÂN DÂN TỈNH MẪU
KẾ HOẠCH
Chăm sóc sức khỏe giai đoạn 2026 - 2030

I. MỤC TIÊU
- Tỷ lệ người dân tham gia bảo hiểm y tế đạt trên 95% năm 2030.

II. KINH PHÍ
Tổng kinh phí thực hiện: 500 triệu đồng, gồm:
- Truyền thông: 300 triệu đồng;
- Tập huấn: 200 triệu đồng.
`;

function world(text = TEXT, file = "ke-hoach.txt") {
  const made = memoryIo();
  made.files.set(file, new TextEncoder().encode(text));
  const read = (name: string): string => new TextDecoder().decode(made.files.get(name));
  return { ...made, read, extract: (...args: string[]) => run(["extract", file, ...args], made.io) };
}

describe("plan-tables extract", () => {
  test("lists what the text says, each with its place", async () => {
    const { out, errors, extract } = world();
    expect(await extract()).toBe(0);
    expect(errors).toEqual([]);
    expect(out.join("\n")).toMatch(/bảo hiểm y tế: đạt trên 95% \(2030\) {2}\[Mục I, gạch đầu dòng 1\]/);
    expect(out.join("\n")).toMatch(/Truyền thông.*: 300 triệu đồng/);
  });

  test("prints it as JSON, alone on standard output, every piece of evidence exactly where it says", async () => {
    const { out, extract } = world();
    expect(await extract("--json", "-o", "moi.xlsx")).toBe(0);
    const report = extractReportSchema.parse(JSON.parse(out.join("\n")));
    const facts = [...report.indicators, ...report.budget, ...report.tasks];
    expect(facts.length).toBeGreaterThan(3);
    for (const { evidence, span } of facts) expect(TEXT.slice(...span)).toBe(evidence);
    expect(report.budget.map(({ label, parent }) => [label, parent])).toContainEqual(["Tập huấn", "Tổng kinh phí thực hiện"]);
  });

  test("writes the tables and the plan, of which the same tables can be made again", async () => {
    const { io, files, out, read, extract } = world();
    expect(await extract("-o", "moi.xlsx", "--plan", "moi.json")).toBe(0);
    expect(JSON.parse(read("moi.json"))).toMatchObject({ title: "Kế hoạch chăm sóc sức khỏe giai đoạn 2026 - 2030", period: { to: 2030 } });
    expect(await run(["new", "moi.json", "-o", "lai.xlsx"], io)).toBe(0);
    out.length = 0;
    expect(await run(["check", "moi.xlsx", "lai.xlsx"], io)).toBe(0);
    expect([...files.keys()].sort()).toEqual(["ke-hoach.txt", "lai.xlsx", "moi.json", "moi.xlsx"]);
  });

  test("ends with 1 and says so where amounts of the text do not add up; its tables tell it as the document's own", async () => {
    const { io, out, extract } = world(TEXT.replace("200 triệu", "290 triệu"));
    expect(await extract("-o", "moi.xlsx")).toBe(1);
    expect(out.join("\n")).toMatch(/^! “Tổng kinh phí thực hiện” ghi 500 triệu đồng nhưng các khoản cộng lại được 590 triệu đồng/m);
    expect(await run(["check", "moi.xlsx"], io)).toBe(0);
  });

  test("writes over nothing, and nothing half", async () => {
    const { files, errors, extract } = world();
    files.set("moi.json", new Uint8Array([1]));
    expect(await extract("-o", "moi.xlsx", "--plan", "moi.json")).toBe(2);
    expect(errors).toEqual(["Đã có tệp moi.json; không ghi đè. Hãy chọn tên khác."]);
    expect([...files.keys()].sort()).toEqual(["ke-hoach.txt", "moi.json"]);
    expect(await extract("-o", "moi.csv")).toBe(2);
  });

  test("says what it took where the text does not name its plan or years, and takes what it is told", async () => {
    const { errors, read, extract } = world("- Tỷ lệ người dân tham gia bảo hiểm y tế đạt trên 95%.", "nháp.txt");
    expect(await extract("--plan", "a.json")).toBe(0);
    expect(errors.join("\n")).toMatch(/tạm đặt là “nháp”[\s\S]*--period/);
    expect(JSON.parse(read("a.json"))).toMatchObject({ title: "nháp", period: { from: 2026, to: 2026 } });
    expect(await extract("--plan", "b.json", "--title", "Kế hoạch A", "--period", "2027-2028", "--issuer", "Sở Y tế")).toBe(0);
    expect(JSON.parse(read("b.json"))).toMatchObject({ title: "Kế hoạch A", issuer: "Sở Y tế", period: { from: 2027, to: 2028 } });
    for (const period of ["x", "1980-1990", "2030-2026"]) expect(await extract("--plan", "c.json", "--period", period)).toBe(2);
  });

  test("refuses what is no document, no file, or says nothing that a table could hold, in one sentence", async () => {
    const { io, errors, extract } = world("Trời hôm nay đẹp.");
    expect(await extract("-o", "moi.xlsx")).toBe(2);
    expect(await run(["extract", "khong-co.txt"], io)).toBe(2);
    expect(errors).toHaveLength(2);
  });
});

describe("plan-tables new of a plan file", () => {
  test.each([
    ["{", /không phải JSON/],
    ["{}", /ở id: thiếu mục này/],
    [JSON.stringify({ id: "x", surprise: 1 }), /Tệp kế hoạch a\.json không dùng được/],
  ])("%s is told with its place and why", async (text, sentence) => {
    const { io, files, errors } = memoryIo();
    files.set("a.json", new TextEncoder().encode(text));
    expect(await run(["new", "a.json", "-o", "x.xlsx"], io)).toBe(2);
    expect(errors.join("\n")).toMatch(sentence);
    expect(files.has("x.xlsx")).toBe(false);
  });
});
