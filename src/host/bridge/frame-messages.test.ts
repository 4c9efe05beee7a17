import { describe, expect, test } from "@jest/globals";
import type { Transport } from "./frame";
import { pageTransport, serveFrame } from "./frame-messages";

const ORIGIN = "http://localhost:3000";

/** Two windows, one in the other, that pass messages as a browser does. */
function windows() {
  const page = Object.assign(new EventTarget(), { location: { origin: ORIGIN } });
  const inner = Object.assign(new EventTarget(), { location: { origin: ORIGIN }, parent: page, postMessage: () => undefined });
  const post = (to: EventTarget, source: unknown) => (data: unknown, origin: string) =>
    void queueMicrotask(() => to.dispatchEvent(Object.assign(new Event("message"), { source, origin, data: structuredClone(data) })));
  Object.assign(page, { postMessage: post(page, inner) });
  Object.assign(inner, { postMessage: post(inner, page) });
  const frame = { contentWindow: inner };
  return { page: page as unknown as Window, inner: inner as unknown as Window, frame: frame as unknown as HTMLIFrameElement };
}

describe("messages between page and frame", () => {
  test("carry each answer to its question, failures and events", async () => {
    const { page, inner, frame } = windows();
    const listeners = new Set<(text: string) => void>();
    const transport: Transport = {
      handle: async (text) => {
        if (text === "bad") throw new Error("no");
        await new Promise((resolve) => setTimeout(resolve, text === "slow" ? 5 : 0));
        return `${text}!`;
      },
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const stop = serveFrame(transport, page, frame);
    const client = pageTransport(inner);
    const heard: string[] = [];
    client.onEvent((text) => heard.push(text));
    const answers = Promise.all([client.handle("slow"), client.handle("fast")]);
    await expect(client.handle("bad")).rejects.toThrow("no");
    expect(await answers).toEqual(["slow!", "fast!"]);
    for (const listener of listeners) listener("changed");
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(heard).toEqual(["changed"]);
    stop();
    expect(listeners.size).toBe(0);
  });

  test("from elsewhere are passed over", async () => {
    const { page, inner, frame } = windows();
    const asked: string[] = [];
    serveFrame({ handle: async (text) => (asked.push(text), text), onEvent: () => () => undefined }, page, frame);
    const request = { kind: "rich-api-request", number: 1, text: "x" };
    for (const [source, origin] of [[inner, "https://elsewhere"], [page, ORIGIN]] as const) {
      page.dispatchEvent(Object.assign(new Event("message"), { source, origin, data: request }));
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(asked).toEqual([]);
  });
});
