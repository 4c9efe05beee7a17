import type { Loaded } from "./checker";
import { choiceOf } from "./choice";
import type { Event } from "./state";

/** Loads what the pane works with when it is first asked for, once; after a failure it is tried anew. */
export function loader(load: () => Promise<Loaded>, dispatch: (event: Event) => void): () => Promise<Loaded> {
  let loading: Promise<Loaded> | null = null;
  return () => {
    loading ??= load().then(
      (all) => {
        const [plan] = all.work.catalogue;
        dispatch({ type: "loaded", work: all.work, choice: plan ? choiceOf(plan.id, all.work.kindsOf(plan)) : null });
        return all;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
}
