/** The first of so many places, from one on, for which it is so as for all after it; `size` where it is so for none. */
export function firstFrom(size: number, isSo: (place: number) => boolean, from = 0): number {
  let [low, high] = [from, size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
