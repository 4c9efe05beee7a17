import { beforeAll, expect, test } from "@jest/globals";
import { minutes } from "../support/patience";
import { LIMIT, journeys, type Opened } from "./journey";
import { cutElements, narrow, violations } from "./pane-looks";

/** A plan that is none of those that ship; one line says a figure in words that is not read. */
const PLAN = `KẾ HOẠCH
Phát triển thư viện công cộng tỉnh Hoa Lư giai đoạn 2026 - 2030

I. MỤC TIÊU
1. Tỷ lệ thư viện xã có phòng đọc đạt 85% vào năm 2030.
2. Số bạn đọc mới đạt 45.000 người vào năm 2030.
3. Tỷ lệ cán bộ thư viện được tập huấn đạt 90% vào năm 2030.

II. KINH PHÍ
Tổng kinh phí thực hiện là 9.000 triệu đồng, trong đó:
- Mua sách: 4.000 triệu đồng;
- Sửa chữa phòng đọc: 3.000 triệu đồng;
- Tập huấn: 2.000 triệu đồng.
Mỗi thư viện xã mở cửa bốn mươi giờ một tuần.

III. NHIỆM VỤ
1. Sở Văn hóa chủ trì, phối hợp với Sở Tài chính xây dựng danh mục sách hằng năm.
2. Ủy ban nhân dân các xã bố trí phòng đọc.
`;
const OTHER = "Mục tiêu đến năm 2030: tỷ lệ hộ nghèo giảm còn dưới 3%.";

const open = journeys();
let opened: Opened;
const pane = () => opened.pane;
const button = (name: string | RegExp) => opened.button(name);
const region = () => pane().getByRole("region", { name: "Từ văn bản" });
const draft = () => pane().getByRole("region", { name: "Dự thảo", exact: true });
const text = () => pane().getByRole("region", { name: "Văn bản", exact: true });
const fact = (name: string | RegExp) => draft().getByRole("button", { name });
/** How many facts of a kind the draft says it has. */
const counts = () => region().getByRole("status").first().innerText();
const undo = () => opened.page.keyboard.press("Control+z");

beforeAll(async () => {
  opened = await open();
  opened.page.setDefaultTimeout(minutes(1));
}, LIMIT);

/** What is looked at in each state: nothing is cut at 320 pixels, and axe has nothing to say. */
async function looksRight(name: string): Promise<void> {
  for (const width of [480, 320]) {
    await narrow(opened.page, width);
    expect([name, await cutElements(pane())]).toEqual([name, []]);
    expect([name, await violations(pane())]).toEqual([name, []]);
    await opened.picture(`editing-${name}-${width}`);
  }
}

/** Marks a piece of the text out with the mouse, from its first letter to its last. */
async function markOut(piece: string): Promise<void> {
  const ends = await text().evaluate((box, wanted) => {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at === -1) continue;
      node.parentElement?.scrollIntoView({ block: "center" });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const all = [...range.getClientRects()];
      const [first, last] = [all[0], all.at(-1)];
      if (!first || !last) return null;
      return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2] as const;
    }
    return null;
  }, piece);
  if (!ends) throw new Error(`no ${piece} in the text`);
  const frame = await opened.page.locator('iframe[name="taskpane"]').boundingBox();
  const [left, top] = [frame?.x ?? 0, frame?.y ?? 0];
  const { mouse } = opened.page;
  await mouse.move(left + ends[0], top + ends[1]);
  await mouse.down();
  await mouse.move(left + ends[2], top + ends[3], { steps: 8 });
  await mouse.up();
}

/** Holds a file over what is there, or lets it fall on it. */
async function drop(name: string, content: string, end: "dragover" | "drop"): Promise<void> {
  const held = await pane().evaluateHandle(
    ([called, words]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([words], called, { type: "text/plain" }));
      return transfer;
    },
    [name, content] as const,
  );
  const on = region().getByRole("button", { name: "Văn bản khác" }).or(region().getByRole("textbox", { name: "Văn bản" })).first();
  for (const event of ["dragenter", "dragover"]) await on.dispatchEvent(event, { dataTransfer: held });
  if (end === "drop") await on.dispatchEvent("drop", { dataTransfer: held });
}

