const KEY = "plan-tables.name";

/** The name that was given with the last explanation; blank where none was, or where the browser keeps nothing for a frame. */
export function keptName(): string {
  try {
    return window.localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a name for the next explanation, on this computer only. A browser that refuses asks for it again. */
export function keepName(name: string): void {
  try {
    window.localStorage.setItem(KEY, name);
  } catch {
    return;
  }
}
