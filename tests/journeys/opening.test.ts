import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { openPage } from "./browser";
import { LIMIT, serveToBrowser } from "./journey";

const CDN = "https://appsforoffice.microsoft.com/**";
const hosted = serveToBrowser();

/** The pane as Excel opens it; `office` answers for office.js on Microsoft's CDN, null for never. */
async function openPane(office: string | null, prepare: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<Page> {
  const page = await openPage(hosted.browser, { viewport: { width: 370, height: 700 } });
  await page.clock.install();
  await page.route(CDN, (route) => (office === null ? undefined : route.fulfill({ contentType: "text/javascript", body: office })));
  await prepare(page);
  await page.goto(`${hosted.url}taskpane.html`, { waitUntil: "commit" });
  return page;
}

const LATE = /Sau 10 giây vẫn chưa mở được.*appsforoffice\.microsoft\.com/;
const OLD = /Safari 16\.4 trở lên/;

test.each([
  ["office.js does not come", null],
  ["a file that office.js pulls in does not come", "window.Office = { onReady: function () { return new Promise(function () {}); } };"],
])("words stand there at once, and after ten seconds what may be blocked, where %s", async (_, office) => {
  const page = await openPane(office);
  await page.getByText("Đang mở Bảng Kế hoạch…").waitFor();
  expect(await page.getByText(LATE).isVisible()).toBe(false);
  await page.clock.runFor(11_000);
  await page.getByText(LATE).waitFor();
  expect(await page.getByText("Đang mở Bảng Kế hoạch…").isVisible()).toBe(false);
  await page.close();
}, LIMIT);

test("where office.js is blocked at once, that is said at once", async () => {
  const page = await openPage(hosted.browser);
  await page.route(CDN, (route) => route.abort());
  await page.goto(`${hosted.url}taskpane.html`);
  await page.getByText(/thư viện Office|Office library/).first().waitFor();
  await page.close();
}, LIMIT);

test.each(["toSorted", "findLast"])(
  "a browser without Array.%s is told which version is needed, and nothing else is shown over it",
  async (method) => {
    const page = await openPane("window.Office = { onReady: function () { return Promise.resolve({}); } };", (one) =>
      one.addInitScript((name) => void Reflect.deleteProperty(Array.prototype, name), method).then(() => undefined),
    );
    await page.getByText(OLD).waitFor();
    await page.clock.runFor(11_000);
    expect(await page.getByText(OLD).isVisible()).toBe(true);
    expect(await page.getByText(LATE).isVisible()).toBe(false);
    await page.close();
  },
  LIMIT,
);

test("a frame of Microsoft's that asks for trust may be shown in the pane, and none of others", async () => {
  const page = await openPane("window.Office = { onReady: function () { return new Promise(function () {}); } };");
  await page.route("https://appsforoffice.microsoft.com/trust", (route) => route.fulfill({ contentType: "text/html", body: "trust" }));
  await page.route("https://example.com/", (route) => route.fulfill({ contentType: "text/html", body: "other" }));
  await page.getByText("Đang mở Bảng Kế hoạch…").waitFor();
  await page.evaluate(async () => {
    for (const src of ["https://appsforoffice.microsoft.com/trust", "https://example.com/"]) {
      const frame = document.createElement("iframe");
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      frame.src = src;
      document.body.append(frame);
      await loaded;
    }
  });
  const [trusted, other] = page.frames().slice(1);
  expect(await trusted?.locator("body").innerText()).toBe("trust");
  expect(other?.url()).toMatch(/^(chrome-error|about):/);
  await page.close();
}, LIMIT);
