import type { Engine } from "../engine";
import type { Records } from "../records";
import { type HostConditions, usualConditions } from "./conditions";
import { sendEvents } from "./events";
import { RichApiFailure, type RichApiCode } from "./failure";
import { type RefuseCall, runBatch } from "./interpreter";
import { rangeObject } from "./objects/range";
import { rangeAreasObject } from "./objects/range-areas";
import { workbookObject } from "./objects/workbook";
import { worksheetObject } from "./objects/worksheet";
import { Session } from "./session";
import { watchShifts } from "./shift";
import { type BatchAnswer, type BatchRequest, type EventEntry, parseRequest, type RequestMessage } from "./wire";

export interface BridgeStats {
  /** Round trips that code asked for. */
  readonly messages: number;
  /** What `Excel.run` adds at its end to let go of ranges; nothing waits for it. */
  readonly cleanups: number;
  /** UTF-8 bytes of the bodies of the messages, without the clean-ups. */
  readonly requestBytes: number;
  readonly answerBytes: number;
}

export interface BridgeOptions {
  /** Most bytes of one request and of one answer: 5 MB as Excel on the web has it. */
  readonly limit?: number;
  /** Makes Excel refuse a message, as it does while a cell is being edited. Null lets it through. */
  readonly refuse?: (request: BatchRequest) => RichApiCode | null;
  /**
   * Told of each method that is called and each property that is set, as "Worksheet.Delete"; makes Excel refuse that one. Null lets it
   * through.
   */
  readonly refuseCall?: RefuseCall;
  /** Longest wait for a calculation, in milliseconds: as long as the engine waits by itself unless told. */
  readonly patience?: number;
  /** What Excel is like from the beginning, where it is not as usual. */
  readonly conditions?: Partial<HostConditions>;
}

/** The host's end of Microsoft's rich API for one frame over a running workbook. */
export interface Bridge {
  /** Answers the text of a request; waits until formulas are calculated. Requests are worked on one after the other. */
  handle(requestText: string): Promise<string>;
  /** Called with the text of each message of events; the returned function stops it. */
  onEvent(listener: (messageText: string) => void): () => void;
  readonly stats: BridgeStats;
  resetStats(): void;
  /** Charts and print set-up, which the engine does not know. */
  readonly records: Records;
  /** What Excel is like; whoever changes it changes what the next action meets. */
  readonly conditions: HostConditions;
  dispose(): void;
}

const LIMIT = 5 * 1024 * 1024;
const NO_STATS: BridgeStats = { messages: 0, cleanups: 0, requestBytes: 0, answerBytes: 0 };

export function createBridge(engine: Engine, options: BridgeOptions = {}): Bridge {
  const { limit = LIMIT, refuse = () => null, refuseCall = () => null, patience } = options;
  const conditions: HostConditions = { ...usualConditions(), ...options.conditions };
  const listeners = new Set<(text: string) => void>();
  const session: Session = new Session(engine, {
    range: (handle) => rangeObject(session, handle),
    areas: (sheetId, areas) => rangeAreasObject(session, sheetId, areas),
    worksheet: (sheetId) => worksheetObject(session, sheetId, events.registrations),
  });
  const events = sendEvents(session, (entries) => {
    const text = eventMessage(entries);
    for (const listener of listeners) listener(text);
  });
  const shifts = watchShifts(engine.commands, (sheetId, shift) => session.shift(sheetId, shift));
  const root = workbookObject(session, events.registrations);
  let stats = NO_STATS;
  let last: Promise<unknown> = Promise.resolve();

  const answer = async (request: RequestMessage): Promise<string> => {
    const { body } = request.message;
    const asked = bytes(JSON.stringify(body));
    const text = JSON.stringify(await work(body, asked));
    const answered = bytes(text);
    const tooLarge = answered > limit;
    if (isCleanup(body)) stats = { ...stats, cleanups: stats.cleanups + 1 };
    else
      stats = {
        ...stats,
        messages: stats.messages + 1,
        requestBytes: stats.requestBytes + asked,
        answerBytes: stats.answerBytes + answered,
      };
    return tooLarge
      ? JSON.stringify(refused("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit."))
      : text;
  };

  const work = async (body: BatchRequest, asked: number): Promise<BatchAnswer> => {
    const code = refuse(body);
    if (code) return refused(code, `Excel refuses: ${code}.`);
    if (asked > limit) return refused("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
    try {
      const result = await runBatch(body, {
        root,
        conditions,
        refuseCall,
        reference: (id) => {
          const handle = session.kept(id);
          return handle && rangeObject(session, handle);
        },
        settled: () => {
          session.flush();
          return engine.settled(patience);
        },
      });
      session.flush();
      if (!isCleanup(body)) await engine.settled(patience);
      return result;
    } catch (cause) {
      // a fault of ours or of the engine: the code that waits for an answer has to hear of it
      return refused("GeneralException", cause instanceof Error ? cause.message : String(cause));
    } finally {
      session.finish();
    }
  };

  return {
    handle: (requestText) => {
      const next = last.then(async () => {
        const request = parseRequest(requestText);
        events.hold(true);
        try {
          return answerMessage(request.id, await answer(request));
        } finally {
          events.hold(false);
        }
      });
      last = next.catch(() => undefined);
      return next;
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get stats() {
      return stats;
    },
    resetStats: () => {
      stats = NO_STATS;
    },
    records: engine.records,
    conditions,
    dispose: () => {
      events.dispose();
      shifts.dispose();
      listeners.clear();
    },
  };
}

function refused(code: RichApiCode, message: string): BatchAnswer {
  const failure = new RichApiFailure(code, message);
  return { Results: [], Error: { Code: code, Message: message, Location: "", HttpStatusCode: failure.status, ActionIndex: -1 } };
}

/** The client reads a body that is JSON itself as it reads one that is its text: so it is written and parsed once. */
function answerMessage(id: number, body: string): string {
  return `{"id":${id},"type":2,"message":{"statusCode":200,"headers":{},"body":${body}}}`;
}

function isCleanup(body: BatchRequest): boolean {
  const calls = body.Actions.filter((action) => action.ActionType === 3);
  return (
    calls.length > 0 &&
    calls.every((action) => action.Name === "_RemoveReference") &&
    body.Actions.every((action) => action.ActionType === 3 || action.ActionType === 1)
  );
}

function eventMessage(entries: readonly EventEntry[]): string {
  return JSON.stringify({ type: 3, message: { entries } });
}

const encoder = new TextEncoder();
const room = new Uint8Array(1 << 16);

/** Counted in pieces: a message of some megabytes is not copied for it. */
function bytes(text: string): number {
  let count = 0;
  for (let rest = text; rest !== ""; ) {
    const { read, written } = encoder.encodeInto(rest, room);
    count += written;
    rest = rest.slice(read);
  }
  return count;
}
