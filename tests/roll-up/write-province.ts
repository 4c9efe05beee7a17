import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Province } from "./province";

/** Writes the communes' workbooks into a folder, those of each district into one of its own; returns the paths of the files. */
export function writeProvince(folder: string, { communes }: Province): string[] {
  return communes.flatMap(({ unit, bytes }) => {
    const file = bytes();
    if (!file) return [];
    const path = join(folder, `${unit}.xlsx`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file);
    return [path];
  });
}
