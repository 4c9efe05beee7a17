import { expect, test } from "@jest/globals";
import { textOf } from "./rooms";

interface Entry {
  readonly version?: string;
  readonly optional?: boolean;
  readonly integrity?: string;
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(textOf("package-lock.json")) as { packages: Record<string, Entry> };

/** Where Node would look for a package from the folder of another: beside it, then one level up, and so on. */
function isLocked(name: string, from: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (`${at === "" ? "" : `${at}/`}node_modules/${name}` in packages) return true;
    if (at === "") return false;
  }
}

test("what is optional is locked for every platform, so that `npm ci` works on each", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(name, path)),
  );
  expect(missing).toEqual([]);
});

test("every package that is not for one platform alone is locked by its content", () => {
  expect(
    Object.entries(packages)
      .filter(([path, entry]) => path !== "" && entry.integrity === undefined && entry.os === undefined)
      .map(([path]) => path),
  ).toEqual([]);
});
