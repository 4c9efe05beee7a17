export * from "./budget";
export * from "./choices";
export * from "./indicators";
export * from "./tasks";
export * from "./keys";
export { COLOURS, FONT, MARGINS, SIZE, heightFor } from "./layout";
export * from "./words";
export { lineCount } from "./parts";
