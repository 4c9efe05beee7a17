import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, Script } from "node:vm";
import { type Bridge, type BridgeOptions, createBridge } from "../../src/host/bridge/bridge";
import { type ClientWindow, prepareClient } from "../../src/host/bridge/frame";
import { createEngine, type Engine } from "../../src/host/engine";

/** Microsoft's client over the bridge onto an engine without a screen. */
export interface ExcelClient {
  /** `Excel` of the unmodified client: its `run`, enumerations and errors. */
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** As the pane finds it: the client's namespace with the members that Excel's loader would bring. */
  readonly Office: typeof Office;
  readonly bridge: Bridge;
  readonly engine: Engine;
  dispose(): void;
}

export interface ExcelClientOptions extends BridgeOptions {
  /** Names of the sheets that are there; "Sheet1" unless told. */
  readonly sheets?: readonly string[];
  /** A workbook that others look at too; a new one unless told. */
  readonly engine?: Engine;
}

let script: Script | undefined;

function clientScript(): Script {
  const file = createRequire(__filename).resolve("@microsoft/office-js/dist/excel-web-16.00.js");
  script ??= new Script(readFileSync(file, "utf8"), { filename: file });
  return script;
}

/** Opens an empty workbook and loads the client over it. Call `dispose` at the end of the test. */
export function openExcel(options: ExcelClientOptions = {}): ExcelClient {
  const engine = options.engine ?? createEngine({ name: "Sổ làm việc", sheets: options.sheets ?? ["Sheet1"] });
  const bridge = createBridge(engine, options);
  const global: ClientWindow & Record<string, unknown> = {
    setTimeout,
    clearTimeout,
    Promise,
    navigator: { userAgent: "node" },
    location: { href: "https://localhost/", search: "", hostname: "localhost" },
  };
  global["window"] = global;
  prepareClient(global, bridge, { language: "vi-VN", excelApi: () => bridge.conditions.excelApi });
  clientScript().runInContext(createContext(global));
  return {
    Excel: global["Excel"] as typeof Excel,
    OfficeExtension: global["OfficeExtension"] as typeof OfficeExtension,
    Office: global["Office"] as typeof Office,
    bridge,
    engine,
    dispose: () => {
      bridge.dispose();
      if (!options.engine) engine.dispose();
    },
  };
}
