import { expose } from "comlink";
import { holdLifeline } from "./lifeline";
import { readerService } from "./reader-service";

/** A rejection that nobody awaits would die unseen in here; as an error event it reaches the client. */
addEventListener("unhandledrejection", (event) => reportError(event.reason));

holdLifeline();
expose(readerService());
