import type { CDPSession } from "playwright-core";
import { launchBrowser, openPage } from "../journeys/browser";
import { serveBuilt, type Served } from "../journeys/server";
import type { Row } from "./row";

export const name = "page: processor time to a usable pane";

const RUNS = 5;

/** What was built, opened by a browser that was just started, in seconds of the page's thread; the middle one of some runs. */
export async function* run(): AsyncGenerator<Row> {
  const served = await serveBuilt();
  try {
    const runs: Opened[] = [];
    for (let at = 0; at < RUNS; at++) runs.push(await open(served));
    const middle = (of: (run: Opened) => number): number =>
      Math.round((runs.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0) * 100) / 100;
    yield { label: "until the pane can be used", value: middle(({ pane }) => pane), unit: "s" };
    yield { label: "until the workbook can be used", value: middle(({ workbook }) => workbook), unit: "s" };
  } finally {
    await served.close();
  }
}

interface Opened {
  readonly pane: number;
  readonly workbook: number;
}

async function open({ url }: Served): Promise<Opened> {
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, { viewport: { width: 1600, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await page.goto(url, { waitUntil: "commit" });
    await page.frameLocator("iframe[name=taskpane]").getByRole("radio").first().waitFor();
    const pane = await worked(session);
    await page.locator("#save:enabled").waitFor();
    return { pane, workbook: await worked(session) };
  } finally {
    await browser.close();
  }
}

/** Seconds that the thread of page and pane has worked. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name: metric }) => metric === "TaskDuration")?.value ?? 0;
}
