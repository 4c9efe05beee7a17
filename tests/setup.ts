import { jest } from "@jest/globals";
import { minutes } from "./support/patience";

// the engine and the browser take their time on a busy machine; a test that hangs still ends
jest.setTimeout(minutes(2));

// Nobody reads what a test prints: whoever calls console in a test has something to assert or something to remove.
const shell: object = console;
for (const method of Object.keys(shell).filter((key) => typeof Reflect.get(shell, key) === "function")) {
  Object.defineProperty(shell, method, {
    configurable: true,
    writable: true,
    value: (...said: unknown[]) => {
      throw new Error(`console.${method} was called: ${said.map(String).join(" ")}`);
    },
  });
}
