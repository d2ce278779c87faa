// What every end-to-end test stands on.
//
// `test` watches each page it is given and fails the test at its end when, whatever else it checked,
// - anything was asked of another origin,
// - anything was fetched after the page had started (the import of a file included),
// - the policy was violated, an exception was not caught, or an error was written to the console.
//
// `app` is a page that has started: everything it will ever fetch has arrived. `open(address)` opens another such page
// in its place, at an address relative to the first one ("./#…").
// A test that provokes a violation on purpose takes it from the record: `watch.take("violations")`.

import { test as base, expect } from "@playwright/test";

/** Records what a page does that it should not. */
class Watch {
  requests = []; // every http(s) request, in order
  abroad = []; // those to another origin
  late = []; // those after start
  violations = []; // of the policy, in the page
  errors = []; // uncaught exceptions and console errors, of the page and its workers
  #origin;
  #started = false;

  constructor(page, origin) {
    this.page = page;
    this.#origin = origin;
  }

  async attach() {
    const { page } = this;
    page.on("request", (request) => {
      const url = new URL(request.url());
      // A blob or data address is inside the page.
      if (url.protocol === "blob:" || url.protocol === "data:") return;
      this.requests.push(url.href);
      if (url.origin !== this.#origin) this.abroad.push(url.href);
      if (this.#started) this.late.push(url.href);
    });
    page.on("websocket", (socket) => this.abroad.push(socket.url()));
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    await page.exposeFunction("__violated", (what) => this.violations.push(what));
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) =>
        globalThis.__violated(`${event.effectiveDirective} ${event.blockedURI}`),
      );
      // Chromium keeps a worker's violations to the worker. Its script is a blob: have it say them aloud first thing.
      const aloud = `addEventListener("securitypolicyviolation", (event) =>
        console.error("policy: " + event.effectiveDirective + " " + event.blockedURI));\n`;
      globalThis.Blob = class extends Blob {
        constructor(parts = [], options = {}) {
          super(options.type === "text/javascript" ? [aloud, ...parts] : parts, options);
        }
      };
    });
  }

  /** The page is about to be opened: it may fetch what it is made of. */
  open() {
    this.#started = false;
  }

  /** From here on nothing may be fetched. */
  start() {
    this.#started = true;
  }

  /** Returns and forgets what a test provoked on purpose. */
  take(kind) {
    return this[kind].splice(0);
  }

  verify() {
    const { abroad, late, violations, errors } = this;
    expect({ abroad, late, violations, errors }, "what the page must never do").toEqual({
      abroad: [],
      late: [],
      violations: [],
      errors: [],
    });
  }
}

export const test = base.extend({
  watch: [
    async ({ page, baseURL }, use) => {
      const watch = new Watch(page, new URL(baseURL).origin);
      await watch.attach();
      await use(watch);
      watch.verify();
    },
    { auto: true },
  ],

  open: async ({ page, watch }, use) => {
    await use(async (address = "./") => {
      watch.open();
      await page.goto(address);
      await page.waitForFunction(() => globalThis.ringwell);
      await page.evaluate(() => globalThis.ringwell.loaded);
      watch.start();
      return page;
    });
  },

  app: async ({ open }, use) => {
    await use(await open());
  },
});

export { expect };
