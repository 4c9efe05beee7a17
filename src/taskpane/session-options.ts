import type { Lang } from "../quantity";
import type { Loaded } from "./checker";
import type { Place } from "./state";

/** What a session is given by the page. */
export interface SessionOptions {
  readonly load: () => Promise<Loaded>;
  readonly place: Place;
  readonly lang: Lang;
  /** Asks how this Excel writes numbers; null where it does not say: as the language does. Never rejects. */
  readonly notation: () => Promise<Lang | null>;
  readonly now: () => Date;
  readonly timers: { readonly set: (run: () => void, ms: number) => unknown; readonly clear: (timer: unknown) => void };
  /** Keeps the language for the next time. */
  readonly remember: (lang: Lang) => void;
}
