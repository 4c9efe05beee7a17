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

/** The cells of one row by their column, each made when somebody first asks for it. */
export class RowCells<V extends object> implements ReadonlyMap<string, V> {
  readonly #places: ReadonlyMap<string, number>;
  readonly #make: (row: number, place: number) => V;
  readonly #row: number;
  readonly #made: V[] = [];

  /** `places`: of the columns, by their ids; `make` is called once for each, with the row and the place. */
  constructor(places: ReadonlyMap<string, number>, make: (row: number, place: number) => V, row: number) {
    this.#places = places;
    this.#make = make;
    this.#row = row;
  }

  #at(place: number): V {
    return (this.#made[place] ??= this.#make(this.#row, place));
  }

  #all(): ReadonlyMap<string, V> {
    return new Map([...this.#places].map(([key, place]) => [key, this.#at(place)]));
  }

  get size(): number {
    return this.#places.size;
  }

  get(key: string): V | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#at(place);
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  forEach(callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    this.#places.forEach((place, key) => callback(this.#at(place), key, this));
  }

  keys(): MapIterator<string> {
    return this.#places.keys();
  }

  values(): MapIterator<V> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, V]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.#all().entries();
  }
}
