import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { minutes } from "../support/patience";

/** Has LibreOffice convert a workbook ("xlsx", "pdf", "csv …"). Fails where `soffice` is not on the path. */
export async function convert(bytes: Uint8Array, to: string, from = "xlsx"): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), "plan-tables-"));
  try {
    await writeFile(path.join(folder, `in.${from}`), bytes);
    // A profile of its own: a running LibreOffice would take the order and the call would wait for it.
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
    await promisify(execFile)(
      "soffice",
      [profile, "--headless", "--convert-to", to, "--outdir", path.join(folder, "out"), path.join(folder, `in.${from}`)],
      { timeout: minutes(3) },
    );
    return new Uint8Array(await readFile(path.join(folder, "out", `in.${to.split(":")[0] ?? to}`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