test(
  "facts are parted, joined, added from the text and dropped, and every edit is taken back by keys in the end",
  async () => {
    await button("Từ văn bản").click();
    await region().getByRole("textbox", { name: "Văn bản" }).fill(PLAN);
    await button("Đọc văn bản").click();
    await draft().waitFor();
    const first = await counts();
    expect(first).toContain("3 chỉ tiêu, 4 dòng kinh phí, 2 nhiệm vụ");

    await fact(/^Tỷ lệ thư viện xã/).click();
    await button("Nối với dòng sau").click();
    await pane().getByText(/2 chỉ tiêu, 4 dòng/).waitFor();
    await looksRight("1-joined");
    await button("Tách làm hai").click();
    await pane().getByText(/3 chỉ tiêu, 4 dòng/).waitFor();
    await fact(/^Số bạn đọc mới/).waitFor();
    await pane().waitForFunction(() => document.activeElement?.textContent?.includes("Tỷ lệ thư viện xã"));
    await looksRight("2-parted");

    await markOut("mở cửa bốn mươi giờ một tuần");
    await looksRight("3-marked-out");
    await button("Thêm chỉ tiêu").click();
    const name = draft().getByRole("textbox", { name: "Tên chỉ tiêu" });
    await name.waitFor();
    expect(await name.inputValue()).toBe("mở cửa bốn mươi giờ một tuần");
    // what was marked out is in the draft: nothing is left to add
    await button("Thêm chỉ tiêu").waitFor({ state: "detached" });
    await draft().getByRole("combobox", { name: "So với mục tiêu" }).selectOption({ label: "ít nhất (≥)" });
    await draft().getByRole("textbox", { name: "Giá trị" }).fill("40");
    await draft().getByRole("textbox", { name: "Đơn vị tính" }).fill("giờ");
    await looksRight("4-added");
    await name.fill("Số giờ mở cửa một tuần");
    await name.press("Enter");
    await button("Ghi").click();
    const added = fact(/^Số giờ mở cửa một tuần/);
    await added.waitFor();
    expect(await added.innerText()).toContain("40 giờ");
    await pane().locator("mark").filter({ hasText: "bốn mươi giờ" }).click();
    await pane().waitForFunction(() => document.activeElement?.textContent?.includes("Số giờ mở cửa"));

    await fact(/^Bố trí phòng đọc/).click();
    await draft().getByRole("group", { name: /Bố trí phòng đọc/ }).getByRole("button", { name: "Bỏ", exact: true }).click();
    await pane().getByText(/4 chỉ tiêu, 4 dòng kinh phí, 1 nhiệm vụ/).waitFor();
    await draft().getByText("Đã bỏ (1)").click();
    await looksRight("5-dropped");
    await button("Lấy lại").click();
    await pane().waitForFunction(() => document.activeElement?.textContent?.includes("Bố trí phòng đọc"));

    // put back, dropped, saved, added, parted, joined
    const steps = [/, 1 nhiệm vụ/, /4 chỉ tiêu, 4 dòng kinh phí, 2 nhiệm vụ/, null, /3 chỉ tiêu/, /2 chỉ tiêu/, /3 chỉ tiêu/];
    for (const shown of steps) {
      await undo();
      await pane().getByText(shown ?? "mở cửa bốn mươi giờ một tuần").first().waitFor();
      await pane().waitForFunction(() => document.activeElement?.closest("[data-fact]"));
    }
    expect(await counts()).toBe(first);
    expect(await button("Bỏ sửa đổi vừa rồi").getAttribute("aria-disabled")).toBe("true");
    await looksRight("6-undone");
    await undo();
    expect(await counts()).toBe(first);
  },
  LIMIT,
);

test(
  "a file that is dropped on the draft is read, and the draft before it comes back",
  async () => {
    await drop("ho-ngheo.txt", OTHER, "dragover");
    await pane().getByText("Thả tệp vào đây").waitFor();
    await looksRight("7-held-over");
    await drop("ho-ngheo.txt", OTHER, "drop");
    await pane().getByText(/Từ tệp “ho-ngheo.txt”: 1 chỉ tiêu/).waitFor();
    await button("Văn bản khác").click();
    await looksRight("8-other");
    await drop("khong.txt", "Hôm nay trời đẹp.", "drop");
    await region().getByText(/^Không tìm thấy chỉ tiêu/).waitFor();
    await button("Lấy lại dự thảo trước").click();
    await fact(/^Tỷ lệ thư viện xã/).waitFor();
    // beside the section it opens nothing
    const isTaken = await pane().evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["a"], "a.txt"));
      return !document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    expect(isTaken).toBe(true);
  },
  LIMIT,
);

test(
  "the section speaks English, too, in each of its states",
  async () => {
    await pane().getByText("English", { exact: true }).click();
    const english = pane().getByRole("region", { name: "Draft", exact: true });
    await english.getByRole("button", { name: /^Mua sách/ }).click();
    await english.getByRole("group", { name: /Mua sách/ }).getByRole("button", { name: "Edit", exact: true }).click();
    await english.getByRole("textbox", { name: "Amount" }).fill("five");
    await english.getByRole("button", { name: "Save", exact: true }).click();
    await english.getByText("A number is needed, such as 1.234,5.").waitFor();
    await looksRight("9-english-fault");
    await english.getByRole("textbox", { name: "Amount" }).fill("4.500");
    await english.getByRole("button", { name: "Save", exact: true }).click();
    await pane().getByText("Budget that does not add up (1)").waitFor();
    await pane().getByText("The document").first().click();
    await looksRight("10-english-gap");
    expect(await vietnameseWords()).toEqual([]);
    await pane().getByRole("button", { name: "Another text" }).click();
    await looksRight("11-english-source");
    expect(await vietnameseWords()).toEqual([]);
    await pane().getByRole("button", { name: "Back to the draft" }).click();
    await english.waitFor();
  },
  LIMIT,
);

/** The Vietnamese words that the section says and that are none of the text's. */
async function vietnameseWords(): Promise<string[]> {
  const shown = await pane().evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("section[tabindex]") ?? document.body, NodeFilter.SHOW_TEXT);
    const pieces: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('[lang="vi"], textarea, select')) pieces.push(node.nodeValue ?? "");
    return pieces;
  });
  const ofText = new Set(wordsOf(PLAN));
  return shown.flatMap(wordsOf).filter((word) => /[^a-z]/u.test(word) && !ofText.has(word));
}

function wordsOf(piece: string): readonly string[] {
  return piece.toLowerCase().match(/\p{L}+/gu) ?? [];
}
