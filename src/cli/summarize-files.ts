import { basename, relative, resolve, sep } from "node:path";
import type { NamedFile, UnitJob } from "../app";
import type { Io } from "./io";

/** The files to be rolled up, in the order of their paths, and those that are not there. */
export interface Gathered {
  readonly jobs: readonly UnitJob[];
  /** Paths that lead nowhere or may not be looked into, with what was thrown. */
  readonly lost: readonly (NamedFile & Pick<UnitJob, "unit"> & { readonly cause: unknown })[];
}

/**
 * The files that paths stand for, each once, with their places in the tree: the name without its ending, under the folders between it and
 * the folder that was asked for; where several folders were asked for, also under that one.
 */
export async function gather(paths: readonly string[], io: Io): Promise<Gathered> {
  const jobs = new Map<string, NamedFile & Pick<UnitJob, "unit">>();
  const taken = new Set<string>();
  const lost: Gathered["lost"][number][] = [];
  for (const path of paths) {
    try {
      for (const file of await io.files(path)) {
        const inside = relative(path, file);
        const steps = inside === "" ? [basename(file)] : [...(paths.length > 1 ? [basename(resolve(path))] : []), ...inside.split(sep)];
        const key = resolve(file);
        if (jobs.has(key)) continue;
        const name = withoutEnding(steps.join("/"));
        // two folders of one name: the whole path tells their units apart
        const unit = taken.has(name) ? withoutEnding(file.split(sep).join("/")) : name;
        taken.add(unit);
        jobs.set(key, { unit, file });
      }
    } catch (cause) {
      lost.push({ unit: withoutEnding(basename(path)), file: path, cause });
    }
  }
  const sorted = [...jobs.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  return { jobs: sorted.map(({ unit, file }) => ({ unit, files: [{ file }] })), lost };
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]+$/, "");
}
