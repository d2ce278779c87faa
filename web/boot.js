// Starts the page, then fetches the worker once and keeps it, so that nothing is fetched when a file is dropped.
//
// Every byte is checked. The import map, written by scripts/seal.mjs, is the list of files with their hashes; the
// policy holds the hash of the map. Browsers check modules against it on their own; what is fetched here is checked
// by `integrity`.
//
// The worker is a blob because a blob inherits the page's policy: a worker loaded from an address would not, and
// could send what it reads to anyone. It is handed its compiled module and fetches nothing.
//
// What Rust and the tests see, as `window.ringwell`:
//
//   worker()  Promise of a new Worker that has said "ready". Several may live at once; they share one compiled
//             module. To cancel one, terminate it. Rejects with an Error if it cannot start; may be called again.
//   loaded    Promise that resolves when all that this page ever fetches has arrived.

import init from "page";

const sealed = JSON.parse(document.querySelector("script[type=importmap]").textContent);

/** Fetches one of the sealed files, refusing any other bytes. */
const fetchSealed = async (name) => {
  const path = sealed.imports[name];
  const answer = await fetch(new URL(path, document.baseURI), { integrity: sealed.integrity[path] });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
};

// Runs in the worker, after its wasm-bindgen glue. Rust's `main` says "ready".
const START = `
onmessage = ({ data: module }) => {
  onmessage = null;
  wasm_bindgen({ module_or_path: module }).catch((why) => postMessage({ failed: String(why) }));
};`;

let reader;

/** The worker's script and its compiled module, fetched once; again only if that failed. */
const keepReader = () =>
  (reader ??= Promise.all([
    fetchSealed("reader").then((answer) => answer.text()),
    fetchSealed("reader.wasm").then(async (answer) => WebAssembly.compile(await answer.arrayBuffer())),
  ]).then(
    ([glue, module]) => ({
      url: URL.createObjectURL(new Blob([glue, START], { type: "text/javascript" })),
      module,
    }),
    (why) => {
      reader = undefined;
      throw why;
    },
  ));

const startWorker = async () => {
  const { url, module } = await keepReader();
  const worker = new Worker(url, { name: "reader" });
  try {
    await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data === "ready" ? resolve() : reject(new Error(data?.failed ?? "spoke too soon")));
      worker.onmessageerror = () => reject(new Error("the module did not reach the worker"));
      worker.onerror = (event) => reject(new Error(event.message || "the worker did not start"));
      worker.postMessage(module);
    });
  } catch (why) {
    worker.terminate();
    throw why;
  } finally {
    worker.onmessage = worker.onmessageerror = worker.onerror = null;
  }
  return worker;
};

let painted;
let stalled;
const firstPaint = new Promise((resolve, reject) => ([painted, stalled] = [resolve, reject]));
const loaded = firstPaint.then(keepReader).then(() => undefined);
loaded.catch(() => {}); // told by worker(), which tries again

window.ringwell = Object.freeze({ worker: startWorker, loaded });

try {
  await init({ module_or_path: fetchSealed("page.wasm") });
  requestAnimationFrame(() => setTimeout(painted));
} catch (why) {
  console.error(why);
  document.getElementById("cannot-start").hidden = false;
  stalled(why);
}
