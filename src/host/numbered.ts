/** What is kept under numbers, as Univer keeps rows and cells: TypeScript calls the values of such an object `any`. */
export function numbered<T>(things: { readonly [key: number]: T } | null | undefined): [number, T][] {
  return Object.entries((things ?? {}) as Readonly<Record<string, T>>).map(([key, thing]) => [Number(key), thing]);
}
