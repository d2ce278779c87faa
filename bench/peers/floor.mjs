// Reading alone: a BYOB stream in one worker with one buffer; no byte is looked at.
import { inWorker } from "./worker.mjs";
export const start = () => inWorker("peers/floor.worker.mjs");
