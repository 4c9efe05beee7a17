import { expect, test } from "@jest/globals";
import {
  gatherUnits, localWorker, resultOf, type NamedFile, type UnitDone, type UnitJob, type UnitWorker, type WorkerSetup,
} from "../../src/app";
import { wordsOf } from "../../src/i18n";
import { openXlsx } from "../../src/workbook/xlsx";
import { makeProvince } from "./province";

const words = wordsOf("vi");
const setup: WorkerSetup = { nodes: [], today: { year: 2024, month: 3, day: 1 }, sources: true, lang: "vi" };

async function files() {
  const { communes } = await makeProvince(12, words);
  const bytes = new Map(communes.flatMap(({ unit, bytes: own }) => [[`${unit}.xlsx`, own()] as [string, Uint8Array | null]]));
  const jobs = communes.filter(({ unit }) => bytes.get(`${unit}.xlsx`)).map(({ unit }) => ({ unit, files: [{ file: `${unit}.xlsx` }] }));
  // each later file is ready sooner than the one before
  const open = async ({ file }: NamedFile) => {
    await new Promise((resume) => setTimeout(resume, 40 - 3 * jobs.findIndex(({ files: [own] }) => own?.file === file)));
    return openXlsx(bytes.get(file) ?? new Uint8Array());
  };
  return { jobs, open };
}

async function read(count: number, make: () => UnitWorker, jobs: readonly UnitJob[]) {
  const told: UnitDone[] = [];
  const { rollUp } = await gatherUnits(jobs, { count, make, told: (done) => Promise.resolve(void told.push(done)) }, words);
  return { told, result: resultOf(rollUp) };
}

test("files are told of in their order, and come to the same, however many workers read them", async () => {
  const { jobs, open } = await files();
  const one = await read(1, () => localWorker(setup, open), jobs);
  const three = await read(3, () => localWorker(setup, open), jobs);
  expect(one.told.map(({ reports }) => reports[0]?.unit)).toEqual(jobs.map(({ unit }) => unit));
  expect(three).toEqual(one);
});

test("a worker that is lost costs the file that it was at, and no other", async () => {
  const { jobs, open } = await files();
  const fatal = jobs[5]?.unit;
  const make = (): UnitWorker => {
    const worker = localWorker(setup, open);
    return { ...worker, read: (job) => (job.unit === fatal ? Promise.reject(new Error("out of memory")) : worker.read(job)) };
  };
  const broken = await read(2, make, jobs);
  const without = await read(1, () => localWorker(setup, open), jobs.filter(({ unit }) => unit !== fatal));
  expect(broken.result).toEqual(without.result);
  expect(broken.told.map(({ reports }) => [reports[0]?.unit, reports[0]?.state])).toEqual(
    jobs.map(({ unit }) => [unit, unit === fatal ? "broken" : "read"]),
  );
});

test("where nobody can be told any more, nothing more is read and every worker is ended", async () => {
  const { jobs, open } = await files();
  let [made, closed, asked] = [0, 0, 0];
  const make = (): UnitWorker => {
    made += 1;
    const worker = localWorker(setup, open);
    return { ...worker, read: (job) => (asked++, worker.read(job)), close: () => Promise.resolve(void (closed += 1)) };
  };
  const told = (_: UnitDone, index: number): Promise<void> =>
    index === 1 ? Promise.reject(new Error("the disk is full")) : Promise.resolve();
  await expect(gatherUnits(jobs, { count: 3, make, told }, words)).rejects.toThrow("the disk is full");
  // the others end with the file that they are at
  while (closed < made) await new Promise((resume) => setTimeout(resume, 20));
  expect(asked).toBeLessThan(jobs.length);
});
