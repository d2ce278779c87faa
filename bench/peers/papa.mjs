// Papa Parse row by row, inside a worker of ours: of its ways that do not hold the file the fastest.
import { inWorker } from "./worker.mjs";
export const start = () => inWorker("peers/papa.worker.js", "classic");
