import { answerReading, type ReadingQuestion, type ReadingTold } from "./apart";

// The main file of a page's worker; the library is a chunk of it.
const tell = (message: ReadingTold): void => self.postMessage(message);
self.addEventListener("message", ({ data }: MessageEvent<ReadingQuestion>) => void answerReading(data, tell));
tell({ ready: true });
