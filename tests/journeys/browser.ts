import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { minutes } from "../support/patience";

/** Where Chrome, Edge and Chromium put themselves, by platform of Node. */
const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/opt/google/chrome/chrome",
    "/usr/bin/microsoft-edge", "/usr/bin/microsoft-edge-stable", "/opt/microsoft/msedge/msedge",
    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) =>
    ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe", "Chromium\\Application\\chrome.exe"].map(
      (path) => join(process.env[variable] ?? "C:\\", path),
    ),
  ),
};

/** A browser that speaks to nobody but the page, so that a closed network costs nothing. */
const FLAGS = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-domain-reliability",
  "--font-render-hinting=none",
];

/**
 * Starts a headless browser: the one that CHROME_PATH names, else an installed Chrome, Edge or Chromium, else the binary
 * inside @sparticuz/chromium. Rejects with a sentence that says what to install when there is none, or when it does not start.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  try {
    return await chromium.launch({ executablePath, headless: true, args: FLAGS });
  } catch (cause) {
    throw new Error(`The browser ${executablePath} did not start. ${ADVICE}`, { cause });
  }
}

/** A browser that keeps what its pages keep in a folder, as a person's does, and can be ended as by a failing machine. */
export interface KeepingBrowser {
  readonly context: BrowserContext;
  /** Ends it at once: nothing of it, and nothing of its pages, runs on. */
  kill(): Promise<void>;
}

/** Starts a browser with a folder that it may have had before. */
export async function startKeepingBrowser(folder: string): Promise<KeepingBrowser> {
  const flags = ["--headless", "--no-sandbox", "--remote-debugging-port=0", `--user-data-dir=${folder}`, ...FLAGS];
  const program = spawn(await findBrowser(), [...flags, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(program, "exit");
  const kill = async (): Promise<void> => {
    program.kill("SIGKILL");
    await ended;
  };
  const address = new Promise<string>((resolve, reject) => {
    program.once("error", reject);
    createInterface(program.stderr).on("line", (line) => {
      const [, found] = /^DevTools listening on (ws:.*)$/.exec(line) ?? [];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`The browser did not start. ${ADVICE}`)));
  });
  try {
    const [context] = (await chromium.connectOverCDP(await address)).contexts();
    if (!context) throw new Error("the browser has no window");
    context.setDefaultTimeout(minutes(1));
    return { context, kill };
  } catch (cause) {
    await kill();
    throw cause;
  }
}

/** A page that waits for what a step is to show as long as this machine needs. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(minutes(1));
  return page;
}

const ADVICE = "Install Google Chrome, Microsoft Edge or Chromium, or set CHROME_PATH to the program of one of them.";

async function findBrowser(): Promise<string> {
  const named = process.env["CHROME_PATH"];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which is not there. ${ADVICE}`);
  }
  const found = (INSTALLED[process.platform] ?? []).find((path) => existsSync(path)) ?? (await bundledBrowser());
  if (found) return found;
  throw new Error(`There is no browser for the journeys. ${ADVICE}`);
}

/** The package holds a binary for Linux on x64 alone, and unpacks it into the temporary folder. */
async function bundledBrowser(): Promise<string | null> {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  // The package unpacks the libraries that it needs only where it believes itself in Amazon's runtime; it looks while it loads.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs22.x";
  const { default: bundled } = await import("@sparticuz/chromium");
  return oneAtATime(() => bundled.executablePath());
}

/**
 * Two workers come at once, and the package takes a program that another one is still unpacking for a whole one. Who listens on a
 * socket of that name (it is no file, and goes with its process) unpacks; the others wait.
 */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const lock = createServer();
  const taken = (cause: NodeJS.ErrnoException): boolean => {
    if (cause.code === "EADDRINUSE") return true;
    throw cause;
  };
  while (await once(lock.listen("\0plan-tables-browser"), "listening").then(() => false, taken)) await delay(100);
  try {
    return await work();
  } finally {
    lock.close();
  }
}
