import * as others from "./any.bench";
import * as balance from "./balance.bench";
import * as check from "./check.bench";
import * as draft from "./draft.bench";
import * as messages from "./messages.bench";
import * as opening from "./opening.bench";
import * as page from "./page.bench";
import * as rollUp from "./roll-up.bench";

const wanted = process.argv[2];

/** Runs the benches, or the one whose name holds the first argument, and prints their figures. */
async function main(): Promise<void> {
  for (const bench of [messages, opening, check, balance, rollUp, others, draft, page]) {
    if (wanted !== undefined && !bench.name.includes(wanted)) continue;
    process.stdout.write(`\n${bench.name}\n`);
    for await (const { label, value, unit } of bench.run())
      process.stdout.write(`  ${label.padEnd(60)} ${String(value).padStart(12)} ${unit}\n`);
  }
}

main().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
  process.exitCode = 1;
});
