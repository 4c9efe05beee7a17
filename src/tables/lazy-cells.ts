/** A map that is made when somebody first asks for it: most cells of a table that is right are never looked at one by one. */
export class LazyCells<K, V> implements ReadonlyMap<K, V> {
  #made: ReadonlyMap<K, V> | null = null;
  readonly #make: (row: number) => ReadonlyMap<K, V>;
  readonly #row: number;

  /** `make` is called once, with the row. */
  constructor(make: (row: number) => ReadonlyMap<K, V>, row: number) {
    this.#make = make;
    this.#row = row;
  }

  #all(): ReadonlyMap<K, V> {
    return (this.#made ??= this.#make(this.#row));
  }

  get size(): number {
    return this.#all().size;
  }

  get(key: K): V | undefined {
    return this.#all().get(key);
  }

  has(key: K): boolean {
    return this.#all().has(key);
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    this.#all().forEach((value, key) => callback(value, key, this));
  }

  keys(): MapIterator<K> {
    return this.#all().keys();
  }

  values(): MapIterator<V> {
    return this.#all().values();
  }

  entries(): MapIterator<[K, V]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.#all().entries();
  }
}
