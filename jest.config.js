// the machine is measured here, once; nothing measured may stand below, as what Jest keeps of a file is named by its settings
require("./tests/support/patience.js");

/** What is only published as ES modules, or whose CommonJS build reaches for such a package, is transformed like our own code. */
const transformed = [
  "kdbush", "collapse-white-space", "n-gram", "trigram-utils", "franc-min", "unicode-regex", "regexp-util", "cjk-regex", "flatqueue",
  "opentype\\.js", "lodash-es", "nanoid", "@sparticuz", "quickselect", "rbush", "async-lock", "pdfjs-dist",
];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  reporters: ["default", "<rootDir>/tests/support/progress.js"],
  roots: ["<rootDir>/src", "<rootDir>/tests"],
  setupFiles: ["<rootDir>/tests/setup.ts"],
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: { "^.+\\.(m?[jt]sx?)$": ["@swc/jest"] },
  transformIgnorePatterns: [`/node_modules/(?!(${transformed.join("|")})/)`],
};
