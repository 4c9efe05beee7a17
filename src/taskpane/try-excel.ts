import type { Loaded } from "./checker";
import type { Event } from "./state";

interface Telling {
  readonly dispatch: (event: Event) => void;
  readonly stopped: () => boolean;
  readonly now: () => Date;
}

/** Runs the self-test of Excel and tells each result as it comes. Rejects with what keeps it from its end. */
export async function tryExcel({ selfTestSide }: Loaded, run: number, { dispatch, stopped, now }: Telling): Promise<void> {
  dispatch({ type: "self-test-begun", run });
  const selfTest = await selfTestSide();
  const told = (result: Extract<Event, { type: "self-test-told" }>["result"], share: number): void => {
    dispatch({ type: "self-test-told", result, run });
    dispatch({ type: "progressed", share, run });
  };
  dispatch({ type: "self-test-ended", end: await selfTest({ told, stopped, now }), run });
}
