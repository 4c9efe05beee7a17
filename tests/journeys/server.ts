import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

const DIST = join(__dirname, "../../dist");
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".map": "application/json",
};

export interface Served {
  /** "http://localhost:40123/": the page with the embedded workbook. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves what `npm run build` wrote, on a free port. Rejects with a sentence when nothing is built. */
export async function serveBuilt(): Promise<Served> {
  if (!existsSync(join(DIST, "index.html"))) throw new Error("dist/index.html is not there: run `npm run build` before the journeys.");
  const server = createServer((request, response) => {
    const path = normalize(join(DIST, decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname)));
    const file = path.endsWith(sep) ? join(path, "index.html") : path;
    if (!file.startsWith(DIST + sep)) return void response.writeHead(403).end();
    readFile(file).then(
      (content) => response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "localhost", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
