import { afterEach, describe, expect, test } from "@jest/globals";
import { createEngine, type Engine } from "../engine";
import { type Keeper, keepBook, type KeeperOptions } from "./keeper";
import type { KeptBook } from "./store";

const engines: Engine[] = [];
afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

function keeperOf(store: KeeperOptions["store"]): { keeper: Keeper; type: (value: number) => void; told: (string | null)[] } {
  const engine = createEngine({ name: "w", sheets: ["a"] });
  engines.push(engine);
  const told: (string | null)[] = [];
  const keeper = keepBook({
    engine, store, book: { id: "1", file: null }, known: false, failed: (cause) => told.push(cause && cause.message),
  });
  return { keeper, type: (value) => void engine.workbook.getActiveSheet().getRange("A1").setValue(value), told };
}

describe("unsafe", () => {
  test("without storage, from the first change on, before any write was tried", async () => {
    const { keeper, type, told } = keeperOf(new Error("forbidden"));
    expect(keeper.unsafe).toBe(false);
    type(1);
    expect(keeper.unsafe).toBe(true);
    await keeper.flush();
    expect(keeper.unsafe).toBe(true);
    expect(told).toEqual(["forbidden"]);
    keeper.dispose();
  });

  test("while storage fails, until what was lost is kept", async () => {
    let full = true;
    const kept: string[] = [];
    const take = (text: string): Promise<void> => (full ? Promise.reject(new Error("full")) : Promise.resolve(void kept.push(text)));
    const { keeper, type, told } = keeperOf({
      append: (_, entries) => take(entries.join("")),
      replace: (_, snapshot) => take(snapshot),
    });
    type(11);
    expect(keeper.unsafe).toBe(false);
    await keeper.flush();
    expect(keeper.unsafe).toBe(true);
    full = false;
    type(12);
    expect(keeper.unsafe).toBe(true);
    await keeper.flush();
    expect(keeper.unsafe).toBe(false);
    expect(told).toEqual(["full", null]);
    expect(kept).toHaveLength(1);
    type(13);
    expect(keeper.unsafe).toBe(false);
    await keeper.flush();
    expect(kept[1]).toContain("13");
    keeper.dispose();
  });
});

test("a file that is opened is kept under its own id, with what of it is not shown; one that fails leaves all as it was", async () => {
  const kept: KeptBook[] = [];
  const { keeper, type } = keeperOf({
    append: (book) => Promise.resolve(void kept.push(book)),
    replace: (book) => Promise.resolve(void kept.push(book)),
  });
  type(1);
  await expect(keeper.turnTo("2", () => Promise.reject(new Error("no workbook")))).rejects.toThrow("no workbook");
  type(2);
  await keeper.turnTo("2", () => {
    type(3);
    return Promise.resolve({ name: "a.xls", left: [{ kind: "pictures" as const, sheets: ["Một"] }] });
  });
  await keeper.flush();
  expect(keeper.id).toBe("2");
  expect(kept.map(({ id, name, file, left }) => ({ id, name, file, left }))).toEqual([
    { id: "1", name: "a", file: null, left: [] },
    { id: "1", name: "a", file: null, left: [] },
    { id: "2", name: "a.xls", file: "a.xls", left: [{ kind: "pictures", sheets: ["Một"] }] },
  ]);
  keeper.dispose();
});
