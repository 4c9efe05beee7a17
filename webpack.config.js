"use strict";
// The three things that are built: the pane (one script bundle, two html files), the page with the embedded workbook, and the
// command line. `npm run build -- --config-name cli` builds one of them.

const fs = require("node:fs");
const net = require("node:net");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const { EsbuildPlugin } = require("esbuild-loader");
const HtmlPlugin = require("html-webpack-plugin");
const { BannerPlugin, DefinePlugin, IgnorePlugin, ProgressPlugin } = require("webpack");

const root = __dirname;
const dist = path.join(root, "dist");
const PRODUCT = "Bảng Kế hoạch";
const MICROSOFT_CDN = "https://appsforoffice.microsoft.com";

const DEVELOPMENT_URL = "https://localhost:3001";

/** Where the add-in is served from: the one variable between development and production. */
function addInUrl() {
  const url = (process.env.PLAN_TABLES_URL ?? DEVELOPMENT_URL).replace(/\/+$/, "");
  if (!/^https:\/\/[^\s"<>&]+$/.test(url)) throw new Error(`PLAN_TABLES_URL has to begin with https:// : ${url}`);
  return url;
}

/**
 * No eval and no inline script; inline styles because Univer and griffel write them. Excel on the web frames the pane, so nothing is said
 * of ancestors.
 */
function securityPolicy(microsoft = "") {
  return [
    "default-src 'none'",
    `script-src 'self'${microsoft}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    // a host that office.js does not know is asked about in a frame of its own
    `frame-src 'self'${microsoft}`,
    // formulas of files that are added up are evaluated in a worker; older WebKit knows it by the second name only
    "worker-src 'self'",
    "child-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** What all three have in common. `target` is what esbuild writes for. */
function common(name, target, mode) {
  const production = mode !== "development";
  return {
    name,
    mode: production ? "production" : "development",
    devtool: "source-map",
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: "esbuild-loader", options: { target, jsx: "automatic" } },
        // its worker takes it in by naming it alone
        { test: /@e965[\\/]xlsx/, sideEffects: true },
      ],
    },
    optimization: {
      minimizer: [new EsbuildPlugin({ target, css: true, legalComments: "external" })],
      // a worker is one script: it would look for its pieces in a folder under its own
      splitChunks: { chunks: (chunk) => !chunk.canBeInitial() && !/-worker$/.test(chunk.name ?? "") },
    },
    performance: { hints: false },
    cache: {
      type: "filesystem",
      name: `${name}-${mode}`,
      cacheDirectory: path.join(root, ".cache", "webpack"),
      buildDependencies: { config: [__filename] },
    },
    stats: { all: false, errors: true, warnings: true, errorDetails: true },
    infrastructureLogging: { level: "error" },
    plugins: [],
  };
}

function paneConfig(mode, production) {
  const base = common("pane", "es2020", mode);
  const opening = fs.readFileSync(path.join(root, "src/taskpane/opening.html"), "utf8").trim();
  const html = (filename, template, chunks, microsoft) =>
    new HtmlPlugin({
      filename,
      template: path.join(root, "src/taskpane", template),
      chunks,
      chunksSortMode: "manual",
      inject: false,
      minify: false,
      templateParameters: { policy: securityPolicy(microsoft), opening },
    });
  return {
    ...base,
    entry: { "bridge-client": path.join(root, "src/host/bridge/client.ts"), taskpane: path.join(root, "src/taskpane/main.tsx") },
    output: outputTo(dist, "pane", production),
    plugins: [
      html("taskpane.html", "taskpane.html", ["taskpane"], ` ${MICROSOFT_CDN}`),
      html("taskpane-embedded.html", "taskpane-embedded.html", ["bridge-client", "taskpane"]),
      // Microsoft's client is taken from the installed package at build time: it may be used, not republished.
      new CopyPlugin({
        patterns: [
          { from: require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), to: "office/", info: { minimized: true } },
          { from: path.join(root, "src/taskpane/opening.js"), to: "pane/", info: { minimized: true } },
          { from: path.join(root, "assets"), to: "assets", globOptions: { ignore: ["**/screenshots/**"] } },
          {
            from: path.join(root, "manifest.xml"),
            to: "manifest.xml",
            transform: (text) => String(text).replaceAll(DEVELOPMENT_URL, addInUrl()),
          },
        ],
      }),
    ],
  };
}

function pageConfig(mode, production) {
  return {
    ...common("page", "es2022", mode),
    experiments: { css: true },
    entry: { page: path.join(root, "src/host/page.ts") },
    output: outputTo(dist, "page", production),
    plugins: [
      // Univer brings hyphenation for eighty languages; a sheet asks for none but its default.
      new IgnorePlugin({ resourceRegExp: /^\.\/(?!en-gb-)[\w-]+-[\w-]{8}\.js$/, contextRegExp: /@univerjs[\\/]engine-render/ }),
      new HtmlPlugin({
        filename: "index.html",
        template: path.join(root, "src/host/page.html"),
        scriptLoading: "defer",
        minify: false,
        templateParameters: { policy: securityPolicy(), product: PRODUCT },
      }),
    ],
  };
}

function cliConfig(mode) {
  const base = common("cli", "node20", mode);
  return {
    ...base,
    target: "node20",
    entry: { "plan-tables": path.join(root, "src/cli/main.ts") },
    output: {
      path: path.join(dist, "cli"),
      filename: "[name].js",
      chunkFilename: "[name].js",
      library: { type: "commonjs2" },
      clean: true,
    },
    plugins: [
      // by this the library of .pdf takes Node for a browser: there it would look for a canvas on the disk, and print that it found none
      new DefinePlugin({ "process.versions.nw": "true" }),
      new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, entryOnly: true }),
      {
        apply: (compiler) =>
          compiler.hooks.afterEmit.tap("Executable", ({ outputOptions }) =>
            fs.chmodSync(path.join(outputOptions.path, "plan-tables.js"), 0o755),
          ),
      },
    ],
  };
}

/** Scripts of a part in a folder of their own, named by content where a browser may keep them. */
function outputTo(folder, name, production) {
  const hash = production ? ".[contenthash:8]" : "";
  return {
    path: folder,
    filename: `${name}/[name]${hash}.js`,
    chunkFilename: `${name}/[name]${hash}.js`,
    cssFilename: `${name}/[name]${hash}.css`,
    publicPath: "",
    uniqueName: `plan-tables-${name}`,
    clean: { keep: (asset) => !asset.startsWith(`${name}/`) },
  };
}

/** One line of progress for all parts together: rewritten in place on a terminal, every 25 % elsewhere (a log). */
function progress(parts) {
  const shares = new Map();
  let said = -1;
  return (part) =>
    new ProgressPlugin((share) => {
      shares.set(part, share);
      const percent = Math.floor((100 * [...shares.values()].reduce((sum, each) => sum + each, 0)) / parts);
      const step = process.stdout.isTTY ? 1 : 25;
      if (Math.floor(percent / step) <= Math.floor(said / step)) return;
      said = percent;
      process.stdout.write(process.stdout.isTTY ? `\rBuilding ${percent} %${percent === 100 ? "\n" : ""}` : `Building ${percent} %\n`);
    });
}

/** Calls `then` once, after every part has been built for the first time without an error. */
class AfterFirstBuild {
  constructor(parts, then) {
    this.waiting = parts;
    this.then = then;
  }
  apply(compiler) {
    let first = true;
    compiler.hooks.done.tap("AfterFirstBuild", (stats) => {
      if (!first || stats.hasErrors()) return;
      first = false;
      this.waiting -= 1;
      if (this.waiting === 0) setImmediate(this.then);
    });
  }
}

/** Resolves when nobody listens on the port; ends the process with one sentence when somebody does. */
function requireFreePort(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", (error) => {
      process.stderr.write(
        error.code === "EADDRINUSE"
          ? `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start\n`
          : `Port ${port} cannot be used: ${error.message}\n`,
      );
      process.exit(1);
    });
    probe.listen(port, "localhost", () => probe.close(resolve));
  });
}

async function devServer(https) {
  const port = Number(process.env.PORT || (https ? 3001 : 3000));
  await requireFreePort(port);
  const server = https ? { type: "https", options: await require("office-addin-dev-certs").getHttpsServerOptions() } : "http";
  return {
    url: https ? `https://localhost:${port}/taskpane.html` : `http://localhost:${port}/`,
    // The pages load nothing but what they are made of: no live reload, no socket.
    options: {
      port,
      server,
      host: "localhost",
      hot: false,
      liveReload: false,
      client: false,
      webSocketServer: false,
      static: false,
      open: false,
      allowedHosts: "auto",
      headers: { "X-Content-Type-Options": "nosniff" },
    },
  };
}

/**
 * `webpack` builds all parts into dist/; `webpack serve` serves pane and page on 3000, `webpack serve --env https` the pane alone,
 * for Excel, on 3001 with the certificates of office-addin-dev-certs; PORT is another port.
 */
module.exports = async (env = {}, argv = {}) => {
  const mode = argv.mode ?? "production";
  const serving = Boolean(env.WEBPACK_SERVE);
  const hashed = mode === "production" && !serving;
  const https = Boolean(env.https);
  const configs = [
    paneConfig(mode, hashed), ...(serving && https ? [] : [pageConfig(mode, hashed)]), ...(serving ? [] : [cliConfig(mode)]),
  ];
  const wanted = [argv.configName ?? []].flat();
  const built = wanted.length === 0 ? configs : configs.filter((config) => wanted.includes(config.name));
  const reporter = progress(built.length);
  for (const config of built) config.plugins.push(reporter(config.name));
  if (serving) {
    const { url, options } = await devServer(https);
    configs[0].devServer = options;
    const announced = new AfterFirstBuild(built.length, () => process.stdout.write(`${PRODUCT}: ${url}\n`));
    for (const config of built) config.plugins.push(announced);
  }
  return configs;
};
