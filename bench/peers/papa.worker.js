// Classic: Papa Parse is a script, not a module.
importScripts("../node_modules/papaparse/papaparse.min.js");

Promise.all([import("./worker.mjs"), import("./roll-up.mjs")]).then(([{ serve }, { RollUp }]) =>
  serve(
    (file, shape) =>
      new Promise((resolve, reject) => {
        const rollUp = new RollUp(shape);
        Papa.parse(file, {
          skipEmptyLines: true,
          step: ({ data }) => rollUp.push(data),
          complete: () => resolve(rollUp.finish()),
          error: reject,
        });
      }),
  ),
);
