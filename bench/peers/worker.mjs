// A peer that runs in a worker of its own: `serve(start)` there, `inWorker(url)` here.

/** In the page: starts the worker; the answer reads one file of one shape. */
export const inWorker = (url, type = "module") =>
  new Promise((resolve, reject) => {
    const worker = new Worker(url, { type });
    worker.onerror = (event) => reject(new Error(event.message || `${url} did not start`));
    worker.onmessage = () =>
      resolve(
        (file, shape) =>
          new Promise((done, failed) => {
            worker.onmessage = ({ data }) => (data.failed ? failed(new Error(data.failed)) : done(data));
            worker.postMessage({ file, shape });
          }),
      );
  });

/** In the worker: answers each file with what `read` makes of it. */
export const serve = (read) => {
  onmessage = async ({ data: { file, shape } }) => {
    try {
      const table = await read(file, shape);
      postMessage(table, table.counts ? [table.counts.buffer] : []);
    } catch (why) {
      postMessage({ failed: String(why) });
    }
  };
  postMessage("ready");
};
