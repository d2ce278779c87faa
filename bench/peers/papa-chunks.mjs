// Papa Parse with its own worker, chunk by chunk: its rows come to the page.
import { RollUp } from "./roll-up.mjs";

const script = (address) =>
  new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(element);
  });

export const start = async () => {
  await script("node_modules/papaparse/papaparse.min.js");
  return (file, shape) =>
    new Promise((resolve, reject) => {
      const rollUp = new RollUp(shape);
      globalThis.Papa.parse(file, {
        worker: true,
        skipEmptyLines: true,
        chunk: ({ data }) => data.forEach((row) => rollUp.push(row)),
        complete: () => resolve(rollUp.finish()),
        error: reject,
      });
    });
};
