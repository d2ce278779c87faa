import { inWorker } from "./worker.mjs";
export const start = () => inWorker("peers/d3.worker.mjs");
