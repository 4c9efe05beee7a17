import { setTimeout as delay } from "node:timers/promises";
import { createBridge } from "../../src/host/bridge/bridge";
import { createEngine } from "../../src/host/engine";
import { replay, takeSnapshot, watchLog, workbookOf } from "../../src/host/log";

/** One workbook as it is used: written, calculated, put into a snapshot, opened from it, and let go. */
async function use(value: number): Promise<WeakRef<object>[]> {
  const first = createEngine({ name: "Sổ", sheets: ["Trang 1"] });
  const log: string[] = [];
  const watched = watchLog(first, (entry) => log.push(entry));
  const bridge = createBridge(first);
  const snapshot = takeSnapshot(first);
  const sheet = first.workbook.getActiveSheet();
  sheet.getRange("A1:A2").setValues([[1], [value]]);
  sheet.getRange("A3").setValue({ f: "=SUM(A1:A2)" });
  await first.settled();
  const second = createEngine({ data: workbookOf(snapshot) });
  replay(second, log);
  await second.settled();
  if (second.workbook.getActiveSheet().getRange("A3").getRawValue() !== value + 1) throw new Error("the second workbook is another");
  watched.dispose();
  bridge.dispose();
  first.dispose();
  second.dispose();
  return [new WeakRef(first), new WeakRef(second)];
}

async function collected(): Promise<void> {
  // the engine lets go of some of its timers a moment after it is disposed
  await delay(500);
  globalThis.gc?.();
  await delay(50);
  globalThis.gc?.();
}

async function main(): Promise<void> {
  const made: WeakRef<object>[] = [];
  const heaps: number[] = [];
  for (let count = 1; count <= 25; count++) {
    made.push(...(await use(count)));
    if (count % 5 === 0) {
      await collected();
      heaps.push(process.memoryUsage().heapUsed);
    }
  }
  process.stdout.write(JSON.stringify({ alive: made.filter((one) => one.deref()).length, heaps }));
}

void main();
