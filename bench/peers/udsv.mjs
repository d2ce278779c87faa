import { inWorker } from "./worker.mjs";
export const start = () => inWorker("peers/udsv.worker.mjs");
