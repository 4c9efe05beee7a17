/** What is only published as ES modules, or whose CommonJS build reaches for such a package, is transformed like our own code. */
const transformed = ["kdbush", "collapse-white-space", "n-gram", "trigram-utils", "franc-min", "unicode-regex", "regexp-util", "cjk-regex", "flatqueue", "opentype\\.js", "lodash-es", "nanoid", "@sparticuz", "quickselect", "rbush", "async-lock"];

/** By how much time-outs are stretched, at least 1: a fixed work is measured once, and for every tenth of a second that it takes tests have their minute again. */
function slowness() {
  const begun = process.hrtime.bigint();
  let mixed = 1;
  for (let round = 0; round < 50_000_000; round++) mixed = (mixed * 48_271 + round) | 0;
  const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6;
  return Math.max(1, milliseconds / 100 + (mixed === 0 ? 1 : 0));
}

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // the engine and the browser take their time on a busy machine; a test that hangs still ends
  testTimeout: Math.round(60_000 * slowness()),
  roots: ["<rootDir>/src", "<rootDir>/tests"],
  setupFiles: ["<rootDir>/tests/setup.ts"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: { "^.+\\.(m?[jt]sx?)$": ["@swc/jest"] },
  transformIgnorePatterns: [`/node_modules/(?!(${transformed.join("|")})/)`],
};
