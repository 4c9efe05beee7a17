import { NEWEST_EXCEL_API } from "./conditions";

/** The bridge as the frame reaches it: directly, or through the page around it. */
export interface Transport {
  handle(requestText: string): Promise<string>;
  onEvent(listener: (messageText: string) => void): () => void;
}

/** What Microsoft's client looks for before it would talk to Excel itself. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by the client. */
  onMessageFromHost?: (text: string) => void;
}

/** The window that the client is loaded into. */
export interface ClientWindow {
  _richApiNativeBridge?: NativeBridge;
  Office?: unknown;
}

/** What `Office` says of Excel. */
export interface OfficeFacts {
  /** The language of its menus: "vi-VN". */
  readonly language: string;
  /** The language in which people write; that of the menus unless told. */
  readonly contentLanguage?: string;
  /** The newest minor version of ExcelApi 1.x, as it is when it is asked. */
  readonly excelApi?: () => number;
}

/**
 * Prepares a window for the unmodified client: to be called before its script is loaded. The client talks to `transport`, and
 * the members of `Office` that Excel's own loader would bring go before those that the script brings.
 */
export function prepareClient(target: ClientWindow, transport: Transport, facts: OfficeFacts): void {
  const native: NativeBridge = {
    sendMessageToHost: (text) => {
      transport.handle(text).then(
        (answer) => native.onMessageFromHost?.(answer),
        (cause: unknown) => native.onMessageFromHost?.(failedAnswer(text, cause)),
      );
    },
  };
  transport.onEvent((text) => native.onMessageFromHost?.(text));
  target._richApiNativeBridge = native;
  const office: object = officeMembers(facts);
  Object.defineProperty(target, "Office", {
    configurable: true,
    enumerable: true,
    get: () => office,
    // the script puts its own namespace here: it stays behind ours, which it goes on working with
    set: (value: object) => void Object.setPrototypeOf(office, value),
  });
}

/** Without an answer the client would wait for ever. */
function failedAnswer(requestText: string, cause: unknown): string {
  const { id } = JSON.parse(requestText) as { id: number };
  const message = cause instanceof Error ? cause.message : String(cause);
  const error = { Code: "ConnectionFailure", Message: message, Location: "", HttpStatusCode: 500, ActionIndex: -1 };
  return JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body: JSON.stringify({ Results: [], Error: error }) } });
}

/** The few members of `Office` that the pane uses, with the values that Excel on the web gives. */
export function officeMembers({ language, contentLanguage = language, excelApi = () => NEWEST_EXCEL_API }: OfficeFacts) {
  const info = { host: "Excel", platform: "OfficeOnline" } as const;
  return {
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline", PC: "PC", Mac: "Mac" },
    onReady: (callback?: (ready: typeof info) => unknown) => {
      const ready = Promise.resolve(info);
      return callback ? ready.then(async (value) => (await callback(value), value)) : ready;
    },
    context: {
      ...info,
      displayLanguage: language,
      contentLanguage,
      requirements: { isSetSupported: (name: string, version?: string | number) => isSetSupported(name, version, excelApi()) },
    },
  };
}

/** True for "ExcelApi" up to 1.`newest`; false for every other set. */
function isSetSupported(name: string, version: string | number = "1.1", newest: number): boolean {
  if (name !== "ExcelApi") return false;
  const [major = 0, minor = 0] = String(version).split(".").map(Number);
  return major < 1 || (major === 1 && minor <= newest);
}
