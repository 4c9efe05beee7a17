#!/usr/bin/env node
// Here before anything is built, so that npm can link the command in a fresh checkout.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const built = join(__dirname, "../../dist/cli/plan-tables.js");
if (existsSync(built)) require(built);
else {
  process.stderr.write("Chưa dựng lệnh plan-tables; hãy chạy: npm run build (not built yet: run npm run build)\n");
  process.exitCode = 2;
}
