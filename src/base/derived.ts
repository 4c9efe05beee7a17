/**
 * What follows from a value alone, worked out once for each: it hangs on the value itself and not on anything that a copy shares, so that
 * a copy with other parts starts anew. The value must not change once something was asked of it.
 */
export function derived<T extends object, V>(make: (from: T) => V): Derived<T, V> {
  const known = new WeakMap<T, { readonly value: V }>();
  const of = (from: T): V => {
    const before = known.get(from);
    if (before) return before.value;
    const value = make(from);
    known.set(from, { value });
    return value;
  };
  return Object.assign(of, { give: (to: T, value: V) => void known.set(to, { value }) });
}

export interface Derived<T extends object, V> {
  (from: T): V;
  /** Hands over what the maker of a value knows already; it has to be what `make` would find. */
  readonly give: (to: T, value: V) => void;
}
