import { seeds } from "./seeds";

process.exitCode = seeds(process.argv.slice(2), process.cwd(), (line) => process.stdout.write(`${line}\n`));
