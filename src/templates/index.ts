export * from "./budget";
export * from "./indicators";
export * from "./keys";
export { COLOURS, FONT, MARGINS, SIZE, heightFor } from "./layout";
export * from "./words";
