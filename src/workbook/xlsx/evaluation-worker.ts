import "./engine";
import { answer, type Question, type Told } from "./supervised";

// The main file of a page's worker, with the engine in it: one script, so that nothing has to be found from where it stands.
const tell = (message: Told): void => self.postMessage(message);
self.addEventListener("message", ({ data }: MessageEvent<Question>) => void answer(data, tell));
tell({ ready: true });
