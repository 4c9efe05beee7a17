import { useEffect, useState, type DragEvent } from "react";

/** What a box needs to take a file that is dropped on it; `isOver` while one is held over it. */
interface FileDrop {
  readonly isOver: boolean;
  readonly box: {
    readonly onDragEnter: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Gives the first of the files that are dropped on a box; one that is dropped beside it does not take the place of the whole pane. */
export function useFileDrop(take: (file: File) => void): FileDrop {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const beside = (event: globalThis.DragEvent): void => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", beside);
    window.addEventListener("drop", beside);
    return () => {
      window.removeEventListener("dragover", beside);
      window.removeEventListener("drop", beside);
    };
  }, []);
  const drag = (over: boolean) => (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(over);
  };
  return {
    isOver,
    box: {
      onDragEnter: drag(true),
      onDragOver: drag(true),
      onDragLeave: drag(false),
      onDrop: (event) => {
        drag(false)(event);
        const [file] = event.dataTransfer.files;
        if (file) take(file);
      },
    },
  };
}
