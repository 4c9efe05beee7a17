/** What a page saw of itself since its script began: for the report of the self-test. */
const blocked: string[] = [];
let readyAfter: number | null = null;

if (typeof document !== "undefined") {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => void blocked.push(`${violatedDirective}: ${blockedURI}`));
}

/** To be called once, when Office has told that it is ready. */
export function officeIsReady(): void {
  readyAfter = Math.round(performance.now());
}

/** What the security policy blocked, how long Office took to be ready (milliseconds since the page was opened), which script this is. */
export function pageFacts() {
  const script = document.querySelector<HTMLScriptElement>('script[src*="taskpane"]')?.getAttribute("src") ?? "";
  return { page: { "blocked by the security policy": [...blocked], "milliseconds until Office was ready": readyAfter }, build: script, browser: navigator.userAgent };
}
