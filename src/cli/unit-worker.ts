import type { RollUp, Today, UnitDone, UnitJob } from "../app";
import type { Lang } from "../quantity";

/** What every worker is told once. */
export interface WorkerSetup {
  /** The tiers for which figures are kept. */
  readonly nodes: readonly string[];
  readonly today: Today;
  readonly sources: boolean;
  readonly lang: Lang;
}

/** Reads files one after the other and keeps what they come to. */
export interface UnitWorker {
  /** Rejects only where the worker itself is lost, with all that it has kept. */
  readonly read: (job: UnitJob) => Promise<UnitDone>;
  /** What the files come to; the worker is not used again. */
  readonly rollUp: () => Promise<RollUp>;
  /** Ends it, whatever it is doing. */
  readonly close: () => Promise<void>;
}
