import { transformSync, type Message } from "esbuild";

/** What is wrong, and where: a path in the plan, a line of the file, or "" for the whole. */
export interface Problem {
  readonly at: string;
  readonly message: string;
}

/** Reads JSON. What is wrong is told with its line and column, both from 1; a key that stands twice in one object is wrong too. */
export function readJson(text: string): { readonly data: unknown; readonly problems: readonly Problem[] } {
  if (text.startsWith("\uFEFF"))
    return {
      data: null,
      problems: [{ at: "line 1, column 1", message: "expected {, not a byte-order mark: save the file as UTF-8 without BOM" }],
    };
  const places = faultsOf(text);
  if (places.length > 0) return { data: null, problems: places };
  try {
    return { data: JSON.parse(text) as unknown, problems: [] };
  } catch (cause) {
    return { data: null, problems: [{ at: "", message: String(cause) }] };
  }
}

/** esbuild says where; JSON.parse of Node 20 does so for some mistakes only, and lets a later key win over an earlier one in silence. */
function faultsOf(text: string): Problem[] {
  try {
    return transformSync(text, { loader: "json", logLevel: "silent" }).warnings.map(placed);
  } catch (cause) {
    if (isFailure(cause)) return cause.errors.map(placed);
    throw cause;
  }
}

function isFailure(cause: unknown): cause is { readonly errors: Message[] } {
  return typeof cause === "object" && cause !== null && "errors" in cause && Array.isArray(cause.errors);
}

function placed({ text, location }: Message): Problem {
  if (location === null) return { at: "", message: text };
  // columns are counted in bytes, of which a Vietnamese letter has up to three
  const before = Buffer.from(location.lineText).subarray(0, location.column).toString();
  return { at: `line ${location.line}, column ${before.length + 1}`, message: text };
}
