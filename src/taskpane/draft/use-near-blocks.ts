import { useEffect, useState, type RefObject } from "react";
import { LINE } from "./text-block";
import type { TextBlock } from "./text-blocks";

/** So many blocks are drawn before anybody has looked which are in sight. */
const FIRST = 3;

/** Which blocks of a text are in or near sight, and how high those are that have been. */
export function useNearBlocks(scroller: RefObject<HTMLElement | null>, blocks: readonly TextBlock[]): (index: number) => number | null {
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set(Array.from({ length: FIRST }, (_, index) => index)));
  const [heights, setHeights] = useState<ReadonlyMap<number, number>>(new Map());
  const count = blocks.length;
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        const seen = entries.map(({ target, isIntersecting, boundingClientRect }) => ({
          index: Number((target as HTMLElement).dataset["block"]), isIntersecting, height: boundingClientRect.height,
        }));
        setNear((before) => {
          const next = new Set(before);
          for (const { index, isIntersecting } of seen) if (isIntersecting) next.add(index);
          else next.delete(index);
          return next;
        });
        setHeights((before) => new Map([...before, ...seen.map(({ index, height }) => [index, height] as const)]));
      },
      { root: box, rootMargin: "150% 0px" },
    );
    for (const block of box.querySelectorAll("[data-block]")) watcher.observe(block);
    return () => watcher.disconnect();
  }, [scroller, count]);
  return (index) => {
    if (near.has(index)) return null;
    const block = blocks[index];
    return heights.get(index) ?? Math.ceil((block ? block.to - block.from : 0) / LINE.letters) * LINE.height;
  };
}
