import "@e965/xlsx";
import { answerReading, type ReadingQuestion, type ReadingTold } from "./apart";

// The main file of a page's worker, with the library in it: one script, so that nothing has to be found from where it stands.
const tell = (message: ReadingTold): void => self.postMessage(message);
self.addEventListener("message", ({ data }: MessageEvent<ReadingQuestion>) => void answerReading(data, tell));
tell({ ready: true });
