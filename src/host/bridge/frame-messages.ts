import type { Transport } from "./frame";

/** Messages between the page and the frame in it; both come from the same place. */
interface Request {
  readonly kind: "rich-api-request";
  readonly number: number;
  readonly text: string;
}

type Reply =
  | { readonly kind: "rich-api-answer"; readonly number: number; readonly text: string }
  | { readonly kind: "rich-api-failure"; readonly number: number; readonly reason: string }
  | { readonly kind: "rich-api-event"; readonly text: string };

/** The page's end: answers what the frame asks. Call it before the frame is loaded; the returned function stops it. */
export function serveFrame(transport: Transport, page: Window, frame: HTMLIFrameElement): () => void {
  const reply = (message: Reply) => frame.contentWindow?.postMessage(message, page.location.origin);
  const onMessage = ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || origin !== page.location.origin || !isRequest(data)) return;
    transport.handle(data.text).then(
      (text) => reply({ kind: "rich-api-answer", number: data.number, text }),
      (cause: unknown) =>
        reply({ kind: "rich-api-failure", number: data.number, reason: cause instanceof Error ? cause.message : String(cause) }),
    );
  };
  page.addEventListener("message", onMessage);
  const stopEvents = transport.onEvent((text) => reply({ kind: "rich-api-event", text }));
  return () => {
    page.removeEventListener("message", onMessage);
    stopEvents();
  };
}

/** A bridge that is not there yet: what is asked of it waits. */
export function laterTransport(coming: Promise<Transport>): Transport {
  return {
    handle: async (text) => (await coming).handle(text),
    onEvent: (listener) => {
      let stopped = false;
      let stop: (() => void) | null = null;
      coming.then(
        (transport) => {
          if (!stopped) stop = transport.onEvent(listener);
        },
        // whoever asks hears of it
        () => undefined,
      );
      return () => {
        stopped = true;
        stop?.();
      };
    },
  };
}

/** The frame's end: the bridge behind the page around this window. */
export function pageTransport(frame: Window): Transport {
  const waiting = new Map<number, { resolve: (text: string) => void; reject: (cause: Error) => void }>();
  const listeners = new Set<(text: string) => void>();
  let next = 1;
  frame.addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== frame.parent || origin !== frame.location.origin || !isReply(data)) return;
    if (data.kind === "rich-api-event") {
      for (const listener of listeners) listener(data.text);
      return;
    }
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.kind === "rich-api-answer") asked?.resolve(data.text);
    else asked?.reject(new Error(data.reason));
  });
  return {
    handle: (text) =>
      new Promise((resolve, reject) => {
        const number = next++;
        waiting.set(number, { resolve, reject });
        frame.parent.postMessage({ kind: "rich-api-request", number, text } satisfies Request, frame.location.origin);
      }),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function kindOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "kind" in data ? data.kind : undefined;
}

function isRequest(data: unknown): data is Request {
  return kindOf(data) === "rich-api-request";
}

function isReply(data: unknown): data is Reply {
  const kind = kindOf(data);
  return kind === "rich-api-answer" || kind === "rich-api-failure" || kind === "rich-api-event";
}
