"use strict";
// The fences between the rooms, made from the one table in tests/architecture/rooms.json. `npm run fences` runs them.

const rooms = Object.entries(require("./tests/architecture/rooms.json"));

/** A room without the rooms inside of it. */
const folder = (name) => {
  const inner = rooms.map(([other]) => other).filter((other) => other.startsWith(`${name}/`));
  return `^src/${name}/${inner.length === 0 ? "" : `(?!(${inner.map((each) => each.slice(name.length + 1)).join("|")})/)`}`;
};
const TEST = "[.]test[.]tsx?$";
const MAIN = "^src/[^/]+/main[.]tsx?$";
const ENTRIES = [
  MAIN, "^src/taskpane/opening[.]js$", "^src/host/(page|bridge/client)[.]ts$", "^src/cli/bin[.]cjs$",
  "^src/workbook/xlsx/evaluation-worker[.]ts$",
  "^src/workbook/files/other/reader-worker[.]ts$", "^src/documents/pdf/pdf-worker[.]ts$",
];
const packaged = (name) => `(^|/)node_modules/(@types/)?${name}(/|$)`;

const roomRules = rooms.flatMap(([name, { imports, types = [], main = [], packages = [], node = false }]) => [
  {
    name: `room ${name}`,
    comment: `${name} may import ${[...imports, ...types.map((type) => `types of ${type}`)].join(", ") || "nothing of ours"}`,
    severity: "error",
    from: { path: folder(name), pathNot: [TEST, ...(main.length > 0 ? [MAIN] : [])] },
    to: { path: "^src/", pathNot: [name, ...imports, ...types].map(folder) },
  },
  ...(main.length === 0
    ? []
    : [
        {
          name: `main of ${name}`,
          comment: `only the main file of ${name} chooses a side of the workbook: ${main.join(", ")}`,
          severity: "error",
          from: { path: `^src/${name}/main[.]tsx?$` },
          to: { path: "^src/", pathNot: [name, ...imports, ...types, ...main].map(folder) },
        },
      ]),
  ...(types.length === 0
    ? []
    : [
        {
          name: `types only in ${name}`,
          comment: `${name} may know the types of ${types.join(", ")}, not call them; its main file may, where it chooses them`,
          severity: "error",
          from: { path: folder(name), pathNot: [TEST, ...(types.every((type) => main.includes(type)) ? [MAIN] : [])] },
          to: { path: types.map(folder), dependencyTypesNot: ["type-only"] },
        },
      ]),
  {
    name: `packages of ${name}`,
    comment: `${name} may use ${packages.join(", ") || "no package"}`,
    severity: "error",
    from: { path: folder(name), pathNot: TEST },
    to: { path: "(^|/)node_modules/", ...(packages.length === 0 ? {} : { pathNot: packages.map(packaged) }) },
  },
  ...(node
    ? []
    : [
        {
          name: `no Node in ${name}`,
          comment: "what runs in Excel and in a browser has no Node",
          severity: "error",
          from: { path: folder(name), pathNot: TEST },
          to: { dependencyTypes: ["core"] },
        },
      ]),
]);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    { name: "no circles", comment: "what needs each other is one thing", severity: "error", from: {}, to: { circular: true } },
    { name: "everything is found", comment: "an import that leads nowhere", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "named in package.json",
      comment: "a package that only another package brings may be gone tomorrow",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "shipped code, shipped packages",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    { name: "no test in the product", severity: "error", from: { path: "^src/", pathNot: TEST }, to: { path: ["^tests/", TEST] } },
    {
      name: "seeds through the plans",
      comment: "the catalogue is the one place where a seed is checked",
      severity: "error",
      from: { path: "^src/", pathNot: [TEST, ...rooms.filter(([, room]) => room.seeds).map(([name]) => folder(name))] },
      to: { path: "^seeds/" },
    },
    {
      name: "no dead code",
      comment: "every file is reached from the pane, its workers, the page, the bridge's frame side or the command line",
      severity: "error",
      from: { path: ENTRIES },
      to: { path: "^src/", pathNot: [...ENTRIES, TEST, "[.]d[.]ts$"], reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".d.ts", ".js", ".json"],
    },
  },
};
