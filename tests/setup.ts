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
