/** What a page saw of itself since its script began: for the report of the self-test. */
const blocked: string[] = [];
let readyAfter: number | null = null;
let platform: string | undefined;

if (typeof document !== "undefined") {
  document.addEventListener(
    "securitypolicyviolation",
    ({ violatedDirective, blockedURI }) => void blocked.push(`${violatedDirective}: ${blockedURI}`),
  );
}

/** To be called once, when Office has told that it is ready; `on` is the platform as it names it. */
export function officeIsReady(on: string | undefined): void {
  platform = on;
  readyAfter = Math.round(performance.now());
}

/** Excel on a Mac opens a dialog that picks no folder: https://github.com/OfficeDev/office-js/issues/4322 */
export function picksFolders(
  on = platform,
  browserDoes = typeof HTMLInputElement !== "undefined" && "webkitdirectory" in HTMLInputElement.prototype,
): boolean {
  return browserDoes && on !== "Mac";
}

/** What the security policy blocked, how long Office took to be ready (milliseconds since the page was opened), which script this is. */
export function pageFacts() {
  const script = document.querySelector<HTMLScriptElement>('script[src*="taskpane"]')?.getAttribute("src") ?? "";
  return {
    page: { "blocked by the security policy": [...blocked], "milliseconds until Office was ready": readyAfter },
    build: script,
    browser: navigator.userAgent,
  };
}
