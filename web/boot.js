// Starts the door, which is the first view, and fetches the rest of the page in good time: the house, which takes the
// document over as soon as there is something to read, and two programs that run in workers: the reader, and the
// unpacker of archives and workbooks. Once they are here nothing is fetched any more.
//
// They are fetched at the first sign that somebody means to use the page, and otherwise once it has stood idle for a
// while: by then it works with the network unplugged.
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
//   house()     Promise of the house's module; its begin() reads, its open() puts the house into the document. Fetches it
//               if need be.
//   worker()    Promise of a new Worker that has said "ready". Several may live at once; they share one compiled
//               module. To cancel one, terminate it. Both reject with an Error where something does not arrive or does
//               not start, and may be called again.
//   unpacker()  The same of a Worker that unpacks archives and workbooks.
//   loaded      Promise that resolves when all that this page ever fetches has arrived. To ask for it is to want it:
//               the rest is fetched.
//   wholeSince  When that was, in milliseconds since the page was opened; undefined as long as it was not.

import init from "door";

/** The page has stood idle when nobody has touched it for so long after the first view. */
const IDLE_MS = 3000;

const sealed = JSON.parse(document.querySelector("script[type=importmap]").textContent);

/** Fetches one of the sealed files, refusing any other bytes. */
const fetchSealed = async (name) => {
  const path = sealed.imports[name];
  const answer = await fetch(new URL(path, document.baseURI), { integrity: sealed.integrity[path] });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
};

const compileSealed = async (name) => WebAssembly.compile(await (await fetchSealed(name)).arrayBuffer());

/** Does something once and keeps what comes of it; does it again only if that failed. */
const once = (make) => {
  let kept;
  return () =>
    (kept ??= make().catch((why) => {
      kept = undefined;
      throw why;
    }));
};

const keepHouse = once(async () => {
  const [house, module] = await Promise.all([import("house"), compileSealed("house.wasm")]);
  await house.default({ module_or_path: module });
  return house;
});

// Runs in the worker, after its wasm-bindgen glue. Rust's `main` says "ready".
const START = `
onmessage = ({ data: module }) => {
  onmessage = null;
  wasm_bindgen({ module_or_path: module }).catch((why) => postMessage({ failed: String(why) }));
};`;

/** A worker's script and its compiled module. */
const keepProgram = (name) =>
  once(async () => {
    const [glue, module] = await Promise.all([fetchSealed(name).then((answer) => answer.text()), compileSealed(`${name}.wasm`)]);
    return { name, url: URL.createObjectURL(new Blob([glue, START], { type: "text/javascript" })), module };
  });
const keepReader = keepProgram("reader");
const keepUnpacker = keepProgram("unpacker");

const startWorker = async (keep) => {
  const { name, url, module } = await keep();
  const worker = new Worker(url, { name });
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

/** As many as a large file wants stand ready, so that a reading begins at once. */
const SPARES = Math.min(navigator.hardwareConcurrency || 1, 2);
const spares = [];
const stock = () => {
  while (spares.length < SPARES) {
    const spare = startWorker(keepReader);
    spares.push(spare);
    // Whoever needs one then starts one, and is told.
    spare.catch(() => spares.splice(spares.indexOf(spare), 1));
  }
};

/** The worker of a rehearsal under way, to end it; and whether anyone has asked for a worker: then there is none. */
let rehearsing;
let asked = false;

/**
 * The first of them goes through all that a first file asks for: browsers compile code well only when it has run for a
 * while. Workers share what was compiled.
 */
const rehearse = async () => {
  const [house, worker] = await Promise.all([keepHouse(), startWorker(keepReader)]);
  if (asked) return void spares.push(Promise.resolve(worker));
  rehearsing = worker;
  await house.rehearse(worker);
  if (rehearsing !== worker) return; // it was ended
  rehearsing = undefined;
  spares.push(Promise.resolve(worker));
  stock();
};

/** One that stands ready, else a new one; the next are put there when most readings are over. */
const takeWorker = () => {
  asked = true;
  rehearsing?.terminate();
  rehearsing = undefined;
  setTimeout(stock, IDLE_MS);
  return spares.shift() ?? startWorker(keepReader);
};

let opened;
let stalled;
const firstView = new Promise((resolve, reject) => ([opened, stalled] = [resolve, reject]));

let wholeSince;
const loadRest = once(async () => {
  await firstView;
  await Promise.all([keepHouse(), keepReader(), keepUnpacker()]);
  wholeSince ??= performance.now();
  void rehearse().catch(stock);
});
/** What fails here is told where it is needed, and tried again there. */
const want = () => void loadRest().catch(() => {});

const SIGNS = ["pointerover", "pointerdown", "focusin", "keydown", "paste", "dragenter"];
const CONTROLS = "a, button, input, summary, .drop";

/** Someone reaches for a control, presses a key, or brings something. */
const sign = ({ type, target }) => {
  if (/pointer|focus/.test(type) && !target.closest?.(CONTROLS)) return;
  for (const type of SIGNS) removeEventListener(type, sign, true);
  want();
};

window.ringwell = Object.freeze({
  house: () => (want(), keepHouse()),
  worker: takeWorker,
  unpacker: () => startWorker(keepUnpacker),
  get loaded() {
    return loadRest();
  },
  get wholeSince() {
    return wholeSince;
  },
});

try {
  await init({ module_or_path: fetchSealed("door.wasm") });
  for (const type of SIGNS) addEventListener(type, sign, true);
  requestAnimationFrame(() => setTimeout(opened));
  await firstView;
  if (location.hash) want(); // a link to a view: whoever follows it means to use the page
  else setTimeout(want, IDLE_MS);
} catch (why) {
  console.error(why);
  document.getElementById("cannot-start").hidden = false;
  stalled(why);
}
