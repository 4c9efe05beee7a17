import { prepareClient } from "./frame";
import { pageTransport } from "./frame-messages";

// The frame's first script: the client that is loaded after it finds its host in the page around.
const language = new URLSearchParams(window.location.search).get("lang") === "en" ? "en-US" : "vi-VN";
prepareClient(window, pageTransport(window), { language });
